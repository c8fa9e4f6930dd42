// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/activations.hpp>

#include <boost/hana/for_each.hpp>
#include <boost/hana/tuple.hpp>

namespace hillock {

/// All activations of one number, as a Boost.Hana tuple: iterate with `boost::hana::for_each`.
///
/// Each entry is the activation itself and says its `name`, `source`, `arity`, `parameters` and `definition()` (the
/// formula with its parameters as variables). A header of its own, as only tests, documents and tables need all of them.
inline constexpr auto catalogue = boost::hana::make_tuple(
    identity, relu, relu6, clipped_relu, leaky_relu, prelu, rrelu, threshold, thresholded_relu, trelu, squared_relu,
    elu, celu, selu, sigmoid, log_sigmoid, hard_sigmoid, tanh, scaled_tanh, hard_tanh, tanh_shrink, hard_shrink,
    soft_shrink, shrink, softplus, softsign, silu, swish, hard_swish, gelu, gelu_tanh, gelu_quick, mish, lisht,
    tanh_exp, elish, hard_elish, logcosh, squareplus, sparse_plus, sparse_sigmoid, exponential, elliot_sigmoid,
    bipolar_sigmoid, isru, isrlu, gaussian, inverse_quadratic, multiquadratic, arctan, bent_identity, sinc, snake, sine,
    serf, smelu, phish, aria2, xielu, step, sign);

/// All gated activations: of a value a and a gate b.
inline constexpr auto gated_catalogue =
    boost::hana::make_tuple(glu, reglu, geglu, geglu_tanh, geglu_quick, swiglu, bilinear, maxout, swiglu_oai);

}  // namespace hillock
