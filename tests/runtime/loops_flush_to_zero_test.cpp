// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What flush-to-zero and denormals-are-zero change, in calls and in loops: subnormal numbers, and next to nothing else.

#include <runtime/loops_check.hpp>

namespace hk = hillock;

namespace {

using hk::dy;
using hk::x;
using hk::y;

// Which subnormal numbers the processor takes for 0. AArch64 knows only both.
enum class flush : unsigned { none, results, operands, both };

// Nothing that is read or written in memory moves across it.
void set(flush what) {
    auto const bits = static_cast<unsigned>(what);
    asm volatile("" : : : "memory");
#if defined(__x86_64__)
    unsigned const others = __builtin_ia32_stmxcsr() & ~0x8040u;
    __builtin_ia32_ldmxcsr(others | ((bits & 1) != 0 ? 0x8000u : 0u) | ((bits & 2) != 0 ? 0x0040u : 0u));
#elif defined(__aarch64__)
    std::uint64_t control;
    asm volatile("mrs %0, fpcr" : "=r"(control));
    control = (control & ~(std::uint64_t{1} << 24)) | (std::uint64_t{bits != 0} << 24);
    asm volatile("msr fpcr, %0" : : "r"(control));
#else
#error it is not known here how this processor is told to flush subnormal numbers
#endif
    asm volatile("" : : : "memory");
}

// Where functions bend, any bits, what is next to the subnormal numbers, and where exponentials are.
template <class T>
std::vector<T> numbers() {
    constexpr double most = std::numeric_limits<T>::max_exponent;
    std::vector<T> result = loops::numbers<T>(20000, 1);
    std::mt19937_64 random(2);
    std::uniform_real_distribution<double> exponent(-most - 30, -most + 70), far(-most, most);
    for (int i = 0; i < 10000; ++i) {
        result.push_back(static_cast<T>(std::exp2(exponent(random))) * (i % 2 == 0 ? T(1) : T(-1)));
        result.push_back(static_cast<T>(far(random)));
    }
    return result;
}

template <class T>
bool is_subnormal(T v) {
    return v != 0 && std::abs(v) < std::numeric_limits<T>::min();
}

// What a result may be that is `usual` without flushing. Above `kept_from` it is that; below, as far from it as the least
// normal number. `lost` is for what is no part of that law: a last digit there, or what is less than twice that number.
template <class T>
bool is_lawful(T flushed, T usual, T kept_from, bool lost) {
    constexpr T least = std::numeric_limits<T>::min();
    if (loops::same(flushed, usual)) return true;
    if (!(std::abs(usual) <= kept_from)) return false;
    return std::abs(flushed - usual) <= (lost ? 2 * least : least) || (lost && loops::distance(flushed, usual) <= 1);
}

// How many results of e, of x and of what is given by name, differ in their bits from those without flushing; any that is
// not lawful is a failure. Of a subnormal operand the result is that of 0, or its own. `kept_from` is 0 for the least normal
// number.
template <class T, class E, class... Named>
long check_as(E const& e, std::string const& what, double kept_from, bool lost, Named... named) {
    constexpr T least = std::numeric_limits<T>::min();
    T const bound = kept_from == 0 ? least : static_cast<T>(kept_from);
    std::vector<T> const in = numbers<T>();
    std::vector<T> usual(in.size()), computed(in.size()), called(in.size());
    T const at_zero = e(x = T(0), named...), at_negative_zero = e(x = T(-0.0), named...);
    hk::apply(e, usual, x = in, named...);
    long changed = 0;
    for (flush const mode : {flush::results, flush::operands, flush::both}) {
        set(mode);
        bool const is_known = hk::flushes_subnormals();
        hk::apply(e, computed, x = in, named...);
        for (std::size_t i = 0; i < in.size(); ++i)
            called[i] = e(x = in[i], named...);
        set(flush::none);
        EXPECT_TRUE(is_known);
        for (std::size_t i = 0; i < in.size(); ++i)
            for (T const flushed : {computed[i], called[i]}) {
                changed += !loops::same(flushed, usual[i]);
                T const zeroed = std::signbit(in[i]) ? at_negative_zero : at_zero;
                bool const is_that_of_zero = is_subnormal(in[i]) && is_lawful(flushed, zeroed, least, false);
                if (is_that_of_zero || is_lawful(flushed, usual[i], bound, lost)) continue;
                ADD_FAILURE() << what << ", " << loops::type_name<T> << loops::on() << " at "
                              << loops::shown(double(in[i])) << ": " << loops::shown(double(usual[i])) << ", flushed "
                              << loops::shown(double(flushed)) << ", mode " << static_cast<unsigned>(mode);
                return changed;
            }
    }
    return changed;
}
template <class E>
void check(E const& e, std::string const& what) {
    EXPECT_GT(check_as<float>(e, what, 0, false), 0) << what;
    EXPECT_GT(check_as<double>(e, what, 0, false), 0) << what;
}

}  // namespace

TEST(LoopsFlushToZero, IsKnownToTheThread) {
    EXPECT_FALSE(hk::flushes_subnormals());
    for (flush const mode : {flush::results, flush::operands, flush::both}) {
        set(mode);
        bool const is_known = hk::flushes_subnormals();
        set(flush::none);
        EXPECT_TRUE(is_known) << static_cast<unsigned>(mode);
    }
    EXPECT_FALSE(hk::flushes_subnormals());
}

// With kernels of their own, in double, on wide numbers.
TEST(LoopsFlushToZero, ChangesOnlySubnormalNumbers) {
    check(hk::relu, "relu");
    check(hk::gelu, "gelu");
    check(hk::phish, "phish");
    check(hk::cbrt(x), "cbrt");
}

// Tails of floats are rounded as integers, and a slope that vanishes keeps its digits for a large dy.
TEST(LoopsFlushToZero, KeepsWhatSaturates) {
    EXPECT_EQ(check_as<float>(hk::diff(hk::silu), "slope of silu", 0, false), 0);
    check_as<float>(dy * hk::diff(hk::sigmoid), "dy * slope of sigmoid", 0, false, dy = 0x1p100f);
    check_as<double>(dy * hk::diff(hk::sigmoid), "dy * slope of sigmoid", 0, false, dy = 0x1p900);
}

// What has a part with less than the digits of a normal number: what rounding took from (2 / 3) x, and the rest of x^2.
TEST(LoopsFlushToZero, TakesTheLastDigitOfSome) {
    EXPECT_GT(check_as<double>(hk::scaled_tanh, "scaled_tanh", 0x1p-960, true), 0);
    EXPECT_GT(check_as<float>(hk::logcosh, "logcosh", 0x1p-100, true), 0);
}

// x y is flushed before it is multiplied by 2^100.
TEST(LoopsFlushToZero, TakesProductsWithSubnormalParts) {
    auto const product = x * y * dy;
    float volatile first = 0x1p-100f, second = 0x1p-40f, third = 0x1p100f, flushed = 1;
    EXPECT_EQ(product(x = float(first), y = float(second), dy = float(third)), 0x1p-40f);
    set(flush::both);
    flushed = product(x = float(first), y = float(second), dy = float(third));
    set(flush::none);
    EXPECT_EQ(flushed, 0);
}
