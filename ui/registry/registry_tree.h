// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/registry/document_names.h"
#include "ui/registry/registry_row.h"

namespace fairlead::ui {

/// All rows of the registry: Models, Tokenizers, Datasets, Sources; of an environment Extensions too. Without a session
/// what the registry alone says.
[[nodiscard]] std::unique_ptr<RegistryRow> buildRegistryTree(const RegistrySnapshot& registry,
                                                             const CheckSession* session);
/// The same, quicker when only few names are others than at the last call with these `names`.
[[nodiscard]] std::unique_ptr<RegistryRow> buildRegistryTree(const RegistrySnapshot& registry,
                                                             const CheckSession* session, DocumentNames& names);

/// The sources and what was read of them; `section` is the row of that name.
void buildSourceRows(RegistryRow& section, const CheckSession& session, const TroubleIndex& trouble,
                     DocumentNames& names);

/// The extensions of an environment in the order of loading; `section` is the row of that name.
void buildExtensionRows(RegistryRow& section, const RegistrySnapshot& registry);

/// `1 card`, `3 cards`, `no card`.
[[nodiscard]] QString cardCount(std::size_t count);

} // namespace fairlead::ui
