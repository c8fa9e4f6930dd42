// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Values: every primitive function at a few points, correctly rounded in float and in double by mpmath at 300 bits;
// then what becomes of NaN, infinities, signed zeros and the smallest and largest numbers.

#include <hillock/hillock.hpp>

#include <bit>
#include <cstdint>
#include <limits>

namespace hk = hillock;
using hk::x;
using hk::y;
using namespace hk::literals;

namespace {

struct point {
    double at, wide;
    float narrow;
};
/// Within 1 ULP of a value that is correctly rounded; the bits of neighbours of one sign differ by 1.
constexpr bool is_close(double result, double value) {
    std::int64_t const apart = std::bit_cast<std::int64_t>(result) - std::bit_cast<std::int64_t>(value);
    return result == value || (apart >= -1 && apart <= 1);
}
constexpr bool is_close(float result, float value) {
    std::int32_t const apart = std::bit_cast<std::int32_t>(result) - std::bit_cast<std::int32_t>(value);
    return result == value || (apart >= -1 && apart <= 1);
}
/// The function's values, of numbers and as an expression; points and values as literals.
template <class F, int Count>
constexpr bool meets(F const& f, point const (&points)[Count]) {
    for (point const& p : points)
        if (!is_close(f(p.at), p.wide) || !is_close(f(static_cast<float>(p.at)), p.narrow) || f(x)(p.at) != f(p.at))
            return false;
    return true;
}
struct pair_point {
    double first, second, wide;
    float narrow;
};
template <class F, int Count>
constexpr bool meets_both(F const& f, pair_point const (&points)[Count]) {
    for (pair_point const& p : points) {
        if (f(p.first, p.second) != p.wide || f(x, y)(p.first, p.second) != p.wide) return false;
        if (f(static_cast<float>(p.first), static_cast<float>(p.second)) != p.narrow) return false;
    }
    return true;
}

static_assert(meets(hk::exp, {{-2.75, 0x1.05d93892fa01p-4, 0x1.05d938p-4f},
                              {-0.5, 0x1.368b2fc6f960ap-1, 0x1.368b3p-1f},
                              {0.125, 0x1.2216045b6f5cdp+0, 0x1.221604p+0f},
                              {1.5, 0x1.1ed3fe64fc541p+2, 0x1.1ed3fep+2f},
                              {9.25, 0x1.452486966778ep+13, 0x1.452486p+13f},
                              {-80.5, 0x1.d1a2062dc07e6p-117, 0x1.d1a206p-117f}}));
static_assert(meets(hk::exp2, {{-2.75, 0x1.306fe0a31b715p-3, 0x1.306fep-3f},
                               {-0.5, 0x1.6a09e667f3bcdp-1, 0x1.6a09e6p-1f},
                               {0.125, 0x1.172b83c7d517bp+0, 0x1.172b84p+0f},
                               {1.5, 0x1.6a09e667f3bcdp+1, 0x1.6a09e6p+1f},
                               {9.25, 0x1.306fe0a31b715p+9, 0x1.306fep+9f},
                               {-80.5, 0x1.6a09e667f3bcdp-81, 0x1.6a09e6p-81f}}));
static_assert(meets(hk::expm1, {{-2.75, -0x1.df44d8eda0bfep-1, -0x1.df44d8p-1f},
                                {-0.5, -0x1.92e9a0720d3ecp-2, -0x1.92e9ap-2f},
                                {0.125, 0x1.10b022db7ae68p-3, 0x1.10b022p-3f},
                                {1.5, 0x1.bda7fcc9f8a83p+1, 0x1.bda7fcp+1f},
                                {9.25, 0x1.451c86966778ep+13, 0x1.451c86p+13f},
                                {0.0009765625, 0x1.002002aad5577p-10, 0x1.002002p-10f}}));
static_assert(meets(hk::expm1_residual, {{-2.75, 0x1.d05d93892fa01p+0, 0x1.d05d94p+0f},
                                         {-0.5, 0x1.b4597e37cb05p-4, 0x1.b4597ep-4f},
                                         {0.125, 0x1.0b022db7ae67dp-7, 0x1.0b022ep-7f},
                                         {1.5, 0x1.fb4ff993f1505p+0, 0x1.fb4ffap+0f},
                                         {9.25, 0x1.44d286966778ep+13, 0x1.44d286p+13f}}));
static_assert(meets(hk::log, {{0.0009765625, -0x1.bb9d3beb8c86bp+2, -0x1.bb9d3cp+2f},
                              {0.5, -0x1.62e42fefa39efp-1, -0x1.62e43p-1f},
                              {1.5, 0x1.9f323ecbf984cp-2, 0x1.9f323ep-2f},
                              {10.0, 0x1.26bb1bbb55516p+1, 0x1.26bb1cp+1f},
                              {1048576.0, 0x1.bb9d3beb8c86bp+3, 0x1.bb9d3cp+3f}}));
static_assert(meets(hk::log2, {{0.0009765625, -10.0, -10.0f},
                               {0.5, -1.0, -1.0f},
                               {1.5, 0x1.2b803473f7ad1p-1, 0x1.2b8034p-1f},
                               {10.0, 0x1.a934f0979a371p+1, 0x1.a934fp+1f},
                               {1048576.0, 20.0, 20.0f}}));
static_assert(meets(hk::log1p, {{-0.96875, -0x1.bb9d3beb8c86bp+1, -0x1.bb9d3cp+1f},
                                {-0.5, -0x1.62e42fefa39efp-1, -0x1.62e43p-1f},
                                {0.0009765625, 0x1.ffc00aa8ab11p-11, 0x1.ffc00ap-11f},
                                {1.5, 0x1.d5240f0e0e078p-1, 0x1.d5241p-1f},
                                {1048576.0, 0x1.bb9d3deb8c76bp+3, 0x1.bb9d3ep+3f}}));
static_assert(meets(hk::sqrt, {{0.0009765625, 0x1p-5, 0x1p-5f},
                               {0.5, 0x1.6a09e667f3bcdp-1, 0x1.6a09e6p-1f},
                               {1.5, 0x1.3988e1409212ep+0, 0x1.3988e2p+0f},
                               {10.0, 0x1.94c583ada5b53p+1, 0x1.94c584p+1f},
                               {1048576.0, 1024.0, 1024.0f}}));
static_assert(meets(hk::rsqrt, {{0.0009765625, 32.0, 32.0f},
                                {0.5, 0x1.6a09e667f3bcdp+0, 0x1.6a09e6p+0f},
                                {1.5, 0x1.a20bd700c2c3ep-1, 0x1.a20bd8p-1f},
                                {10.0, 0x1.43d136248490fp-2, 0x1.43d136p-2f},
                                {1048576.0, 0x1p-10, 0x1p-10f}}));
static_assert(meets(hk::cbrt, {{-2.75, -0x1.66a9398ba2a3ap+0, -0x1.66a93ap+0f},
                               {-0.5, -0x1.965fea53d6e3dp-1, -0x1.965feap-1f},
                               {0.125, 0x1p-1, 0x1p-1f},
                               {1.5, 0x1.250bfe1b082f5p+0, 0x1.250bfep+0f},
                               {9.25, 0x1.0cb18b61ad8cfp+1, 0x1.0cb18cp+1f},
                               {-27.0, -3.0, -3.0f}}));
static_assert(meets(hk::square, {{-2.75, 0x1.e4p+2, 0x1.e4p+2f},
                                 {-0.5, 0x1p-2, 0x1p-2f},
                                 {0.125, 0x1p-6, 0x1p-6f},
                                 {1.5, 0x1.2p+1, 0x1.2p+1f},
                                 {9.25, 0x1.564p+6, 0x1.564p+6f}}));
static_assert(meets(hk::abs, {{-2.75, 0x1.6p+1, 0x1.6p+1f},
                              {-0.5, 0x1p-1, 0x1p-1f},
                              {0.125, 0x1p-3, 0x1p-3f},
                              {1.5, 0x1.8p+0, 0x1.8p+0f},
                              {9.25, 0x1.28p+3, 0x1.28p+3f}}));
static_assert(meets(hk::floor, {{-2.75, -3.0, -3.0f},
                                {-0.5, -1.0, -1.0f},
                                {0.125, 0.0, 0.0f},
                                {1.5, 1.0, 1.0f},
                                {9.25, 9.0, 9.0f},
                                {-3.0, -3.0, -3.0f}}));
static_assert(meets(hk::round, {{-2.75, -3.0, -3.0f},
                                {-0.5, -1.0, -1.0f},
                                {0.125, 0.0, 0.0f},
                                {1.5, 2.0, 2.0f},
                                {9.25, 9.0, 9.0f},
                                {2.5, 3.0, 3.0f},
                                {-2.5, -3.0, -3.0f}}));
static_assert(meets(hk::sin, {{-2.75, -0x1.86d2239c183fbp-2, -0x1.86d224p-2f},
                              {-0.5, -0x1.eaee8744b05fp-2, -0x1.eaee88p-2f},
                              {0.125, 0x1.feaaeee86ee36p-4, 0x1.feaaeep-4f},
                              {1.5, 0x1.feb7a9b2c6d8bp-1, 0x1.feb7aap-1f},
                              {9.25, 0x1.64202ba69e2bfp-3, 0x1.64202cp-3f},
                              {100000.0, 0x1.24daa9c527e96p-5, 0x1.24daaap-5f}}));
static_assert(meets(hk::cos, {{-2.75, -0x1.d93e294faed14p-1, -0x1.d93e2ap-1f},
                              {-0.5, 0x1.c1528065b7d5p-1, 0x1.c1528p-1f},
                              {0.125, 0x1.fc015527d5bd3p-1, 0x1.fc0156p-1f},
                              {1.5, 0x1.21bd54fc5f9a7p-4, 0x1.21bd54p-4f},
                              {9.25, -0x1.f833240c90581p-1, -0x1.f83324p-1f},
                              {100000.0, -0x1.ffac3841b3da7p-1, -0x1.ffac38p-1f}}));
static_assert(meets(hk::tan, {{-2.75, 0x1.a6d3f2d2fbddfp-2, 0x1.a6d3f2p-2f},
                              {-0.5, -0x1.17b4f5bf3474ap-1, -0x1.17b4f6p-1f},
                              {0.125, 0x1.01577af1511a5p-3, 0x1.01577ap-3f},
                              {1.5, 0x1.c33ed50b88777p+3, 0x1.c33ed6p+3f},
                              {9.25, -0x1.69a296d9afdd9p-3, -0x1.69a296p-3f},
                              {100000.0, -0x1.250a9d503313dp-5, -0x1.250a9ep-5f}}));
static_assert(meets(hk::asin, {{-1.0, -0x1.921fb54442d18p+0, -0x1.921fb6p+0f},
                               {-0.75, -0x1.b235315c680dcp-1, -0x1.b23532p-1f},
                               {0.125, 0x1.00abe0c129e1ep-3, 0x1.00abep-3f},
                               {0.5, 0x1.0c152382d7366p-1, 0x1.0c1524p-1f},
                               {1.0, 0x1.921fb54442d18p+0, 0x1.921fb6p+0f}}));
static_assert(meets(hk::acos, {{-1.0, 0x1.921fb54442d18p+1, 0x1.921fb6p+1f},
                               {-0.75, 0x1.359d26f93b6c3p+1, 0x1.359d26p+1f},
                               {0.125, 0x1.720a392c1d955p+0, 0x1.720a3ap+0f},
                               {0.5, 0x1.0c152382d7366p+0, 0x1.0c1524p+0f}}));
static_assert(meets(hk::atan, {{-2.75, -0x1.38d6a6ce13353p+0, -0x1.38d6a6p+0f},
                               {-0.5, -0x1.dac670561bb4fp-2, -0x1.dac67p-2f},
                               {0.125, 0x1.fd5ba9aac2f6ep-4, 0x1.fd5baap-4f},
                               {1.5, 0x1.f730bd281f69bp-1, 0x1.f730bep-1f},
                               {9.25, 0x1.768e250aec6fcp+0, 0x1.768e26p+0f},
                               {1048576.0, 0x1.921fa54442d18p+0, 0x1.921fa6p+0f}}));
static_assert(meets(hk::sinh, {{-2.75, -0x1.f284be4c989bdp+2, -0x1.f284bep+2f},
                               {-0.5, -0x1.0acd00fe63b97p-1, -0x1.0acdp-1f},
                               {0.125, 0x1.00aaccd00d2f1p-3, 0x1.00aaccp-3f},
                               {1.5, 0x1.108c3aabd6a6p+1, 0x1.108c3ap+1f},
                               {9.25, 0x1.452486640395bp+12, 0x1.452486p+12f}}));
static_assert(meets(hk::cosh, {{-2.75, 0x1.f69c232ee483dp+2, 0x1.f69c24p+2f},
                               {-0.5, 0x1.20ac1862ae8dp+0, 0x1.20ac18p+0f},
                               {0.125, 0x1.0200aac16db6fp+0, 0x1.0200aap+0f},
                               {1.5, 0x1.2d1bc21e22022p+1, 0x1.2d1bc2p+1f},
                               {9.25, 0x1.452486c8cb5c2p+12, 0x1.452486p+12f}}));
static_assert(meets(hk::functions::tanh, {{-2.75, -0x1.fbd509ae7ae3ep-1, -0x1.fbd50ap-1f},
                                          {-0.5, -0x1.d9353d7568af3p-2, -0x1.d9353ep-2f},
                                          {0.125, 0x1.fd5992bc4b835p-4, 0x1.fd5992p-4f},
                                          {1.5, 0x1.cf6f9786df577p-1, 0x1.cf6f98p-1f},
                                          {9.25, 0x1.ffffff614d446p-1, 1.0f}}));
static_assert(meets(hk::asinh, {{-2.75, -0x1.bc7cb01aa1994p+0, -0x1.bc7cbp+0f},
                                {-0.5, -0x1.ecc2caec5160ap-2, -0x1.ecc2cap-2f},
                                {0.125, 0x1.fead0b6996973p-4, 0x1.fead0cp-4f},
                                {1.5, 0x1.31dc0090b63d8p+0, 0x1.31dcp+0f},
                                {9.25, 0x1.75d8d65a1ef03p+1, 0x1.75d8d6p+1f},
                                {1048576.0, 0x1.d1cb7eea86c8ap+3, 0x1.d1cb7ep+3f}}));
static_assert(meets(hk::acosh, {{1.0009765625, 0x1.6a025bf510baep-5, 0x1.6a025cp-5f},
                                {1.5, 0x1.ecc2caec5160ap-1, 0x1.ecc2cap-1f},
                                {10.0, 0x1.7f21ed1ce05d4p+1, 0x1.7f21eep+1f},
                                {1048576.0, 0x1.d1cb7eea86b8ap+3, 0x1.d1cb7ep+3f}}));
static_assert(meets(hk::atanh, {{-0.96875, -0x1.09291e8e3181bp+1, -0x1.09291ep+1f},
                                {-0.5, -0x1.193ea7aad030bp-1, -0x1.193ea8p-1f},
                                {0.0009765625, 0x1.0000055555889p-10, 0x1.000006p-10f},
                                {0.75, 0x1.f2272ae325a57p-1, 0x1.f2272ap-1f}}));
static_assert(meets(hk::sech_square, {{-2.75, 0x1.09a7a5dc88713p-6, 0x1.09a7a6p-6f},
                                      {-0.5, 0x1.92a946fa34394p-1, 0x1.92a946p-1f},
                                      {0.125, 0x1.f815255e4fc16p-1, 0x1.f81526p-1f},
                                      {1.5, 0x1.72165282c6f72p-3, 0x1.721652p-3f},
                                      {9.25, 0x1.3d65770b200f6p-25, 0x1.3d6578p-25f}}));
static_assert(meets(hk::functions::logcosh, {{-2.75, 0x1.07cc987a52b41p+1, 0x1.07cc98p+1f},
                                             {-0.5, 0x1.ebfd307293518p-4, 0x1.ebfd3p-4f},
                                             {0.125, 0x1.feac15098abe6p-8, 0x1.feac16p-8f},
                                             {1.5, 0x1.b5fc410c60b81p-1, 0x1.b5fc42p-1f},
                                             {9.25, 0x1.11d1bd05fb5bfp+3, 0x1.11d1bep+3f}}));
static_assert(meets(hk::tanh_residual, {{-2.75, -0x1.c2157b28c28e1p+0, -0x1.c2157cp+0f},
                                        {-0.5, -0x1.36561454ba865p-5, -0x1.365614p-5f},
                                        {0.125, 0x1.5336a1da3e582p-11, 0x1.5336a2p-11f},
                                        {1.5, 0x1.3090687920a89p-1, 0x1.309068p-1f},
                                        {9.25, 0x1.08000009eb2bcp+3, 0x1.08p+3f}}));
static_assert(meets(hk::erf, {{-2.75, -0x1.fff2cfb0453d9p-1, -0x1.fff2dp-1f},
                              {-0.5, -0x1.0a7ef5c18edd2p-1, -0x1.0a7ef6p-1f},
                              {0.125, 0x1.1f5e1a35c3b89p-3, 0x1.1f5e1ap-3f},
                              {1.5, 0x1.eea5557137aep-1, 0x1.eea556p-1f}}));
static_assert(meets(hk::erfc, {{-2.75, 0x1.fff967d8229edp+0, 0x1.fff968p+0f},
                               {-0.5, 0x1.853f7ae0c76e9p+0, 0x1.853f7ap+0f},
                               {0.125, 0x1.b82879728f11ep-1, 0x1.b8287ap-1f},
                               {1.5, 0x1.15aaa8ec85205p-5, 0x1.15aaa8p-5f},
                               {9.25, 0x1.6e0c8fadbb05p-128, 0x1.6e0c9p-128f}}));
static_assert(meets(hk::normal_cdf, {{-9.25, 0x1.a80dfeb2b1c64p-67, 0x1.a80dfep-67f},
                                     {-2.75, 0x1.86904349ec803p-9, 0x1.869044p-9f},
                                     {-0.5, 0x1.3bf143b9aa712p-2, 0x1.3bf144p-2f},
                                     {0.125, 0x1.197749e2034adp-1, 0x1.19774ap-1f},
                                     {1.5, 0x1.ddcb724ed3702p-1, 0x1.ddcb72p-1f}}));
static_assert(meets(hk::normal_pdf, {{-2.75, 0x1.29fa54c6341e4p-7, 0x1.29fa54p-7f},
                                     {-0.5, 0x1.6883d022086acp-2, 0x1.6883dp-2f},
                                     {0.125, 0x1.9556797fced53p-2, 0x1.95567ap-2f},
                                     {1.5, 0x1.0940856d21e84p-3, 0x1.094086p-3f},
                                     {9.25, 0x1.efeabd09a4928p-64, 0x1.efeabep-64f}}));
static_assert(meets(hk::functions::logistic, {{-80.5, 0x1.d1a2062dc07e6p-117, 0x1.d1a206p-117f},
                                              {-2.75, 0x1.ec3ad6ad8dc42p-5, 0x1.ec3ad6p-5f},
                                              {-0.5, 0x1.829a0565978dfp-2, 0x1.829a06p-2f},
                                              {0.125, 0x1.0ffaaccbf0187p-1, 0x1.0ffaacp-1f},
                                              {1.5, 0x1.a2991f2a97914p-1, 0x1.a2992p-1f},
                                              {9.25, 0x1.fff367568966ep-1, 0x1.fff368p-1f}}));
static_assert(meets(hk::functions::softplus, {{-80.5, 0x1.d1a2062dc07e6p-117, 0x1.d1a206p-117f},
                                              {-2.75, 0x1.fba37405c85acp-5, 0x1.fba374p-5f},
                                              {-0.5, 0x1.e5746fdb5c064p-2, 0x1.e5747p-2f},
                                              {0.125, 0x1.83e4055056374p-1, 0x1.83e406p-1f},
                                              {1.5, 0x1.b38fd211ea842p+0, 0x1.b38fd2p+0f},
                                              {9.25, 0x1.2800c98d121fbp+3, 0x1.2800cap+3f}}));
static_assert(
    meets(hk::functions::sign,
          {{-2.75, -1.0, -1.0f}, {-0.5, -1.0, -1.0f}, {0.125, 1.0, 1.0f}, {1.5, 1.0, 1.0f}, {9.25, 1.0, 1.0f}}));
static_assert(meets(hk::functions::sinc, {{-2.75, 0x1.1c3bbcce9d45ap-3, 0x1.1c3bbcp-3f},
                                          {-0.5, 0x1.eaee8744b05fp-1, 0x1.eaee88p-1f},
                                          {0.125, 0x1.feaaeee86ee36p-1, 0x1.feaaeep-1f},
                                          {1.5, 0x1.547a7121d9e5dp-1, 0x1.547a72p-1f},
                                          {9.25, 0x1.340025c088cc1p-6, 0x1.340026p-6f}}));

static_assert(meets_both(hk::pow, {{2.0, 0.5, 0x1.6a09e667f3bcdp+0, 0x1.6a09e6p+0f},
                                   {0.75, -3.25, 0x1.4608506b324fp+1, 0x1.46085p+1f},
                                   {10.0, 7.0, 0x1.312dp+23, 0x1.312dp+23f},
                                   {1.5, 20.5, 0x1.fd12ea818bbf5p+11, 0x1.fd12eap+11f},
                                   {3.0, -2.0, 0x1.c71c71c71c71cp-4, 0x1.c71c72p-4f}}));
static_assert(meets_both(hk::min, {{2.0, 0.5, 0x1p-1, 0x1p-1f}, {-1.5, 1.5, -0x1.8p+0, -0x1.8p+0f}}));
static_assert(meets_both(hk::max, {{2.0, 0.5, 2.0, 2.0f}, {-1.5, 1.5, 0x1.8p+0, 0x1.8p+0f}}));
static_assert(meets_both(hk::atan2, {{1.0, 2.0, 0x1.dac670561bb4fp-2, 0x1.dac67p-2f},
                                     {1.0, -2.0, 0x1.56c6e7397f5aep+1, 0x1.56c6e8p+1f},
                                     {-1.0, -2.0, -0x1.56c6e7397f5aep+1, -0x1.56c6e8p+1f},
                                     {-1.0, 2.0, -0x1.dac670561bb4fp-2, -0x1.dac67p-2f},
                                     {3.0, 0.0, 0x1.921fb54442d18p+0, 0x1.921fb6p+0f}}));
static_assert(meets_both(hk::logsumexp2, {{1.0, 2.0, 0x1.2818f57f7d825p+1, 0x1.2818f6p+1f},
                                          {-3.5, 0.25, 0x1.17cda8b50a22ep-2, 0x1.17cda8p-2f},
                                          {0.0, 0.0, 0x1.62e42fefa39efp-1, 0x1.62e43p-1f},
                                          {50.0, 49.5, 0x1.93cae8dfb6b81p+5, 0x1.93cae8p+5f}}));
static_assert(hk::clamp(2.0, -1.0, 1.0) == 1.0 && hk::clamp(-2.0, -1.0, 1.0) == -1.0 &&
              hk::clamp(0.5, -1.0, 1.0) == 0.5);

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest = std::numeric_limits<double>::denorm_min();
constexpr double largest = std::numeric_limits<double>::max();

constexpr bool is_nan(double value) {
    return value != value;
}
/// Equal, and of the same sign where zero.
constexpr bool is_exactly(double value, double expected) {
    return std::bit_cast<std::uint64_t>(value) == std::bit_cast<std::uint64_t>(expected);
}
constexpr bool is_exactly(float value, float expected) {
    return std::bit_cast<std::uint32_t>(value) == std::bit_cast<std::uint32_t>(expected);
}

// NaN in gives NaN out, in whichever operand, through whatever hides it elsewhere, and where the variable has gone.
static_assert(is_nan(hk::max(nan, 1.0)) && is_nan(hk::max(1.0, nan)) && is_nan(hk::min(nan, 1.0)) &&
              is_nan(hk::min(1.0, nan)));
static_assert(is_nan(hk::max(x, 1_c)(nan)) && is_nan(hk::min(x, y)(1.0, nan)) && is_nan(hk::max(x, x)(nan)));
static_assert(is_nan(hk::clamp(nan, 0.0, 1.0)) && is_nan(hk::clamp(0.5, nan, 1.0)) && is_nan(hk::clamp(0.5, 0.0, nan)));
static_assert(is_nan(hk::select(x > 0_c, 1_c, 2_c)(nan)) && is_nan(hk::select(x <= 0_c, 1_c, 2_c)(nan)) &&
              is_nan(hk::relu(nan)));
static_assert(is_nan(hk::select(x > 0_c && y > 0_c, 1_c, 2_c)(nan, -1.0)) &&
              is_nan(hk::select(x > 0_c || y > 0_c, 1_c, 2_c)(1.0, nan)));
static_assert(is_nan(hk::select(!(x > 0_c), 1_c, 2_c)(nan)) && is_nan(hk::select(x > 0_c, x, y)(1.0, nan)));
static_assert(is_nan(hk::sign(nan)) && is_nan(hk::step(nan)) && is_nan(hk::diff(hk::relu)(nan)) &&
              is_nan((x - x)(nan)));
static_assert(is_nan(hk::diff<2>(hk::relu)(nan)) && is_nan((x * 0_c)(nan)) && is_nan(hk::pow(x, 0_c)(nan)) &&
              is_nan(hk::floor(nan)));
static_assert(is_nan((x + nan)(1.0)) && is_nan(hk::max(x, nan)(1.0)) && is_nan(hk::exp(nan)) &&
              is_nan(hk::atan2(nan, 1.0)));
static_assert(hk::relu(std::numeric_limits<float>::quiet_NaN()) != hk::relu(std::numeric_limits<float>::quiet_NaN()));

// Infinities give the limit, also in choices and comparisons.
static_assert(hk::max(infinity, 1.0) == infinity && hk::min(infinity, 1.0) == 1.0 &&
              hk::clamp(-infinity, -1.0, 1.0) == -1.0);
static_assert(hk::select(x > 0, 1, 2)(infinity) == 1.0 && hk::select(x > 0, 1, 2)(-infinity) == 2.0 &&
              hk::select(x >= y, 1, 2)(infinity, infinity) == 1.0);
static_assert(hk::select(x > 0, 1, 1 / x)(0.0) == infinity && hk::select(x <= 0, 1, 1 / x)(0.0) == 1.0);
static_assert(hk::exp(infinity) == infinity && is_exactly(hk::exp(-infinity), 0.0) && hk::expm1(-infinity) == -1.0);
static_assert(hk::log(0.0) == -infinity && hk::log(infinity) == infinity && is_nan(hk::log(-1.0)) &&
              hk::log1p(-1.0) == -infinity);
static_assert(is_nan(hk::sqrt(-1.0)) && hk::sqrt(infinity) == infinity && is_nan(hk::asin(1.5)) &&
              is_nan(hk::acosh(0.5)) && is_nan(hk::sin(infinity)));
static_assert(hk::tanh(infinity) == 1.0 && hk::tanh(-infinity) == -1.0 && hk::atanh(1.0) == infinity &&
              hk::erf(-infinity) == -1.0);
static_assert(hk::atan(infinity) == 0x1.921fb54442d18p+0 && hk::sigmoid(infinity) == 1.0 &&
              is_exactly(hk::sigmoid(-infinity), 0.0));
static_assert(hk::silu(-infinity) == 0.0 && hk::gelu(-infinity) == 0.0 && hk::mish(-infinity) == 0.0 &&
              hk::gelu(infinity) == infinity);
static_assert((1 / x)(0.0) == infinity && (1 / x)(-0.0) == -infinity && is_exactly((1 / x)(-infinity), -0.0) &&
              is_nan((x / y)(0.0, 0.0)));
static_assert((x + y)(infinity, 1.0) == infinity && (x - 1)(-infinity) == -infinity && (x * x)(-infinity) == infinity);
static_assert((x + infinity)(1.0) == infinity && (x * -infinity)(2.0) == -infinity);

// The sign of zero.
static_assert(is_exactly((-x)(0.0), -0.0) && is_exactly((x * y)(-0.0, 2.0), -0.0) &&
              is_exactly((x / y)(-0.0, 2.0), -0.0));
static_assert(is_exactly(hk::sin(-0.0), -0.0) && is_exactly(hk::tanh(-0.0), -0.0) && is_exactly(hk::erf(-0.0f), -0.0f));
static_assert(is_exactly(hk::sqrt(-0.0), -0.0) && is_exactly(hk::cbrt(-0.0), -0.0) &&
              is_exactly(hk::floor(-0.0), -0.0));
static_assert(is_exactly(hk::round(-0.25), -0.0) && is_exactly(hk::abs(-0.0), 0.0) &&
              is_exactly(hk::square(-0.0), 0.0));
static_assert(is_exactly(hk::expm1(-0.0), -0.0) && is_exactly(hk::log1p(-0.0), -0.0) &&
              is_exactly(hk::atan(-0.0), -0.0));
static_assert(is_exactly((x - y)(1.0, 1.0), 0.0) && is_exactly(x(-0.0), -0.0) && is_exactly(hk::softsign(-0.0), -0.0));
static_assert(hk::select(x < 0, 1, 2)(-0.0) == 2.0 && hk::select(x >= 0, 1, 2)(-0.0) == 1.0);
static_assert(hk::atan2(0.0, -1.0) == 0x1.921fb54442d18p+1 && hk::atan2(-0.0, -1.0) == -0x1.921fb54442d18p+1);
static_assert(is_exactly(hk::atan2(0.0, 1.0), 0.0) && is_exactly(hk::atan2(-0.0, 1.0), -0.0) &&
              hk::atan2(1.0, 0.0) == 0x1.921fb54442d18p+0);

// The ends of the range: nothing is flushed, and nothing overflows but the result.
static_assert(x(smallest) == smallest && (x / 2)(2 * smallest) == smallest && is_exactly((x / 4)(-smallest), -0.0));
static_assert(hk::exp(-745.0) == smallest && hk::exp(-746.0) == 0.0 && hk::exp(710.0) == infinity &&
              hk::exp(709.0) < infinity);
static_assert(hk::exp(-103.0f) == std::numeric_limits<float>::denorm_min() &&
              hk::exp(89.0f) == std::numeric_limits<float>::infinity());
static_assert(hk::sinh(smallest) == smallest && hk::relu(smallest) == smallest && hk::tanh(-smallest) == -smallest);
static_assert((x * y / y)(largest, 4.0) == largest && (x * x / x)(largest) == largest &&
              hk::sqrt(x * x)(largest) == largest);
static_assert((x + x)(largest) == infinity && (x * x)(1e200) == infinity && (x * x)(1e-200) == 0.0 &&
              (x * y)(1e200, 1e-200) == 1.0);
static_assert((x * 1e-30f)(1e-10f) == 1e-40f && hk::log(smallest) == -0x1.74385446d71c3p+9);
// Rounded once, at the end: what a float expression computes is not cut to float on the way.
static_assert((x + y - x)(1e8f, 1.0f) == 1.0f && (x * y - x * y)(0.1f, 0.3f) == 0.0f && (x / 3 * 3)(1.0f) == 1.0f);
static_assert((0.1 * x)(3.0f) == static_cast<float>(0.1 * 3.0) && (0.1_c + 0.2_c - x)(0.0) == 0.3);

// pow has IEEE 754's limits, but NaN for every NaN.
static_assert(hk::pow(0.0, 0.0) == 1.0 && hk::pow(5.0, 0.0) == 1.0 && hk::pow(infinity, 0.0) == 1.0 &&
              hk::pow(1.0, infinity) == 1.0);
static_assert(is_nan(hk::pow(nan, 0.0)) && is_nan(hk::pow(1.0, nan)) && is_nan(hk::pow(x, y)(1.0, nan)) &&
              is_nan(hk::pow(nan, 2.0)));
static_assert(hk::pow(-2.0, 3.0) == -8.0 && hk::pow(-2.0, 4.0) == 16.0 && hk::pow(-2.0, -1.0) == -0.5 &&
              is_nan(hk::pow(-8.0, 1.0 / 3)));
static_assert(hk::pow(0.0, 2.0) == 0.0 && is_exactly(hk::pow(-0.0, 3.0), -0.0) && is_exactly(hk::pow(-0.0, 2.0), 0.0));
static_assert(hk::pow(0.0, -1.0) == infinity && hk::pow(-0.0, -1.0) == -infinity && hk::pow(-0.0, -2.0) == infinity &&
              hk::pow(0.0, 0.5) == 0.0);
static_assert(hk::pow(0.5, infinity) == 0.0 && hk::pow(2.0, infinity) == infinity && hk::pow(2.0, -infinity) == 0.0 &&
              hk::pow(0.5, -infinity) == infinity);
static_assert(hk::pow(-1.0, infinity) == 1.0 && hk::pow(-infinity, 3.0) == -infinity &&
              hk::pow(-infinity, 2.0) == infinity);
static_assert(is_exactly(hk::pow(-infinity, -3.0), -0.0) && is_exactly(hk::pow(infinity, -1.0), 0.0) &&
              is_nan(hk::pow(-2.0, 0.5)));
static_assert(hk::pow(x, 3_c)(-2.0) == -8.0 && hk::pow(x, -2_c)(2.0) == 0.25 && hk::pow(x, 0.5_c)(9.0) == 3.0 &&
              hk::pow(x, 1.5_c)(4.0) == 8.0);
static_assert(hk::pow(x, 3)(-2.0) == -8.0 && hk::pow(x, 0.5)(9.0) == 3.0 && hk::pow(2, x)(10.0) == 1024.0 &&
              hk::pow(x, 0)(0.0) == 1.0);
static_assert(hk::pow(x, 3_c)(0x1.000002p+0f) == hk::pow(0x1.000002p+0f, 3.0f) && hk::pow(2_c, -2_c)(0.0) == 0.25);

// At kinks the derivative is PyTorch's.
static_assert(hk::diff(hk::relu)(0.0) == 0.0 && hk::diff(hk::abs)(0.0) == 0.0 &&
              hk::diff(hk::leaky_relu)(0.0) == 0.01 && hk::diff(hk::floor)(0.5) == 0.0);
static_assert(hk::diff(hk::max(x, y), x)(1.0, 1.0) == 0.5 && hk::diff(hk::max(x, y), y)(1.0, 1.0) == 0.5 &&
              hk::diff(hk::max(x, y), x)(x = 2.0, y = 1.0) == 1.0);
static_assert(hk::diff(hk::min(x, y), x)(1.0, 1.0) == 0.5 && hk::diff(hk::min(x, y), x)(x = 2.0, y = 1.0) == 0.0 &&
              hk::diff(hk::max(x, 0_c))(0.0) == 0.5);
static_assert(hk::diff(hk::clamp(x, -1_c, 1_c))(1.0) == 1.0 && hk::diff(hk::clamp(x, -1_c, 1_c))(-1.0) == 1.0 &&
              hk::diff(hk::clamp(x, -1_c, 1_c))(1.5) == 0.0);
static_assert(hk::diff(hk::pow(x, y), y)(x = 0.0, y = 2.0) == 0.0 && hk::diff(hk::pow(x, y), x)(0.0, 0.0) == 0.0 &&
              hk::diff(hk::pow(x, 3_c))(0.0) == 0.0);

}  // namespace
