// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What hk::apply refuses at run time: before anything is written, and with the variable's name and both sizes.

#include <runtime/loops_check.hpp>

#include <initializer_list>
#include <stdexcept>

namespace {

namespace hk = hillock;
using hk::x, hk::y;
using std::span;

inline constexpr hk::variable<"bias"> bias;

class LoopsRefusal : public testing::Test {
public:
    std::vector<float> memory = loops::ordinary<float>(256, 1), in = loops::ordinary<float>(256, 2);
    float total = 42;

    span<float> part(std::size_t from, std::size_t count) { return span(memory).subspan(from, count); }

    template <class Call>
    void refuses(Call const& call, std::initializer_list<char const*> words) {
        std::vector<float> const before = memory;
        try {
            call();
            ADD_FAILURE() << "not refused, expected " << *words.begin();
        } catch (std::invalid_argument const& error) {
            for (char const* const word : words)
                EXPECT_NE(std::string(error.what()).find(word), std::string::npos)
                    << error.what() << "\ndoes not say: " << word;
        }
        EXPECT_EQ(std::memcmp(memory.data(), before.data(), memory.size() * sizeof(float)), 0);
        EXPECT_EQ(total, 42);
    }
};

TEST_F(LoopsRefusal, sizes_that_differ) {
    refuses([&] { hk::apply(hk::relu, part(0, 10), span(in).first(11)); }, {"x", "11", "10"});
    refuses([&] { hk::apply(hk::relu, part(0, 0), span(in).first(1)); }, {"x", "1", "0"});
    refuses([&] { hk::apply(x + bias, part(0, 10), x = span(in).first(10), bias = span(in).first(9)); },
            {"bias", "9", "10"});
    refuses(
        [&] { hk::apply(hk::outputs(hk::relu, hk::tanh), hk::outputs(part(0, 10), part(20, 12)), span(in).first(10)); },
        {"output 2", "12", "10"});
    refuses([&] { hk::apply(hk::outputs(hk::sum(x * y)), hk::outputs(total), span(in).first(8), span(in).first(7)); },
            {"y", "7", "8"});
}

TEST_F(LoopsRefusal, null) {
    float* const none = nullptr;
    refuses([&] { hk::apply(hk::relu, part(0, 10), span<float>(none, 10)); }, {"x", "null", "10"});
    refuses([&] { hk::apply(hk::relu, span<float>(none, 10), span(in).first(10)); }, {"output", "null", "10"});
}

TEST_F(LoopsRefusal, overlap) {
    for (std::size_t const shift : {1, 5, 9}) {
        refuses([&] { hk::apply(hk::relu, part(20, 10), part(20 + shift, 10)); }, {"x", "10", "overlap"});
        refuses([&] { hk::apply(hk::relu, part(20 + shift, 10), part(20, 10)); }, {"x", "10", "overlap"});
    }
    refuses(
        [&] { hk::apply(hk::outputs(hk::relu, hk::tanh), hk::outputs(part(0, 10), part(0, 10)), span(in).first(10)); },
        {"output 1", "output 2", "10", "overlap"});
    refuses(
        [&] { hk::apply(hk::outputs(hk::relu, hk::tanh), hk::outputs(part(0, 10), part(9, 10)), span(in).first(10)); },
        {"output 1", "output 2", "10", "overlap"});
    refuses([&] { hk::apply(hk::sum(hk::relu), memory[3], part(0, 10)); }, {"x", "10", "1", "overlap"});
    refuses(
        [&] {
            hk::apply(hk::outputs(hk::relu, hk::sum(hk::relu)), hk::outputs(part(0, 10), memory[9]),
                      span(in).first(10));
        },
        {"output 1", "output 2", "overlap"});
    refuses([&] { hk::apply(hk::outputs(hk::sum(x), hk::sum(hk::relu)), hk::outputs(total, total), in); },
            {"output 1", "output 2", "overlap"});
}

TEST_F(LoopsRefusal, matrices) {
    refuses([&] { hk::apply(hk::relu, hk::matrix(part(0, 11), 3, 4)); }, {"output", "11", "3", "4"});
    refuses([&] { hk::apply(hk::relu, hk::matrix(part(0, 13), 3, 4, 5)); }, {"output", "13", "3", "4", "5"});
    refuses([&] { hk::apply(hk::relu, hk::matrix(memory, 3, 4, 3)); }, {"output", "4", "3", "leading dimension"});
    refuses([&] { hk::apply(hk::relu, hk::matrix(memory, 3, 4), x = hk::matrix(in, 4, 3)); }, {"x", "4", "3"});
    refuses(
        [&] {
            hk::apply(x + bias, hk::matrix(memory, 3, 4), x = hk::matrix(in, 3, 4), bias = hk::row(span(in).first(3)));
        },
        {"bias", "3", "4"});
    refuses(
        [&] {
            hk::apply(x + bias, hk::matrix(memory, 3, 4), x = hk::matrix(in, 3, 4),
                      bias = hk::column(span(in).first(4)));
        },
        {"bias", "4", "3"});
    std::size_t const half = std::size_t{1} << 63;
    refuses([&] { hk::apply(hk::relu, hk::matrix(memory, 3, 2, half)); }, {"output", "256"});
    refuses([&] { hk::apply(hk::relu, hk::matrix(memory, half, 4)); }, {"output", "256"});
    // Rows of one matrix in each other, and a row that is the output's own.
    refuses([&] { hk::apply(hk::relu, hk::matrix(part(0, 100), 4, 5, 10), x = hk::matrix(part(4, 100), 4, 5, 10)); },
            {"x", "overlap"});
    refuses([&] { hk::apply(hk::relu, hk::matrix(memory, 3, 4), x = hk::row(part(0, 4))); }, {"x", "overlap"});
    // Among rows that miss each other, one that does not; and what lies in the padding, but for one element.
    refuses([&] { hk::apply(hk::relu, hk::matrix(memory, 4, 5, 20), x = hk::matrix(part(5, 100), 4, 5, 13)); },
            {"x", "overlap"});
    refuses([&] { hk::apply(hk::relu, hk::matrix(part(5, 100), 4, 5, 13), x = hk::matrix(memory, 4, 5, 20)); },
            {"x", "overlap"});
    refuses([&] { hk::apply(hk::relu, hk::matrix(memory, 4, 5, 10), x = hk::row(part(26, 5))); }, {"x", "overlap"});
    refuses([&] { hk::apply(hk::relu, hk::matrix(memory, 4, 5, 10), x = hk::column(part(14, 4))); }, {"x", "overlap"});
    // A row is never in place, not even where it is the only one.
    refuses([&] { hk::apply(hk::relu, hk::matrix(memory, 1, 4), x = hk::row(part(0, 4))); }, {"x", "overlap"});
}

TEST_F(LoopsRefusal, what_is_allowed) {
    EXPECT_NO_THROW(hk::apply(hk::relu, memory, memory));
    EXPECT_NO_THROW(hk::apply(hk::relu, part(10, 10), part(20, 10)));
    EXPECT_NO_THROW(hk::apply(hk::relu, part(20, 10), part(10, 10)));
    // Two blocks of columns side by side.
    EXPECT_NO_THROW(hk::apply(hk::relu, hk::matrix(part(0, 95), 10, 5, 10), x = hk::matrix(part(5, 95), 10, 5, 10)));
    EXPECT_NO_THROW(hk::apply(hk::relu, hk::matrix(part(5, 95), 10, 5, 10), x = hk::matrix(part(0, 95), 10, 5, 10)));
    EXPECT_NO_THROW(hk::apply(hk::relu, hk::matrix(memory, 5, 6, 7), x = hk::matrix(memory, 5, 6, 7)));
    // In the padding of an output: rows at another distance, a row, a column, and the place of a sum.
    EXPECT_NO_THROW(hk::apply(hk::relu, hk::matrix(memory, 4, 5, 20), x = hk::matrix(part(5, 100), 4, 5, 10)));
    EXPECT_NO_THROW(hk::apply(hk::relu, hk::matrix(part(5, 100), 4, 5, 10), x = hk::matrix(memory, 4, 5, 20)));
    EXPECT_NO_THROW(hk::apply(hk::relu, hk::matrix(memory, 4, 5, 10), x = hk::row(part(25, 5))));
    EXPECT_NO_THROW(hk::apply(hk::relu, hk::matrix(memory, 4, 5, 10), x = hk::column(part(16, 4))));
    EXPECT_NO_THROW(hk::apply(hk::outputs(hk::relu, hk::sum(x)), hk::outputs(hk::matrix(memory, 4, 5, 10), memory[9]),
                              x = hk::matrix(in, 4, 5)));
}

}  // namespace
