// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace fairlead {
inline namespace abi1 {

/// What a config's `validate()` finds (fairseq2's utils/validation.py): nothing, or what is wrong, a sentence each.
class ValidationResult {
public:
    void add_error(std::string message) { errors_.push_back(std::move(message)); }
    [[nodiscard]] bool has_error() const noexcept { return !errors_.empty(); }
    [[nodiscard]] const std::vector<std::string>& errors() const noexcept { return errors_; }

private:
    std::vector<std::string> errors_;
};

} // namespace abi1
} // namespace fairlead
