// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace fairlead::ui {

/// How much the log keeps, and where it is saved.
class LogSettingsPage : public SettingsPage {
    Q_OBJECT

public:
    explicit LogSettingsPage(QWidget* parent = nullptr);

    void setValues(const SettingsValues& values) override;
    void takeValues(SettingsValues& values) const override;

private:
    void chooseFolder();

    QComboBox* m_level;
    QSpinBox* m_records;
    QSpinBox* m_megabytes;
    QLineEdit* m_folder;
};

} // namespace fairlead::ui
