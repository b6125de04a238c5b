// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/nested_causes.h"

#include "core/assets/errors.h"

#include <exception>
#include <fairlead/config_directive.h>
#include <fairlead/object_validator.h>
#include <fairlead/value_converter.h>
#include <fmt/format.h>
#include <span>
#include <utility>
#include <vector>

namespace fairlead {
inline namespace abi1 {
namespace families {
namespace {

/// Throws `error`, if that is wanted with what is being handled nested in it.
template <class E>
[[noreturn]] void throw_it(E error, bool nesting) {
    if (!nesting)
        throw error; // NOLINT(bugprone-exception-copy-constructor-throws): some hold texts, as fairseq2's
    std::throw_with_nested(std::move(error));
}

[[noreturn]] void throw_cause(const AssetError& cause, std::span<const AssetError> deeper) {
    const bool nesting = !deeper.empty();
    if (cause.type == "StructureError") {
        std::vector<std::string> causes;
        for (const AssetError& one : deeper)
            causes.push_back(fmt::format("{}: {}", one.type, one.message));
        throw_it(StructureError(cause.message, std::move(causes)), nesting);
    }
    if (cause.type == "ValidationError")
        throw_it(ValidationError(cause.message), nesting);
    if (cause.type == "ConfigDirectiveError")
        throw_it(ConfigDirectiveError(cause.message), nesting);
    throw_it(RawError(cause), nesting);
}

/// Throws the first with all others nested in it, the last innermost.
[[noreturn]] void throw_causes(std::span<const AssetError> causes) {
    if (causes.size() == 1)
        throw_cause(causes.front(), {});
    try {
        throw_causes(causes.subspan(1));
    } catch (const std::exception&) {
        throw_cause(causes.front(), causes.subspan(1));
    }
}

[[noreturn]] void throw_outermost(const ConfigError& error, const std::string& details) {
    const bool nesting = !error.causes.empty();
    std::string all;
    for (const AssetError& cause : error.causes)
        all += (all.empty() ? "" : "<- ") + cause.message + ' ';
    all += details;
    if (error.error.type == "AssetCardError")
        throw_it(AssetCardError(error.card_name, error.error.message, all), nesting);
    throw_it(RawError(error.error, all), nesting);
}

} // namespace

void throw_config_error(const ConfigError& error, const std::string& details) {
    if (error.causes.empty())
        throw_outermost(error, details);
    try {
        throw_causes(error.causes);
    } catch (const std::exception&) {
        throw_outermost(error, details);
    }
}

void raise_operational_system_error(const std::system_error& cause) {
    std::throw_with_nested(
        OperationalError({.type = "OperationalError", .message = "A system error occurred.", .cause = cause.what()}));
}

bool is_not_found(const std::system_error& error) noexcept {
    return error.code() == std::errc::no_such_file_or_directory;
}

} // namespace families
} // namespace abi1
} // namespace fairlead
