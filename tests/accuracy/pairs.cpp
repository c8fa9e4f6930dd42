// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <accuracy/sweep.hpp>

#include <accuracy/measure.hpp>

#include <algorithm>
#include <vector>

namespace accuracy {

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
            if (!std::isfinite(a) || !std::isfinite(b)) continue;
            ++found.judged_by_mpfr;
            double const at[] = {static_cast<double>(a), static_cast<double>(b)};
            if (!exact.run(at)) {
                ++found.undetermined;
                continue;
            }
            found.correctly_rounded +=
                computed == rounded<T>(exact.value()) || (computed != computed && mpfr_nan_p(exact.value()));
            found.note(ulps(computed, exact.value(), room), at[0], at[1], static_cast<double>(computed),
                       mpfr_get_d(exact.value(), MPFR_RNDN));
        }
    }
    return found;
}

template findings judge_pairs(functions::binary const&, std::span<float const>, std::span<float const>);
template findings judge_pairs(functions::binary const&, std::span<double const>, std::span<double const>);

}  // namespace accuracy
