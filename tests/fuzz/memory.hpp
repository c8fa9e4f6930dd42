// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Memory of which a call may touch its operands and nothing else.
#pragma once

#include <fuzz/classes.hpp>

#include <sanitizer/asan_interface.h>

#include <cstddef>

#include <sys/mman.h>
#include <unistd.h>

namespace fuzz {

// Between two pages that end the program when they are touched. What is used lies right behind the first or right before
// the second.
class region {
public:
    region() {
        page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
        void* const mapped =
            mmap(nullptr, usable + 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (mapped == MAP_FAILED) fail("no memory");
        first = static_cast<char*>(mapped) + page;
        if (mprotect(first - page, page, PROT_NONE) != 0 || mprotect(first + usable, page, PROT_NONE) != 0)
            fail("no pages to guard the memory");
    }
    region(region const&) = delete;
    region& operator=(region const&) = delete;

    template <class T>
    T* take(std::size_t count, bool at_end) {
        if (count > usable / sizeof(T)) fail("a region is too small");
        return reinterpret_cast<T*>(first + (at_end ? usable - count * sizeof(T) : 0));
    }

private:
    static constexpr std::size_t usable = std::size_t{1} << 23;
    std::size_t page;
    char* first;
};

inline region& region_number(std::size_t number) {
    static region regions[6];
    return regions[number];
}

}  // namespace fuzz
