// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <accuracy/table.hpp>

#include <cstdarg>
#include <cstdio>

namespace accuracy {

namespace {

[[gnu::format(printf, 1, 2)]] std::string printed(char const* format, ...) {
    char buffer[400];
    std::va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(buffer, sizeof buffer, format, arguments);
    va_end(arguments);
    return buffer;
}

bool is_of_pairs(row const& r) {
    return r.name.find(" by ") != std::string::npos || r.found.worst_input[1] != 0;
}

std::string input(row const& r) {
    if (r.found.worst == 0) return "";
    std::string const first = printed("%a", r.found.worst_input[0]);
    return is_of_pairs(r) ? first + ", " + printed("%a", r.found.worst_input[1]) : first;
}

std::string near_zero(row const& r) {
    return r.found.worst_near_zero == 0 ? "" : printed("2^%.1f", std::log2(r.found.worst_near_zero));
}

std::string reference(row const& r) {
    // What MPFR alone has judged is right.
    return r.found.reference_error == 0 ? "MPFR" : printed("2^%.1f", std::log2(r.found.reference_error));
}

// In percent, rounded down: 100 is all of them.
double share(row const& r) {
    std::uint64_t const inputs = r.found.measured == 0 ? 1 : r.found.measured;
    return std::floor(1e5 * static_cast<double>(r.found.correctly_rounded) / static_cast<double>(inputs)) / 1e3;
}

std::string computed(row const& r) {
    return r.found.worst == 0 ? "" : printed("%a", r.found.worst_computed);
}
std::string exact(row const& r) {
    return r.found.worst == 0 ? "" : printed("%a", r.found.worst_exact);
}

}  // namespace

std::string text(std::vector<row> const& rows) {
    std::string all =
        printed("%-22s %-6s %12s %9s %9s %9s  %-26s %-22s %-22s %-9s %s\n", "function", "type", "inputs", "max ULP",
                "mean", "right, %", "worst input", "computed", "exact", "near zero", "reference, MPFR's");
    int beyond = 0;
    for (row const& r : rows) {
        all += printed("%-22s %-6s %12llu %9.4f %9.5f %9.3f  %-26s %-22s %-22s %-9s %s, %llu", r.name.c_str(),
                       r.type.c_str(), static_cast<unsigned long long>(r.found.inputs), r.found.worst, r.found.mean(),
                       share(r), input(r).c_str(), computed(r).c_str(), exact(r).c_str(), near_zero(r).c_str(),
                       reference(r).c_str(), static_cast<unsigned long long>(r.found.judged_by_mpfr));
        if (r.found.undetermined != 0)
            all += printed("  UNDETERMINED: %llu", static_cast<unsigned long long>(r.found.undetermined));
        if (r.found.lost_nan != 0)
            all += printed("  LOST NAN: %llu", static_cast<unsigned long long>(r.found.lost_nan));
        if (!r.is_within) all += printed("  BEYOND %g ULP", bound_of(r.kind).ulps);
        if (!r.is_complete) all += "  (not all done)";
        all += '\n';
        beyond += !r.is_within;
    }
    return all + printed("%zu functions, %d beyond their bounds\n", rows.size(), beyond);
}

std::string markdown(std::vector<row> const& rows) {
    static constexpr char const* kinds[] = {"Primitives", "Parts of derivatives", "Activations", "First derivatives",
                                            "Second derivatives"};
    std::string all;
    for (char const* type : {"float", "double"})
        for (int kind = 0; kind < 5; ++kind) {
            std::string table;
            for (row const& r : rows)
                if (r.type == type && static_cast<int>(r.kind) == kind)
                    table += printed("| %s | %.4g | %.3g | %.5g | %s | %s | %s | %s | %s |\n", r.name.c_str(),
                                     r.found.worst, r.found.mean(), share(r), input(r).c_str(), computed(r).c_str(),
                                     exact(r).c_str(), near_zero(r).c_str(), reference(r).c_str());
            if (table.empty()) continue;
            all += printed("\n### %s, %s\n\n", kinds[kind], type);
            all +=
                "| function | max ULP | mean | right, % | worst input | computed | exact | near a zero | reference |\n";
            all += "|---|---|---|---|---|---|---|---|---|\n" + table;
        }
    return all;
}

}  // namespace accuracy
