// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/check_context.h"
#include "core/yaml/text_lines.h"

#include <optional>
#include <string>
#include <string_view>

namespace fairlead {

using yaml::is_blank;
using yaml::line_begin;
using yaml::line_break;
using yaml::line_end;
using yaml::next_line;

/// The edit that takes an entry of the card out, with its line. A comment behind it stays. None where that cannot be
/// done by taking out whole lines, or would take more with it: flow style, several lines, an anchor.
[[nodiscard]] std::optional<TextEdit> remove_entry(const CheckContext& context, const yaml::Value::Entry& entry);

/// The edit that writes another text in place of a scalar, in its quotes if it has any. None for aliases, tags and
/// scalars over several lines.
[[nodiscard]] std::optional<TextEdit> replace_scalar(const CheckContext& context, const yaml::Value& value,
                                                     std::string_view text);
/// The edit that puts a plain scalar in double quotes. None likewise, and where it is not plain.
[[nodiscard]] std::optional<TextEdit> quote_scalar(const CheckContext& context, const yaml::Value& value);
/// The edit that gives a key another name.
[[nodiscard]] std::optional<TextEdit> replace_key(const CheckContext& context, const yaml::Value::Entry& entry,
                                                  std::string_view name);

/// A scalar with this text as one would write it: plain where that reads back as the same string, else quoted.
[[nodiscard]] std::string written_scalar(std::string_view text);

/// Adds `Replace by NAME` where a near name is known and the value can be replaced.
void suggest_replacement(const CheckContext& context, Diagnostic& diagnostic, const yaml::Value& value,
                         const std::string& nearest);

} // namespace fairlead
