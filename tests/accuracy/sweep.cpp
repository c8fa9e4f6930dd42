// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <accuracy/sweep.hpp>

#include <accuracy/measure.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace accuracy {

namespace {

constexpr std::size_t block = wide_reference::block;

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
judge<T>::judge(functions::unary const& f) : function(f), allowed(bound_of(f.name, f.kind)), exact(f.formula()) {
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

// Whether the function, a derivative, vanishes somewhere within 1/8 of x but at 0: it changes its sign there, or touches 0.
template <class T>
bool judge<T>::is_near_zero(double x) {
    constexpr double width = 0.125;
    // Where doubles are dense enough, what they say.
    bool const is_dense = std::fabs(x) < 0x1p20;
    if (is_dense && known_zero != 0 && std::fabs(x - known_zero) <= width) return true;
    number point;
    mpfr_set_prec(point, 1200);
    auto const f = [&](double offset) {
        if (is_dense) return function.in_double.call(x + offset);
        mpfr_set_d(point, x, MPFR_RNDN);
        mpfr_add_d(point, point, offset, MPFR_RNDN);
        return exact.run(point) ? mpfr_get_d(exact.value(), MPFR_RNDN) : infinity;
    };
    constexpr int pieces = 16;
    double left = -width, at_left = f(left);
    for (int i = 1; i <= pieces; ++i) {
        double const right = -width + 2 * width * i / pieces, at_right = f(right);
        bool const changes = (at_left < 0) != (at_right < 0);
        double a = left, b = right;
        for (int k = 0; k < 50; ++k) {
            // Bisection where the sign changes, else a search for the least magnitude.
            if (changes) {
                double const middle = 0.5 * (a + b);
                ((f(middle) < 0) == (at_left < 0) ? a : b) = middle;
            } else {
                double const p = a + (b - a) / 3, q = b - (b - a) / 3;
                if (std::fabs(f(p)) < std::fabs(f(q)))
                    b = q;
                else
                    a = p;
            }
        }
        double const zero = 0.5 * (a + b), size = std::fabs(f(zero)), beside = std::fabs(at_left) + std::fabs(at_right);
        if (std::fabs(x + zero) > 1e-9 && beside > 0 && size <= 1e-7 * beside) {
            if (is_dense) known_zero = x + zero;
            return true;
        }
        left = right;
        at_left = at_right;
    }
    return false;
}

template <class T>
void judge<T>::note(findings& found, double x, T computed, double error, double absolute) {
    if (error > allowed.ulps && allowed.near_zero > 0 && is_near_zero(x)) {
        if (absolute > found.worst_near_zero) {
            found.worst_near_zero = absolute;
            found.near_zero_input = x;
        }
        return;
    }
    ++found.measured;
    found.sum_of_ulps += error;
    if (!(error <= found.worst)) {
        found.worst = error;
        found.worst_input[0] = x;
        found.worst_computed = static_cast<double>(computed);
    }
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
    note(found, at, computed, error, std::fabs(mpfr_get_d(room, MPFR_RNDN)));
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
findings judge<T>::sweep(std::uint64_t first, std::uint64_t stride, std::uint64_t count,
                         std::uint64_t checked_each) requires(sizeof(T) == 4) {
    findings found;
    std::array<float, block> in, out;
    std::array<double, block> wide_in, wide_out;
    std::array<bool, block> good;
    std::uint64_t until_check = checked_each / 2;
    // Of the worst input, where it was judged by it.
    double worst_wide = std::numeric_limits<double>::quiet_NaN();
    for (std::uint64_t done = 0; done < count; done += block) {
        std::size_t const length = std::min<std::uint64_t>(block, count - done);
        for (std::size_t i = 0; i < block; ++i) {
            auto const pattern = first + (done + std::min(i, length - 1)) * stride;
            in[i] = std::bit_cast<float>(static_cast<std::uint32_t>(pattern));
            wide_in[i] = static_cast<double>(in[i]);
        }
        function.in_float.apply(std::span(in).first(length), std::span(out).first(length));
        std::fill(out.begin() + static_cast<std::ptrdiff_t>(length), out.end(), 0.0f);
        wide->run(wide_in.data(), wide_out.data(), good.data());
        double sum = 0, greatest = 0;
        int right = 0, bad = 0;
        for (std::size_t i = 0; i < block; ++i) {
            double const error = float_ulps(out[i], wide_out[i]);
            sum += error;
            greatest = error > greatest ? error : greatest;
            right += is_same(static_cast<float>(wide_out[i]), out[i]);
            bad += !good[i] || !(std::fabs(in[i]) <= std::numeric_limits<float>::max());
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
            double const x = wide_in[i];
            if (in[i] != in[i]) {
                found.lost_nan += out[i] == out[i];
            } else if (is_number(in[i])) {
                bool const is_known = good[i] || limit(x, wide_out[i]);
                if (!is_known) {
                    double const before = found.worst;
                    judge_exactly(found, in[i], out[i]);
                    if (found.worst > before) worst_wide = std::numeric_limits<double>::quiet_NaN();
                    continue;
                }
                double const error = float_ulps(out[i], wide_out[i]);
                double const before = found.worst;
                note(found, x, out[i], error, std::fabs(wide_out[i] - static_cast<double>(out[i])));
                if (found.worst > before) worst_wide = wide_out[i];
                found.correctly_rounded += is_same(static_cast<float>(wide_out[i]), out[i]);
            }
        }
        for (; until_check < length; until_check += checked_each) {
            std::size_t const i = until_check;
            if (is_number(in[i]) && (good[i] || limit(wide_in[i], wide_out[i])))
                check_reference(found, wide_in[i], wide_out[i]);
        }
        until_check -= length;
    }
    // The worst is what MPFR says.
    if (worst_wide == worst_wide && check_reference(found, found.worst_input[0], worst_wide))
        found.worst = ulps(static_cast<float>(found.worst_computed), exact.value(), room);
    return found;
}

template class judge<float>;
template class judge<double>;

template <class T>
findings judge_pairs(functions::binary const& f, std::span<T const> of_a, std::span<T const> of_b) {
    findings found;
    reference exact(f.formula());
    number room;
    std::vector<T> same(of_b.size()), out(of_b.size());
    for (T const a : of_a) {
        std::fill(same.begin(), same.end(), a);
        f.in<T>().apply(same, of_b, out);
        for (std::size_t i = 0; i < of_b.size(); ++i) {
            T const b = of_b[i], computed = out[i];
            ++found.inputs;
            if (a != a || b != b) {
                found.lost_nan += computed == computed && !(f.name == "pow(a, b)" && (a == 1 || b == 0));
                continue;
            }
            if (!is_number(a) || !is_number(b)) continue;
            ++found.judged_by_mpfr;
            double const at[] = {static_cast<double>(a), static_cast<double>(b)};
            if (!exact.run(at)) {
                ++found.undetermined;
                continue;
            }
            double const error = ulps(computed, exact.value(), room);
            ++found.measured;
            found.sum_of_ulps += error;
            found.correctly_rounded +=
                computed == rounded<T>(exact.value()) || (computed != computed && mpfr_nan_p(exact.value()));
            if (error > found.worst) {
                found.worst = error;
                found.worst_input[0] = at[0];
                found.worst_input[1] = at[1];
                found.worst_computed = static_cast<double>(computed);
            }
        }
    }
    return found;
}

template findings judge_pairs(functions::binary const&, std::span<float const>, std::span<float const>);
template findings judge_pairs(functions::binary const&, std::span<double const>, std::span<double const>);

}  // namespace accuracy
