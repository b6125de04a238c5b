// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/file_verdict.h"

#include "core/checks/own_limit.h"
#include "ui/problems/diagnostic_words.h"
#include "ui/problems/verdict_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace fairlead::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("fairlead::ui::FileVerdict", text); }

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
    const bool isKnown = is_verdict_known(*session);
    if (stops && !isKnown)
        return {QStringLiteral("not-read"), tr("Not known whether fairseq2 loads this file"), toText(error->message)};
    if (stops)
        return {QStringLiteral("stops-load"), tr("fairseq2 would not load this file"), says};
    if (error) {
        const Verdict refused = isKnown ? refusedVerdict(unsaved) : unknownVerdict();
        return {refused.icon, refused.text,
                tr("This file is not to blame.") + QLatin1Char('\n') + (isKnown ? says : toText(error->message))};
    }
    std::vector<CardRef> failing = failingCards(diagnostics);
    std::erase_if(failing, [&](CardRef card) { return card.file != *file; });
    const Verdict loaded = loadedVerdict(session->catalog(), failing, unsaved);
    return {loaded.icon, loaded.text, {}};
}

} // namespace fairlead::ui
