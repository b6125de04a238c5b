// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/editor_settings_page.h"

#include <QCheckBox>
#include <QFontComboBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace fairlead::ui {

EditorSettingsPage::EditorSettingsPage(QWidget* parent)
    : SettingsPage(tr("Editor"), QStringLiteral("edit"), parent),
      m_systemFont(new QCheckBox(tr("The &system's fixed font"), this)), m_font(new QFontComboBox(this)),
      m_tabWidth(new QSpinBox(this)), m_wraps(new QCheckBox(tr("&Continue long lines in the next row"), this)) {
    body()->addWidget(makeHeading(tr("Card files"), tr("their size follows the zoom")));
    m_font->setFontFilters(QFontComboBox::MonospacedFonts);
    m_font->setEditable(false);
    m_font->setAccessibleName(tr("Font of card files"));
    m_font->setMaximumWidth(widestControl);
    m_tabWidth->setMaximumWidth(widestControl);
    m_tabWidth->setRange(1, 8);
    m_tabWidth->setAccessibleName(tr("Columns of a tab"));
    auto* form = new QFormLayout;
    form->addRow(tr("Font:"), m_systemFont);
    form->addRow(QString(), m_font);
    form->addRow(tr("&Tab and indent:"), m_tabWidth);
    form->addRow(tr("Lines:"), m_wraps);
    body()->addLayout(form);
    body()->addStretch(1);
    connect(m_systemFont, &QCheckBox::toggled, m_font, &QWidget::setDisabled);
    connect(m_systemFont, &QCheckBox::clicked, this, &SettingsPage::edited);
    connect(m_font, &QFontComboBox::currentFontChanged, this, &SettingsPage::edited);
    connect(m_tabWidth, &QSpinBox::valueChanged, this, &SettingsPage::edited);
    connect(m_wraps, &QCheckBox::clicked, this, &SettingsPage::edited);
}

void EditorSettingsPage::setValues(const SettingsValues& values) {
    const QSignalBlocker blocker(this);
    m_systemFont->setChecked(values.editor.font.isEmpty());
    m_font->setDisabled(values.editor.font.isEmpty());
    m_font->setCurrentFont(values.editor.font.isEmpty() ? Theme::fixedFont() : QFont(values.editor.font));
    m_tabWidth->setValue(values.editor.tabWidth);
    m_wraps->setChecked(values.editor.wraps);
}

void EditorSettingsPage::takeValues(SettingsValues& values) const {
    values.editor.font = m_systemFont->isChecked() ? QString() : m_font->currentFont().family();
    values.editor.tabWidth = m_tabWidth->value();
    values.editor.wraps = m_wraps->isChecked();
}

} // namespace fairlead::ui
