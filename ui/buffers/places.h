// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"
#include "ui/navigation/location.h"

namespace fairlead::ui {

/// Places of a catalog as places of the window; the offsets are those of the text as it stands now.
[[nodiscard]] Location locationOf(const Catalog& catalog, const DocumentPlace& place);
/// A card: the value of its name; of a document without one, its first line that says something.
[[nodiscard]] Location locationOf(const Catalog& catalog, CardRef card);

/// The document at a byte of a file, or none if the file has no text.
[[nodiscard]] std::optional<CardRef> documentAt(const Catalog& catalog, quint32 file, qint64 offset);

/// A file as people tell it from others: the path in its source's folder, or its name.
[[nodiscard]] QString shortName(const Catalog& catalog, quint32 file);

/// A card by its name, `my_llama@user` with its environment; `(empty document)` and the like for what is no card. Of a
/// very long name the beginning.
[[nodiscard]] QString titleOf(const Card& card);
[[nodiscard]] QString titleOf(const Catalog& catalog, CardRef card);

} // namespace fairlead::ui
