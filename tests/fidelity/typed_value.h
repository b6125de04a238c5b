// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/value.h"
#include "tests/fidelity/case_file.h"

#include <string>
#include <string_view>

namespace fidelity {

/// A value of the core in the typed form of README.md, with sets sorted as `comparable` sorts them.
[[nodiscard]] Json typed(const fairlead::yaml::Value& value);

/// Python's repr() of a float: the shortest digits, an exponent below 1e-4 and from 1e16 on.
[[nodiscard]] std::string typed_float(double number);

/// A recorded value with its sets sorted, so that it compares with `typed`.
[[nodiscard]] Json comparable(Json recorded);

/// A text in the typed form: as it is, or with lone surrogates (three bytes each) escaped.
[[nodiscard]] Json typed_text(std::string_view text);

} // namespace fidelity
