// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/chunk.h"

#include <string_view>

namespace fairlead::yaml {

/// The tag of a plain scalar, by the rules of 1.1 or 1.2 (ruamel's resolver.py). Unknown, for `!`, `&` and `*`, stands
/// for `tag:yaml.org,2002:yaml`, to which ruamel resolves them and which nothing constructs.
[[nodiscard]] Tag resolve_plain(std::string_view text, Version version) noexcept;

/// The tag that a full tag name (`tag:yaml.org,2002:int`) stands for.
[[nodiscard]] Tag tag_of_name(std::string_view name) noexcept;
/// The inverse, for known tags and for an unknown one of resolve_plain().
[[nodiscard]] std::string_view name_of_tag(Tag tag) noexcept;

} // namespace fairlead::yaml
