// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/dependency_container.h>
#include <map>
#include <string>

namespace golden {

/// Does something with an empty container and says what came of it, or throws what fairseq2 raises.
using Question = std::string (*)(fairlead::DependencyContainer& container);

/// By the names that they have in record.py.
[[nodiscard]] const std::map<std::string, Question>& questions();

} // namespace golden
