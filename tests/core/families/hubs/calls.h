// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/core/families/hubs/families.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

// The calls of questions.txt, by the names that record.py has them under.
namespace golden {

using Arguments = std::vector<std::string>;
using Call = std::function<std::string(fairlead::DependencyResolver&, const Arguments&)>;
using Calls = std::map<std::string, Call>;

extern const std::filesystem::path assets; ///< the folder with cards.yaml and its files

[[nodiscard]] const char* no_variable(const char* name); ///< an environment without any

[[nodiscard]] Calls model_calls();
[[nodiscard]] Calls dataset_calls();
[[nodiscard]] Calls tokenizer_calls();
[[nodiscard]] Calls calls_of_all_kinds();

} // namespace golden
