// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/fairlead-host/foreign_code.h"
#include "core/extensions/asset_registration.h"

#include <string>
#include <vector>

namespace fairlead::host {

/// Sends the sources of cards that extensions have registered, with their cards, and puts their names into the
/// extensions' reports.
void send_sources(const ForeignCode& code, const PackageFolders& folders);

/// The schemes of URIs that files can be had from, sorted.
[[nodiscard]] std::vector<std::string> find_schemes(const ForeignCode& code);

} // namespace fairlead::host
