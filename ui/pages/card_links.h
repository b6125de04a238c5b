// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/catalog.h"
#include "ui/pages/link_list_model.h"

#include <QString>

#include <span>
#include <vector>

namespace fairlead::ui {

/// Cards under their sources: card, then place. The person's own sources come first.
[[nodiscard]] std::vector<LinkGroup> cardsBySource(const Catalog& catalog, std::span<const CardRef> cards);

} // namespace fairlead::ui
