// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Built without exceptions: what is refused is written to standard error, nothing to the output, and the program aborts.

#include <hillock/hillock.hpp>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <unistd.h>

namespace {

float in[3] = {1, 2, 3}, out[4] = {7, 7, 7, 7};
int from_error[2];

extern "C" void judge(int) {
    char text[400]{};
    bool good = read(from_error[0], text, sizeof text - 1) > 0;
    good = good && std::strstr(text, "hillock::apply") && std::strstr(text, "x has 3") && std::strstr(text, "4");
    for (float const v : out)
        good = good && v == 7;
    if (!good) std::printf("what stood on standard error: %s\n", text), std::fflush(stdout);
    _exit(good ? 0 : 1);
}

}  // namespace

int main() {
    if (pipe(from_error) != 0 || dup2(from_error[1], STDERR_FILENO) < 0) return 1;
    std::signal(SIGABRT, judge);
    hillock::apply(hillock::relu, out, in);
    std::puts("not refused");
    return 1;
}
