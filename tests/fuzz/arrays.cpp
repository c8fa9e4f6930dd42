// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// A libFuzzer target: hk::apply over arrays of any lengths, at any places, on any instruction set.

#include <fuzz/call.hpp>

namespace {

namespace hk = hillock;
using fuzz::choices, fuzz::kind, fuzz::operand, fuzz::up_to, fuzz::value;
using hk::x, hk::dy;

inline constexpr hk::variable<"beta"> beta;
constexpr auto slope = dy * hk::diff(hk::silu, x);
constexpr auto swish = x * hk::sigmoid(beta * x);
constexpr auto wide = x * hk::atan(dy);  // in double for floats, and element by element for doubles
static_assert(!hk::detail::planned<hk::tree_of<decltype(wide)>, false>::has_plan<double>);

operand array(choices& choose, bool is_output, std::size_t length) {
    std::size_t size = length;
    if (fuzz::once_in(choose, 20)) size = up_to(choose, 2) == 0 ? up_to(choose, 40) : length + 1;
    return {kind::array, is_output, 0, 0, size, 1, size, size};
}
operand sum() {
    return {kind::sum, true, 0, 0, 1, 1, 1, 1};
}

std::size_t length(choices& choose, std::size_t most) {
    std::size_t const way = up_to(choose, 15);
    if (way == 0) return up_to(choose, 3);
    if (way == 1 && up_to(choose, 7) == 0) return std::min(most, 16'000 + up_to(choose, 60'000));
    if (way < 5) return std::min(most, 240 + up_to(choose, 32) + 256 * up_to(choose, 8));
    return up_to(choose, 80);
}

// An array by position, which may be the output's.
template <class T>
void one_variable(choices& choose) {
    fuzz::call<T> of(choose);
    std::size_t const n = length(choose, 80'000);
    std::size_t const out = of.add_somewhere(array(choose, true, n)), in = of.add_somewhere(array(choose, false, n));
    of.run([&] { hk::apply(hk::gelu, of.array(out), of.input(in)); },
           [&] {
               for (std::size_t i = 0; i < of[out].size; ++i)
                   of.expect(out, 0, i, value(hk::gelu, of.before(in, 0, i)));
           });
}

template <class T>
void in_place(choices& choose) {
    fuzz::call<T> of(choose);
    std::size_t const n = length(choose, 80'000), out = of.add_somewhere(array(choose, true, n));
    of.run([&] { hk::apply(hk::relu, of.array(out)); },
           [&] {
               for (std::size_t i = 0; i < of[out].size; ++i)
                   of.expect(out, 0, i, value(hk::relu, of.before(out, 0, i)));
           });
}

// A number of the caller's type stands for every element.
template <class T>
void broadcast(choices& choose) {
    fuzz::call<T> of(choose);
    std::size_t const n = length(choose, 80'000);
    std::size_t const out = of.add_somewhere(array(choose, true, n)), in = of.add_somewhere(array(choose, false, n));
    double const number = choose.ConsumeFloatingPointInRange(-4.0, 4.0);
    bool const accepted =
        of.run([&] { hk::apply(swish, of.array(out), x = of.input(in), beta = number); },
               [&] {
                   for (std::size_t i = 0; i < of[out].size; ++i)
                       of.expect(out, 0, i, value(swish, of.before(in, 0, i), static_cast<T>(number)));
               });
    if (accepted) fuzz::meet("a number for all elements");
}

// Two outputs and a sum that is a local variable.
template <class T>
void two_outputs(choices& choose) {
    fuzz::call<T> of(choose);
    std::size_t const n = length(choose, 80'000);
    std::size_t const out = of.add_somewhere(array(choose, true, n)), slopes = of.add_somewhere(array(choose, true, n)),
                      in = of.add_somewhere(array(choose, false, n)), up = of.add_somewhere(array(choose, false, n));
    double total = 42;
    bool const accepted = of.run(
        [&] {
            hk::apply(hk::outputs(hk::silu, hk::sum(slope), slope), hk::outputs(of.array(out), total, of.array(slopes)),
                      x = of.input(in), dy = of.input(up));
        },
        [&] {
            std::vector<T> summed;
            for (std::size_t i = 0; i < of[out].size; ++i) {
                of.expect(out, 0, i, value(hk::silu, of.before(in, 0, i)));
                summed.push_back(value(slope, of.before(up, 0, i), of.before(in, 0, i)));
                of.expect(slopes, 0, i, summed.back());
            }
            if (!fuzz::can_be_sum(total, summed)) fuzz::fail("not the sum");
        },
        &total);
    if (!accepted && total != 42) fuzz::fail("a sum was written by a call that was refused");
    if (accepted) fuzz::meet("two outputs and a sum");
}

// What has no plan in its own type, and a sum that may lie in the arrays.
template <class T>
void without_plan(choices& choose) {
    fuzz::call<T> of(choose);
    std::size_t const n = length(choose, 600);
    std::size_t const out = of.add_somewhere(array(choose, true, n)), total = of.add_somewhere(sum()),
                      in = of.add_somewhere(array(choose, false, n)), up = of.add_somewhere(array(choose, false, n));
    bool const accepted = of.run(
        [&] {
            hk::apply(hk::outputs(wide, hk::sum(wide)), hk::outputs(of.array(out), *of.data(total)), x = of.input(in),
                      dy = of.input(up));
        },
        [&] {
            std::vector<T> summed;
            for (std::size_t i = 0; i < of[out].size; ++i) {
                summed.push_back(value(wide, of.before(in, 0, i), of.before(up, 0, i)));
                of.expect(out, 0, i, summed.back());
            }
            of.expect_sum(total, summed);
        });
    if (accepted) fuzz::meet("no plan of its own");
}

template <class T>
void any_call(choices& choose) {
    switch (up_to(choose, 4)) {
    case 0:
        return one_variable<T>(choose);
    case 1:
        return in_place<T>(choose);
    case 2:
        return broadcast<T>(choose);
    case 3:
        return two_outputs<T>(choose);
    default:
        return without_plan<T>(choose);
    }
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
    fuzz::expect_classes({"a number for all elements", "two outputs and a sum", "no plan of its own"});
    if (!fuzz::has_files(*count, *arguments)) std::atexit(fuzz::check_classes);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    choices choose(data, size);
    if (choose.ConsumeBool())
        any_call<float>(choose);
    else
        any_call<double>(choose);
    return 0;
}
