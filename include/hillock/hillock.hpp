// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Everything that needs only the standard library and Boost.Hana, in the order in which data flows.

#include <hillock/detail/fast_math.hpp>

#include <hillock/symbols/fixed_string.hpp>
#include <hillock/symbols/operation.hpp>
#include <hillock/symbols/rational.hpp>
#include <hillock/symbols/text_view.hpp>

#include <hillock/expression/constants.hpp>
#include <hillock/expression/dot.hpp>
#include <hillock/expression/functions.hpp>
#include <hillock/expression/latex.hpp>
#include <hillock/expression/primitive.hpp>
#include <hillock/expression/substitute.hpp>
#include <hillock/expression/text.hpp>

#include <hillock/rules/diff.hpp>
#include <hillock/rules/from_output.hpp>
#include <hillock/rules/simplify.hpp>

#include <hillock/evaluate/call.hpp>

#include <hillock/activation.hpp>
#include <hillock/activations.hpp>

#include <hillock/properties.hpp>

#include <hillock/loops/apply.hpp>
#include <hillock/loops/dispatch.hpp>
#include <hillock/loops/evaluate.hpp>
#include <hillock/loops/flushes_subnormals.hpp>

/// Expressions, what is done with them, and the catalogue of activations.
namespace hillock {}
