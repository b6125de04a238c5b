// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearance_page.h"

#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QSpinBox>

namespace fairlead::ui {

AppearancePage::AppearancePage(QWidget* parent)
    : SettingsPage(tr("Appearance"), QStringLiteral("theme"), parent), m_theme(new QButtonGroup(this)),
      m_systemSize(new QCheckBox(tr("As &large as the system has it"), this)), m_size(new QSpinBox(this)) {
    body()->addWidget(makeHeading(tr("Colours")));
    const auto add = [this](const QString& text, Theme::Choice choice) {
        auto* button = new QRadioButton(text, this);
        m_theme->addButton(button, static_cast<int>(choice));
        body()->addWidget(button);
    };
    add(tr("&As the system"), Theme::Choice::System);
    add(tr("&Light"), Theme::Choice::Light);
    add(tr("&Dark"), Theme::Choice::Dark);
    body()->addWidget(makeHeading(tr("Font"), tr("of the whole window; the family is the system's")));
    body()->addWidget(m_systemSize);
    m_size->setRange(6, 32);
    m_size->setSuffix(tr(" pt"));
    m_size->setAccessibleName(tr("Size of the font"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_size);
    row->addStretch(1);
    body()->addLayout(row);
    body()->addStretch(1);
    connect(m_theme, &QButtonGroup::idClicked, this, &SettingsPage::edited);
    connect(m_systemSize, &QCheckBox::toggled, m_size, &QWidget::setDisabled);
    connect(m_systemSize, &QCheckBox::clicked, this, &SettingsPage::edited);
    connect(m_size, &QSpinBox::valueChanged, this, &SettingsPage::edited);
}

void AppearancePage::setValues(const SettingsValues& values) {
    const QSignalBlocker blocker(this);
    m_theme->button(static_cast<int>(values.theme))->setChecked(true);
    m_systemSize->setChecked(values.fontSize == 0);
    m_size->setDisabled(values.fontSize == 0);
    m_size->setValue(values.fontSize > 0 ? values.fontSize : QFontInfo(QApplication::font()).pointSize());
}

void AppearancePage::takeValues(SettingsValues& values) const {
    values.theme = static_cast<Theme::Choice>(m_theme->checkedId());
    values.fontSize = m_systemSize->isChecked() ? 0 : m_size->value();
}

} // namespace fairlead::ui
