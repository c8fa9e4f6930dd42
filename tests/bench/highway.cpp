// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <bench/vector_formulas.hpp>

#define HWY_COMPILE_ONLY_STATIC
#include <hwy/highway.h>

#include <hwy/contrib/math/math-inl.h>

// Highway's vectors and its contributed functions, for the processor that this file is compiled for. It has no erf.

namespace {

using namespace bench;
namespace hn = hwy::HWY_NAMESPACE;

template <class T>
struct numbers {
    using tag = hn::ScalableTag<T>;
    static constexpr std::size_t lanes = hn::MaxLanes(tag{});
    hn::Vec<tag> v;

    explicit numbers(hn::Vec<tag> from) : v(from) {}
    explicit numbers(T from) : v(hn::Set(tag{}, from)) {}
    static numbers load(T const* from) { return numbers(hn::LoadU(tag{}, from)); }
    void store(T* to) const { hn::StoreU(v, tag{}, to); }
    friend numbers operator+(numbers a, numbers b) { return numbers(hn::Add(a.v, b.v)); }
    friend numbers operator-(numbers a, numbers b) { return numbers(hn::Sub(a.v, b.v)); }
    friend numbers operator*(numbers a, numbers b) { return numbers(hn::Mul(a.v, b.v)); }
    friend numbers operator/(numbers a, numbers b) { return numbers(hn::Div(a.v, b.v)); }
    friend numbers positive_part(numbers a) { return numbers(hn::Max(a.v, hn::Zero(tag{}))); }
    friend numbers step(numbers a) {
        return numbers(hn::IfThenElseZero(hn::Gt(a.v, hn::Zero(tag{})), hn::Set(tag{}, T(1))));
    }
    friend numbers exp(numbers a) { return numbers(hn::Exp(tag{}, a.v)); }
    friend numbers log1p(numbers a) { return numbers(hn::Log1p(tag{}, a.v)); }
    friend numbers tanh(numbers a) { return numbers(hn::Tanh(tag{}, a.v)); }
};

registered const here{"Highway",
                      std::to_string(HWY_MAJOR) + '.' + std::to_string(HWY_MINOR) + '.' + std::to_string(HWY_PATCH) +
                          ", " + hwy::TargetName(HWY_STATIC_TARGET),
                      [](peer& p) {
                          add_formulas<numbers<float>, float>(p);
                          add_formulas<numbers<double>, double>(p);
                      }};

}  // namespace
