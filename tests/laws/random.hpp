// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <laws/generate.hpp>
#include <laws/judge.hpp>

#include <array>
#include <utility>

/// The laws over expression types that the compiler draws from a seed (another one: -DHILLOCK_LAWS_SEED=1).
namespace laws {

#ifndef HILLOCK_LAWS_SEED
#define HILLOCK_LAWS_SEED 20261124
#endif
inline constexpr std::uint64_t seed = HILLOCK_LAWS_SEED;

/// A call of an expression, and whether it has a direct plan.
template <class T>
struct computation {
    T (*call)(T, T);
    bool direct;
};

template <class T, auto const& E>
constexpr computation<T> computation_of() {
    return {[](T a, T b) { return E(hk::x = a, hk::y = b); }, is_direct<T, std::remove_cvref_t<decltype(E)>>};
}

/// An expression, what the library makes of it, and how the library computes that.
struct sample {
    std::string text;
    tape e, simplified, stabilized, dx, dy, dxdy, dydx;
    computation<double> value, value_dx, value_dy, value_dxdy;
    computation<float> value_float;
    bool simplify_is_idempotent;
};

template <std::uint64_t State, int Depth>
struct drawn {
    static constexpr auto e = draw<State, Depth>();
    static constexpr auto dx = hk::diff(e, hk::x);
    static constexpr auto dy = hk::diff(e, hk::y);
    static constexpr auto dxdy = hk::diff(dx, hk::y);
    static constexpr auto dydx = hk::diff(dy, hk::x);
    static constexpr auto simplified = hk::simplify(e);

    static sample make() {
        return {
            .text = std::string(hk::to_string(e)),
            .e = tape_of(e),
            .simplified = tape_of(simplified),
            .stabilized = tape_of(hk::stabilize(e)),
            .dx = tape_of(dx),
            .dy = tape_of(dy),
            .dxdy = tape_of(dxdy),
            .dydx = tape_of(dydx),
            .value = computation_of<double, e>(),
            .value_dx = computation_of<double, dx>(),
            .value_dy = computation_of<double, dy>(),
            .value_dxdy = computation_of<double, dxdy>(),
            .value_float = computation_of<float, e>(),
            .simplify_is_idempotent = std::is_same_v<std::remove_const_t<decltype(hk::simplify(simplified))>,
                                                     std::remove_const_t<decltype(simplified)>>,
        };
    }
};

/// Points from a random generator: of moderate size, of any size, and of small whole and half numbers; most are floats.
inline std::vector<point> points(std::uint64_t state, int count) {
    std::vector<point> result;
    auto const number = [&](int kind) {
        state = next(state);
        double const unit = static_cast<double>(state >> 11) * 0x1p-53;
        double const sign = (state & 1) != 0 ? -1 : 1;
        double const other = static_cast<double>(next(state) >> 11) * 0x1p-53;
        switch (kind) {
        case 0:
            return sign * std::round(unit * 4) / 2;
        case 1:
            return static_cast<double>(static_cast<float>(sign * (1 + unit) * std::exp2(std::floor(other * 36 - 30))));
        case 2:
            return sign * unit * 4;
        default:
            return static_cast<double>(static_cast<float>(sign * unit * 3));
        }
    };
    for (int i = 0; i < count; ++i) {
        int const kind = i % 6;
        double const x = number(kind);
        double const y = number(kind == 1 ? 5 : kind);
        result.push_back({.values = {{"x", x}, {"y", y}}});
    }
    return result;
}

/// Says where and how a law is broken, once for each law and expression.
class complaints {
public:
    explicit complaints(sample const& s) : subject(s) {}

    void operator()(tallies& all, std::string const& law, verdict v, point const& at,
                    std::function<std::string()> const& values) {
        if (!count(all, law, v) || said[law]) return;
        said[law] = true;
        ADD_FAILURE() << "law: " << law << "\nexpression: " << subject.text << "\npoint: " << text(at) << "\n"
                      << values() << "\nseed: " << seed;
    }

private:
    sample const& subject;
    std::map<std::string, bool> said;
};

inline void check(sample const& s, std::uint64_t state, tallies& all) {
    complaints complain(s);
    EXPECT_TRUE(s.simplify_is_idempotent) << "simplify(simplify(e)) has another type than simplify(e): " << s.text;
    for (point const& at : points(state, 24)) {
        truth_at const e(s.e, at);
        truth_at const dx(s.dx, at), dy(s.dy, at), dxdy(s.dxdy, at), dydx(s.dydx, at);
        double const a = at.values[0].value;
        double const b = at.values[1].value;

        auto const formula = [&](std::string const& law, truth_at const& left, truth_at const& right,
                                 real dual::*component) {
            verdict const v = same(left, &dual::v, right, component);
            complain(all, law, v, at, [&] {
                return "this formula: " + left.fine.v.text() + "\nthe oracle:   " + (right.fine.*component).text();
            });
        };
        formula("simplify keeps the value", truth_at(s.simplified, at), e, &dual::v);
        formula("stabilize keeps the value", truth_at(s.stabilized, at), e, &dual::v);
        formula("derivative by x is the dual number's", dx, e, &dual::dx);
        formula("derivative by y is the dual number's", dy, e, &dual::dy);
        formula("mixed partial is the dual number's", dxdy, e, &dual::dxy);
        formula("mixed partials agree", dxdy, dydx, &dual::v);

        auto const compute = [&]<class T>(std::string const& law, computation<T> const& c, truth_at const& truth) {
            T const result = c.call(static_cast<T>(a), static_cast<T>(b));
            complain(all, law, computed_well(result, truth, c.direct), at, [&] {
                return "computed:   " + text(result) + "\nthe oracle: " + truth.fine.v.text() +
                       "\nits running error in working units: " + truth.fine.error.text();
            });
        };
        compute("value in double", s.value, e);
        compute("derivative by x in double", s.value_dx, dx);
        compute("derivative by y in double", s.value_dy, dy);
        compute("mixed partial in double", s.value_dxdy, dxdy);
        auto const fits = [](double v) { return static_cast<double>(static_cast<float>(v)) == v; };
        if (fits(a) && fits(b)) compute("value in float", s.value_float, e);
    }
}

inline constexpr int samples_in_shard = 50;

template <int Shard>
void check_shard() {
    std::printf("    seed %llu, expressions %d to %d\n", static_cast<unsigned long long>(seed),
                Shard * samples_in_shard, (Shard + 1) * samples_in_shard - 1);
    tallies all;
    auto const one = [&]<int I>(std::integral_constant<int, I>) {
        constexpr std::uint64_t state = next(seed + next(Shard * samples_in_shard + I));
        check(drawn<state, 2 + I % 3>::make(), state, all);
    };
    [&]<int... I>(std::integer_sequence<int, I...>) {
        (one(std::integral_constant<int, I>{}), ...);
    }
    (std::make_integer_sequence<int, samples_in_shard>{});
    report(all, 0.5);
}

}  // namespace laws
