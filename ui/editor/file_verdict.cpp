// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/file_verdict.h"

#include "ui/buffers/places.h"
#include "ui/problems/diagnostic_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_set>

namespace fairlead::ui {

namespace {

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("fairlead::ui::FileVerdict", text, nullptr, n);
}

// The cards of this file that fairseq2 stores, but cannot use.
std::vector<CardRef> failingCards(const std::vector<const Diagnostic*>& diagnostics, quint32 file) {
    std::vector<CardRef> cards;
    std::unordered_set<quint32> known; // documents
    for (const Diagnostic* diagnostic : diagnostics)
        if (diagnostic->severity == Severity::error && !diagnostic->load && diagnostic->card &&
            diagnostic->card->file == file && known.insert(diagnostic->card->document).second)
            cards.push_back(*diagnostic->card);
    return cards;
}

} // namespace

FileVerdict fileVerdict(const CheckSession* session, std::optional<quint32> file, bool unsaved) {
    if (session == nullptr)
        return {QStringLiteral("not-read"), tr("Not checked yet"), {}};
    if (!file)
        return {QStringLiteral("not-read"), tr("Not among the open sources"),
                tr("Its cards are not checked. Open the file, or its folder, to have them checked.")};
    const std::vector<const Diagnostic*> diagnostics = session->diagnostics_of(*file);
    const bool stops = std::ranges::any_of(diagnostics, &Diagnostic::load);
    const auto& error = session->verdict().error;
    const QString says = error ? toText(error->type) + QStringLiteral(": ") + toText(error->message) : QString();
    if (stops)
        return {QStringLiteral("stops-load"), tr("fairseq2 would not load this file"), says};
    if (error)
        return {QStringLiteral("stops-load"),
                unsaved ? tr("fairseq2 would load nothing after saving") : tr("fairseq2 would load nothing"),
                tr("This file is not to blame.") + QLatin1Char('\n') + says};
    const std::vector<CardRef> failing = failingCards(diagnostics, *file);
    if (failing.empty())
        return {QStringLiteral("ok"),
                unsaved ? tr("fairseq2 loads these sources after saving") : tr("fairseq2 loads these sources"),
                {}};
    const QString loads = unsaved ? tr("Loads after saving") : tr("Loads");
    const QString first = titleOf(session->catalog(), failing.front());
    const int more = static_cast<int>(failing.size()) - 1;
    if (more == 0)
        return {QStringLiteral("warning"), tr("%1; %2 fails when used").arg(loads, first), {}};
    return {QStringLiteral("warning"), tr("%1; %2 and %n more fail when used", more).arg(loads, first), {}};
}

} // namespace fairlead::ui
