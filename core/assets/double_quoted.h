// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fairlead {

/// What a byte that is no UTF-8 means.
enum class Surrogates {
    of_bytes, ///< a path of the system: Python has U+DC80–DCFF for each such byte
    kept,     ///< a value's text: a lone surrogate stands as its three bytes
};

/// A text as a YAML scalar in double quotes, all but printable ASCII escaped, that reads back as the text is in Python.
[[nodiscard]] std::string double_quoted(std::string_view text, Surrogates surrogates);

} // namespace fairlead
