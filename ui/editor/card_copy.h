// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/catalog.h"

#include <QByteArray>

namespace fairlead::ui {

/// A card's text for a file of its own: without the marker before it, its name with `my_` before, since fairseq2
/// takes a name only once.
[[nodiscard]] QByteArray copyOfCard(const Catalog& catalog, CardRef ref);

} // namespace fairlead::ui
