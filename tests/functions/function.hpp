// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Every function that the library has, as data: what sweeps, digests and comparisons run over. Its templates are compiled
// once, into a library that the tests of a whole catalogue share.
#pragma once

#include <laws/tape.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace functions {

/// A part is what the library itself adds so that values and derivatives of others have a name (sech_square, sinc1).
enum class kind { primitive, part, activation, slope, curvature };

/// An expression in one type: over arrays, and of one number.
template <class T>
struct of_one {
    void (*apply)(std::span<T const> in, std::span<T> out);
    T (*call)(T);
};
template <class T>
struct of_two {
    void (*apply)(std::span<T const> a, std::span<T const> b, std::span<T> out);
    T (*call)(T, T);
};

/// `formula` is the expression as evaluation has it: stabilised, with the parameters at their defaults.
template <template <class> class Form>
struct function {
    std::string name;
    functions::kind kind;
    Form<float> in_float;
    Form<double> in_double;
    laws::tape (*formula)();

    template <class T>
    Form<T> const& in() const {
        if constexpr (sizeof(T) == 4)
            return in_float;
        else
            return in_double;
    }
};
using unary = function<of_one>;
using binary = function<of_two>;

/// Primitives, then the catalogue: each activation, its derivative and its second derivative.
std::vector<unary> const& all_unary();
/// The first of that name; ends the program where there is none.
unary const& unary_named(std::string_view name);
/// Primitives of two numbers, then the gated catalogue: each activation and its derivatives by the value and by the gate.
std::vector<binary> const& all_binary();

}  // namespace functions
