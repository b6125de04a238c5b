// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fixes_menu.h"

#include "ui/buffers/places.h"
#include "ui/problems/diagnostic_words.h"
#include "ui/text/at_line.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <numeric>

namespace fairlead::ui {

namespace {

constexpr std::size_t mostFindings = 5;
constexpr std::size_t mostPlaces = 5;

QString escaped(QString text) { return text.replace(QLatin1Char('&'), QStringLiteral("&&")); }

// The certain ones first, else in their order.
std::vector<qsizetype> orderOf(const std::vector<Fix>& fixes) {
    std::vector<qsizetype> order(fixes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_partition(order.begin(), order.end(),
                          [&](qsizetype i) { return fixes[static_cast<std::size_t>(i)].certain; });
    return order;
}

} // namespace

FixesMenu::FixesMenu(const Catalog& catalog, const std::vector<Finding>& findings, bool canFix, const Theme& theme,
                     QWidget* parent)
    : QMenu(parent), m_theme(theme) {
    setAccessibleName(tr("Fixes"));
    const std::size_t shown = std::min(findings.size(), mostFindings);
    for (std::size_t i = 0; i < shown; ++i)
        addFinding(catalog, findings[i], canFix, shown > 1);
    for (QAction* action : actions())
        if (action->isEnabled() && !action->isSeparator()) {
            setActiveAction(action); // Enter takes it
            break;
        }
}

void FixesMenu::addFinding(const Catalog& catalog, const Finding& finding, bool canFix, bool withTitle) {
    const Diagnostic& diagnostic = *finding.diagnostic;
    if (!isEmpty())
        addSeparator();
    if (withTitle) {
        const QString message = fontMetrics().elidedText(finding.message, Qt::ElideRight, 420);
        addAction(m_theme.icon(iconOf(weightOf(diagnostic))), escaped(message))->setEnabled(false);
    }
    if (canFix && !diagnostic.fixes.empty()) {
        addFixes(diagnostic);
        addSeparator();
        addDifferences(diagnostic);
    }
    addPlaces(catalog, finding);
    addAction(m_theme.icon(QStringLiteral("explain")), tr("Explain %1").arg(ruleTitle(diagnostic.rule)), this,
              [this, rule = diagnostic.rule] { emit explanationWanted(rule); });
    if (!diagnostic.fairseq2_says.empty())
        addAction(m_theme.icon(QStringLiteral("copy")), tr("Copy fairseq2's Error Text"), this,
                  [says = toText(diagnostic.fairseq2_says)] { QGuiApplication::clipboard()->setText(says); });
}

void FixesMenu::addFixes(const Diagnostic& diagnostic) {
    bool first = true;
    for (const qsizetype number : orderOf(diagnostic.fixes)) {
        const Fix& fix = diagnostic.fixes[static_cast<std::size_t>(number)];
        const QString icon = fix.certain ? QStringLiteral("fix") : QStringLiteral("edit");
        const bool isDefault = std::exchange(first, false) && fix.certain;
        const QString title = escaped(toText(fix.title)) + (isDefault ? QLatin1Char('\t') + tr("Enter") : QString());
        QAction* action = addAction(m_theme.icon(icon), title, this,
                                    [this, diagnostic, number] { emit fixChosen(diagnostic, number); });
        if (isDefault) {
            QFont bold = font();
            bold.setBold(true);
            action->setFont(bold);
            setDefaultAction(action);
        }
    }
}

void FixesMenu::addPlaces(const Catalog& catalog, const Finding& finding) {
    std::size_t added = 0;
    for (const RelatedPlace& related : finding.diagnostic->related) {
        const Location place = locationOf(catalog, related.place);
        const bool isHere = related.place.file == finding.place.file && place.begin == finding.begin;
        if (isHere || ++added > mostPlaces)
            continue;
        const auto line = static_cast<qint64>(file_place(catalog, related.place).line);
        const QString there = atLine(shortName(catalog, related.place.file), line);
        addAction(m_theme.icon(QStringLiteral("next")), tr("Go to %1").arg(escaped(there)), this,
                  [this, place] { emit placeWanted(place); });
    }
}

void FixesMenu::addDifferences(const Diagnostic& diagnostic) {
    const QIcon icon = m_theme.icon(QStringLiteral("differs"));
    if (diagnostic.fixes.size() == 1) {
        addAction(icon, tr("Show What Would Change…"), this,
                  [this, diagnostic] { emit differenceWanted(diagnostic, 0); });
        return;
    }
    QMenu* menu = addMenu(icon, tr("Show What Would Change"));
    for (const qsizetype number : orderOf(diagnostic.fixes))
        menu->addAction(escaped(toText(diagnostic.fixes[static_cast<std::size_t>(number)].title)), this,
                        [this, diagnostic, number] { emit differenceWanted(diagnostic, number); });
}

} // namespace fairlead::ui
