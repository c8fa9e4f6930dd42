// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
//
// A product of matrices whose epilogue is any formula: bias, activation and residual are computed on the sums while they are
// still in registers (gemm_epilogue/product.hpp), and so is backward. Each is compared with loops that keep everything
// apart, and timed with and without the epilogue.

#include "gemm_epilogue/product.hpp"

#include <charconv>
#include <chrono>
#include <cmath>
#include <exception>
#include <iomanip>
#include <iostream>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>

namespace hk = hillock;
using namespace hk::literals;
using gemm::bias, gemm::residual, gemm::matrix, hk::x, hk::dy;

static constexpr std::size_t most = 8192;

struct wrong_usage : std::runtime_error {
    using runtime_error::runtime_error;
};

static std::size_t read_size(std::string_view name, std::string_view text) {
    std::size_t size = 0;
    auto const [behind, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (error != std::errc{} || behind != text.data() + text.size() || size < 1 || size > most)
        throw wrong_usage(std::string(name) + " is a whole number from 1 to " + std::to_string(most) + ", not \"" +
                          std::string(text) + '"');
    return size;
}

/// Numbers from -1 to 1, the same everywhere.
static void fill(std::vector<float>& values, std::mt19937& random) {
    for (float& value : values)
        value = static_cast<float>(random() >> 8) * 0x1p-23f - 1;
}

/// Milliseconds, the least of five runs.
template <class Run>
static double time(Run run) {
    using clock = std::chrono::steady_clock;
    double least = 1e300;
    for (int i = 0; i < 5; ++i) {
        auto const begin = clock::now();
        run();
        least = std::min(least, std::chrono::duration<double, std::milli>(clock::now() - begin).count());
    }
    return least;
}

static double largest_difference(std::vector<float> const& a, std::vector<float> const& b) {
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        double const difference = std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i]));
        if (!(difference <= largest)) largest = difference;  // NaN, too
    }
    return largest;
}

struct problem {
    problem(std::size_t rows, std::size_t columns, std::size_t inner)
        : a(rows, inner), b(inner, columns), residuals(rows, columns), upstream(rows, columns), exact(rows, columns),
          biases(columns) {
        std::mt19937 random(1);
        for (auto* const values : {&a.values, &b.values, &residuals.values, &upstream.values, &biases})
            fill(*values, random);
        std::vector<double> sums(columns);
        for (std::size_t row = 0; row < rows; ++row) {
            std::fill(sums.begin(), sums.end(), 0.0);
            for (std::size_t k = 0; k < inner; ++k)
                for (std::size_t column = 0; column < columns; ++column)
                    sums[column] += static_cast<double>(a.row(row)[k]) * static_cast<double>(b.row(k)[column]);
            for (std::size_t column = 0; column < columns; ++column)
                exact.row(row)[column] = static_cast<float>(sums[column]);
        }
    }
    matrix a, b, residuals, upstream, exact;  // exact: a b, summed in double
    std::vector<float> biases;
};

/// Prints a row of the table, for an epilogue that is `Activation(x + bias)` with what else there is; whether the results are
/// those of the reference.
template <hk::expression auto Activation, hk::expression auto Epilogue>
static bool run(std::string_view name, problem const& given) {
    // As d/dx f(x + bias) = f'(x + bias); of other epilogues it is `dy * hk::diff(Epilogue, x)`.
    constexpr auto by_sum = dy * hk::diff(Activation)(x = x + bias);
    std::size_t const rows = given.a.rows, columns = given.b.columns;
    gemm::epilogue_inputs const inputs{given.biases, given.residuals};
    matrix out(rows, columns), sums(rows, columns), gradients(rows, columns), apart(rows, columns);
    std::vector<float> bias_gradients(columns);

    double const fused_time = time([&] { gemm::multiply<Epilogue>(given.a, given.b, inputs, out); });
    double const apart_time = time([&] {
        gemm::multiply<x>(given.a, given.b, inputs, apart);
        hk::apply(Epilogue, hk::matrix(apart.values, rows, columns), x = hk::matrix(apart.values, rows, columns),
                  bias = hk::row(given.biases), residual = hk::matrix(given.residuals.values, rows, columns));
    });
    gemm::multiply<Epilogue>(given.a, given.b, inputs, out, &sums);
    double const backward_time =
        time([&] { gemm::multiply_backward<by_sum>(given.upstream, sums, inputs, gradients, bias_gradients); });

    // Nothing fused: sums in double, then one call of a formula after another.
    matrix expected(rows, columns), expected_gradients(rows, columns);
    std::vector<double> totals(columns);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column) {
            double const sum = static_cast<double>(sums.row(row)[column]);
            auto const own_bias = bias = given.biases[column];
            auto const own_residual = residual = given.residuals.row(row)[column];
            expected.row(row)[column] = Epilogue(x = given.exact.row(row)[column], own_bias, own_residual);
            double const slope = hk::diff(Epilogue, x)(x = sum, own_bias, own_residual);
            double const gradient = static_cast<double>(given.upstream.row(row)[column]) * slope;
            expected_gradients.row(row)[column] = static_cast<float>(gradient);
            totals[column] += gradient;
        }
    double const forward = largest_difference(out.values, expected.values);
    double const from_apart = largest_difference(out.values, apart.values);
    double const backward = largest_difference(gradients.values, expected_gradients.values);
    double const by_biases = largest_difference(bias_gradients, std::vector<float>(totals.begin(), totals.end()));

    std::cout << std::left << std::setw(26) << name << std::right << std::setprecision(1) << std::scientific
              << std::setw(10) << forward << std::setw(10) << from_apart << std::setw(10) << backward << std::setw(10)
              << by_biases << std::setprecision(3) << std::fixed << std::setw(10) << fused_time << std::setw(10)
              << apart_time << std::setw(10) << backward_time << '\n';
    // What roundings of sums of so many numbers up to 1 can come to, and far less than a wrong formula would.
    auto const rounding = [](std::size_t terms) { return 0x1p-22 * std::pow(static_cast<double>(terms), 1.5); };
    return forward <= rounding(given.a.columns) && from_apart == 0 && backward <= 1e-5 && by_biases <= rounding(rows);
}

int main(int count, char** arguments) try {
    std::vector<std::string_view> const given(arguments + 1, arguments + count);
    if (given.size() == 1 && given[0] == "--help") {
        std::cout << "usage: gemm_epilogue [ROWS COLUMNS INNER]\n";
        return 0;
    }
    if (!given.empty() && given.size() != 3) throw wrong_usage("usage: gemm_epilogue [ROWS COLUMNS INNER]");
    std::size_t const rows = given.empty() ? 250 : read_size("ROWS", given[0]);
    std::size_t const columns = given.empty() ? 330 : read_size("COLUMNS", given[1]);
    std::size_t const inner = given.empty() ? 170 : read_size("INNER", given[2]);
    problem const sizes(rows, columns, inner);

    gemm::epilogue_inputs const inputs{sizes.biases, sizes.residuals};
    matrix out(rows, columns);
    double const product_time = time([&] { gemm::multiply<x>(sizes.a, sizes.b, inputs, out); });
    std::cout << rows << " x " << columns << " sums of " << inner << " products, on "
              << std::string_view(hk::instruction_set()) << "; the product alone takes " << std::setprecision(3)
              << std::fixed << product_time << " ms\n\n"
              << "                                  largest difference of                 milliseconds\n"
              << "epilogue of x = a b          fused     apart  backward      bias     fused     apart  backward\n";
    bool good = run<x, x + bias>("x + bias", sizes);
    good = run<hk::gelu, hk::gelu(x + bias)>("gelu(x + bias)", sizes) && good;
    good = run<hk::silu, residual + hk::silu(x + bias)>("residual + silu(x + bias)", sizes) && good;
    good = run<hk::mish, residual + hk::mish(x + bias)>("residual + mish(x + bias)", sizes) && good;
    std::cout << "\nfused      from sums in double and then one call of the formula after another"
                 "\napart      from the same product and then hk::apply: none, as the bits are the same"
                 "\nbackward   of the gradient by x, from calls of the derivative in double"
                 "\nbias       of the gradient by the bias, from the sums of those"
                 "\nTimes are the least of five runs on this machine as it is just now.\n";
    if (!good) std::cerr << "gemm_epilogue: a difference is greater than rounding explains\n";
    return good ? 0 : 1;
} catch (wrong_usage const& error) {
    std::cerr << "gemm_epilogue: " << error.what() << '\n';
    return 2;
} catch (std::exception const& error) {
    std::cerr << "gemm_epilogue: " << error.what() << '\n';
    return 1;
}
