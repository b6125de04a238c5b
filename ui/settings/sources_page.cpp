// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sources_page.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace fairlead::ui {

SourcesPage::SourcesPage(QWidget* parent)
    : SettingsPage(tr("Cards and sources"), QStringLiteral("folder"), parent),
      m_directories(new QCheckBox(tr("&Read the system's and your asset directory beside what is open"), this)) {
    body()->addWidget(makeHeading(tr("Sources"), tr("what cards are checked beside")));
    body()->addWidget(m_directories);
    body()->addWidget(makeNote(
        tr("fairseq2 always reads both, so one bad card there keeps it from loading yours. Off, Fairlead looks at "
           "what you opened as if they were empty. Where they are is said under Tracing and variables "
           "(FAIRSEQ2_ASSET_DIR, FAIRSEQ2_USER_ASSET_DIR). What is open already is not read twice.")));
    body()->addStretch(1);
    connect(m_directories, &QCheckBox::clicked, this, &SettingsPage::edited);
}

void SourcesPage::setValues(const SettingsValues& values) { m_directories->setChecked(values.readsDirectories); }

void SourcesPage::takeValues(SettingsValues& values) const { values.readsDirectories = m_directories->isChecked(); }

} // namespace fairlead::ui
