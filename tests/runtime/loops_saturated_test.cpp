// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What saturates is multiplied like everything else: `dy * f'(x)` has its digits where f'(x) is below the normal numbers, or
// 0, without wide numbers, and the same in a loop.

#include <runtime/loops_check.hpp>

#include <cmath>

namespace hk = hillock;

namespace {

using hk::dy;
using hk::x;
using namespace hk::literals;
constexpr hk::variable<"bias"> bias;
constexpr hk::variable<"residual"> residual;
constexpr hk::variable<"scale"> scale;

// Of either sign and of every magnitude between two powers of 2.
template <class T>
std::vector<T> between(int least, int greatest, std::size_t count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> exponent(least, greatest);
    std::vector<T> result(count);
    for (T& v : result)
        v = static_cast<T>(std::exp2(exponent(random))) * (random() % 2 == 0 ? T(1) : T(-1));
    return result;
}

constexpr std::size_t count = 20000;

// Whether `dy * e`, e of x, keeps its digits without wide numbers, with whose values it is compared; and whether a loop has
// the same, for some: to compile a loop takes long.
template <bool InLoop, class T, class E>
void check_as(E const& e, std::string what) {
    constexpr auto whole = dy * E{};
    using tree = hk::tree_of<std::remove_cvref_t<decltype(whole)>>;
    constexpr auto const& plan = hk::detail::direct_plan_of<T, tree>;
    static_assert(plan.possible && tree::slots == 0 && hk::detail::program_of<tree>.names[0] == "dy");
    what = what + ", " + loops::type_name<T> + loops::on();
    constexpr int most = std::numeric_limits<T>::max_exponent - 1;
    std::vector<T> const in = between<T>(1, 13, count, 1), up = between<T>(-most / 3, most, count, 2);
    std::vector<T> called(count), computed(count);
    std::size_t left = 0;
    for (std::size_t i = 0; i < count; ++i) {
        called[i] = whole(dy = up[i], x = in[i]);
        T const values[] = {up[i], in[i]};
        T const wide = hk::detail::evaluate_widely<T, tree>(values, nullptr);
        EXPECT_LE(loops::distance(called[i], wide), 4)
            << what << " at " << loops::shown(double(in[i])) << ", " << loops::shown(double(up[i])) << ": "
            << loops::shown(double(called[i])) << ", " << loops::shown(double(wide));
        T steps[hk::detail::direct_plan::capacity]{};
        hk::detail::run_direct<plan>(values, static_cast<std::uint64_t const*>(nullptr), steps);
        left += hk::detail::any_lost_digits<plan>(static_cast<T const*>(steps));
    }
    EXPECT_EQ(left, 0u) << what;
    if constexpr (InLoop) {
        hk::apply(dy * e, computed, x = in, dy = up);
        loops::all_same<T>(computed, called, what);
    }
}
template <class E>
void check_in_loops(E const& e, std::string const& what) {
    check_as<true, float>(e, what);
    check_as<true, double>(e, what);
}
template <class E>
void check(E const& e, std::string const& what) {
    check_as<false, float>(e, what);
    check_as<false, double>(e, what);
}
template <class E>
void check_float_in_loops(E const& e, std::string const& what) {
    check_as<true, float>(e, what);
    check_as<false, double>(e, what);
}

TEST(saturated, slopes) {
    check_in_loops(hk::diff(hk::sigmoid(x)), "sigmoid'");
    check_float_in_loops(hk::diff(hk::tanh(x)), "tanh'");
    check(hk::diff(hk::softplus(x)), "softplus'");
    check(hk::diff(hk::log_sigmoid(x)), "log_sigmoid'");
    check(hk::diff(hk::bipolar_sigmoid(x)), "bipolar_sigmoid'");
    check_float_in_loops(hk::diff(hk::silu(x)), "silu'");
    check_in_loops(hk::diff(hk::gelu(x)), "gelu'");
    check_float_in_loops(hk::diff(hk::gelu_tanh(x)), "gelu_tanh'");
    check_in_loops(hk::diff(hk::mish(x)), "mish'");
}
TEST(saturated, slopes_by_choice) {
    check_float_in_loops(hk::diff(hk::elu(x)), "elu'");
    check_in_loops(hk::diff(hk::selu(x)), "selu'");
    check(hk::diff(hk::celu(x)), "celu'");
    check_as<true, float>(hk::diff(hk::gelu_quick(x)), "gelu_quick'");
}
TEST(saturated, values) {
    check(hk::silu(x), "silu");
    check(hk::gelu(x), "gelu");
    check(hk::gelu_tanh(x), "gelu_tanh");
    check(hk::mish(x), "mish");
    check(hk::softplus(x), "softplus");
    check(hk::sigmoid(x), "sigmoid");
    check(hk::sigmoid(1.25_c * x), "sigmoid of a product");
    check_as<false, float>(hk::gelu_quick(x), "gelu_quick");
    check_as<false, float>(hk::elish(x), "elish");
    check(hk::exp(x), "exp");
    check_float_in_loops(x * hk::exp(x), "x exp(x)");
}

// A sum with such a product, and what it was computed by is a constant expression too.
TEST(saturated, sums) {
    constexpr auto chain = residual + scale * hk::gelu(x + bias);
    static_assert(chain(residual = 0.0f, scale = 0x1p90f, x = -14.0f, bias = -1.0f) < -0x1p-82f);
    std::vector<float> const in = between<float>(1, 9, count, 3), scales = between<float>(-40, 126, count, 4);
    std::vector<float> computed(count), called(count), rest(count);
    for (std::size_t i = 0; i < count; ++i) {
        rest[i] = i % 2 == 0 ? 0.0f : in[i] * 0x1p-60f;
        called[i] = chain(residual = rest[i], scale = scales[i], x = in[i], bias = -1.0f);
        double const product = double(scales[i]) * hk::gelu(double(in[i] - 1.0f));
        if (in[i] < -8 && rest[i] == 0) {  // where nothing cancels
            EXPECT_LE(loops::distance(called[i], static_cast<float>(rest[i] + product)), 4)
                << in[i] << ' ' << scales[i];
        }
    }
    hk::apply(chain, computed, residual = rest, scale = scales, x = in, bias = -1.0f);
    loops::all_same<float>(computed, called, "chain" + loops::on());
}

}  // namespace
