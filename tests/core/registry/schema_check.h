// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Checks a JSON text by a JSON Schema of the sort that lies in resources: `type`, `const`, `enum`, `minimum`,
/// `properties`, `required`, `additionalProperties`, `items`, `oneOf` and references to `$defs`, its own or those of
/// `others` by name. Another keyword that means something is an error of the schema. Gives `PATH: what is wrong` for
/// each thing wrong.
///
/// With `closed`, members that the schema does not name are wrong too: for texts of our own, in which they would be
/// misspelled or not documented.
[[nodiscard]] std::vector<std::string> schema_errors(std::string_view schema, std::string_view value, bool closed,
                                                     const std::map<std::string, std::string>& others = {});
