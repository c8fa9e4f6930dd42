// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Every function of the library: each element that hk::apply writes has the bits of the scalar call.

#include <functions/function.hpp>
#include <runtime/loops_check.hpp>

#include <algorithm>
#include <cstdlib>

namespace {

using namespace loops;

// HILLOCK_SHORT_TESTS is for emulated processors, which are slow.
bool const is_short = std::getenv("HILLOCK_SHORT_TESTS") != nullptr;
std::size_t const block = is_short ? 1009 : 20011;
std::size_t const many = is_short ? 2000 : 200'000;

// Lengths with every remainder of every lane count, at all offsets, and a block of many numbers.
template <class T, class Apply>
void check_lengths(std::span<T const> expected, std::string const& what, Apply const& apply) {
    for (std::size_t offset = 0; offset < 16; offset += is_short ? 5 : 1)
        for (std::size_t length = 0; length <= 67; ++length) {
            // Another window of the block each time.
            std::size_t const from = (length * 16 + offset) * 17 % (block - 67);
            guarded<T> out(length, offset / 4);
            apply(out, from, offset % 4);
            std::string const where = what + ", length " + std::to_string(length) + ", offsets " +
                                      std::to_string(offset % 4) + " and " + std::to_string(offset / 4);
            EXPECT_TRUE(out.canaries_live()) << where;
            if (!all_same<T>(std::span<T const>(out.data(), length), expected.subspan(from, length), where)) return;
        }
    guarded<T> out(block, 0);
    apply(out, 0, 0);
    all_same<T>(std::span<T const>(out.data(), block), expected, what + ", a long block");
}

template <class T>
void check(functions::unary const& f) {
    auto const& [apply, call] = f.in<T>();
    std::string const what = f.name + ", " + type_name<T> + on();
    std::vector<T> const in = numbers<T>(block, 20261125);
    std::vector<T> expected(block);
    std::transform(in.begin(), in.end(), expected.begin(), call);
    check_lengths<T>(expected, what, [&, array = apply](guarded<T>& out, std::size_t from, std::size_t offset) {
        guarded<T> copy(out.size(), offset);
        std::copy_n(in.begin() + static_cast<std::ptrdiff_t>(from), out.size(), copy.begin());
        array(std::span<T const>(copy.data(), copy.size()), std::span<T>(out.data(), out.size()));
    });
    std::vector<T> const usual = moderate<T>(many, 20261126);
    std::vector<T> out(many);
    expected.resize(many);
    std::transform(usual.begin(), usual.end(), expected.begin(), call);
    apply(usual, out);
    all_same<T>(out, expected, what + ", many");
}

template <class T>
void check(functions::binary const& f) {
    auto const& [apply, call] = f.in<T>();
    std::string const what = f.name + ", " + type_name<T> + on();
    std::vector<T> const in_a = numbers<T>(block, 1), in_b = numbers<T>(block, 2);
    std::vector<T> expected(block);
    std::transform(in_a.begin(), in_a.end(), in_b.begin(), expected.begin(), call);
    check_lengths<T>(expected, what, [&, array = apply](guarded<T>& out, std::size_t from, std::size_t offset) {
        guarded<T> copy(out.size(), offset);
        std::copy_n(in_a.begin() + static_cast<std::ptrdiff_t>(from), out.size(), copy.begin());
        array(std::span<T const>(copy.data(), copy.size()), std::span<T const>(in_b).subspan(from, out.size()),
              std::span<T>(out.data(), out.size()));
    });
}

TEST(LoopsValues, FloatsOfOneNumber) {
    for (auto const& f : functions::all_unary())
        check<float>(f);
}
TEST(LoopsValues, DoublesOfOneNumber) {
    for (auto const& f : functions::all_unary())
        check<double>(f);
}
TEST(LoopsValues, FunctionsOfTwoNumbers) {
    for (auto const& f : functions::all_binary()) {
        check<float>(f);
        check<double>(f);
    }
}

}  // namespace
