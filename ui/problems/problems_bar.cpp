// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problems_bar.h"

#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace fairlead::ui {

namespace {

constexpr int leastCharacters = 36; // with numbers alone

} // namespace

ProblemsBar::ProblemsBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_scope(new QComboBox(this)), m_fixAll(nullptr) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 8, 3);
    layout->setSpacing(8);
    layout->addStretch(1);
    m_toggles[0] = addButton(theme.icon(QStringLiteral("error")), tr("Show errors"));
    m_toggles[1] = addButton(theme.icon(QStringLiteral("warning")), tr("Show warnings"));
    m_toggles[2] = addButton(theme.icon(QStringLiteral("info")), tr("Show infos"));
    for (QPushButton* toggle : m_toggles) {
        toggle->setCheckable(true);
        toggle->setChecked(true);
        connect(toggle, &QPushButton::toggled, this, &ProblemsBar::filterChanged);
    }
    m_scope->addItems({tr("All files"), tr("This file")});
    m_scope->setAccessibleName(tr("Files whose problems are shown"));
    m_scope->setProperty("small", true);
    layout->addWidget(m_scope);
    m_fixAll =
        addButton(theme.icon(QStringLiteral("fix")), tr("Show what all fixes that leave no choice would change"));
    connect(m_scope, &QComboBox::currentIndexChanged, this, &ProblemsBar::filterChanged);
    connect(m_fixAll, &QPushButton::clicked, this, &ProblemsBar::fixAllWanted);
    setCounts({});
}

QPushButton* ProblemsBar::addButton(const QIcon& icon, const QString& toolTip) {
    auto* button = new QPushButton(icon, QString(), this);
    button->setProperty("small", true);
    button->setToolTip(toolTip);
    layout()->addWidget(button);
    return button;
}

bool ProblemsBar::shows(Weight weight) const {
    const std::size_t toggle = weight == Weight::Info ? 2 : weight == Weight::Warning ? 1 : 0;
    return m_toggles[toggle]->isChecked();
}

int ProblemsBar::hidden() const {
    int hidden = 0;
    for (std::size_t i = 0; i < m_toggles.size(); ++i)
        hidden |= m_toggles[i]->isChecked() ? 0 : 1 << i;
    return hidden;
}

void ProblemsBar::setHidden(int hidden) {
    for (std::size_t i = 0; i < m_toggles.size(); ++i)
        m_toggles[i]->setChecked((hidden & 1 << i) == 0);
}

bool ProblemsBar::isOfOneFile() const { return m_scope->currentIndex() == 1; }

void ProblemsBar::setCounts(const Counts& counts) {
    m_counts = counts;
    m_fixAll->setVisible(counts.certain > 0);
    fit();
}

void ProblemsBar::setTexts(Length length) {
    const std::array counts = {m_counts.errors, m_counts.warnings, m_counts.infos};
    const std::array words = {tr("%n error(s)", nullptr, m_counts.errors),
                              tr("%n warning(s)", nullptr, m_counts.warnings),
                              tr("%n info(s)", nullptr, m_counts.infos)};
    for (std::size_t i = 0; i < m_toggles.size(); ++i) {
        m_toggles[i]->setText(length == Length::Numbers ? QString::number(counts[i]) : words[i]);
        m_toggles[i]->setAccessibleName(words[i]);
    }
    m_fixAll->setText(length == Length::Full ? tr("Fix all certain (%1)…").arg(m_counts.certain)
                                             : tr("Fix (%1)…").arg(m_counts.certain));
    m_fixAll->setAccessibleName(tr("Fix all certain (%1)…").arg(m_counts.certain));
}

void ProblemsBar::fit() {
    if (!isVisible())
        return setTexts(Length::Full); // it is told its width before it is seen
    for (const Length length : {Length::Full, Length::ShortFix, Length::Numbers}) {
        setTexts(length);
        if (layout()->sizeHint().width() <= width())
            break;
    }
}

QSize ProblemsBar::minimumSizeHint() const {
    return {leastCharacters * fontMetrics().averageCharWidth(), layout()->minimumSize().height()};
}

void ProblemsBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void ProblemsBar::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fit();
}

} // namespace fairlead::ui
