// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// All forms of a call of hk::apply give the bits of scalar calls; it does not allocate, and many threads may call it.

#include <runtime/loops_check.hpp>

#include <array>
#include <atomic>
#include <cstdlib>
#include <thread>

namespace {

std::atomic<int> allocations = 0;

}  // namespace

// Not inline, as g++ sees an allocation of one kind freed by another otherwise.
[[gnu::noinline]] void* operator new(std::size_t size) {
    ++allocations;
    if (void* const memory = std::malloc(size > 0 ? size : 1)) return memory;
    throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace {

namespace hk = hillock;
using namespace hk::literals;
using hk::x, hk::y, hk::dy;
using loops::all_same, loops::numbers, loops::ordinary, loops::on;

inline constexpr hk::variable<"beta"> beta;
inline constexpr hk::variable<"bias"> bias;

constexpr auto swish = x * hk::sigmoid(beta * x);
// Not the same from the right as from the left, so that exchanged inputs show.
constexpr auto three = x - 2_c * y * hk::tanh(dy);

template <class T>
class LoopsForms : public testing::Test {
public:
    static constexpr std::size_t n = 1003;
    std::vector<T> const a = numbers<T>(n, 1), b = numbers<T>(n, 2), c = numbers<T>(n, 3);
    std::vector<T> out = std::vector<T>(n, 77), expected = std::vector<T>(n);

    template <class F>
    void expect(F const& f) {
        for (std::size_t i = 0; i < n; ++i)
            expected[i] = f(i);
    }
    void check(char const* what) { all_same<T>(out, expected, what + on()); }
};
using both = testing::Types<float, double>;
TYPED_TEST_SUITE(LoopsForms, both);

TYPED_TEST(LoopsForms, names_come_in_any_order) {
    auto& t = *this;
    t.expect([&](std::size_t i) { return three(x = t.a[i], y = t.b[i], dy = t.c[i]); });
    hk::apply(three, t.out, x = t.a, y = t.b, dy = t.c);
    t.check("in order");
    t.out.assign(t.n, 77);
    hk::apply(three, t.out, dy = t.c, y = t.b, x = t.a);
    t.check("in another order");
}

TYPED_TEST(LoopsForms, position_is_the_order_of_first_appearance) {
    auto& t = *this;
    t.expect([&](std::size_t i) { return three(t.a[i], t.b[i], t.c[i]); });
    hk::apply(three, t.out, t.a, t.b, t.c);
    t.check("arrays");
    t.expect([&](std::size_t i) { return three(t.a[i], TypeParam(0.75), t.c[i]); });
    hk::apply(three, t.out, t.a, 0.75, t.c);
    t.check("an array, a number, an array");
}

TYPED_TEST(LoopsForms, numbers_are_rounded_and_hold_for_all_elements) {
    using T = TypeParam;
    auto& t = *this;
    t.expect([&](std::size_t i) { return swish(x = t.a[i], beta = T(0.1)); });
    hk::apply(swish, t.out, x = t.a, beta = 0.1);
    t.check("a double");
    t.expect([&](std::size_t i) { return swish(x = t.a[i], beta = T(0.1f)); });
    hk::apply(swish, t.out, x = t.a, beta = 0.1f);
    t.check("a float");
    t.expect([&](std::size_t i) { return swish(x = t.a[i], beta = T(3)); });
    hk::apply(swish, t.out, x = t.a, beta = 3);
    t.check("an int");
    t.expect([&](std::size_t i) { return swish(x = t.a[i], beta = T(16777217L)); });
    hk::apply(swish, t.out, x = t.a, beta = 16777217L);
    t.check("a long");
    t.expect([&](std::size_t) { return swish(x = T(1.5), beta = T(0.5)); });
    hk::apply(swish, t.out, x = 1.5, beta = 0.5);
    t.check("numbers alone");
    t.expect([&](std::size_t i) { return swish(x = t.a[i], beta = std::numeric_limits<T>::quiet_NaN()); });
    hk::apply(swish, t.out, x = t.a, beta = std::numeric_limits<double>::quiet_NaN());
    t.check("NaN");
}

TYPED_TEST(LoopsForms, in_place) {
    auto& t = *this;
    t.expect([&](std::size_t i) { return hk::gelu(t.a[i]); });
    t.out = t.a;
    hk::apply(hk::gelu, t.out);
    t.check("apply(e, inout)");
    t.out = t.a;
    hk::apply(hk::gelu, t.out, t.out);
    t.check("apply(e, inout, inout)");
    t.out = t.a;
    hk::apply(hk::gelu, t.out, x = t.out);
    t.check("apply(e, inout, x = inout)");
    t.out = t.a;
    hk::apply(hk::gelu, std::span(t.out));
    t.check("apply(e, span)");
    t.expect([&](std::size_t i) { return three(x = t.b[i], y = t.a[i], dy = t.a[i]); });
    t.out = t.a;
    hk::apply(three, t.out, x = t.b, y = t.out, dy = t.out);
    t.check("two of three inputs are the output");
}

// Each output has taken the place of an input of another one, whose elements it must not see.
TYPED_TEST(LoopsForms, outputs_in_place_of_each_others_inputs) {
    auto& t = *this;
    std::vector<TypeParam> first = t.a, second = t.b;
    hk::apply(hk::outputs(y * hk::tanh(x), x - y), hk::outputs(first, second), x = first, y = second);
    t.expect([&](std::size_t i) { return (y * hk::tanh(x))(x = t.a[i], y = t.b[i]); });
    t.out = first;
    t.check("the first");
    t.expect([&](std::size_t i) { return (x - y)(x = t.a[i], y = t.b[i]); });
    t.out = second;
    t.check("the second");
}

TYPED_TEST(LoopsForms, all_kinds_of_ranges) {
    using T = TypeParam;
    T c_in[37], c_out[37]{};
    std::array<T, 37> array_in, array_out{};
    std::vector<T> const in = numbers<T>(37, 4);
    std::vector<T> expected(37), vector_out(37), span_out(37), fixed_out(37);
    for (std::size_t i = 0; i < 37; ++i) {
        c_in[i] = array_in[i] = in[i];
        expected[i] = hk::silu(in[i]);
    }
    T const(&c_const)[37] = c_in;
    std::array<T, 37> const& array_const = array_in;
    std::span<T const> const span_in = in;
    std::span<T> const span(span_out);
    std::span<T, 37> fixed(fixed_out.data(), 37);
    hk::apply(hk::silu, c_out, c_in);
    all_same<T>(c_out, expected, "array of the language");
    hk::apply(hk::silu, c_out, x = c_const);
    all_same<T>(c_out, expected, "const array of the language");
    hk::apply(hk::silu, array_out, array_in);
    all_same<T>(array_out, expected, "std::array");
    hk::apply(hk::silu, array_out, x = array_const);
    all_same<T>(array_out, expected, "const std::array");
    hk::apply(hk::silu, span, span_in);
    all_same<T>(span_out, expected, "const std::span");
    hk::apply(hk::silu, fixed, x = std::span<T const, 37>(in.data(), 37));
    all_same<T>(fixed_out, expected, "std::span of fixed size");
    hk::apply(hk::silu, std::span(vector_out), x = std::vector<T>(in));
    all_same<T>(vector_out, expected, "a vector that lives as long as the call");
    hk::apply(hk::silu, std::span(vector_out).first(5), std::span(in).subspan(1, 5));
    all_same<T>(std::span<T const>(vector_out).first(5), std::span<T const>(expected).subspan(1, 5), "a part");
    all_same<T>(std::span<T const>(vector_out).subspan(5), std::span<T const>(expected).subspan(5), "behind the part");
}

TYPED_TEST(LoopsForms, several_outputs_have_the_bits_of_separate_calls) {
    using T = TypeParam;
    auto& t = *this;
    constexpr auto slope = dy * hk::diff(hk::gelu, x);
    constexpr auto bend = dy * hk::diff<2>(hk::gelu, x) + y;
    std::vector<T> value(t.n), first(t.n), second(t.n), alone(t.n);
    hk::apply(hk::outputs(hk::gelu, slope, bend), hk::outputs(value, first, second), x = t.a, dy = t.b, y = t.c);
    hk::apply(hk::gelu, alone, x = t.a);
    all_same<T>(value, alone, "the value" + on());
    hk::apply(slope, alone, x = t.a, dy = t.b);
    all_same<T>(first, alone, "the first derivative" + on());
    hk::apply(bend, alone, x = t.a, dy = t.b, y = t.c);
    all_same<T>(second, alone, "the second derivative" + on());
    t.expect([&](std::size_t i) { return bend(x = t.a[i], dy = t.b[i], y = t.c[i]); });
    all_same<T>(second, t.expected, "the second derivative, and scalar calls" + on());
    // The same expression twice, and by position: variables in order of appearance over all of them.
    hk::apply(hk::outputs(hk::gelu, slope, hk::gelu), hk::outputs(first, second, value), t.a, t.b);
    hk::apply(hk::gelu, alone, t.a);
    all_same<T>(first, alone, "the value" + on());
    all_same<T>(value, alone, "the value once more" + on());
    hk::apply(hk::outputs(hk::gelu), hk::outputs(first), t.a);
    all_same<T>(first, alone, "a list of one" + on());
}

// Plain numbers are values: one program serves all, and 1 is not what a rule may take it for where it is not 1.
TYPED_TEST(LoopsForms, plain_numbers_of_an_expression) {
    using T = TypeParam;
    auto& t = *this;
    for (double const one : {1.0, 1.0000001, 0.0, -3.0}) {
        auto const e = hk::log(one + hk::exp(x)) * 0.1;
        auto const f = one / (1.0 + hk::exp(-x)) + one;
        std::vector<T> second(t.n);
        std::string const where = " with " + std::to_string(one);
        hk::apply(e, t.out, t.a);
        t.expect([&](std::size_t i) { return e(t.a[i]); });
        t.check(("log" + where).c_str());
        hk::apply(hk::outputs(e, f), hk::outputs(t.out, second), t.a);
        t.check(("log of two outputs" + where).c_str());
        t.out = second;
        t.expect([&](std::size_t i) { return f(t.a[i]); });
        t.check(("quotient of two outputs" + where).c_str());
    }
}

TYPED_TEST(LoopsForms, parameters_and_verbatim) {
    auto& t = *this;
    constexpr auto learned = hk::elu(x, y);
    hk::apply(learned, t.out, x = t.a, y = t.b);
    t.expect([&](std::size_t i) { return learned(x = t.a[i], y = t.b[i]); });
    t.check("a parameter that is an array");
    constexpr auto by_parameter = hk::diff(learned, y);
    hk::apply(by_parameter, t.out, x = t.a, y = t.b);
    t.expect([&](std::size_t i) { return by_parameter(x = t.a[i], y = t.b[i]); });
    t.check("the derivative by it");
    constexpr auto written = hk::verbatim(hk::exp(x) - 1_c);
    hk::apply(written, t.out, t.a);
    t.expect([&](std::size_t i) { return written(t.a[i]); });
    t.check("verbatim");
    constexpr auto chosen = hk::select(x > y && !(x > 2_c * y), hk::exp(x), hk::max(x, y));
    hk::apply(chosen, t.out, x = t.a, y = t.b);
    t.expect([&](std::size_t i) { return chosen(x = t.a[i], y = t.b[i]); });
    t.check("select");
}

// A derivative may have lost its variables.
TYPED_TEST(LoopsForms, lost_variables) {
    auto& t = *this;
    constexpr auto one = hk::diff(hk::identity);
    hk::apply(one, t.out, t.a);
    t.expect([&](std::size_t i) { return one(t.a[i]); });
    t.check("by position");
    hk::apply(one, t.out, x = t.a);
    t.expect([&](std::size_t i) { return one(x = t.a[i]); });
    t.check("by name");
    t.out = t.a;
    hk::apply(one, t.out);
    t.check("in place");
    constexpr auto by_y = hk::diff(x * y, y);
    hk::apply(by_y, t.out, x = t.a, y = t.b);
    t.expect([&](std::size_t i) { return by_y(x = t.a[i], y = t.b[i]); });
    t.check("a name that the expression does not contain");
}

inline constexpr struct softer final : hk::primitive<softer, "softer"> {
    template <class V>
    static constexpr V kernel(V v) {
        return atan(sinh(v));
    }
    static constexpr auto derivative(auto v) { return 1_c / hk::cosh(v); }
} softer;
inline constexpr struct stepped final : hk::primitive<stepped, "stepped"> {
    static constexpr double kernel(double v) { return v > 0 ? 1 : 0; }
    static constexpr auto derivative(auto v) { return softer(v); }
} stepped;

TYPED_TEST(LoopsForms, primitives_of_the_users_own) {
    using T = TypeParam;
    auto& t = *this;
    constexpr auto e = y * stepped(x);
    constexpr auto slope = hk::diff(e, x);
    constexpr auto other = softer(y) + stepped(x);
    std::vector<T> first(t.n), second(t.n);
    hk::apply(hk::outputs(e, slope, other), hk::outputs(t.out, first, second), x = t.a, y = t.b);
    t.expect([&](std::size_t i) { return e(x = t.a[i], y = t.b[i]); });
    t.check("value");
    t.out = first;
    t.expect([&](std::size_t i) { return slope(x = t.a[i], y = t.b[i]); });
    t.check("derivative");
    t.out = second;
    t.expect([&](std::size_t i) { return other(x = t.a[i], y = t.b[i]); });
    t.check("two primitives");
}

TYPED_TEST(LoopsForms, nothing_is_allocated) {
    auto& t = *this;
    std::vector<TypeParam> second(t.n);
    double total = 0;
    int const before = allocations;
    hk::apply(hk::gelu, t.out, t.a);
    hk::apply(hk::outputs(hk::gelu, dy * hk::diff(hk::gelu, x), hk::sum(dy * x)), hk::outputs(t.out, second, total),
              x = t.a, dy = t.b);
    hk::apply(x + bias, hk::matrix(t.out, 17, 59), x = hk::matrix(t.a, 17, 59),
              bias = hk::row(std::span(t.b).first(59)));
    EXPECT_EQ(allocations, before);
}

TYPED_TEST(LoopsForms, many_threads) {
    using T = TypeParam;
    auto& t = *this;
    constexpr auto e = swish + hk::erf(x) * y;
    t.expect([&](std::size_t i) { return e(x = t.a[i], beta = T(1.5), y = t.b[i]); });
    std::vector<std::vector<T>> outs(8, std::vector<T>(t.n));
    std::vector<double> sums(8);
    std::vector<std::thread> threads;
    std::vector<T> const finite = ordinary<T>(t.n, 5);
    for (std::size_t k = 0; k < outs.size(); ++k)
        threads.emplace_back([&, k] {
            for (int repeat = 0; repeat < 10; ++repeat) {
                hk::apply(e, outs[k], x = t.a, beta = 1.5f, y = t.b);
                hk::apply(hk::sum(hk::gelu), sums[k], finite);
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    for (auto const& out : outs)
        all_same<T>(out, t.expected, "one of many threads");
    for (double const sum : sums)
        EXPECT_EQ(sum, sums[0]);
}

}  // namespace
