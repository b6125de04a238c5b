// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

class QButtonGroup;
class QCheckBox;
class QSpinBox;

namespace fairlead::ui {

/// Light or dark, and how large.
class AppearancePage : public SettingsPage {
    Q_OBJECT

public:
    explicit AppearancePage(QWidget* parent = nullptr);

    void setValues(const SettingsValues& values) override;
    void takeValues(SettingsValues& values) const override;

private:
    QButtonGroup* m_theme; // a button's id is its Theme::Choice
    QCheckBox* m_systemSize;
    QSpinBox* m_size;
};

} // namespace fairlead::ui
