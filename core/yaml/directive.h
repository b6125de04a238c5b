// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/version.h"

#include <cstdint>
#include <optional>
#include <string>

namespace fairlead::yaml {

/// What a directive token says: a line that begins with `%`.
struct Directive {
    enum class Type : std::uint8_t { version, tag, other } type = Type::other;
    Version version;
    std::string version_text; // (1, 2)
    std::string handle;
    std::string prefix;
};

/// What a tag token says, its handle not yet looked up.
struct TagText {
    std::optional<std::string> handle; // `!`, `!!`, `!x!`; absent for a verbatim tag
    std::string suffix;
};

} // namespace fairlead::yaml
