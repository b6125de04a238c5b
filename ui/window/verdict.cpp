// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/verdict.h"

#include "core/checks/own_limit.h"
#include "ui/buffers/places.h"
#include "ui/text/at_line.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr std::size_t causesNamed = 3;
constexpr std::size_t placesNamed = 3;

QString tr(const char* text, int count = -1) {
    return QCoreApplication::translate("fairlead::ui::Verdict", text, nullptr, count);
}

/// What a rule found, to be followed by `in PLACE`.
const char* nounOf(std::uint16_t rule) {
    switch (rule) {
    case 1:
        return QT_TRANSLATE_NOOP("fairlead::ui::Verdict", "text that cannot be read");
    case 2:
        return QT_TRANSLATE_NOOP("fairlead::ui::Verdict", "a key that stands twice");
    case 3:
        return QT_TRANSLATE_NOOP("fairlead::ui::Verdict", "an empty document");
    case 4:
        return QT_TRANSLATE_NOOP("fairlead::ui::Verdict", "a document that is no card");
    case 5:
        return QT_TRANSLATE_NOOP("fairlead::ui::Verdict", "a card without a proper name");
    case 6:
        return QT_TRANSLATE_NOOP("fairlead::ui::Verdict", "a name that cannot be one");
    case 7:
        return QT_TRANSLATE_NOOP("fairlead::ui::Verdict", "a base that cannot be one");
    case 8:
        return QT_TRANSLATE_NOOP("fairlead::ui::Verdict", "a name that stands twice");
    case 9:
        return QT_TRANSLATE_NOOP("fairlead::ui::Verdict", "what cannot be read");
    case 16:
        return QT_TRANSLATE_NOOP("fairlead::ui::Verdict", "a YAML version that is not read");
    case 17:
        return QT_TRANSLATE_NOOP("fairlead::ui::Verdict", "a tab");
    case 19:
        return QT_TRANSLATE_NOOP("fairlead::ui::Verdict", "cards that are read twice");
    default:
        return QT_TRANSLATE_NOOP("fairlead::ui::Verdict", "an error");
    }
}

QString joined(const QStringList& parts) {
    if (parts.size() < 2)
        return parts.join(QString());
    return tr("%1 and %2").arg(parts.mid(0, parts.size() - 1).join(QStringLiteral(", ")), parts.last());
}

QString linked(const Catalog& catalog, const DocumentPlace& place) {
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(linkTo(place), shortPlace(catalog, place).toHtmlEscaped());
}

QString placesOf(const Catalog& catalog, const Diagnostic& diagnostic) {
    if (!diagnostic.place)
        return QString::fromStdString(diagnostic.path).toHtmlEscaped();
    // Several sources may have one name: each extension gives its own.
    struct Named {
        QString text;
        DocumentPlace place;
        int count = 1;
    };
    std::vector<Named> named = {{shortPlace(catalog, *diagnostic.place), *diagnostic.place}};
    bool isMore = false;
    for (const RelatedPlace& related : diagnostic.related) {
        if (related.here.empty() ||
            (related.place.file == diagnostic.place->file && related.place.document == diagnostic.place->document))
            continue;
        const QString text = shortPlace(catalog, related.place);
        if (const auto same = std::ranges::find(named, text, &Named::text); same != named.end())
            ++same->count;
        else if (named.size() < placesNamed)
            named.push_back({text, related.place});
        else
            isMore = true;
    }
    QStringList places;
    for (const Named& one : named)
        places.append(
            one.count == 1
                ? linked(catalog, one.place)
                : tr("%1 (%2 sources of this name)").arg(linked(catalog, one.place), QString::number(one.count)));
    if (isMore)
        places.append(tr("elsewhere"));
    return joined(places);
}

QString nameOf(const Catalog& catalog, const Diagnostic& diagnostic) {
    const QString name = QString::fromStdString(catalog.stored_name(*diagnostic.card));
    return name.endsWith(QLatin1Char('@')) ? name.chopped(1) : name;
}

QString phraseOf(const Catalog& catalog, const Diagnostic& diagnostic) {
    const QString noun = diagnostic.rule == 8 && diagnostic.card
                             ? tr("the name %1").arg(nameOf(catalog, diagnostic).toHtmlEscaped())
                             : tr(nounOf(diagnostic.rule));
    return tr("%1 in %2").arg(noun, placesOf(catalog, diagnostic));
}

} // namespace

Verdict verdictOf(const CheckSession& session, bool unsaved) {
    if (!is_verdict_known(session))
        return unknownVerdict();
    return session.verdict().loads() ? loadedVerdict(session.catalog(), failingCards(session.diagnostics()), unsaved)
                                     : refusedVerdict(unsaved);
}

std::vector<Cause> causesOf(const CheckSession& session) {
    std::vector<Cause> causes;
    for (const Diagnostic* diagnostic : session.diagnostics()) {
        if (!diagnostic->load)
            continue;
        const auto certain = std::ranges::find_if(diagnostic->fixes, &Fix::certain);
        causes.push_back({diagnostic, certain == diagnostic->fixes.end() ? nullptr : &*certain});
    }
    return causes;
}

QString describeCauses(const CheckSession& session, const std::vector<Cause>& causes) {
    QStringList phrases;
    for (std::size_t i = 0; i < causes.size() && i < causesNamed; ++i)
        phrases.append(phraseOf(session.catalog(), *causes[i].diagnostic));
    QString list = phrases.join(QStringLiteral(", "));
    if (causes.size() > causesNamed)
        list = tr("%1, and %n more", static_cast<int>(causes.size() - causesNamed)).arg(list);
    else if (causes.size() > 1)
        list = tr("%1, and %2").arg(phrases.mid(0, phrases.size() - 1).join(QStringLiteral(", ")), phrases.last());
    const QString count = tr("%n cause(s): ", static_cast<int>(causes.size()));
    return count + list + QStringLiteral(". ") +
           tr("Fairlead shows the %n card(s) it could read.", static_cast<int>(session.catalog().card_count()));
}

QString linkTo(const DocumentPlace& place) {
    return QStringLiteral("place:%1:%2:%3:%4")
        .arg(place.file)
        .arg(place.document)
        .arg(place.range.begin)
        .arg(place.range.end);
}

std::optional<DocumentPlace> placeOfLink(const QString& link) {
    const QStringList parts = link.split(QLatin1Char(':'));
    if (parts.size() != 5 || parts.front() != QLatin1String("place"))
        return std::nullopt;
    return DocumentPlace{parts[1].toUInt(), parts[2].toUInt(), {parts[3].toUInt(), parts[4].toUInt()}};
}

QString shortPlace(const Catalog& catalog, const DocumentPlace& place) {
    return atLine(shortName(catalog, place.file), static_cast<qint64>(file_place(catalog, place).line));
}

} // namespace fairlead::ui
