// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/log_settings_page.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace fairlead::ui {

LogSettingsPage::LogSettingsPage(QWidget* parent)
    : SettingsPage(tr("Log"), QStringLiteral("list"), parent), m_level(new QComboBox(this)),
      m_records(new QSpinBox(this)), m_megabytes(new QSpinBox(this)), m_folder(new QLineEdit(this)) {
    body()->addWidget(makeHeading(tr("What is kept"), tr("while the program runs; the oldest go first")));
    for (int level = 0; level < logLevelCount; ++level)
        m_level->addItem(level == 0 ? tr("Everything")
                                    : tr("%1 and above").arg(levelText(static_cast<LogLevel>(level))));
    m_records->setRange(100, 1'000'000);
    m_records->setSingleStep(10'000);
    m_records->setGroupSeparatorShown(true);
    m_megabytes->setRange(1, 1024);
    m_megabytes->setSuffix(tr(" MB"));
    for (QWidget* control :
         {static_cast<QWidget*>(m_level), static_cast<QWidget*>(m_records), static_cast<QWidget*>(m_megabytes)})
        control->setMaximumWidth(widestControl);
    auto* form = new QFormLayout;
    form->addRow(tr("&Levels:"), m_level);
    form->addRow(tr("At most &records:"), m_records);
    form->addRow(tr("At most &memory:"), m_megabytes);
    body()->addLayout(form);
    body()->addWidget(makeHeading(tr("Saving"), tr("the folder that Save… begins in")));
    auto* row = new QHBoxLayout;
    m_folder->setPlaceholderText(tr("Your documents"));
    m_folder->setAccessibleName(tr("Folder that saving begins in"));
    auto* choose = new QPushButton(tr("&Choose…"), this);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    body()->addLayout(row);
    body()->addStretch(1);
    connect(m_level, &QComboBox::activated, this, &SettingsPage::edited);
    connect(m_records, &QSpinBox::valueChanged, this, &SettingsPage::edited);
    connect(m_megabytes, &QSpinBox::valueChanged, this, &SettingsPage::edited);
    connect(m_folder, &QLineEdit::textEdited, this, &SettingsPage::edited);
    connect(choose, &QPushButton::clicked, this, &LogSettingsPage::chooseFolder);
}

void LogSettingsPage::chooseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Where Logs Are Saved"), m_folder->text());
    if (folder.isEmpty())
        return;
    m_folder->setText(folder);
    emit edited();
}

void LogSettingsPage::setValues(const SettingsValues& values) {
    const QSignalBlocker blocker(this);
    m_level->setCurrentIndex(static_cast<int>(values.logLeastLevel));
    m_records->setValue(values.logRecords);
    m_megabytes->setValue(values.logMegabytes);
    m_folder->setText(values.logFolder);
}

void LogSettingsPage::takeValues(SettingsValues& values) const {
    values.logLeastLevel = static_cast<LogLevel>(m_level->currentIndex());
    values.logRecords = m_records->value();
    values.logMegabytes = m_megabytes->value();
    values.logFolder = m_folder->text().trimmed();
}

} // namespace fairlead::ui
