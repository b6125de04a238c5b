// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/errors.h"

#include <utility>

namespace fairlead {
namespace {

/// Several lines, such as ruamel's, as one.
std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const char mark = c == '\n' ? ' ' : c;
        if (mark != ' ' || (!line.empty() && line.back() != ' '))
            line += mark;
    }
    return line;
}

std::string details_of(const AssetError& error, std::string_view details) {
    return one_line(details.empty() ? std::string_view(error.cause) : details);
}

} // namespace

void throw_error(AssetError error, std::string name) {
    if (error.type == "AssetMetadataError")
        throw AssetMetadataError(std::move(error));
    if (error.type == "AssetSourceNotFoundError")
        throw AssetSourceNotFoundError(std::move(error));
    if (error.type == "AssetNotFoundError")
        throw AssetNotFoundError(std::move(error), std::move(name));
    if (error.type == "AssetCardError")
        throw AssetCardError(std::move(error), std::move(name));
    if (error.type == "OperationalError")
        throw OperationalError(std::move(error));
    throw RawError(std::move(error));
}

inline namespace abi1 {

FairseqError::FairseqError(AssetError error, std::string details)
    : Error(error.message, details_of(error, details)), error_(std::move(error)) {}
FairseqError::~FairseqError() = default;

AssetMetadataError::~AssetMetadataError() = default;
AssetSourceNotFoundError::~AssetSourceNotFoundError() = default;
OperationalError::~OperationalError() = default;
RawError::~RawError() = default;

AssetNotFoundError::AssetNotFoundError(AssetError error, std::string name)
    : FairseqError(std::move(error)), name_(std::move(name)) {}
AssetNotFoundError::~AssetNotFoundError() = default;

AssetCardError::AssetCardError(AssetError error, std::string name)
    : FairseqError(std::move(error)), name_(std::move(name)) {}
AssetCardError::AssetCardError(std::string name, std::string text, std::string details)
    : FairseqError({.type = "AssetCardError", .message = std::move(text)}, std::move(details)), name_(std::move(name)) {
}
AssetCardError::~AssetCardError() = default;

AssetCardNotValidError::AssetCardNotValidError(std::string name, std::string text)
    : FairseqError({.type = "AssetCardNotValidError", .message = std::move(text)}), name_(std::move(name)) {}
AssetCardNotValidError::~AssetCardNotValidError() = default;

} // namespace abi1
} // namespace fairlead
