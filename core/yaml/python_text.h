// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/chunk.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace fairlead::yaml {

/// Python's `str(value)`. `is_filled` tells of a collection whether it has its elements yet; one that has not is shown
/// empty. Ends with `…` where the text would grow beyond bounds. Throws PythonError, a RecursionError, for a value that
/// is nested deeper than Python shows: aliases can make it much deeper than what is written.
[[nodiscard]] std::string python_str(const Chunk& chunk, std::uint32_t node,
                                     const std::function<bool(std::uint32_t)>& is_filled);

/// Python's `repr()` of bytes: `b'\x00a'`.
[[nodiscard]] std::string bytes_repr(std::string_view bytes);

/// Of a datetime: the name of its zone, which is how it is written; empty if it has none.
[[nodiscard]] std::string zone_of(const Value& value);

/// Python's `repr()` of a date or time: of its `isoformat()` and the name of its zone.
[[nodiscard]] std::string time_repr(std::string_view iso, std::string_view zone);

} // namespace fairlead::yaml
