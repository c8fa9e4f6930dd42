// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/any.hpp>

#include <limits>

/// What a loop does about lanes that need more than the usual computation: their tails at once, or the whole vector later.
namespace hillock::direct {

/// Kernels compute what lies beyond their tables where any lane does.
struct computed_tails {
    static constexpr bool are_computed = true, are_lifted = false;

    /// Whether a kernel has a tail to compute.
    template <class V>
    [[gnu::always_inline]] constexpr bool reached(V magnitude, V limit) const {
        return any_above(magnitude, limit);
    }
    /// The same of a tail on the left alone.
    template <class V>
    [[gnu::always_inline]] constexpr bool reached_on_left(V x, V limit) const {
        return any_above(-limit, x);
    }
};

/// The same, with a result beyond the table scaled up, so that it has its digits where they are lost below normal numbers:
/// what a product with it is made of (lifted.hpp).
struct lifted_tails : computed_tails {
    static constexpr bool are_lifted = true;
};
/// The binary digits by which such results of type T are scaled. What is still below the normal numbers then is so little
/// that a product with any number rounds to 0.
template <class T>
inline constexpr int lift_digits = sizeof(T) == 4 ? 220 : 1880;

/// The argument from which on a tail is as good as 0: of results that are not scaled up, and of those that are.
template <class Tails>
constexpr double tail_end(double usual, double lifted) {
    return Tails::are_lifted ? lifted : usual;
}

/// Collects whether any lane is beyond a limit, not finite, NaN or subnormal, with one branch in the end.
template <class V>
class doubt {
public:
    [[gnu::always_inline]] void if_not_within(V magnitude, V limit) { found = found | ~(magnitude <= limit); }
    [[gnu::always_inline]] void if_not_finite(V x) {
        constexpr double greatest = sizeof(scalar_of<V>) == 4 ? 0x1.fffffep127 : 0x1.fffffffffffffp1023;
        if_not_within(absolute(x), broadcast<V>(greatest));
    }
    [[gnu::always_inline]] void if_either_is_nan(V x, V y) { found = found | (x != x) | (y != y); }
    /// If any lane is subnormal.
    [[gnu::always_inline]] void if_subnormal(V x) {
        auto const small = absolute(x) < broadcast<V>(static_cast<double>(std::numeric_limits<scalar_of<V>>::min()));
        found = found | (small & (x != broadcast<V>(0)));
    }
    [[gnu::always_inline]] bool is_raised() const { return any(found); }

private:
    integers_of<V> found = broadcast_bits<V>(0);
};

#if defined(__x86_64__) && !defined(__clang__)
/// In mask registers, which g++ would leave for others between any two operations.
template <class T, int N>
requires(sizeof(T) * N == 64) class doubt<lanes<T, N>> {
    using V = lanes<T, N>;

public:
    [[gnu::always_inline]] void if_not_within(V magnitude, V limit) {
        unsigned short mask;
        if constexpr (sizeof(T) == 4)
            asm("vcmpnleps %2, %1, %0" : "=k"(mask) : "v"(magnitude.value), "v"(limit.value));
        else
            asm("vcmpnlepd %2, %1, %0" : "=k"(mask) : "v"(magnitude.value), "v"(limit.value));
        add(mask);
    }
    [[gnu::always_inline]] void if_not_finite(V x) { if_of_class<0x99>(x); }
    [[gnu::always_inline]] void if_either_is_nan(V x, V y) {
        unsigned short mask;
        if constexpr (sizeof(T) == 4)
            asm("vcmpunordps %2, %1, %0" : "=k"(mask) : "v"(x.value), "v"(y.value));
        else
            asm("vcmpunordpd %2, %1, %0" : "=k"(mask) : "v"(x.value), "v"(y.value));
        add(mask);
    }
    [[gnu::always_inline]] void if_subnormal(V x) { if_of_class<0x20>(x); }
    [[gnu::always_inline]] bool is_raised() const {
        if (count == 0) return false;
        bool raised;
        asm("kortestw %1, %2" : "=@ccnz"(raised) : "k"(found[0]), "k"(found[count - 1]));
        return raised;
    }

private:
    unsigned short found[2];
    int count = 0;

    /// The classes are bits: quiet NaN, 0, -0, infinity, -infinity, subnormal, negative, signalling NaN.
    template <int Classes>
    [[gnu::always_inline]] void if_of_class(V x) {
        unsigned short mask;
        if constexpr (sizeof(T) == 4)
            asm("vfpclassps %2, %1, %0" : "=k"(mask) : "v"(x.value), "i"(Classes));
        else
            asm("vfpclasspd %2, %1, %0" : "=k"(mask) : "v"(x.value), "i"(Classes));
        add(mask);
    }
    [[gnu::always_inline]] void add(unsigned short mask) {
        if (count < 2)
            found[count++] = mask;
        else
            asm("korw %1, %0, %0" : "+k"(found[0]) : "k"(mask));
    }
};
/// In registers of truths from the start: g++ would make the first of them, and a complement, one lane after another.
template <class T, int N>
requires(sizeof(T) * N == 32) class doubt<lanes<T, N>> {
    using V = lanes<T, N>;

public:
    [[gnu::always_inline]] void if_not_within(V magnitude, V limit) { add(compared<not_at_most>(magnitude, limit)); }
    [[gnu::always_inline]] void if_not_finite(V x) {
        constexpr double greatest = sizeof(T) == 4 ? 0x1.fffffep127 : 0x1.fffffffffffffp1023;
        if_not_within(absolute(x), broadcast<V>(greatest));
    }
    [[gnu::always_inline]] void if_either_is_nan(V x, V y) { add(compared<unordered>(x, y)); }
    [[gnu::always_inline]] void if_subnormal(V x) {
        V const least = broadcast<V>(static_cast<double>(std::numeric_limits<T>::min()));
        V small = compared<less>(absolute(x), least);
        V const other = compared<not_equal>(x, broadcast<V>(0));
        asm("vandps %1, %0, %0" : "+x"(small.value) : "x"(other.value));
        add(small);
    }
    [[gnu::always_inline]] bool is_raised() const {
        if (!is_asked) return false;
        int signs;
        asm("vmovmskps %1, %0" : "=r"(signs) : "x"(found.value));
        return signs != 0;
    }

private:
    V found;
    bool is_asked = false;

    // As the instruction numbers them.
    static constexpr int less = 1, unordered = 3, not_equal = 4, not_at_most = 6;
    template <int Relation>
    [[gnu::always_inline]] static V compared(V a, V b) {
        if constexpr (sizeof(T) == 4)
            asm("vcmpps %3, %2, %1, %0" : "=x"(a.value) : "x"(a.value), "x"(b.value), "i"(Relation));
        else
            asm("vcmppd %3, %2, %1, %0" : "=x"(a.value) : "x"(a.value), "x"(b.value), "i"(Relation));
        return a;
    }
    [[gnu::always_inline]] void add(V truths) {
        if (is_asked)
            asm("vorps %1, %0, %0" : "+x"(found.value) : "x"(truths.value));
        else
            found = truths;
        is_asked = true;
    }
};
#endif

/// Kernels leave out their tails and say where there is one.
template <class V>
struct doubted_tails {
    static constexpr bool are_computed = false, are_lifted = false;

    doubt<V>& of;

    [[gnu::always_inline]] bool reached(V magnitude, V limit) const {
        of.if_not_within(magnitude, limit);
        return false;
    }
    [[gnu::always_inline]] bool reached_on_left(V x, V limit) const {
        of.if_not_within(-limit, x);
        return false;
    }
};

}  // namespace hillock::direct
