// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/error.h>

#include <cstdint>
#include <optional>
#include <string>

namespace fairlead {
inline namespace abi1 {

/// The environment variables that Fairlead sees (fairseq2's utils/env.py): resolve it rather than ask getenv(). It may
/// be used from any thread as long as none changes the process's environment.
class FAIRLEAD_API Environment {
public:
    Environment() = default;
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;
    virtual ~Environment();

    /// Nothing if it is not set; the value may be empty.
    [[nodiscard]] virtual std::optional<std::string> maybe_get(const std::string& name) const = 0;
    [[nodiscard]] bool has(const std::string& name) const { return maybe_get(name).has_value(); }
};

/// An environment variable has a value that it cannot have.
class FAIRLEAD_API EnvironmentVariableError : public Error {
public:
    EnvironmentVariableError(std::string variable, std::string text);
    ~EnvironmentVariableError() override;

    [[nodiscard]] const std::string& variable() const noexcept { return variable_; }

private:
    std::string variable_;
};

/// RANK, the number of this process among those that work together. Throws EnvironmentVariableError.
[[nodiscard]] FAIRLEAD_API std::optional<std::int64_t> get_rank(const Environment& environment);

} // namespace abi1
} // namespace fairlead
