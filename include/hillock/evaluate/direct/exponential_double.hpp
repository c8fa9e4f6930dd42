// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/sum_double.hpp>
#include <hillock/evaluate/direct/tables_exponential_double.hpp>

namespace hillock::direct {

namespace detail {

/// exp(x) as 2^power (1 + r + rest), |r| <= log(2) / 2.
template <real_double V>
struct exponential_parts {
    V power, r, rest;
};

/// Where `x_low` is not given it is nothing, and r and `rest` are exact for x below log(2) / 2.
template <real_double V, class... Low>
[[gnu::always_inline]] constexpr exponential_parts<V> exponential_of(V x, Low... x_low) {
    V const magic = broadcast<V>(0x1.8p52);
    V const power = fused(x, broadcast<V>(0x1.71547652b82fep0), magic) - magic;
    V const less = fused(power, broadcast<V>(-tables::log_2_double[0]), x);  // exact
    V const log_2_rest = broadcast<V>(-tables::log_2_double[1]);
    V r = fused(power, log_2_rest, less);
    V r_low = fused(power, log_2_rest, less - r);
    if constexpr (sizeof...(x_low) != 0) {
        sum_of<V> const whole = quick_two_sum(r, (x_low + ...));
        r = whole.high;
        r_low = r_low + whole.low;
    }
    V const square = product(r, r);
    V const series = polynomial_in_fours(tables::exponential_double, r, square, product(square, square));
    V const third = product(product(square, r), series);
    return {power, r, fused(product(r, broadcast<V>(0.5)), r, third + r_low)};
}

/// 1 + r + rest.
template <real_double V>
[[gnu::always_inline]] constexpr sum_of<V> significand_of(exponential_parts<V> const& parts) {
    sum_of<V> const leading = quick_two_sum(broadcast<V>(1), parts.r);
    return quick_two_sum(leading.high, leading.low + parts.rest);
}

/// The least and the greatest x for which exp(x) is a finite double that is not 0.
inline constexpr double least_exponential = -745.5;
inline constexpr double greatest_exponential = 0x1.62e42fefa39efp9;
/// e^-x of a greater x is 0 even when it is scaled up.
inline constexpr double greatest_lifted = 2200;

/// 2^n that a tail is multiplied by, or that scaled up.
template <class Tails, real_double V>
[[gnu::always_inline]] constexpr V power_of_tail(V n) {
    if constexpr (!Tails::are_lifted) return power_of_two(n);
    V const lifted = n + broadcast<V>(lift_digits<double>);
    return power_of_two(maximum(broadcast<V>(-1000), minimum(broadcast<V>(1000), lifted)));
}

}  // namespace detail

/// E to the power of x, or of x and a little.
template <real_double V, class Tails = computed_tails, class... Low>
[[gnu::always_inline]] constexpr V exp(V x, Tails const& tails = {}, Low... x_low) {
    if constexpr (!Tails::are_computed) {
        tails.reached(absolute(x), broadcast<V>(708));  // where e^-x is a normal number
        auto const parts = detail::exponential_of(x, x_low...);
        return product(significand_of(parts).high, power_of_two(parts.power));
    }
    V const least = broadcast<V>(tail_end<Tails>(detail::least_exponential, -detail::greatest_lifted));
    V const within = minimum(broadcast<V>(detail::greatest_exponential), maximum(least, x));
    auto const parts = detail::exponential_of(within, x_low...);
    if constexpr (Tails::are_lifted)
        return product(significand_of(parts).high, detail::power_of_tail<Tails>(parts.power));
    // Two factors, of which the first is exact, so that a result below the normal numbers is rounded once.
    V const first = minimum(broadcast<V>(1000), maximum(broadcast<V>(-1000), parts.power));
    V const whole = product(significand_of(parts).high, power_of_two(first));
    V const result = product(whole, power_of_two(parts.power - first));
    return select(x > broadcast<V>(detail::greatest_exponential), broadcast<V>(__builtin_inf()), result);
}

namespace detail {

/// (exp(x) - 1) / 2 for x from -40 on, beyond 2^200 without what is left of the power of two.
template <real_double V>
[[gnu::always_inline]] constexpr sum_of<V> half_exponential_less_one(exponential_parts<V> const& parts) {
    V const scale = power_of_two(minimum(broadcast<V>(200), parts.power) - broadcast<V>(1));
    sum_of<V> const whole = two_sum(scale, broadcast<V>(-0.5));
    sum_of<V> const leading = quick_two_sum(whole.high, product(scale, parts.r));
    return quick_two_sum(leading.high, fused(scale, parts.rest, leading.low) + whole.low);
}

}  // namespace detail

/// exp(x) - 1.
template <real_double V>
[[gnu::always_inline]] constexpr V expm1(V x) {
    V const within = minimum(broadcast<V>(detail::greatest_exponential), maximum(broadcast<V>(-37.5), x));
    auto const parts = detail::exponential_of(within);
    sum_of<V> const half = detail::half_exponential_less_one(parts);
    V const scaled = product(half.high, power_of_two(parts.power - minimum(broadcast<V>(200), parts.power)));
    V const result = scaled + scaled;
    V const finite = select(x > broadcast<V>(detail::greatest_exponential), broadcast<V>(__builtin_inf()), result);
    return select(absolute(x) < broadcast<V>(0x1p-54), x, finite);
}

namespace detail {

/// exp(-a) as (high + low) tail, for 0 <= a <= 760: tail is 1 or, where exp(-a) is below 2^-120, a power of two that
/// leaves high at 2^-120. There 1 + exp(-a) is 1 with either, and the last product, with tail, is the only one that may
/// be rounded to a number below the normal ones.
template <real_double V, class Tail>
struct falling_exponential {
    sum_of<V> value;
    Tail tail;
};
/// The tail of what has none: 1.
struct no_tail {};

template <class Tails, real_double V, class... Low>
[[gnu::always_inline]] constexpr auto exponential_of_negative(V a, Low... a_low) {
    auto const parts = exponential_of(-a, -a_low...);
    sum_of<V> const significand = significand_of(parts);
    if constexpr (Tails::are_computed) {
        V const power = maximum(broadcast<V>(-120), parts.power);
        V const scale = power_of_two(power);
        return falling_exponential<V, V>{{product(significand.high, scale), product(significand.low, scale)},
                                         power_of_tail<Tails>(parts.power - power)};
    } else {
        V const scale = power_of_two(parts.power);
        return falling_exponential<V, no_tail>{{product(significand.high, scale), product(significand.low, scale)}, {}};
    }
}
template <real_double V>
[[gnu::always_inline]] constexpr V times_tail(V x, V tail) {
    return product(x, tail);
}
template <real_double V>
[[gnu::always_inline]] constexpr V times_tail(V x, no_tail) {
    return x;
}
/// The tail in these lanes, 1 in others.
template <real_double V>
[[gnu::always_inline]] constexpr V tail_where(mask_of<V> chosen, V tail) {
    return select(chosen, tail, broadcast<V>(1));
}
template <real_double V>
[[gnu::always_inline]] constexpr no_tail tail_where(mask_of<V>, no_tail) {
    return {};
}
/// What a must be cut to for it, or within what it has no tail and beside 1 + e^a nothing else has digits.
inline constexpr double greatest_falling = 760;
template <real_double V, class Tails>
[[gnu::always_inline]] constexpr V falling_argument(V x, Tails const& tails, double greatest = greatest_falling,
                                                    double lifted = greatest_lifted) {
    V const a = absolute(x);
    if constexpr (Tails::are_computed) return minimum(broadcast<V>(tail_end<Tails>(greatest, lifted)), a);
    tails.reached(a, broadcast<V>(greatest < 40 ? greatest : 40));
    return a;
}

/// 1 + e for 0 <= e <= 1.
template <real_double V>
[[gnu::always_inline]] constexpr sum_of<V> one_and(sum_of<V> e) {
    sum_of<V> const whole = quick_two_sum(broadcast<V>(1), e.high);
    return {whole.high, whole.low + e.low};
}

}  // namespace detail
}  // namespace hillock::direct
