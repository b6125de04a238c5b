// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"

#include <QByteArray>

#include <vector>

namespace fairlead::ui {

/// What fixes would change, as a unified difference of each file they touch. They must not overlap.
[[nodiscard]] QByteArray differenceOf(const Catalog& catalog, const std::vector<const Fix*>& fixes);

/// Certain fixes that can be made together: of two that overlap, the first. Borrowed as the diagnostics are.
[[nodiscard]] std::vector<const Fix*> certainFixes(const std::vector<const Diagnostic*>& diagnostics);

} // namespace fairlead::ui
