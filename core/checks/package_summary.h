// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/session.h"

namespace fairlead {

/// CheckSession::summary(), with what the registry brings as well.
[[nodiscard]] Summary summary_with_packages(const CheckSession& session);

} // namespace fairlead
