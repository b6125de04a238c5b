// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace fairlead::python {

/// `str(Uri.maybe_parse(text))` (utils/uri.py): `urlunparse(urlparse(text))` of Python 3.11. Nothing where the text has
/// no scheme, or is refused.
[[nodiscard]] std::optional<std::string> normalized_uri(std::string_view text);

/// `Path(path).as_uri()` for an absolute path whose surrogates stand for bytes. Nothing where Python cannot encode it.
[[nodiscard]] std::optional<std::string> path_uri(std::string_view path);

} // namespace fairlead::python
