// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/find_options.h"

#include "ui/editor/text_search.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace fairlead::ui {

FindOptions::FindOptions(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_matchCase = add(tr("Match case"), Qt::ALT | Qt::Key_C);
    m_wholeWords = add(tr("Whole words"), Qt::ALT | Qt::Key_W);
    m_expression = add(tr("Regular expression"), Qt::ALT | Qt::Key_X);
    row->addStretch(1);
}

QToolButton* FindOptions::add(const QString& text, const QKeySequence& key) {
    auto* toggle = new QToolButton(this);
    toggle->setAutoRaise(true);
    toggle->setText(text);
    toggle->setAccessibleName(text);
    toggle->setToolTip(tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    toggle->setShortcut(key);
    toggle->setCheckable(true);
    toggle->setToolButtonStyle(Qt::ToolButtonTextOnly);
    connect(toggle, &QToolButton::toggled, this, &FindOptions::changed);
    layout()->addWidget(toggle);
    return toggle;
}

bool FindOptions::isExpression() const { return m_expression->isChecked(); }

SearchFor FindOptions::searchFor(const QString& text) const {
    return {text, m_matchCase->isChecked(), m_wholeWords->isChecked(), m_expression->isChecked()};
}

} // namespace fairlead::ui
