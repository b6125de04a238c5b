// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/source.h"

#include <map>
#include <memory>
#include <string>

namespace fairlead::ui {

/// The variables that a program was started with.
[[nodiscard]] inline VariableLookup shell(std::map<std::string, std::string> variables) {
    auto shared = std::make_shared<const std::map<std::string, std::string>>(std::move(variables));
    return [shared](const char* name) -> const char* {
        const auto found = shared->find(name);
        return found == shared->end() ? nullptr : found->second.c_str();
    };
}

} // namespace fairlead::ui
