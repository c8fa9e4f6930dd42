// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <bench/registry.hpp>

#include <xnnpack.h>

#include <cmath>
#include <memory>
#include <stdexcept>

// XNNPACK's operators on one channel, which it takes as one array. It has no derivatives.

namespace {

using namespace bench;

void demand(xnn_status status) {
    if (status != xnn_status_success) throw std::runtime_error("XNNPACK: status " + std::to_string(status));
}

using set_up = xnn_status (*)(xnn_operator_t, std::size_t, float const*, float*, pthreadpool_t);

template <class Create>
void add(peer& p, char const* name, Create create, set_up set) {
    p.add_prepared<float>(name, direction::forward, [=](arrays<float> const& a) -> action {
        xnn_operator_t made = nullptr;
        demand(create(&made));
        std::shared_ptr<xnn_operator> const held(made, xnn_delete_operator);
        demand(set(made, a.size, a.x, a.out, nullptr));
        return [held] { xnn_run_operator(held.get(), nullptr); };
    });
}
void add_clamp(peer& p, char const* name, float low, float high) {
    add(
        p, name, [=](xnn_operator_t* made) { return xnn_create_clamp_nc_f32(1, 1, 1, low, high, 0, made); },
        xnn_setup_clamp_nc_f32);
}

void fill(peer& p) {
    demand(xnn_initialize(nullptr));
    add_clamp(p, "relu", 0, INFINITY);
    add_clamp(p, "relu6", 0, 6);
    add_clamp(p, "clipped_relu", 0, 6);
    add_clamp(p, "hard_tanh", -1, 1);
    add(
        p, "sigmoid", [](xnn_operator_t* made) { return xnn_create_sigmoid_nc_f32(1, 1, 1, 0, made); },
        xnn_setup_sigmoid_nc_f32);
    add(
        p, "elu", [](xnn_operator_t* made) { return xnn_create_elu_nc_f32(1, 1, 1, 1.0f, 0, made); },
        xnn_setup_elu_nc_f32);
    add(
        p, "hard_swish", [](xnn_operator_t* made) { return xnn_create_hardswish_nc_f32(1, 1, 1, 0, made); },
        xnn_setup_hardswish_nc_f32);
    add(
        p, "leaky_relu", [](xnn_operator_t* made) { return xnn_create_leaky_relu_nc_f32(1, 1, 1, 0.01f, 0, made); },
        xnn_setup_leaky_relu_nc_f32);
}

registered const here{"XNNPACK", BENCH_XNNPACK_VERSION, fill};

}  // namespace
