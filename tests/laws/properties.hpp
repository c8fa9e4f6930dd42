// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/property_set.hpp>

#include <laws/oracle.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

/// What hk::properties says of an expression against dense sampling of the expression and its slope in MPFR.
namespace laws {

/// The value and the slope at a number, where they are determined.
struct taken {
    double x;
    real v, dx;
    bool has_slope;
    /// What rounding may have done to them.
    real v_error, dx_error;
};

/// Numbers of all sizes, many of moderate size, and both sides of what is said to be a kink, in order.
inline std::vector<double> sample_numbers(hk::property_set const& claimed) {
    std::vector<double> result{0};
    for (int i = 1; i <= 30 * 16; ++i)
        result.push_back(i / 16.0);
    for (int k = -40; k <= 60; ++k)
        for (double m : {1.0, 1.3125, 1.671875})
            result.push_back(std::ldexp(m, k));
    std::mt19937_64 random(20261128);
    for (int i = 0; i < 300; ++i)
        result.push_back(static_cast<double>(random() >> 11) * 0x1p-53 * 12);
    std::size_t const count = result.size();
    for (std::size_t i = 1; i < count; ++i)
        result.push_back(-result[i]);
    for (hk::kink const& each : claimed.kinks)
        for (double distance : {0x1p-20, 0x1p-10})
            result.insert(result.end(), {each.at.lower - distance, each.at.upper + distance});
    for (hk::enclosure const& at :
         {claimed.minimum.at, claimed.maximum.at, claimed.saturates_left.beyond, claimed.saturates_right.beyond})
        for (double x : {at.lower, at.upper, at.estimate()})
            if (std::isfinite(x)) result.push_back(x);
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

/// Holds claims against samples; each complaint is a failure of the test.
class property_judge {
public:
    /// `thorough`: also that what is denied is seen somewhere, and that enclosures are narrow, which holds of functions
    /// without features that the samples miss.
    property_judge(std::string subject, tape const& steps, hk::property_set const& properties, bool see_everything)
        : name(std::move(subject)), p(properties), thorough(see_everything) {
        for (double x : sample_numbers(p)) {
            truth_at const truth(steps, {.values = {{"x", x}}});
            dual const& d = truth.fine;
            if (d.undecided || d.far || !d.v.is_finite()) {
                nowhere += (d.v.is_nan() && !d.undecided && !d.far && std::abs(x) < 4);
                continue;
            }
            samples.push_back(
                {x, d.v, d.dx, !d.kink && d.dx.is_finite(), scaled(d.error, -120), scaled(d.dx_size, -120)});
        }
    }

    void judge() {
        if (samples.empty()) return;
        values();
        slopes();
        symmetry();
        ends();
        points();
        // simplify takes x / x for 1: single holes are filled.
        if (nowhere > 3) expect(!static_cast<bool>(p.monotone), "monotone though it is not defined everywhere", 0);
    }

private:
    void expect(bool holds, std::string const& what, double x) {
        if (!holds && said++ < 4) ADD_FAILURE() << name << ": " << what << " at " << x;
    }
    /// Certainly less, whatever rounding did.
    static bool less(real const& a, real const& b, real const& error = real(0)) {
        return a < b - scaled(abs(a) + abs(b) + real(0x1p-1000), -90) - error;
    }
    real const& largest(bool upward) const {
        auto const by_value = [](taken const& a, taken const& b) { return a.v < b.v; };
        return upward ? std::max_element(samples.begin(), samples.end(), by_value)->v
                      : std::min_element(samples.begin(), samples.end(), by_value)->v;
    }

    void values() {
        for (taken const& s : samples) {
            expect(!less(s.v, p.range.lower.lower, s.v_error) && !less(p.range.upper.upper, s.v, s.v_error),
                   "a value outside of the range", s.x);
            // An open end is no value; next to it, only what a double can tell apart.
            double const v = s.v.to_double();
            if (p.range.lower.attained == hk::answer(false) && std::isfinite(p.range.lower.lower) &&
                p.range.lower.is_exact())
                expect(less(real(p.range.lower.lower), s.v) || std::abs(v) < 0x1p-900 ||
                           std::abs(v - p.range.lower.lower) < 0x1p-52 * std::abs(v) || std::isinf(v),
                       "the open lower end is a value", s.x);
            if (p.bounded_above) expect(std::isfinite(p.range.upper.upper), "bounded without a bound", s.x);
        }
        real const least = largest(false), greatest = largest(true);
        if (thorough) {
            if (p.range.lower.attained)
                expect(
                    !less(real(p.range.lower.upper) + abs(real(p.range.lower.upper)) * real(1e-5) + real(1e-9), least),
                    "no value is as low as the minimum", 0);
            if (p.range.upper.attained)
                expect(!less(greatest,
                             real(p.range.upper.lower) - abs(real(p.range.upper.lower)) * real(1e-5) - real(1e-9)),
                       "no value is as high as the maximum", 0);
            if (p.bounded_below == hk::answer(false))
                expect(least.to_double() < -30, "unbounded below, but not seen", 0);
            if (p.bounded_above == hk::answer(false))
                expect(greatest.to_double() > 30, "unbounded above, but not seen", 0);
        }
        if (p.minimum && p.minimum.at.is_known())
            expect(!less(least, real(p.minimum.value.lower)), "below the minimum", 0);
        bool falls = false, rises = false, bends_up = false, bends_down = false;
        for (std::size_t i = 1; i < samples.size(); ++i) {
            taken const &a = samples[i - 1], &b = samples[i];
            falls = falls || less(b.v, a.v, a.v_error + b.v_error);
            rises = rises || less(a.v, b.v, a.v_error + b.v_error);
            if (p.monotone.increasing)
                expect(!less(b.v, a.v, a.v_error + b.v_error), "said to increase, but falls", b.x);
            if (p.monotone.decreasing)
                expect(!less(a.v, b.v, a.v_error + b.v_error), "said to decrease, but rises", b.x);
            if (!a.has_slope || !b.has_slope) continue;
            bends_up = bends_up || less(a.dx, b.dx, a.dx_error + b.dx_error);
            bends_down = bends_down || less(b.dx, a.dx, a.dx_error + b.dx_error);
            if (p.convex)
                expect(!less(b.dx, a.dx, a.dx_error + b.dx_error), "said to be convex, but the slope falls", b.x);
            if (p.concave)
                expect(!less(a.dx, b.dx, a.dx_error + b.dx_error), "said to be concave, but the slope rises", b.x);
        }
        if (!thorough) return;
        if (p.monotone.increasing == hk::answer(false)) expect(falls, "said not to increase, but never falls", 0);
        if (p.monotone.decreasing == hk::answer(false)) expect(rises, "said not to decrease, but never rises", 0);
        if (p.convex == hk::answer(false))
            expect(bends_down || p.kinks.size() > 0, "said not to be convex, but its slope never falls", 0);
        if (p.concave == hk::answer(false))
            expect(bends_up || p.kinks.size() > 0, "said not to be concave, but its slope never rises", 0);
    }

    void slopes() {
        real steepest(0);
        for (taken const& s : samples) {
            if (!s.has_slope) continue;
            if (steepest < abs(s.dx)) steepest = abs(s.dx);
            expect(!less(s.dx, p.gradient_range.lower.lower, s.dx_error) &&
                       !less(p.gradient_range.upper.upper, s.dx, s.dx_error),
                   "a slope outside of the gradient's range", s.x);
            expect(!less(p.lipschitz.upper, abs(s.dx), s.dx_error), "steeper than the Lipschitz constant", s.x);
            bool dead = false;
            for (hk::span_of_line const& span : p.dead_interval.where)
                dead = dead || (span.lower.upper < s.x && s.x < span.upper.lower);
            if (dead) expect(!less(0, abs(s.dx), s.dx_error), "alive in a dead interval", s.x);
            if (p.saturates_right && s.x > p.saturates_right.beyond.upper)
                expect(abs(s.dx).to_double() < 0x1p-10, "not quiet on the right", s.x);
            if (p.saturates_left && s.x < p.saturates_left.beyond.lower)
                expect(abs(s.dx).to_double() < 0x1p-10, "not quiet on the left", s.x);
            if (s.x == p.saturates_right.beyond.lower || s.x == p.saturates_left.beyond.upper)
                expect(abs(s.dx).to_double() > 0x1p-10 * 0.99 || p.kinks.size() > 0, "quiet already before", s.x);
        }
        if (thorough && std::isfinite(p.lipschitz.lower))
            expect(!less(steepest, real(p.lipschitz.lower * 0.98)), "nowhere as steep as the Lipschitz constant", 0);
    }

    void symmetry() {
        for (taken const& s : samples)
            if (s.x == 0 && p.zero_at_zero.is_known()) expect(p.zero_at_zero == s.v.is_zero(), "its value at 0", 0);
        bool odd = true, even = true;
        for (std::size_t i = 0, k = samples.size(); i < k;) {
            taken const &a = samples[i], &b = samples[k - 1];
            if (a.x != -b.x) {
                if (-a.x > b.x)
                    ++i;
                else
                    --k;
                continue;
            }
            bool const odd_here = !less(a.v, -b.v, a.v_error + b.v_error) && !less(-b.v, a.v, a.v_error + b.v_error),
                       even_here = !less(a.v, b.v, a.v_error + b.v_error) && !less(b.v, a.v, a.v_error + b.v_error);
            if (p.odd) expect(odd_here, "said to be odd", b.x);
            if (p.even) expect(even_here, "said to be even", b.x);
            odd = odd && odd_here;
            even = even && even_here;
            ++i;
            --k;
        }
        if (!thorough) return;
        if (p.odd == hk::answer(false)) expect(!odd, "said not to be odd", 0);
        if (p.even == hk::answer(false)) expect(!even, "said not to be even", 0);
    }

    void end(hk::limit_value const& limit, taken const& last, taken const& before) {
        if (!limit.exists || !limit.is_known()) return;
        double const v = last.v.to_double();
        if (std::isinf(limit.lower) && limit.is_exact())
            expect(limit.lower > 0 ? v > 4 && !less(last.v, before.v) : v < -4 && !less(before.v, last.v),
                   "does not run to its infinite limit", last.x);
        else if (std::isfinite(limit.lower) && std::isfinite(limit.upper))
            expect(v > limit.lower - 1e-4 * (1 + std::abs(limit.lower)) &&
                       v < limit.upper + 1e-4 * (1 + std::abs(limit.upper)),
                   "far from its limit", last.x);
    }
    void ends() {
        // Only where the samples reach far out.
        if (samples.size() < 2000 || samples.front().x > -0x1p40 || samples.back().x < 0x1p40) return;
        end(p.limit_left, samples.front(), samples[40]);
        end(p.limit_right, samples.back(), samples[samples.size() - 41]);
    }

    void points() {
        for (hk::kink const& each : p.kinks)
            for (taken const& s : samples) {
                if (!s.has_slope) continue;
                auto const near = [](hk::enclosure const& claimed, double seen) {
                    return seen > claimed.lower - 1e-3 * (1 + std::abs(claimed.lower)) &&
                           seen < claimed.upper + 1e-3 * (1 + std::abs(claimed.upper));
                };
                if (s.x == each.at.lower - 0x1p-20) {
                    expect(near(each.slope_left, s.dx.to_double()), "another slope on the left of a kink", s.x);
                    expect(near(each.value_left, s.v.to_double()), "another value on the left of a kink", s.x);
                }
                if (s.x == each.at.upper + 0x1p-20) {
                    expect(near(each.slope_right, s.dx.to_double()), "another slope on the right of a kink", s.x);
                    expect(near(each.value_right, s.v.to_double()), "another value on the right of a kink", s.x);
                }
            }
        if (p.smoothness >= 1)
            for (std::size_t i = 1; i < samples.size(); ++i)
                if (samples[i].has_slope && samples[i - 1].has_slope && samples[i].x - samples[i - 1].x < 0x1p-30)
                    expect(std::abs(samples[i].dx.to_double() - samples[i - 1].dx.to_double()) < 1e-3,
                           "the slope jumps", samples[i].x);
    }

    std::string name;
    hk::property_set p;
    bool thorough;
    /// It has no value somewhere.
    int nowhere = 0;
    int said = 0;
    std::vector<taken> samples;
};

}  // namespace laws
