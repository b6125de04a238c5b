// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/verdict_words.h"

#include "ui/buffers/places.h"

#include <QCoreApplication>

#include <algorithm>

namespace fairlead::ui {

namespace {

QString tr(const char* text, int count = -1) {
    return QCoreApplication::translate("fairlead::ui::Verdict", text, nullptr, count);
}

} // namespace

Verdict loadedVerdict(const Catalog& catalog, std::span<const CardRef> failing, bool unsaved) {
    if (failing.empty())
        return {QStringLiteral("ok"),
                unsaved ? tr("fairseq2 loads these sources after saving") : tr("fairseq2 loads these sources")};
    const QString loads = unsaved ? tr("Loads after saving") : tr("Loads");
    const QString first = titleOf(catalog, failing.front());
    const auto more = static_cast<int>(failing.size()) - 1;
    return {QStringLiteral("warning"), more == 0 ? tr("%1; %2 fails when used").arg(loads, first)
                                                 : tr("%1; %2 and %n more fail when used", more).arg(loads, first)};
}

Verdict refusedVerdict(bool unsaved) {
    return {QStringLiteral("stops-load"),
            unsaved ? tr("fairseq2 would load nothing after saving") : tr("fairseq2 would load nothing")};
}

Verdict unknownVerdict() { return {QStringLiteral("not-read"), tr("Not known whether fairseq2 loads these sources")}; }

std::vector<CardRef> failingCards(std::span<const Diagnostic* const> diagnostics) {
    std::vector<CardRef> cards;
    for (const Diagnostic* diagnostic : diagnostics)
        if (diagnostic->severity == Severity::error && !diagnostic->load && diagnostic->card)
            cards.push_back(*diagnostic->card);
    std::ranges::sort(cards);
    const auto repeated = std::ranges::unique(cards);
    cards.erase(repeated.begin(), repeated.end());
    return cards;
}

} // namespace fairlead::ui
