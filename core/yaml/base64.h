// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fairlead::yaml {

/// As ruamel decodes a `!!binary`: characters outside the alphabet are passed over. Throws PythonError with the type
/// "ConstructorError", which stands for ruamel's.
[[nodiscard]] std::string decode_base64(std::string_view text);

[[nodiscard]] std::string encode_base64(std::string_view bytes);

} // namespace fairlead::yaml
