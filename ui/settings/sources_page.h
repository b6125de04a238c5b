// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

class QCheckBox;

namespace fairlead::ui {

/// What is read beside what is open.
class SourcesPage : public SettingsPage {
    Q_OBJECT

public:
    explicit SourcesPage(QWidget* parent = nullptr);

    void setValues(const SettingsValues& values) override;
    void takeValues(SettingsValues& values) const override;

private:
    QCheckBox* m_directories;
};

} // namespace fairlead::ui
