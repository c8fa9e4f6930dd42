// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Where all arguments are within the kernels' tables loops leave out what lies beyond: the bits are those of a call.

#include <functions/function.hpp>
#include <runtime/loops_check.hpp>

#include <cmath>

namespace hk = hillock;

namespace {

using hk::dy;
using hk::x;
using loops::all_same;
using namespace hk::literals;
constexpr hk::variable<"residual"> residual;
constexpr hk::variable<"scale"> scale;
constexpr hk::variable<"bias"> bias;

// Vectors that are within the tables, vectors that are not, and some of each; small numbers, infinities and NaN among them.
template <class T>
std::vector<T> arguments(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::normal_distribution<T> near(0, 2);
    std::vector<T> result(count);
    for (std::size_t i = 0; i < count; ++i) {
        result[i] = near(random);
        bool const is_far = i / 256 % 3 == 1 || (i / 256 % 3 == 2 && random() % 16 == 0);
        if (is_far && random() % 2 == 0) result[i] *= 30;
        if (random() % 64 == 0) result[i] *= static_cast<T>(1e-38);
        if (random() % 64 == 0) result[i] = 0;
        if (is_far && random() % 32 == 0) result[i] = std::numeric_limits<T>::infinity() * result[i];
    }
    return result;
}
// Factors of all sizes.
template <class T>
std::vector<T> factors(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::normal_distribution<T> near(0, 2);
    std::vector<T> result(count);
    for (T& v : result) {
        v = near(random);
        if (random() % 128 == 0) v = std::numeric_limits<T>::max();
        if (random() % 128 == 0) v = -std::numeric_limits<T>::infinity();
        if (random() % 128 == 0) v = std::numeric_limits<T>::quiet_NaN();
        if (random() % 128 == 0) v = std::numeric_limits<T>::min();
    }
    return result;
}

constexpr std::size_t count = 256 * 30 + 13;

template <class T, class Apply, class Call>
void check_values(Apply const& apply, Call const& call, std::string const& what) {
    std::vector<T> const in = arguments<T>(count, 1);
    std::vector<T> values(count), expected(count);
    for (std::size_t i = 0; i < count; ++i)
        expected[i] = call(in[i]);
    apply(in, values);
    all_same<T>(values, expected, what + ", " + loops::type_name<T> + loops::on());
}
template <class T, class F>
void check_values(F const& f, std::string const& what) {
    check_values<T>([&](auto const& in, auto& out) { hk::apply(f, out, x = in); }, f, what);
}
/// Of the library's functions, which are compiled already.
template <class T>
void check_values(char const* name) {
    auto const& [apply, call] = functions::unary_named(name).in<T>();
    check_values<T>(apply, call, name);
}
template <class T, class F>
void check_slopes(F const&, std::string const& what) {
    std::vector<T> const in = arguments<T>(count, 1), up = factors<T>(count, 2);
    constexpr auto backward = dy * hk::diff(F{});
    std::vector<T> back(count), expected(count);
    for (std::size_t i = 0; i < count; ++i)
        expected[i] = backward(x = in[i], dy = up[i]);
    hk::apply(backward, back, x = in, dy = up);
    all_same<T>(back, expected, what + ", backward, " + loops::type_name<T> + loops::on());
}
template <class T, class F>
void check(F const& f, std::string const& what) {
    check_values<T>(f, what);
    check_slopes<T>(f, what);
}
template <class T, class F>
void check(F const& f) {
    check_values<T>(F::name.data());
    check_slopes<T>(f, std::string(F::name));
}
/// In one pass, which is another loop.
template <class T, class F>
void check_both(F const& f, std::string what) {
    what = what + ", both, " + loops::type_name<T> + loops::on();
    std::vector<T> const in = arguments<T>(count, 1), up = factors<T>(count, 2);
    constexpr auto backward = dy * hk::diff(F{});
    std::vector<T> values(count), back(count), expected(count), expected_back(count);
    for (std::size_t i = 0; i < count; ++i) {
        expected[i] = f(in[i]);
        expected_back[i] = backward(x = in[i], dy = up[i]);
    }
    hk::apply(hk::outputs(f, backward), hk::outputs(values, back), x = in, dy = up);
    all_same<T>(values, expected, what);
    all_same<T>(back, expected_back, what + ", backward");
}
/// Multiplied by numbers.
template <class T, class F>
void check_multiples(F const&, std::string what) {
    what = what + ", " + loops::type_name<T> + loops::on();
    std::vector<T> const in = arguments<T>(count, 1), up = factors<T>(count, 2);
    constexpr auto slope = hk::diff(F{});
    constexpr auto chain = residual + scale * F{}(x + bias);
    std::vector<T> values(count), expected(count);
    for (T const by : {T(0.5), T(-1), T(3), T(0), T(1e30)}) {
        for (std::size_t i = 0; i < count; ++i)
            expected[i] = chain(residual = up[i], scale = by, x = in[i], bias = T(0.25));
        hk::apply(chain, values, residual = up, scale = by, x = in, bias = T(0.25));
        all_same<T>(values, expected, what + ", chain with " + std::to_string(by));
        for (std::size_t i = 0; i < count; ++i)
            expected[i] = (by * slope)(in[i]);
        hk::apply(by * slope, values, x = in);
        all_same<T>(values, expected, what + ", slope times " + std::to_string(by));
    }
}
TEST(LoopsNear, UsualActivations) {
    check<float>(hk::sigmoid);
    check<float>(hk::tanh);
    check<float>(hk::silu);
    check<float>(hk::gelu);
    check<float>(hk::gelu_tanh);
    check<float>(hk::softplus);
    check<float>(hk::mish);
    check<float>(hk::elu);
    check<float>(hk::selu);
    check<float>(hk::sine);
    check<float>(hk::gelu_quick);
    check<float>(hk::snake);
}
TEST(LoopsNear, InOnePass) {
    check_both<float>(hk::sigmoid, "sigmoid");
    check_both<float>(hk::tanh, "tanh");
    check_both<float>(hk::gelu, "gelu");
    check_both<float>(hk::mish, "mish");
    check_both<float>(hk::elu, "elu");
    check_both<double>(hk::gelu, "gelu");
}
TEST(LoopsNear, Multiples) {
    check_multiples<float>(hk::tanh, "tanh");
    check_multiples<float>(hk::gelu, "gelu");
    check_multiples<float>(hk::softplus, "softplus");
    check_multiples<float>(hk::mish, "mish");
    check_multiples<float>(hk::elu, "elu");
    check_multiples<float>(hk::sine, "sine");
    check_multiples<double>(hk::silu, "silu");
}
TEST(LoopsNear, OfFloatsAlone) {
    check_values<float>("tanh_shrink");
    check_values<float>("logcosh");
    check_values<float>("squareplus");
    check_values<float>("bent_identity");
    check_values<float>("elish");
    check_values<float>("hard_elish");
    check_values<float>("xielu");
    check_values<float>("arctan");
    check_values<float>("sinc");
}
TEST(LoopsNear, OfProducts) {
    check_values<float>(x * hk::sigmoid(1.7_c * x), "x * sigmoid(1.7 x)");
    check<float>(hk::gaussian);
    check<float>(hk::tanh(x / 3_c), "tanh(x / 3)");
    check_values<float>(hk::exp(0.7_c * x), "exp(0.7 x)");
    check_values<float>(hk::sigmoid(-3_c * x), "sigmoid(-3 x)");
    check_values<float>("scaled_tanh");
    check_values<float>(hk::sin(30_c * x), "sin(30 x)");
    check_values<float>(hk::cos(x * x), "cos(x x)");
}
TEST(LoopsNear, InDouble) {
    check<double>(hk::silu);
    check<double>(hk::gelu);
    check<double>(hk::gelu_tanh);
    check<double>(hk::softplus);
    check<double>(hk::mish);
    check<double>(hk::gelu_quick);
    check<double>(hk::gaussian);
    check<double>(hk::scaled_tanh);
    check<double>(hk::exp(x / 3_c), "exp(x / 3)");
}

// Results that become subnormal, and vanish, from one end of a range to the other; or another end of numbers.
template <class Apply, class Call>
void check_range(Apply const& apply, Call const& call, std::string const& what, float from, float to) {
    constexpr std::size_t count = 64 * 64 + 5;
    std::vector<float> in(count), values(count), expected(count);
    for (std::size_t i = 0; i < count; ++i) {
        in[i] = from + (to - from) * (static_cast<float>(i) / (count - 1));
        expected[i] = call(in[i]);
    }
    apply(in, values);
    all_same<float>(values, expected, what + loops::on());
}
template <hk::expression F>
void check_range(F const& f, float from, float to) {
    auto const apply = [&](auto const& in, auto& out) { hk::apply(f, out, x = in); };
    check_range(apply, f, std::string(hk::to_string(f)), from, to);
}
void check_range(char const* name, float from, float to) {
    auto const& [apply, call] = functions::unary_named(name).in_float;
    check_range(apply, call, name, from, to);
}
TEST(LoopsNear, SubnormalResults) {
    check_range("sigmoid", -105, -86);
    check_range("sigmoid'", 86, 105);
    check_range("softplus", -105, -86);
    check_range("silu", -110, -90);
    check_range("silu'", -110, -90);
    check_range("mish", -110, -90);
    check_range("mish'", -110, -90);
    check_range("tanh'", 43, 53);
    check_range("gelu", -15, -12.8f);
    check_range("gelu'", -15.2f, -12.8f);
    check_range("gelu_tanh", -11.2f, -9);
    check_range("gelu_tanh'", -11.2f, -9);
    check_range("gelu_quick", -64, -50);
    check_range("gelu_quick'", -66, -50);
    check_range("elu'", -105, -86);
    check_range("elish", -105, -86);
    check_range("squareplus", -3.4e38f, -8e37f);
    check_range("tanh_shrink", 1e-15f, 3e-13f);
    check_range("logcosh", 1e-23f, 2e-19f);
    check_range("exponential", -105, -86);
    check_range("gaussian", 9.2f, 10.4f);
    check_range("gaussian", 1.8446e19f, 1.8454e19f);  // where the square becomes infinite
}

TEST(LoopsNear, LimitsOfOctaves) {
    check_range("atan", 15.999f, 16.001f);
    check_range("bent_identity", -16.001f, -15.999f);
    check_range("squareplus", -16.001f, -15.999f);
    check_range("tanh_shrink", 7.999f, 8.001f);
    check_range("logcosh", 7.999f, 8.001f);
    check_range("xielu", -32.001f, -31.999f);
}
// Beyond its limit a kernel leaves arguments to wide numbers.
TEST(LoopsNear, LimitOfSine) {
    check_range("sin", 99'990, 100'010);
    check_range("cos", -100'010, -99'990);
    check_range("sin", -1e38f, 3e38f);
    check_range("snake", 99'990, 100'010);
    check_range("snake'", -100'010, -99'990);
    check_range("sinc", 99'990, 100'010);
    check_range(hk::sin(3_c * x), 170, 171);
    check_range(hk::cos(x * x), 22, 23);
    check_range(hk::cos(x * x), 1e19f, 2e19f);
}

// What has a tail on the left alone is right of great numbers and of infinity, which no doubt is raised about; what is made
// of the infinity is asked.
template <class E>
void check_right_side(E const& e, std::string what) {
    std::vector<float> in(count), up(count), computed(count), called(count);
    std::mt19937_64 random(5);
    std::normal_distribution<float> near(0, 1);
    float const greats[] = {7, 50, 1e30f, std::numeric_limits<float>::max(), std::numeric_limits<float>::infinity()};
    for (std::size_t i = 0; i < count; ++i) {
        in[i] = i % 37 < 5 ? greats[i % 37] : near(random);
        up[i] = i % 3 == 0 ? 0.0f : near(random);
        if (i % 41 == 0) up[i] = -std::numeric_limits<float>::infinity();
        called[i] = e(x = in[i], dy = up[i], scale = 0.0f, bias = 0.5f);
    }
    hk::apply(e, computed, x = in, dy = up, scale = 0.0f, bias = 0.5f);
    all_same<float>(computed, called, what + loops::on());
}
TEST(LoopsNear, RightSide) {
    check_right_side(dy + scale * hk::gelu(x + bias), "chain");
    check_right_side(hk::min(hk::gelu(x), dy) + scale * bias, "minimum");
    check_right_side(hk::gelu(x) - x + dy * scale * bias, "difference");
}
TEST(LoopsNear, RightSideAlone) {
    std::vector<float> in(count, 1.0f), up(count, 2.0f), computed(count), called(count);
    for (std::size_t i = 0; i < count; i += 29) {
        in[i] = std::numeric_limits<float>::infinity();
        up[i] = i % 2 == 0 ? 0.0f : -std::numeric_limits<float>::infinity();
    }
    auto const check_both = [&](auto const& e, std::string const& what) {
        for (std::size_t i = 0; i < count; ++i)
            called[i] = e(x = in[i], dy = up[i]);
        hk::apply(e, computed, x = in, dy = up);
        all_same<float>(computed, called, what + loops::on());
    };
    check_both(dy * hk::gelu_tanh(x), "dy gelu_tanh(x)");
    check_both(dy * hk::diff(hk::gelu(x)), "dy gelu'(x)");
    check_both(hk::select(dy > 0_c, -hk::gelu_tanh(x), dy), "a choice");
    check_both(hk::sigmoid(dy) * hk::gelu(x), "a gate");
}

// A slope times a number is not asked whether the slope has lost digits: next to where it changes its sign it is 0 for no
// float, and no float there is subnormal.
void no_zero_next_to(char const* slope, float zero) {
    std::vector<float> in, out;
    for (float v = zero - 0.05f; v < zero + 0.05f; v = std::nextafter(v, 1.0f))
        in.push_back(v);
    out.resize(in.size());
    functions::unary_named(slope).in_float.apply(in, out);
    ASSERT_LT(out.front(), 0) << slope;
    ASSERT_GT(out.back(), 0) << slope;
    for (std::size_t i = 0; i < in.size(); ++i)
        ASSERT_GT(std::abs(out[i]), std::numeric_limits<float>::min()) << slope << " at " << in[i];
}
TEST(LoopsNear, NoSlopeIsZero) {
    no_zero_next_to("silu'", -1.2784645f);
    no_zero_next_to("gelu'", -0.7517916f);
    no_zero_next_to("gelu_tanh'", -0.7524614f);
    no_zero_next_to("gelu_quick'", -0.7511f);
    no_zero_next_to("mish'", -1.1924406f);
}

}  // namespace
