// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/diagnostic_words.h"

#include "ui/buffers/places.h"
#include "ui/text/at_line.h"

#include <QCoreApplication>

#include <algorithm>

namespace fairlead::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("fairlead::ui::DiagnosticWords", text); }

QString lowerFirst(QString text) {
    // Not for words that are capitals for a reason: `YAML`.
    if (text.size() > 1 && !text.at(1).isUpper())
        text[0] = text.at(0).toLower();
    return text;
}

constexpr std::size_t mostNamed = 4; // of related places; a message names no further ones

// The core calls a place by the path that is shown of its file.
QString withShortNames(const Catalog& catalog, const Diagnostic& diagnostic, std::string_view text, quint32 toldIn) {
    QString message = toText(text);
    for (std::size_t i = 0; i < std::min(diagnostic.related.size(), mostNamed); ++i) {
        const DocumentPlace& place = diagnostic.related[i].place;
        const FilePlace there = file_place(catalog, place);
        const auto line = static_cast<qint64>(there.line);
        const QString whole = atLine(toText(there.file), line);
        if (!message.contains(whole))
            continue;
        const QString name = shortName(catalog, place.file);
        if (place.file == toldIn || name != shortName(catalog, toldIn))
            message.replace(whole, atLine(name, line));
    }
    return message;
}

QString shortTitle(const Fix& fix) { return toText(fix.short_title.empty() ? fix.title : fix.short_title); }

} // namespace

QString messageOf(const Catalog& catalog, const Diagnostic& diagnostic) {
    return diagnostic.place ? withShortNames(catalog, diagnostic, diagnostic.message, diagnostic.place->file)
                            : toText(diagnostic.message);
}

QString messageFrom(const Catalog& catalog, const Diagnostic& diagnostic, const RelatedPlace& related) {
    return withShortNames(catalog, diagnostic, related.here, related.place.file);
}

Weight weightOf(const Diagnostic& diagnostic) {
    if (diagnostic.load)
        return Weight::StopsLoad;
    switch (diagnostic.severity) {
    case Severity::error:
        return Weight::Error;
    case Severity::warning:
        return Weight::Warning;
    default:
        return Weight::Info;
    }
}

QString wordOf(Weight weight) {
    switch (weight) {
    case Weight::StopsLoad:
        return tr("Stops load");
    case Weight::Error:
        return tr("Error");
    case Weight::Warning:
        return tr("Warning");
    default:
        return tr("Info");
    }
}

QString iconOf(Weight weight) {
    switch (weight) {
    case Weight::StopsLoad:
        return QStringLiteral("stops-load");
    case Weight::Error:
        return QStringLiteral("error");
    case Weight::Warning:
        return QStringLiteral("warning");
    default:
        return QStringLiteral("info");
    }
}

QString ruleTitle(std::uint16_t rule) {
    const RuleInfo* info = rule_info(rule);
    if (info == nullptr)
        return QStringLiteral("FS%1").arg(rule, 3, 10, QLatin1Char('0'));
    return toText(info->id) + QLatin1Char(' ') + toText(info->name);
}

QString ruleExplanation(std::uint16_t rule) {
    const RuleInfo* info = rule_info(rule);
    return info == nullptr ? QString() : toText(info->explanation);
}

const Fix* certainFix(std::span<const Fix> fixes) {
    const auto fix = std::ranges::find(fixes, true, &Fix::certain);
    return fix == fixes.end() ? nullptr : &*fix;
}

QString fixWord(std::span<const Fix> fixes) {
    if (const Fix* fix = certainFix(fixes))
        return shortTitle(*fix);
    return fixes.empty() ? QString() : tr("your choice");
}

QString fixHint(std::span<const Fix> fixes, const QString& keys) {
    if (const Fix* fix = certainFix(fixes))
        return tr("%1 to %2").arg(keys, lowerFirst(shortTitle(*fix)));
    if (fixes.size() == 1)
        return tr("%1 to %2").arg(keys, lowerFirst(shortTitle(fixes.front())));
    return (fixes.empty() ? tr("%1 to explain") : tr("%1 for choices")).arg(keys);
}

} // namespace fairlead::ui
