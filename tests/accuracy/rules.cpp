// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What stabilize does for each of its rules: the formula as it is written, each operation in float by itself, and as hillock
// computes it, over 2^20 floats of all exponents. Prints the greatest error of both, in ULP; ends with 1 if a result is worse
// by more than 1 ULP anywhere, if a rewrite is not within 2 ULP, or if the file that it is given, docs/accuracy.md, has not
// these very lines. Rules that are data are made formulas here, so that a new line is tried, too.

#include <accuracy/measure.hpp>
#include <accuracy/reference.hpp>
#include <accuracy/wide.hpp>
#include <functions/function.hpp>
#include <functions/numbers.hpp>

#include <hillock/hillock.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

namespace {

namespace hk = hillock;
using namespace hk::literals;
using hk::x, hk::op;

constexpr std::uint64_t inputs = 1 << 20;
bool all_good = true;
std::string file;

/// A formula without any rule: each operation rounded to float, functions by the library's own primitives.
class naive {
public:
    explicit naive(laws::tape formula) : steps(std::move(formula)), values(steps.size()) {
        for (laws::step const& step : steps)
            functions_of_steps.push_back(function_of(step.code));
    }
    float operator()(float input) {
        for (std::size_t i = 0; i < steps.size(); ++i)
            values[i] = value(i, input);
        return values.back();
    }

private:
    float value(std::size_t i, float input) const {
        laws::step const& step = steps[i];
        auto const operand = [&](std::size_t k) { return values[static_cast<std::size_t>(step.operands[k])]; };
        switch (step.code) {
        case op::variable:
            return input;
        case op::constant:
            return static_cast<float>(std::ldexp(static_cast<double>(step.constant.numerator) /
                                                     static_cast<double>(step.constant.denominator),
                                                 static_cast<int>(step.constant.exponent)));
        case op::add:
            return operand(0) + operand(1);
        case op::subtract:
            return operand(0) - operand(1);
        case op::multiply:
            return operand(0) * operand(1);
        case op::divide:
            return operand(0) / operand(1);
        case op::negate:
            return -operand(0);
        default:
            return functions_of_steps[i](operand(0));
        }
    }
    static float (*function_of(op code))(float) {
        if (code < op::exp) return nullptr;
        return functions::unary_named(hk::detail::name_of(code).text).in_float.call;
    }

    laws::tape steps;
    std::vector<float> values;
    std::vector<float (*)(float)> functions_of_steps;
};

struct worst {
    double ulps = 0;
    float at = 0;

    void note(double error, float input) {
        if (error <= ulps) return;
        ulps = error;
        at = input;
    }
};

template <class E>
void check(E const& e) {
    constexpr std::size_t block = accuracy::wide_reference::block;
    naive written(laws::tape_of(e));
    laws::tape const formula = laws::tape_of(hk::stabilize(e));
    accuracy::wide_reference wide(formula);
    accuracy::reference exact(formula);
    accuracy::number room;
    std::array<double, block> in, out;
    std::array<bool, block> good;
    worst before, after, harm;
    for (std::uint64_t first = 0; first < inputs; first += block) {
        for (std::size_t i = 0; i < block; ++i)
            in[i] = static_cast<double>(functions::spread<float>(first + i));
        wide.run(in.data(), out.data(), good.data());
        for (std::size_t i = 0; i < block; ++i) {
            float const v = static_cast<float>(in[i]), as_written = written(v), rewritten = e(x = v);
            double error, error_as_written;
            if (good[i]) {
                error = accuracy::float_ulps(rewritten, out[i]);
                error_as_written = accuracy::float_ulps(as_written, out[i]);
            } else if (exact.run({&in[i], 1})) {
                error = accuracy::ulps(rewritten, exact.value(), room);
                error_as_written = accuracy::ulps(as_written, exact.value(), room);
            } else {
                std::printf("%s is not known at %a\n", std::string(hk::to_string(e)).c_str(), in[i]);
                all_good = false;
                continue;
            }
            before.note(error_as_written, v);
            after.note(error, v);
            if (error > error_as_written) harm.note(error - error_as_written, v);
        }
    }
    bool const is_good = after.ulps <= 2 && harm.ulps <= 1;
    all_good = all_good && is_good;
    char line[1000];
    std::snprintf(line, sizeof line, "| `%s` | `%s` | %.3g | `%a` | %.3g | %.2f |\n",
                  std::string(hk::to_string(e)).c_str(), std::string(hk::to_string(hk::stabilize(e))).c_str(),
                  before.ulps, static_cast<double>(before.at), after.ulps, harm.ulps);
    bool const is_known = file.empty() || file.find(line) != std::string::npos;
    all_good = all_good && is_known;
    std::printf("%s%s%s", line, is_good ? "" : "NOT GOOD\n", is_known ? "" : "NOT IN THE FILE\n");
}

template <hk::rational Value>
constexpr auto times(auto e) {
    if constexpr (Value == hk::detail::one_number)
        return e;
    else if constexpr (Value == hk::detail::minus_one)
        return -e;
    else
        return hk::constant<Value>{} * e;
}
template <op Code, int Power = 1>
constexpr auto function_of(auto e) {
    if constexpr (Power == 2)
        return hk::square(hk::unary_function<Code>{}(e));
    else
        return hk::unary_function<Code>{}(e);
}

template <auto const& Rule>
void check_offset() {
    check(times<Rule.coefficient>(function_of<Rule.f, Rule.power>(x)) + hk::constant<Rule.offset>{});
}
template <auto const& Rule>
void check_argument() {
    check(times<Rule.coefficient>(function_of<Rule.f>(x)) + times<Rule.multiple>(x));
}
template <auto const& Rule>
void check_mirror() {
    check(function_of<Rule.f>(x) + times<Rule.other>(function_of<Rule.f>(-x)));
}
template <auto const& Rule>
void check_quotient() {
    check(function_of<Rule.f>(x) / function_of<Rule.g>(x));
}
template <auto const& Rule>
void check_pair() {
    check(function_of<Rule.f, Rule.power_f>(x) + times<Rule.other>(function_of<Rule.g, Rule.power_g>(x)));
}

#define FOR_EACH_RULE(rules, function)                                                                                 \
    [&]<std::size_t... I>(std::index_sequence<I...>) {                                                                 \
        (function<hk::detail::rules[I]>(), ...);                                                                       \
    }                                                                                                                  \
    (std::make_index_sequence<std::size(hk::detail::rules)>{})

void check_data() {
    FOR_EACH_RULE(offset_rules, check_offset);
    FOR_EACH_RULE(argument_rules, check_argument);
    FOR_EACH_RULE(mirror_rules, check_mirror);
    FOR_EACH_RULE(quotient_rules, check_quotient);
    FOR_EACH_RULE(pair_rules, check_pair);
}

// Rules that are code, as users write what they are for.
void check_others() {
    check(hk::log(1_c + x));
    check(hk::log(1_c + hk::exp(x)));
    check(hk::log(hk::exp(x) + hk::exp(2_c * x)));
    check(1_c / (1_c + hk::exp(-x)));
    check(hk::exp(x) / (1_c + hk::exp(x)));
    check((1_c - hk::exp(-x)) / (1_c + hk::exp(-x)));
    check((hk::exp(x) - hk::exp(-x)) / (hk::exp(x) + hk::exp(-x)));
    check(hk::log(hk::sigmoid(x)));
    check(hk::log(1_c - hk::sigmoid(x)));
    check(hk::log(hk::cosh(x)));
    check(hk::tanh(hk::softplus(x)));
    check(x * hk::tanh(hk::log(1_c + hk::exp(x))));
    check(0.5_c * x * (1_c + hk::erf(x / hk::sqrt(2_c))));
    check(hk::sqrt(x * x));
    check(hk::sqrt(x * x + 1_c));
    check(hk::sqrt(x * x + 1_c) - 1_c);
    check(x + hk::sqrt(x * x + 1_c));
    check(hk::sqrt(x * x + 1_c) - x);
    check(1_c + x / hk::sqrt(x * x + 1_c));
    check(1_c + x / (1_c + hk::abs(x)));
    check(1_c - x / (2_c + hk::abs(x)));
    check(x / 3_c + 0.5_c);
    check(x * hk::exp(x) + x * hk::sigmoid(x));
    check(hk::exp(x) * hk::exp(-0.5_c * x));
    check(hk::square(hk::exp(x)));
    check(1_c / hk::exp(x));
    check(hk::exp(x) * hk::sigmoid(-x));
    check(hk::sigmoid(x) * (1_c - hk::sigmoid(x)));
    check(hk::exp(-hk::softplus(x)));
    check(hk::log1p(hk::exp(x)));
    check(hk::log(hk::exp(x)));
    check(hk::erfc(-x / hk::sqrt(2_c)));
    check(x * hk::sign(x));
    check(hk::square(hk::abs(x)));
}

}  // namespace

int main(int count, char** arguments) {
    if (count == 2) {
        std::ifstream in(arguments[1]);
        file.assign(std::istreambuf_iterator(in), {});
        if (file.empty()) {
            std::fprintf(stderr, "rules: no file %s\n", arguments[1]);
            return 2;
        }
    }
    accuracy::allow_all_exponents();
    std::puts("| formula | stabilised | as written, max ULP | at | stabilised, max ULP | worse by at most |");
    std::puts("|---|---|---|---|---|---|");
    check_data();
    check_others();
    return all_good ? 0 : 1;
}
