// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Written by catalogue_reference.py; not to be edited by hand.
// The entries, to be listed by a macro of one argument: #define CHECK(name) ...
#pragma once

// clang-format off
#define HILLOCK_REFERENCE_RECTIFIERS(entry) \
    entry(identity) \
    entry(relu) \
    entry(relu6) \
    entry(clipped_relu) \
    entry(leaky_relu) \
    entry(prelu) \
    entry(rrelu) \
    entry(threshold) \
    entry(thresholded_relu) \
    entry(trelu) \
    entry(squared_relu) \
    entry(elu) \
    entry(celu) \
    entry(selu)

#define HILLOCK_REFERENCE_SIGMOIDS(entry) \
    entry(sigmoid) \
    entry(log_sigmoid) \
    entry(hard_sigmoid) \
    entry(tanh) \
    entry(scaled_tanh) \
    entry(hard_tanh) \
    entry(tanh_shrink) \
    entry(hard_shrink) \
    entry(soft_shrink) \
    entry(shrink) \
    entry(softplus) \
    entry(softsign)

#define HILLOCK_REFERENCE_SELF_GATED(entry) \
    entry(silu) \
    entry(swish) \
    entry(hard_swish) \
    entry(gelu) \
    entry(gelu_tanh) \
    entry(gelu_quick) \
    entry(mish) \
    entry(lisht) \
    entry(tanh_exp) \
    entry(elish) \
    entry(hard_elish)

#define HILLOCK_REFERENCE_CURVES(entry) \
    entry(logcosh) \
    entry(squareplus) \
    entry(sparse_plus) \
    entry(sparse_sigmoid) \
    entry(exponential) \
    entry(elliot_sigmoid) \
    entry(bipolar_sigmoid) \
    entry(isru) \
    entry(isrlu) \
    entry(gaussian) \
    entry(inverse_quadratic) \
    entry(multiquadratic) \
    entry(arctan) \
    entry(bent_identity)

#define HILLOCK_REFERENCE_WAVES_AND_OTHERS(entry) \
    entry(sinc) \
    entry(snake) \
    entry(sine) \
    entry(serf) \
    entry(smelu) \
    entry(phish) \
    entry(aria2) \
    entry(xielu) \
    entry(step) \
    entry(sign)

#define HILLOCK_REFERENCE_GATED(entry) \
    entry(glu) \
    entry(reglu) \
    entry(geglu) \
    entry(geglu_tanh) \
    entry(geglu_quick) \
    entry(swiglu) \
    entry(bilinear) \
    entry(maxout) \
    entry(swiglu_oai)

#define HILLOCK_REFERENCE_ONE_NUMBER(entry) \
    HILLOCK_REFERENCE_RECTIFIERS(entry) \
    HILLOCK_REFERENCE_SIGMOIDS(entry) \
    HILLOCK_REFERENCE_SELF_GATED(entry) \
    HILLOCK_REFERENCE_CURVES(entry) \
    HILLOCK_REFERENCE_WAVES_AND_OTHERS(entry)

#define HILLOCK_REFERENCE_TWO_NUMBERS(entry) \
    HILLOCK_REFERENCE_GATED(entry)

// clang-format on
