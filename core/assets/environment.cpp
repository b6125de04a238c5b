// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/environment.h"

#include "core/assets/errors.h"
#include "core/assets/python_path.h"
#include "core/assets/python_text.h"

#include <charconv>
#include <fmt/format.h>
#include <limits>
#include <system_error>
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

std::string StandardAssetDirectoryAccessor::resolved(const std::string& text) const {
    auto path = python::resolve(text, variable_);
    if (auto* const error = std::get_if<AssetError>(&path))
        throw_error(std::move(*error));
    return std::get<std::string>(std::move(path));
}

std::string StandardAssetDirectoryAccessor::of_variable(const char* name, const char* below) const {
    const char* const value = variable_(name);
    if (value == nullptr)
        return {};
    return resolved(*below == '\0' ? std::string(value) : python::join(python::path_text(value), below));
}

std::string StandardAssetDirectoryAccessor::existing_of_variable(const char* name, const char* shown_name) const {
    std::string path = of_variable(name);
    std::error_code error;
    if (path.empty() || fs::exists(path, error))
        return path;
    if (warn_)
        warn_(fmt::format("{} pointed to by the {} environment variable is not found.", printable_path(path),
                          shown_name));
    return {};
}

namespace {

std::optional<fs::path> if_exists(const std::string& path) {
    std::error_code error;
    return fs::exists(path, error) ? std::optional<fs::path>(path) : std::nullopt;
}

} // namespace

std::optional<fs::path> StandardAssetDirectoryAccessor::maybe_get_system_dir() const {
    const std::string path = existing_of_variable("FAIRSEQ2_ASSET_DIR", "FAIRSEQ2_ASSET_DIR");
    return if_exists(path.empty() ? resolved("/etc/fairseq2/assets") : path);
}

std::optional<fs::path> StandardAssetDirectoryAccessor::maybe_get_user_dir() const {
    std::string path = existing_of_variable("FAIRSEQ2_USER_ASSET_DIR", "`FAIRSEQ2_USER_ASSET_DIR`");
    if (path.empty())
        path = of_variable("XDG_CONFIG_HOME", "fairseq2/assets");
    return if_exists(path.empty() ? resolved("~/.config/fairseq2/assets") : path);
}

fs::path StandardAssetDirectoryAccessor::get_cache_dir() const {
    std::string path = of_variable("FAIRSEQ2_CACHE_DIR");
    if (path.empty())
        path = of_variable("XDG_CACHE_HOME", "fairseq2/assets");
    return path.empty() ? resolved("~/.cache/fairseq2/assets") : path;
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
