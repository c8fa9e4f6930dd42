// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/interval.hpp>

namespace hillock::detail {

/// A part of the line and what a function's sign is there.
struct stretch {
    enum kind : signed char {
        /// Below or above 0, or 0 at single points.
        below = -1,
        /// 0 all over.
        zero = 0,
        above = 1,
        /// Not told; where `crosses` is not 0, exactly one zero is in it, and the sign changes there in that direction.
        open = 2,
    };
    double lower, upper;
    kind sign;
    /// Never 0.
    bool strict = false;
    /// Not 0 somewhere.
    bool somewhere = false;
    signed char crosses = 0;
    short piece = 0;

    constexpr bool is_untold() const { return sign == open && crosses == 0; }
};

/// The signs of a function over the line, from left to right.
struct sign_map {
    static constexpr int capacity = 192;
    stretch parts[capacity]{};
    int size = 0;
    /// All parts have found room.
    bool complete = true;
    unsigned char faults = no_fault;
    /// How often scales told nothing, one after the other: a function of waves has none.
    int in_vain = 0;

    constexpr int untold() const {
        int result = 0;
        for (int i = 0; i < size; ++i)
            result += parts[i].is_untold() ? 1 : 0;
        return result;
    }
    constexpr void add(stretch const& part) {
        if (size > 0) {
            stretch& last = parts[size - 1];
            if (last.piece == part.piece && last.sign == part.sign && last.crosses == 0 && part.crosses == 0 &&
                last.upper == part.lower) {
                last.upper = part.upper;
                last.strict = last.strict && part.strict;
                last.somewhere = last.somewhere || part.somewhere;
                return;
            }
        }
        if (size < capacity)
            parts[size++] = part;
        else if (stretch& last = parts[size - 1]; last.piece == part.piece)
            last = {last.lower, part.upper, stretch::open, false, false, 0, part.piece};  // too many to tell apart
        else
            complete = false;
    }
};

}  // namespace hillock::detail
