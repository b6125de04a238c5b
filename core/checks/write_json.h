// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/session.h"

#include <span>
#include <string>

namespace fairlead {

/// The findings, the verdict and the summary as one JSON object, `"format": 1`, with a line's end. Bytes of texts and
/// paths that are no UTF-8 are written as `\xNN`. With `package_cards` the summary counts what the registry brings,
/// too.
[[nodiscard]] std::string report_json(const CheckSession& session, std::span<const Diagnostic* const> diagnostics,
                                      bool package_cards = false);

} // namespace fairlead
