// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"
#include "ui/navigation/location.h"

#include <QString>

#include <optional>

namespace fairlead::ui {

/// Where to look first in sources that were just opened: at what stops the load there, else at an error, a warning,
/// else at the first file. None: nothing of the person's is there.
[[nodiscard]] std::optional<Location> firstPlace(const CheckSession& session);

/// A place as it is written on the command line: a card (`my_llama`, `my_llama@user`), `FILE:LINE`, `FILE`, a model
/// family, or `FAMILY/ARCHITECTURE`.
[[nodiscard]] std::optional<Location> placeCalled(const QString& text, const CheckSession& session);

} // namespace fairlead::ui
