// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/registry/registry_row.h"

namespace fairlead::ui {

/// All rows of the registry: Models, Tokenizers, Datasets, Sources. Without a session what the registry alone says.
[[nodiscard]] std::unique_ptr<RegistryRow> buildRegistryTree(const RegistrySnapshot& registry,
                                                             const CheckSession* session);

/// The sources and what was read of them; `section` is the row of that name.
void buildSourceRows(RegistryRow& section, const CheckSession& session, const TroubleIndex& trouble);

/// `1 card`, `3 cards`, `no card`.
[[nodiscard]] QString cardCount(std::size_t count);

/// A card's name with its environment, or what a document is instead: `(empty document)`.
[[nodiscard]] QString nameOfDocument(const Card& card);

} // namespace fairlead::ui
