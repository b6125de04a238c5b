// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/environment.h"

#include "core/assets/directories.h"
#include "core/assets/python_text.h"

#include <charconv>
#include <fmt/format.h>
#include <limits>
#include <utility>

namespace fairlead {

namespace fs = std::filesystem;

inline namespace abi1 {

Environment::~Environment() = default;
AssetDirectoryAccessor::~AssetDirectoryAccessor() = default;

EnvironmentVariableError::EnvironmentVariableError(std::string variable, std::string text)
    : Error(std::move(text)), variable_(std::move(variable)) {}
EnvironmentVariableError::~EnvironmentVariableError() = default;

} // namespace abi1

GivenEnvironment::GivenEnvironment(VariableLookup variable) : variable_(std::move(variable)) {}

std::optional<std::string> GivenEnvironment::maybe_get(const std::string& name) const {
    const char* const value = variable_(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

StandardAssetDirectoryAccessor::StandardAssetDirectoryAccessor(VariableLookup variable, Warn warn)
    : variable_(std::move(variable)), warn_(std::move(warn)) {}

namespace {

/// What was found, once its warning has been told. Throws its error.
FoundDirectory checked(FoundDirectory found, const StandardAssetDirectoryAccessor::Warn& warn) {
    if (warn && !found.warning.empty())
        warn(found.warning);
    if (found.error)
        throw_error(std::move(*found.error));
    return found;
}

std::optional<fs::path> existing(const FoundDirectory& found) {
    return found.exists ? std::optional<fs::path>(found.path) : std::nullopt;
}

} // namespace

std::optional<fs::path> StandardAssetDirectoryAccessor::maybe_get_system_dir() const {
    return existing(checked(find_system_directory(variable_), warn_));
}

std::optional<fs::path> StandardAssetDirectoryAccessor::maybe_get_user_dir() const {
    return existing(checked(find_user_directory(variable_), warn_));
}

fs::path StandardAssetDirectoryAccessor::get_cache_dir() const {
    return checked(find_cache_directory(variable_), warn_).path;
}

inline namespace abi1 {

std::optional<std::int64_t> get_rank(const Environment& environment) {
    constexpr const char* name = "RANK";
    const auto text = environment.maybe_get(name);
    if (!text)
        return std::nullopt;
    const auto digits = python::int_text(*text);
    if (!digits)
        throw EnvironmentVariableError(name,
                                       fmt::format("{} environment variable cannot be parsed as an integer.", name));
    if (digits->starts_with('-'))
        throw EnvironmentVariableError(name,
                                       fmt::format("{} environment variable is expected to be greater than or equal "
                                                   "to 0, but is {} instead.",
                                                   name, *digits));
    std::int64_t value = std::numeric_limits<std::int64_t>::max(); // stays if it is larger than that
    (void)std::from_chars(digits->data(), digits->data() + digits->size(), value);
    return value;
}

} // namespace abi1
} // namespace fairlead
