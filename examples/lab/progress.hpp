// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>

namespace lab {

/// What is done and how long the rest will take, on standard error: a bar in a terminal, else a line for each tenth.
class progress {
public:
    explicit progress(double work) : work(work) {}

    void advance(double by) {
        done += by;
        double const share = std::min(1.0, done / work);
        std::string const text = std::to_string(static_cast<int>(100 * share)) + "%, " + left(share);
        if (!is_terminal) {
            if (static_cast<int>(10 * share) > tenths) std::fprintf(stderr, "lab: %s\n", text.c_str());
            tenths = static_cast<int>(10 * share);
            return;
        }
        if (elapsed() - shown < 0.1 && share < 1) return;
        shown = elapsed();
        constexpr int width = 40;
        std::string bar(static_cast<std::size_t>(width * share), '#');
        bar.resize(width, '.');
        std::fprintf(stderr, "\r[%s] %s\033[K%s", bar.c_str(), text.c_str(), share < 1 ? "" : "\n");
    }

private:
    double elapsed() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(); }
    std::string left(double share) const {
        if (share >= 1) return "done in " + std::to_string(std::lround(elapsed())) + " s";
        long const seconds = std::lround(elapsed() * (1 - share) / share);
        return seconds < 100 ? std::to_string(seconds) + " s left" : std::to_string((seconds + 30) / 60) + " min left";
    }

    double work, done = 0, shown = -1;
    int tenths = 0;
    bool is_terminal = isatty(STDERR_FILENO) != 0;
    std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
};

}  // namespace lab
