// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include <QFontInfo>
#include <QHBoxLayout>
#include <QLabel>

namespace fairlead::ui {

SettingsPage::SettingsPage(const QString& title, const QString& icon, QWidget* parent)
    : QWidget(parent), m_title(title), m_icon(icon), m_body(new QVBoxLayout(this)) {
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(8);
    auto* heading = new QLabel(title, this);
    QFont font = heading->font();
    font.setBold(true);
    font.setPointSizeF(QFontInfo(font).pointSizeF() * 1.2);
    heading->setFont(font);
    m_body->addWidget(heading);
}

QWidget* SettingsPage::makeHeading(const QString& text, const QString& sentence) {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(8);
    auto* heading = new QLabel(text, row);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    layout->addWidget(heading);
    auto* beside = new QLabel(sentence, row);
    beside->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(beside, 1);
    return row;
}

QWidget* SettingsPage::makeNote(const QString& text) {
    auto* note = new QLabel(text, this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    return note;
}

} // namespace fairlead::ui
