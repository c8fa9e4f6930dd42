// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <accuracy/sweep.hpp>

#include <accuracy/measure.hpp>
#include <accuracy/near_zero.hpp>

#include <algorithm>
#include <vector>

namespace accuracy {

namespace {

// f'(a) b, where f'(a) vanishes nearby: an error is for b to scale.
bool is_near_zero(functions::binary const& f, double a, double b) {
    return zero_near(a, [&](double offset) { return f.in_double.call(a + offset, b); }).has_value();
}

}  // namespace

template <class T>
findings judge_pairs(functions::binary const& f, std::span<T const> of_a, std::span<T const> of_b) {
    findings found;
    bound const allowed = bound_of(f.kind);
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
            if (!std::isfinite(a) || !std::isfinite(b)) continue;
            ++found.judged_by_mpfr;
            double const at[] = {static_cast<double>(a), static_cast<double>(b)};
            if (!exact.run(at)) {
                ++found.undetermined;
                continue;
            }
            found.correctly_rounded +=
                computed == rounded<T>(exact.value()) || (computed != computed && mpfr_nan_p(exact.value()));
            double const error = ulps(computed, exact.value(), room), value = mpfr_get_d(exact.value(), MPFR_RNDN);
            if (error > allowed.ulps && allowed.near_zero > 0 && is_near_zero(f, at[0], at[1])) {
                mpfr_sub_d(room, exact.value(), static_cast<double>(computed), MPFR_RNDN);
                double const absolute = std::fabs(mpfr_get_d(room, MPFR_RNDN)) / std::fmax(1, std::fabs(at[1]));
                if (absolute > found.worst_near_zero) {
                    found.worst_near_zero = absolute;
                    found.near_zero_input = at[0];
                }
                continue;
            }
            found.note(error, at[0], at[1], static_cast<double>(computed), value);
        }
    }
    return found;
}

template findings judge_pairs(functions::binary const&, std::span<float const>, std::span<float const>);
template findings judge_pairs(functions::binary const&, std::span<double const>, std::span<double const>);

}  // namespace accuracy
