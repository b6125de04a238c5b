// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/asset_errors.h>
#include <string>

namespace fairlead {

/// Throws the class that belongs to an error's type. `name`: what `name()` of one about an asset is.
[[noreturn]] void throw_error(AssetError error, std::string name = {});

} // namespace fairlead
