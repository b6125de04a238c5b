// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/errors.h"

#include <algorithm>
#include <utility>

namespace fairlead {
namespace {

/// Several lines, such as ruamel's, as one.
std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    const auto both_blank = [](char one, char next) { return one == ' ' && next == ' '; };
    text.erase(std::unique(text.begin(), text.end(), both_blank), text.end());
    if (text.starts_with(' '))
        text.erase(0, 1);
    return text;
}

std::string details_of(const AssetError& error, std::string details) {
    if (details.empty())
        details = error.cause;
    return one_line(std::move(details));
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
    : Error(error.message, details_of(error, std::move(details))), error_(std::move(error)) {}
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
