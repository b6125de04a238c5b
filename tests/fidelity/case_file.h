// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace fidelity {

using Json = nlohmann::json;

/// The names of the case files that begin with `prefix`, without suffix, sorted.
[[nodiscard]] std::vector<std::string> case_file_names(const std::string& prefix);

/// The cases of one file. Throws std::runtime_error for a line that is no JSON.
[[nodiscard]] std::vector<Json> load_cases(const std::string& name);

/// The bytes that a case, or a file of a source case, stands for (`text`, `parts` or `base64`).
[[nodiscard]] std::string content(const Json& holder);

/// A member of a case, or null where it has none.
[[nodiscard]] const Json& member(const Json& holder, const char* name);

/// A case's bytes for people: escaped, and cut when long.
[[nodiscard]] std::string shown(const std::string& bytes);
[[nodiscard]] std::string shown(const Json& value);

} // namespace fidelity
