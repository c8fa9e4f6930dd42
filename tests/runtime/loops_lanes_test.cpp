// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Blocks inside a user's own kernel: hk::evaluate gives each lane the bits of the scalar call, for blocks in memory, which
// are dispatched by hk::evaluate, and for blocks in registers, whose kernel is dispatched by hk::dispatch.

#include <runtime/loops_check.hpp>

#include <algorithm>

namespace {

namespace hk = hillock;
using namespace hk::literals;
using hk::x, hk::y, hk::dy;
using loops::all_same, loops::numbers, loops::on, loops::ordinary, loops::same;

inline constexpr hk::variable<"bias"> bias;
inline constexpr hk::variable<"scale"> scale;
inline constexpr hk::variable<"residual"> residual;

constexpr auto epilogue = residual + scale * hk::gelu(x + bias);

// How a test runs a kernel: once for blocks in memory, once for blocks in registers.
struct in_memory {
    template <class T, class Kernel>
    static void run(Kernel kernel) {
        kernel(std::type_identity<hk::lanes<T>>{});
    }
};
struct in_registers {
    template <class T, class Kernel>
    static void run(Kernel kernel) {
        hk::dispatch([&]<class Registers>(Registers)
                         __attribute__((always_inline)) { kernel(std::type_identity<hk::lanes_in<Registers, T>>{}); });
    }
};

template <class Case>
class LoopsLanes : public testing::Test {};
template <class T, class Place>
struct kind {
    using element = T;
    using place = Place;
};
using kinds = testing::Types<kind<float, in_memory>, kind<double, in_memory>, kind<float, in_registers>,
                             kind<double, in_registers>>;
TYPED_TEST_SUITE(LoopsLanes, kinds);

constexpr std::size_t n = 2048;

template <class Kind, class E>
void check(E const& e, char const* name) {
    using T = typename Kind::element;
    for (auto const& values : {numbers<T>(n, 1), ordinary<T>(n, 2)}) {
        std::vector<T> expected(n), out(n);
        for (std::size_t i = 0; i < n; ++i)
            expected[i] = e(x = values[i]);
        Kind::place::template run<T>([&]<class Block>(std::type_identity<Block>) __attribute__((always_inline)) {
            for (std::size_t i = 0; i < n; i += Block::count)
                hk::evaluate(e, x = Block::load(&values[i])).store(&out[i]);
        });
        all_same<T>(out, expected, name + on());
    }
}

TYPED_TEST(LoopsLanes, activations_and_derivatives) {
    check<TypeParam>(hk::relu, "relu");
    check<TypeParam>(hk::gelu, "gelu");
    check<TypeParam>(hk::silu, "silu");
    check<TypeParam>(hk::tanh, "tanh");
    check<TypeParam>(hk::softplus, "softplus");
    check<TypeParam>(hk::elu, "elu");
    check<TypeParam>(hk::mish, "mish");
    check<TypeParam>(hk::gelu_tanh, "gelu_tanh");
    check<TypeParam>(hk::exp(x), "exp");
    check<TypeParam>(hk::diff(hk::gelu), "gelu'");
    check<TypeParam>(hk::diff(hk::mish), "mish'");
    check<TypeParam>(hk::diff(hk::sigmoid), "sigmoid'");
}

TYPED_TEST(LoopsLanes, what_has_no_direct_plan) {
    check<TypeParam>(hk::sin(x) + hk::log(hk::abs(x)), "sin(x) + log(abs(x))");
    check<TypeParam>(hk::diff<2>(hk::gelu), "gelu''");
    check<TypeParam>(hk::verbatim(hk::exp(x) - 1_c), "verbatim(exp(x) - 1)");
    for (double const one : {1.0, 1.0000001, 0.0})
        check<TypeParam>(hk::log(one + hk::exp(x)) * 0.1, "log(number + exp(x))");
}

// The limits and NaN in each lane alone, beside ordinary numbers.
TYPED_TEST(LoopsLanes, special_values_in_each_lane) {
    using T = typename TypeParam::element;
    T const infinity = std::numeric_limits<T>::infinity();
    for (T const special : {T(0), T(-0.0), infinity, -infinity, std::numeric_limits<T>::quiet_NaN(),
                            std::numeric_limits<T>::denorm_min(), std::numeric_limits<T>::max()}) {
        std::vector<T> out(64), slopes(64), expected(64), expected_slopes(64);
        constexpr auto slope = dy * hk::diff(hk::silu, x);
        for (std::size_t at = 0; at < 64; ++at) {
            std::vector<T> values = ordinary<T>(64, at), upstream = ordinary<T>(64, at + 1);
            values[at] = special;
            upstream[(at + 1) % 64] = special;
            for (std::size_t i = 0; i < 64; ++i) {
                expected[i] = hk::silu(values[i]);
                expected_slopes[i] = slope(x = values[i], dy = upstream[i]);
            }
            TypeParam::place::template run<T>([&]<class Block>(
                std::type_identity<Block>) __attribute__((always_inline)) {
                for (std::size_t i = 0; i < 64; i += Block::count) {
                    Block const in = Block::load(&values[i]);
                    hk::evaluate(hk::silu, in).store(&out[i]);
                    hk::evaluate(slope, dy = Block::load(&upstream[i]), x = in).store(&slopes[i]);
                }
            });
            all_same<T>(out, expected, "silu" + on());
            all_same<T>(slopes, expected_slopes, "dy * silu'" + on());
        }
    }
}

TYPED_TEST(LoopsLanes, epilogue_of_a_product) {
    using T = typename TypeParam::element;
    std::vector<T> const in = numbers<T>(n, 1), biases = numbers<T>(n, 2), residuals = numbers<T>(n, 3);
    std::vector<T> out(n), by_position(n), expected(n);
    for (std::size_t i = 0; i < n; ++i)
        expected[i] = epilogue(x = in[i], bias = biases[i], scale = T(1.3), residual = residuals[i]);
    TypeParam::place::template run<T>([&]<class Block>(std::type_identity<Block>) __attribute__((always_inline)) {
        for (std::size_t i = 0; i < n; i += Block::count) {
            Block const a = Block::load(&in[i]), b = Block::load(&biases[i]), c = Block::load(&residuals[i]);
            hk::evaluate(epilogue, x = a, bias = b, scale = 1.3, residual = c).store(&out[i]);
            hk::evaluate(epilogue, c, T(1.3), a, b).store(&by_position[i]);
        }
    });
    all_same<T>(out, expected, "by name" + on());
    all_same<T>(by_position, expected, "by position" + on());
}

TYPED_TEST(LoopsLanes, numbers_that_are_not_finite_and_lost_variables) {
    using T = typename TypeParam::element;
    constexpr auto by_y = hk::diff(x * y, y);
    constexpr auto one = hk::diff(hk::identity);
    std::vector<T> const in = numbers<T>(64, 1), other = numbers<T>(64, 2);
    for (T const number : {T(2), std::numeric_limits<T>::infinity(), std::numeric_limits<T>::quiet_NaN()}) {
        std::vector<T> scaled(64), lost(64), ones(64), expected(64), expected_lost(64), expected_ones(64);
        for (std::size_t i = 0; i < 64; ++i) {
            expected[i] = (y * hk::silu(x))(x = in[i], y = number);
            expected_lost[i] = by_y(x = number, y = other[i]);
            expected_ones[i] = one(in[i]);
        }
        TypeParam::place::template run<T>([&]<class Block>(std::type_identity<Block>) __attribute__((always_inline)) {
            for (std::size_t i = 0; i < 64; i += Block::count) {
                Block const a = Block::load(&in[i]), b = Block::load(&other[i]);
                hk::evaluate(y * hk::silu(x), x = a, y = number).store(&scaled[i]);
                hk::evaluate(by_y, x = number, y = b).store(&lost[i]);
                hk::evaluate(one, a).store(&ones[i]);
            }
        });
        all_same<T>(scaled, expected, "a number" + on());
        all_same<T>(lost, expected_lost, "a lost variable" + on());
        all_same<T>(ones, expected_ones, "the only variable lost" + on());
    }
}

TYPED_TEST(LoopsLanes, tails_and_lanes) {
    using T = typename TypeParam::element;
    std::vector<T> const in = ordinary<T>(64, 1);
    bool zeros = true, each = true;
    TypeParam::place::template run<T>([&]<class Block>(std::type_identity<Block>) __attribute__((always_inline)) {
        for (int present = 0; present <= Block::count; ++present) {
            std::vector<T> exact(in.begin(), in.begin() + present);  // the sanitizer sees what is read behind it
            Block const block = Block::load(exact.data(), present);
            std::vector<T> stored(static_cast<std::size_t>(present) + 3, T(77));
            block.store(stored.data(), present);
            for (int lane = 0; lane < Block::count; ++lane) {
                T const should = lane < present ? exact[static_cast<std::size_t>(lane)] : T(0);
                zeros = zeros && same(block[lane], should);
            }
            for (int i = 0; i < present + 3; ++i)
                each = each && same(stored[static_cast<std::size_t>(i)], i < present ? block[i] : T(77));
        }
    });
    EXPECT_TRUE(zeros && each) << on();
}

// One operation each, rounded each: products are not fused with what is added to them.
TYPED_TEST(LoopsLanes, arithmetic) {
    using T = typename TypeParam::element;
    std::vector<T> const a = ordinary<T>(n, 1), b = ordinary<T>(n, 2), c = ordinary<T>(n, 3);
    std::vector<T> out(n), other(n), expected(n), expected_other(n);
    for (std::size_t i = 0; i < n; ++i) {
        T const volatile product = a[i] * b[i], doubled = T(0.1) * c[i], quotient = a[i] / c[i];
        expected[i] = -(product + c[i]) - quotient;
        T const volatile sum = a[i] + T(0.1);
        T const volatile scaled = sum * b[i];
        expected_other[i] = (scaled - doubled) / T(3);
    }
    TypeParam::place::template run<T>([&]<class Block>(std::type_identity<Block>) __attribute__((always_inline)) {
        for (std::size_t i = 0; i < n; i += Block::count) {
            Block const left = Block::load(&a[i]), right = Block::load(&b[i]), third = Block::load(&c[i]);
            (-(left * right + third) - left / third).store(&out[i]);
            Block sum = left;
            sum += T(0.1);
            sum *= right;
            sum -= T(0.1) * third;
            sum /= Block(T(3));
            sum.store(&other[i]);
        }
    });
    all_same<T>(out, expected, "operators" + on());
    all_same<T>(other, expected_other, "assignments" + on());
}

TYPED_TEST(LoopsLanes, multiply_add_is_fused_or_not) {
    using T = typename TypeParam::element;
    std::vector<T> const a = ordinary<T>(n, 1), b = ordinary<T>(n, 2), c = ordinary<T>(n, 3);
    std::vector<T> out(n);
    bool fuses = false;
    TypeParam::place::template run<T>([&]<class Block>(std::type_identity<Block>) __attribute__((always_inline)) {
        fuses = sizeof(Block) == 32 || sizeof(Block) == 64;
        for (std::size_t i = 0; i < n; i += Block::count)
            hk::multiply_add(Block::load(&a[i]), Block::load(&b[i]), Block::load(&c[i])).store(&out[i]);
    });
    for (std::size_t i = 0; i < n; ++i) {
        T const volatile product = a[i] * b[i];
        T const once = sizeof(T) == 4 ? static_cast<T>(__builtin_fmaf(float(a[i]), float(b[i]), float(c[i])))
                                      : static_cast<T>(__builtin_fma(double(a[i]), double(b[i]), double(c[i])));
        ASSERT_TRUE(same(out[i], fuses ? once : T(product + c[i]))) << i << on();
    }
}

inline constexpr struct bent final : hk::primitive<bent, "bent"> {
    template <class V>
    static constexpr V kernel(V v) {
        return atan(sinh(v));
    }
    static constexpr auto derivative(auto v) { return 1_c / hk::cosh(v); }
} bent;

TEST(Lanes, other_lengths_a_primitive_and_no_block_at_all) {
    std::vector<float> const in = numbers<float>(128, 1);
    auto const wide = hk::evaluate(hk::mish, x = hk::lanes<float, 128>::load(in.data()));
    for (int i = 0; i < 128; ++i)
        EXPECT_TRUE(same(wide[i], hk::mish(in[static_cast<std::size_t>(i)])));
    auto const narrow = hk::evaluate(hk::mish, hk::lanes<float, 4>::load(in.data()));
    auto const two = hk::evaluate(hk::gelu, hk::lanes<double, 2>(0.5));
    auto const own = hk::evaluate(bent, hk::lanes<float>::load(in.data()));
    for (int i = 0; i < 4; ++i) {
        EXPECT_TRUE(same(narrow[i], hk::mish(in[static_cast<std::size_t>(i)])));
        EXPECT_TRUE(same(own[i], bent(in[static_cast<std::size_t>(i)])));
        EXPECT_TRUE(same(two[i % 2], hk::gelu(0.5)));
    }
    static_assert(hk::evaluate(hk::relu, x = 2.0f) == 2.0f && hk::evaluate(x * y, 2.0, 3.0) == 6.0);
    static_assert(hk::lanes<float>::count == 64 && sizeof(hk::lanes<double>) == 512);
    EXPECT_EQ(hk::dispatch([](auto registers, int a, int b) { return a * b + 0 * registers.bytes; }, 6, 7), 42);
}

}  // namespace
