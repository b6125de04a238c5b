// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/catalog.h"
#include "core/checks/diagnostic.h"

#include <QString>

#include <span>
#include <vector>

namespace fairlead::ui {

/// What becomes of sources in fairseq2, in words and with an icon of the set.
struct Verdict {
    QString icon;
    QString text;
};

/// Of sources that fairseq2 loads: `fairseq2 loads these sources`; with cards that it cannot use `Loads; my_llama fails
/// when used`. `unsaved`, here and below: fairseq2 reads another text until what is open is saved.
[[nodiscard]] Verdict loadedVerdict(const Catalog& catalog, std::span<const CardRef> failing, bool unsaved);
/// Of the others: `fairseq2 would load nothing`.
[[nodiscard]] Verdict refusedVerdict(bool unsaved);
/// Of those that Fairlead reads in part only: `Not known whether fairseq2 loads these sources`.
[[nodiscard]] Verdict unknownVerdict();
/// The cards among findings that fairseq2 stores, but cannot use: each once, in the order of the catalog.
[[nodiscard]] std::vector<CardRef> failingCards(std::span<const Diagnostic* const> diagnostics);

} // namespace fairlead::ui
