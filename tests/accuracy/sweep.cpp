// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <accuracy/sweep.hpp>

#include <accuracy/measure.hpp>
#include <accuracy/near_zero.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace accuracy {

namespace {

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

template <class T>
bool is_number(T v) {
    return std::fabs(v) <= std::numeric_limits<T>::max();
}

bool is_same(float a, float b) {
    return a == b || (a != a && b != b);
}

/// How near to MPFR's value the wide one is, in ULP of float.
double reference_ulps(double wide, mpfr_srcptr exact, mpfr_ptr room) {
    if (mpfr_nan_p(exact) || wide != wide) return mpfr_nan_p(exact) && wide != wide ? 0 : infinity;
    bool const is_beyond = mpfr_inf_p(exact) || (mpfr_regular_p(exact) && mpfr_get_exp(exact) > 129);
    if (is_beyond) return std::fabs(wide) >= 0x1p128 && (wide > 0) == (mpfr_sgn(exact) > 0) ? 0 : infinity;
    if (!is_number(wide)) return infinity;
    long const spacing =
        mpfr_regular_p(exact) ? std::max<long>(static_cast<long>(mpfr_get_exp(exact)) - 24, -149) : -149;
    mpfr_set_prec(room, 128);
    mpfr_sub_d(room, exact, wide, MPFR_RNDN);
    mpfr_mul_2si(room, room, -spacing, MPFR_RNDN);
    return std::fabs(mpfr_get_d(room, MPFR_RNDN));
}

}  // namespace

template <class T>
judge<T>::judge(functions::unary const& f) : function(f), allowed(bound_of(f.kind)), exact(f.formula()) {
    if constexpr (sizeof(T) == 4) {
        wide = std::make_unique<wide_reference>(f.formula());
        std::array<double, block> in{256, 512, -256, -512}, out;
        std::array<bool, block> good;
        wide->run(in.data(), out.data(), good.data());
        for (std::size_t i = 0; i < 2; ++i) {
            limits[i] = out[2 * i];
            auto const has_vanished = [&](std::size_t k) { return std::fabs(out[k]) < 0x1p-170; };
            has_limit[i] = good[2 * i] && good[2 * i + 1] &&
                           (out[2 * i] == out[2 * i + 1] || (has_vanished(2 * i) && has_vanished(2 * i + 1)));
        }
    }
}

template <class T>
bool judge<T>::limit(double x, double& value) const {
    std::size_t const side = x < 0;
    if (!(std::fabs(x) > 512) || !has_limit[side]) return false;
    value = limits[side];
    return true;
}

template <class T>
bool judge<T>::is_near_zero(double x) {
    // Where doubles are dense enough, what they say.
    bool const is_dense = std::fabs(x) < 0x1p20;
    if (is_dense && known_zero != 0 && std::fabs(x - known_zero) <= 0.125) return true;
    number point;
    mpfr_set_prec(point, 1200);
    auto const zero = zero_near(x, [&](double offset) {
        if (is_dense) return function.in_double.call(x + offset);
        mpfr_set_d(point, x, MPFR_RNDN);
        mpfr_add_d(point, point, offset, MPFR_RNDN);
        return exact.run(point) ? mpfr_get_d(exact.value(), MPFR_RNDN) : infinity;
    });
    if (zero && is_dense) known_zero = *zero;
    return zero.has_value();
}

template <class T>
void judge<T>::note(findings& found, double x, T computed, double exact_value, double error, double absolute) {
    if (error > allowed.ulps && allowed.near_zero > 0 && is_near_zero(x)) {
        if (absolute > found.worst_near_zero) {
            found.worst_near_zero = absolute;
            found.near_zero_input = x;
        }
        return;
    }
    found.note(error, x, 0, static_cast<double>(computed), exact_value);
}

template <class T>
void judge<T>::judge_exactly(findings& found, T x, T computed) {
    double const at = static_cast<double>(x);
    ++found.judged_by_mpfr;
    if (!exact.run({&at, 1})) {
        ++found.undetermined;
        return;
    }
    bool const is_nan = mpfr_nan_p(exact.value()) && computed != computed;
    found.correctly_rounded += is_nan || computed == rounded<T>(exact.value());
    double const error = ulps(computed, exact.value(), room);
    mpfr_set_prec(room, 128);
    mpfr_sub_d(room, exact.value(), static_cast<double>(computed), MPFR_RNDN);
    note(found, at, computed, mpfr_get_d(exact.value(), MPFR_RNDN), error, std::fabs(mpfr_get_d(room, MPFR_RNDN)));
}

template <class T>
bool judge<T>::check_reference(findings& found, double x, double value) {
    ++found.judged_by_mpfr;
    if (!exact.run({&x, 1})) {
        ++found.undetermined;
        return false;
    }
    found.reference_error = std::fmax(found.reference_error, reference_ulps(value, exact.value(), room));
    return true;
}

template <class T>
findings judge<T>::exactly(std::span<T const> in) {
    findings found;
    std::vector<T> out(in.size());
    function.in<T>().apply(in, out);
    for (std::size_t i = 0; i < in.size(); ++i) {
        ++found.inputs;
        if (in[i] != in[i]) found.lost_nan += out[i] == out[i];
        // What infinities give is a test of its own.
        else if (is_number(in[i]))
            judge_exactly(found, in[i], out[i]);
    }
    return found;
}

template <class T>
void judge<T>::judge_block(part& p, std::array<T, block>& in, std::size_t length,
                           std::uint64_t checked_each) requires(sizeof(T) == 4) {
    findings& found = p.found;
    std::array<T, block> out;
    std::array<double, block> wide_in, wide_out;
    std::array<bool, block> good;
    std::fill(in.begin() + static_cast<std::ptrdiff_t>(length), in.end(), T{0});
    std::copy(in.begin(), in.end(), wide_in.begin());
    function.in<T>().apply(std::span(in).first(length), std::span(out).first(length));
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(length), out.end(), T{0});
    wide->run(wide_in.data(), wide_out.data(), good.data());
    double sum = 0, greatest = 0;
    int right = 0, bad = 0;
    for (std::size_t i = 0; i < block; ++i) {
        double const error = float_ulps(out[i], wide_out[i]);
        sum += error;
        greatest = error > greatest ? error : greatest;
        right += is_same(static_cast<float>(wide_out[i]), out[i]);
        bad += !good[i] || !is_number(in[i]);
    }
    found.inputs += length;
    // Most blocks are all good and no worse than what there was.
    bool const is_plain = bad == 0 && length == block && greatest <= found.worst && sum == sum;
    if (is_plain) {
        found.measured += block;
        found.sum_of_ulps += sum;
        found.correctly_rounded += static_cast<std::uint64_t>(right);
    }
    for (std::size_t i = 0; i < length && !is_plain; ++i) {
        double const x = wide_in[i], before = found.worst;
        if (in[i] != in[i]) {
            found.lost_nan += out[i] == out[i];
        } else if (!is_number(in[i])) {
            // What infinities give is a test of its own.
        } else if (good[i] || limit(x, wide_out[i])) {
            double const error = float_ulps(out[i], wide_out[i]);
            note(found, x, out[i], wide_out[i], error, std::fabs(wide_out[i] - static_cast<double>(out[i])));
            if (found.worst > before) p.worst_wide = wide_out[i];
            found.correctly_rounded += is_same(static_cast<float>(wide_out[i]), out[i]);
        } else {
            judge_exactly(found, in[i], out[i]);
            if (found.worst > before) p.worst_wide = not_known;
        }
    }
    for (; p.until_check < length; p.until_check += checked_each) {
        std::size_t const i = p.until_check;
        if (is_number(in[i]) && (good[i] || limit(wide_in[i], wide_out[i])))
            check_reference(found, wide_in[i], wide_out[i]);
    }
    p.until_check -= length;
}

template <class T>
findings judge<T>::finish(part& p) {
    // The worst is what MPFR says.
    if (p.worst_wide == p.worst_wide && check_reference(p.found, p.found.worst_input[0], p.worst_wide)) {
        p.found.worst = ulps(static_cast<T>(p.found.worst_computed), exact.value(), room);
        p.found.worst_exact = mpfr_get_d(exact.value(), MPFR_RNDN);
    }
    return p.found;
}

template <class T>
findings judge<T>::sweep(std::uint64_t first, std::uint64_t stride, std::uint64_t count,
                         std::uint64_t checked_each) requires(sizeof(T) == 4) {
    part p{.until_check = checked_each / 2};
    std::array<float, block> in;
    for (std::uint64_t done = 0; done < count; done += block) {
        std::size_t const length = std::min<std::uint64_t>(block, count - done);
        for (std::size_t i = 0; i < length; ++i)
            in[i] = std::bit_cast<float>(static_cast<std::uint32_t>(first + (done + i) * stride));
        judge_block(p, in, length, checked_each);
    }
    return finish(p);
}

template <class T>
findings judge<T>::sweep(std::span<T const> numbers, std::uint64_t checked_each) requires(sizeof(T) == 4) {
    part p{.until_check = checked_each / 2};
    std::array<float, block> in;
    for (std::size_t done = 0; done < numbers.size(); done += block) {
        std::size_t const length = std::min(block, numbers.size() - done);
        std::copy_n(numbers.begin() + static_cast<std::ptrdiff_t>(done), length, in.begin());
        judge_block(p, in, length, checked_each);
    }
    return finish(p);
}

template class judge<float>;
template class judge<double>;

}  // namespace accuracy
