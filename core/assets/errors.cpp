// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/errors.h"

namespace fairlead {

void throw_error(AssetError error) {
    if (error.type == "AssetMetadataError")
        throw AssetMetadataError(std::move(error));
    if (error.type == "AssetSourceNotFoundError")
        throw AssetSourceNotFoundError(std::move(error));
    if (error.type == "AssetNotFoundError")
        throw AssetNotFoundError(std::move(error));
    if (error.type == "AssetCardError")
        throw AssetCardError(std::move(error));
    if (error.type == "OperationalError")
        throw OperationalError(std::move(error));
    throw RawError(std::move(error));
}

} // namespace fairlead
