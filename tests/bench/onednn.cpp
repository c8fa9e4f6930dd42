// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <bench/registry.hpp>

#include <omp.h>
#include <oneapi/dnnl/dnnl.hpp>

#include <string>
#include <unordered_map>

// oneDNN's elementwise primitives, made once for each size; the chain is one primitive with three more attached to it.

namespace {

using namespace bench;
using dnnl::algorithm;
using dnnl::memory;
using dnnl::prop_kind;

dnnl::engine const& engine() {
    static dnnl::engine const processor(dnnl::engine::kind::cpu, 0);
    return processor;
}
memory::desc described(std::size_t size) {
    return {{static_cast<memory::dim>(size)}, memory::data_type::f32, memory::format_tag::a};
}
memory at(float const* numbers, std::size_t size) {
    return {described(size), engine(), const_cast<float*>(numbers)};
}
action running(dnnl::primitive primitive, std::unordered_map<int, memory> operands) {
    return [primitive, operands = std::move(operands), stream = dnnl::stream(engine())]() mutable {
        primitive.execute(stream, operands);
        stream.wait();
    };
}

dnnl::eltwise_forward::primitive_desc forward(algorithm kind, float alpha, float beta, std::size_t size) {
    return {{prop_kind::forward_training, kind, described(size), alpha, beta}, engine()};
}
dnnl::primitive backward(algorithm kind, float alpha, float beta, std::size_t size) {
    return dnnl::eltwise_backward(
        {{kind, described(size), described(size), alpha, beta}, engine(), forward(kind, alpha, beta, size)});
}

void add_forward(peer& p, char const* name, algorithm kind, float alpha, float beta) {
    p.add_prepared<float>(name, direction::forward, [=](arrays<float> const& a) {
        return running(dnnl::eltwise_forward(forward(kind, alpha, beta, a.size)),
                       {{DNNL_ARG_SRC, at(a.x, a.size)}, {DNNL_ARG_DST, at(a.out, a.size)}});
    });
}
void add_backward(peer& p, char const* name, algorithm kind, float alpha, float beta) {
    p.add_prepared<float>(name, direction::backward, [=](arrays<float> const& a) {
        return running(backward(kind, alpha, beta, a.size), {{DNNL_ARG_SRC, at(a.x, a.size)},
                                                             {DNNL_ARG_DIFF_DST, at(a.dy, a.size)},
                                                             {DNNL_ARG_DIFF_SRC, at(a.dx, a.size)}});
    });
}
void add_from_output(peer& p, char const* name, algorithm kind) {
    p.add_prepared<float>(name, direction::from_output, [=](arrays<float> const& a) {
        return running(backward(kind, 0, 0, a.size), {{DNNL_ARG_DST, at(a.y, a.size)},
                                                      {DNNL_ARG_DIFF_DST, at(a.dy, a.size)},
                                                      {DNNL_ARG_DIFF_SRC, at(a.dx, a.size)}});
    });
}

/// x + bias as a binary primitive, then gelu, times scale, and the residual.
action chain(arrays<float> const& a) {
    memory::desc const one({1}, memory::data_type::f32, memory::format_tag::a);
    dnnl::post_ops then;
    then.append_eltwise(1, algorithm::eltwise_gelu_erf, 0, 0);
    then.append_eltwise(1, algorithm::eltwise_linear, float(chain_scale), 0);
    then.append_binary(algorithm::binary_add, described(a.size));
    dnnl::primitive_attr attributes;
    attributes.set_post_ops(then);
    dnnl::binary::primitive_desc const made(
        dnnl::binary::desc(algorithm::binary_add, described(a.size), one, described(a.size)), attributes, engine());
    static float bias = float(chain_bias);
    return running(dnnl::binary(made), {{DNNL_ARG_SRC_0, at(a.x, a.size)},
                                        {DNNL_ARG_SRC_1, memory(one, engine(), &bias)},
                                        {DNNL_ARG_ATTR_MULTIPLE_POST_OP(2) | DNNL_ARG_SRC_1, at(a.residual, a.size)},
                                        {DNNL_ARG_DST, at(a.out, a.size)}});
}

void fill(peer& p) {
    omp_set_num_threads(1);
    auto const add = [&](char const* name, algorithm kind, float alpha = 0, float beta = 0) {
        add_forward(p, name, kind, alpha, beta);
        add_backward(p, name, kind, alpha, beta);
    };
    add("identity", algorithm::eltwise_linear, 1);
    add("relu", algorithm::eltwise_relu);
    add("leaky_relu", algorithm::eltwise_relu, 0.01f);
    add("prelu", algorithm::eltwise_relu, 0.25f);
    add("relu6", algorithm::eltwise_clip, 0, 6);
    add("clipped_relu", algorithm::eltwise_clip, 0, 6);
    add("hard_tanh", algorithm::eltwise_clip, -1, 1);
    add("sigmoid", algorithm::eltwise_logistic);
    add("log_sigmoid", algorithm::eltwise_logsigmoid);
    add("tanh", algorithm::eltwise_tanh);
    add("silu", algorithm::eltwise_swish, 1);
    add("swish", algorithm::eltwise_swish, 1);
    add("gelu_quick", algorithm::eltwise_swish, 1.702f);
    add("gelu", algorithm::eltwise_gelu_erf);
    add("gelu_tanh", algorithm::eltwise_gelu_tanh);
    add("softplus", algorithm::eltwise_soft_relu);
    add("mish", algorithm::eltwise_mish);
    add("elu", algorithm::eltwise_elu, 1);
    add("hard_swish", algorithm::eltwise_hardswish);
    add("exponential", algorithm::eltwise_exp);
    add_from_output(p, "relu", algorithm::eltwise_relu_use_dst_for_bwd);
    add_from_output(p, "sigmoid", algorithm::eltwise_logistic_use_dst_for_bwd);
    add_from_output(p, "tanh", algorithm::eltwise_tanh_use_dst_for_bwd);
    p.add_prepared<float>("gelu", direction::chain, chain);
}

std::string version() {
    dnnl_version_t const* const v = dnnl_version();
    return std::to_string(v->major) + '.' + std::to_string(v->minor) + '.' + std::to_string(v->patch);
}

registered const here{"oneDNN", version(), fill};

}  // namespace
