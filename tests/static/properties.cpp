// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What hk::properties says in constant expressions, of the catalogue and of compositions.
#include <hillock/hillock.hpp>

namespace hk = hillock;
using namespace hk::literals;
using hk::answer;
using hk::properties;
using hk::x;

// Answers: what is not known holds neither way.
static_assert(!answer(false) && answer(true));
static_assert(!static_cast<bool>(answer::unknown()) && !static_cast<bool>(!answer::unknown()));
static_assert((answer::unknown() && answer(false)) == answer(false));
static_assert((answer::unknown() || answer(true)) == answer(true));
static_assert(!(answer::unknown() && true).is_known());
static_assert((hk::enclosure{1, 2} < 3) && !(hk::enclosure{1, 2} > 3) && !(hk::enclosure{1, 3} < 2).is_known());
static_assert(!(hk::enclosure{1, 2} == 1.0).is_known() && (hk::enclosure{1, 1} == 1.0) && (hk::enclosure{1, 2} != 3.0));

// Ranges, and whether their ends are values.
static_assert(properties(hk::sigmoid).range.lower == 0 && !properties(hk::sigmoid).range.lower.attained);
static_assert(properties(hk::relu6).range.upper == 6 && properties(hk::relu6).range.upper.attained);
static_assert(properties(hk::silu).range.lower.contains(-0.27846454276107380));
static_assert(properties(hk::silu).range.upper == hk::detail::infinite);
static_assert(properties(hk::tanh).range.contains(0.99) && !properties(hk::tanh).range.contains(1));
static_assert(properties(hk::hard_tanh).range.contains(1));
static_assert(properties(hk::sinc).minimum && properties(hk::sinc).minimum.value.contains(-0.21723362821122166));

// Limits, bounds, monotony.
static_assert(properties(hk::elu).limit_left == -1 && properties(hk::elu).limit_left.exists);
static_assert(!properties(hk::sine).limit_right.exists && properties(hk::sine).bounded_above);
static_assert(properties(hk::softplus).bounded_below && !properties(hk::softplus).bounded_above);
static_assert(properties(hk::mish).monotone.increasing == answer(false) && !properties(hk::mish).monotone);
static_assert(properties(hk::relu).monotone && properties(hk::relu).monotone.increasing);
static_assert(properties(-hk::softplus(x)).monotone.decreasing);

// Symmetry and curvature.
static_assert(properties(hk::softsign).odd && properties(hk::softsign).zero_centred && !properties(hk::softsign).even);
static_assert(properties(hk::gaussian).even && !properties(hk::gaussian).odd);
static_assert(properties(hk::hard_shrink).odd && properties(hk::sign).odd && !properties(hk::step).odd);
static_assert(properties(hk::logcosh).convex && properties(hk::log_sigmoid).concave && !properties(hk::gelu).convex);

// Saturation, dead parts, kinks, smoothness.
static_assert(properties(hk::softsign).saturates_right.beyond.contains(31));
static_assert(properties(hk::relu).saturates_left && properties(hk::relu).saturates_left.beyond == 0);
static_assert(!properties(hk::leaky_relu).saturates_left);
static_assert(properties(hk::relu).dead_interval.where.size() == 1 &&
              properties(hk::relu).dead_interval.where[0].upper == 0);
static_assert(!properties(hk::elu).dead_interval && !properties(hk::tanh_shrink).dead_interval);
static_assert(properties(hk::hard_sigmoid).kinks.size() == 2 && properties(hk::hard_sigmoid).kinks[0].at == -3);
static_assert(properties(hk::hard_sigmoid).kinks[0].slope_right.contains(1 / 6.0) &&
              !properties(hk::hard_sigmoid).kinks[0].jumps);
static_assert(properties(hk::trelu).kinks[0].jumps && properties(hk::trelu).smoothness == -1);
static_assert(properties(hk::relu).smoothness == 0 && properties(hk::elu).smoothness == 1 &&
              properties(hk::isrlu).smoothness == 2);
static_assert(properties(hk::gelu).smoothness.analytic && properties(hk::gelu).kinks.empty() &&
              properties(hk::gelu).kinks.all);

// Slopes, extrema.
static_assert(properties(hk::sigmoid).lipschitz == 0.25 && properties(hk::tanh).lipschitz == 1);
static_assert(properties(hk::squared_relu).lipschitz == hk::detail::infinite &&
              properties(hk::step).lipschitz == hk::detail::infinite);
static_assert(properties(hk::gelu).lipschitz.contains(1.1289041451852) &&
              properties(hk::gelu).gradient_range.lower < 0);
static_assert(properties(hk::gelu).minimum.at.contains(-0.7517915246935645));
static_assert(!properties(hk::sigmoid).minimum && properties(hk::relu).minimum.at.contains(-3));

// Cost.
static_assert(properties(hk::silu).cost.multiplications == 1 && properties(hk::silu).cost.exponentials == 1);
static_assert(properties(hk::relu).cost.exponentials == 0 && properties(hk::relu).cost.choices == 2);

// Compositions, plain numbers, and what is unknown.
static_assert(properties(hk::gelu(hk::relu)).dead_interval);
static_assert(properties(hk::max(x, 0.125_c * x)).kinks[0].at == 0 && properties(hk::max(x, 0.125_c * x)).convex);
static_assert(properties(hk::clamp(x, -1_c, 1_c)).range.upper == 1 && properties(hk::clamp(x, -1_c, 1_c)).odd);
static_assert(properties(hk::log(1 + hk::exp(x))).range.lower == 0);
constexpr auto swish = x * hk::sigmoid(1.702 * x);
static_assert(properties(swish).minimum.value.contains(-0.16361018963638) &&
              properties<swish>().minimum.at.contains(-0.7511542554413));
static_assert(properties(hk::elu(x, 0.5_c)).kinks[0].slope_left == 0.5);
static_assert(properties(hk::sin(x) + x * x).bounded_below.is_known() == false ||
              properties(hk::sin(x) + x * x).bounded_below);
static_assert(!properties(hk::sqrt(x)).range.lower.is_known(), "it has no value below 0");
static_assert(!properties(hk::floor(x)).monotone.increasing.is_known());

// At a cut both formulas and the value itself count: with ONNX's 0.2, which no double is, hard_sigmoid is continuous; a value
// of its own between two branches that meet makes a jump.
static_assert(properties(hk::hard_sigmoid(x, 0.2_c, 0.5_c)).smoothness == 0);
static_assert(properties(hk::hard_sigmoid(x, 0.2_c, 0.5_c)).range.upper == 1);
static_assert(!properties(hk::select(x > 0_c, x, hk::select(x < 0_c, x, 5_c))).monotone.increasing);
static_assert(properties(hk::min(hk::max(x, -1_c), 1_c)).kinks.size() == 2);
static_assert(!properties(hk::tanh(100_c * x)).range.upper.attained);

// Around what has a kink something smooth, whose values there are no short numbers: continuous all the same.
constexpr auto rectified = properties(hk::softplus(hk::relu));
static_assert(rectified.monotone.increasing && rectified.convex && rectified.lipschitz == 1);
static_assert(rectified.kinks.all && rectified.kinks.size() == 1 && rectified.kinks[0].slope_right == 0.5);
static_assert(properties(hk::sigmoid(hk::hard_tanh)).lipschitz == 0.25 &&
              properties(hk::sigmoid(hk::hard_tanh)).minimum.value.contains(0.26894142136999512));
static_assert(properties(hk::softplus(x) - hk::relu(x)).maximum.at == 0);
static_assert(properties(hk::relu(hk::relu)).convex && properties(hk::relu(hk::relu)).lipschitz == 1);
static_assert(properties(hk::leaky_relu(hk::mish(x) - 0.5_c)).kinks.all &&
              properties(hk::leaky_relu(hk::mish(x) - 0.5_c)).minimum.value < -0.008);
static_assert(properties(hk::clipped_relu(hk::leaky_relu(x) + 0.25_c * x)).lipschitz == 1.25);
static_assert(properties(hk::max(hk::exp(x), x* x)).convex && properties(hk::max(hk::exp(x), x* x)).kinks.size() == 1);
// Two choices change at once, and both sides and the number between agree.
static_assert(properties(hk::softplus(hk::relu(x) - hk::relu(-x))).lipschitz == 1 &&
              properties(hk::softplus(hk::relu(x) - hk::relu(-x))).kinks.empty());
// A value of its own between two equal limits is a jump.
static_assert(properties(hk::select(x >= 0_c && x <= 0_c, 5_c, hk::tanh(x))).kinks[0].jumps &&
              properties(hk::select(x >= 0_c && x <= 0_c, 5_c, hk::tanh(x))).maximum.value == 5);

// Plain numbers are as good as constants, and known to be equal.
static_assert(properties(hk::clamp(x, -1.5, 1.5)).odd && properties(hk::relu(x - 1) + hk::relu(-x - 1)).even);
constexpr auto wide_mish = properties(hk::mish(0.5 * x));
static_assert(wide_mish.saturates_left && !wide_mish.monotone);
static_assert(properties(hk::gelu_tanh(x) * 2.0).bounded_below);
static_assert(properties(hk::serf(2.0 * x)).bounded_below);

// Where two terms cancel intervals tell little, and that takes no more than its share of the steps.
constexpr auto difference = properties(hk::mish(x) - hk::silu(x));
static_assert(difference.minimum && !difference.monotone && !difference.dead_interval && difference.limit_left == 0);
static_assert(difference.minimum.value > -3 && difference.maximum.value < 3);

// Of what cannot be cut into pieces, bounds at least; and what tends to infinity has none.
static_assert(properties(hk::relu(hk::sin(x))).bounded_above && properties(hk::relu(hk::sin(x))).range.lower <= 0);
static_assert(!properties(hk::cbrt(x)).bounded_above && !properties(hk::log(x)).bounded_above);
static_assert(!properties(hk::floor(x)).bounded_below);

// Kinks without end are no list, and where a formula has no value nothing is said of its course.
static_assert(!properties(hk::sign(hk::sinc(x))).kinks.all.is_known() &&
              !properties(hk::sign(hk::sinc(x))).limit_left.exists.is_known());
static_assert(!properties(hk::log(x)).monotone.increasing.is_known());
static_assert(!properties(hk::floor(x)).dead_interval.is_known() &&
              !properties(hk::floor(x)).saturates_left.is_known());
static_assert(properties(hk::pow(2_c, x)).range.lower == 0 && properties(hk::atan2(x, 1_c)).monotone.increasing);
static_assert(!properties(hk::sin(hk::pi * x)).limit_right.exists && properties(hk::sin(hk::pi * x)).bounded_above);
static_assert(!properties(hk::asinh(x) * hk::exp(-hk::asinh(hk::asinh(x)))).limit_right.is_known());

// A wave has its least value again and again, and what jumps for ever has no limit though its slope is 0.
static_assert(properties(hk::sine).minimum && !properties(hk::sine).minimum.at.is_known());
static_assert(!properties(hk::floor(hk::sin(x))).limit_right.exists);
