// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <bench/registry.hpp>

#include <ATen/Parallel.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/add.h>
#include <ATen/ops/clamp_min.h>
#include <ATen/ops/elu.h>
#include <ATen/ops/elu_backward.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/gelu_backward.h>
#include <ATen/ops/hardswish.h>
#include <ATen/ops/hardswish_backward.h>
#include <ATen/ops/leaky_relu.h>
#include <ATen/ops/leaky_relu_backward.h>
#include <ATen/ops/log_sigmoid.h>
#include <ATen/ops/mish.h>
#include <ATen/ops/mish_backward.h>
#include <ATen/ops/sigmoid.h>
#include <ATen/ops/sigmoid_backward.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/silu_backward.h>
#include <ATen/ops/softplus.h>
#include <ATen/ops/softplus_backward.h>
#include <ATen/ops/tanh.h>
#include <ATen/ops/tanh_backward.h>
#include <ATen/ops/threshold_backward.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/api/include/torch/version.h>

// libtorch's functions into tensors that are there, without its autograd. What has no such form makes its result.

namespace {

using namespace bench;
using at::Tensor;

struct tensors {
    Tensor x, dy, y, residual, out, dx;
};

template <class T>
Tensor over(T const* numbers, std::size_t size) {
    return at::from_blob(const_cast<T*>(numbers), {static_cast<std::int64_t>(size)},
                         at::TensorOptions().dtype(c10::CppTypeToScalarType<T>::value));
}

template <class T, class Run>
void add(peer& p, char const* name, direction way, Run run) {
    p.add_prepared<T>(name, way, [run](arrays<T> const& a) -> action {
        return [run, t = tensors{over(a.x, a.size), over(a.dy, a.size), over(a.y, a.size), over(a.residual, a.size),
                                 over(a.out, a.size), over(a.dx, a.size)}]() mutable { run(t); };
    });
}

template <class T>
void add_forward(peer& p) {
    auto const forward = [&](char const* name, auto run) { add<T>(p, name, direction::forward, run); };
    forward("relu", [](tensors& t) { at::clamp_min_out(t.out, t.x, 0); });
    forward("leaky_relu", [](tensors& t) { at::leaky_relu_out(t.out, t.x, 0.01); });
    forward("sigmoid", [](tensors& t) { at::sigmoid_out(t.out, t.x); });
    forward("tanh", [](tensors& t) { at::tanh_out(t.out, t.x); });
    forward("silu", [](tensors& t) { at::silu_out(t.out, t.x); });
    forward("gelu", [](tensors& t) { at::gelu_out(t.out, t.x); });
    forward("gelu_tanh", [](tensors& t) { at::gelu_out(t.out, t.x, "tanh"); });
    forward("softplus", [](tensors& t) { at::softplus_out(t.out, t.x); });
    forward("mish", [](tensors& t) { at::mish_out(t.out, t.x); });
    forward("elu", [](tensors& t) { at::elu_out(t.out, t.x); });
    forward("hard_swish", [](tensors& t) { at::hardswish_out(t.out, t.x); });
    forward("log_sigmoid", [](tensors& t) { at::log_sigmoid_out(t.out, t.x); });
    add<T>(p, "gelu", direction::chain, [](tensors& t) {
        at::add_out(t.out, t.x, at::Scalar(chain_bias));
        at::gelu_out(t.out, t.out);
        at::add_out(t.out, t.residual, t.out, chain_scale);
    });
}

template <class T>
void add_backward(peer& p) {
    auto const backward = [&](char const* name, auto run) { add<T>(p, name, direction::backward, run); };
    backward("relu", [](tensors& t) { at::threshold_backward_out(t.dx, t.dy, t.x, 0); });
    backward("leaky_relu", [](tensors& t) { at::leaky_relu_backward_out(t.dx, t.dy, t.x, 0.01, false); });
    backward("sigmoid", [](tensors& t) {
        at::sigmoid_out(t.dx, t.x);
        at::sigmoid_backward_out(t.dx, t.dy, t.dx);
    });
    backward("tanh", [](tensors& t) {
        at::tanh_out(t.dx, t.x);
        at::tanh_backward_out(t.dx, t.dy, t.dx);
    });
    backward("silu", [](tensors& t) { at::silu_backward_out(t.dx, t.dy, t.x); });
    backward("gelu", [](tensors& t) { at::gelu_backward_out(t.dx, t.dy, t.x); });
    backward("gelu_tanh", [](tensors& t) { at::gelu_backward_out(t.dx, t.dy, t.x, "tanh"); });
    backward("softplus", [](tensors& t) { at::softplus_backward_out(t.dx, t.dy, t.x, 1, 20); });
    backward("mish", [](tensors& t) { t.dx.copy_(at::mish_backward(t.dy, t.x)); });
    backward("elu", [](tensors& t) { at::elu_backward_out(t.dx, t.dy, 1, 1, 1, false, t.x); });
    backward("hard_swish", [](tensors& t) { at::hardswish_backward_out(t.dx, t.dy, t.x); });

    auto const from_output = [&](char const* name, auto run) { add<T>(p, name, direction::from_output, run); };
    from_output("relu", [](tensors& t) { at::threshold_backward_out(t.dx, t.dy, t.y, 0); });
    from_output("sigmoid", [](tensors& t) { at::sigmoid_backward_out(t.dx, t.dy, t.y); });
    from_output("tanh", [](tensors& t) { at::tanh_backward_out(t.dx, t.dy, t.y); });
}

void fill(peer& p) {
    static c10::InferenceMode const no_autograd;
    at::set_num_threads(1);
    add_forward<float>(p);
    add_forward<double>(p);
    add_backward<float>(p);
    add_backward<double>(p);
}

registered const here{"libtorch", TORCH_VERSION, fill};

}  // namespace
