// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/value.h"

#include <string>

namespace fairlead::ctl {

/// A value on one line, for people, much as YAML's flow style writes it. What does not fit in `limit` bytes is cut.
[[nodiscard]] std::string value_line(const yaml::Value& value, std::size_t limit = 400);

/// A text as YAML reads it back: plain where nothing else could be read from it, else in double quotes.
[[nodiscard]] std::string yaml_text(std::string_view text);

} // namespace fairlead::ctl
