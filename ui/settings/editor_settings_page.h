// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

class QCheckBox;
class QFontComboBox;
class QSpinBox;

namespace fairlead::ui {

/// How card files are shown and edited.
class EditorSettingsPage : public SettingsPage {
    Q_OBJECT

public:
    explicit EditorSettingsPage(QWidget* parent = nullptr);

    void setValues(const SettingsValues& values) override;
    void takeValues(SettingsValues& values) const override;

private:
    QCheckBox* m_systemFont;
    QFontComboBox* m_font;
    QSpinBox* m_tabWidth;
    QCheckBox* m_wraps;
};

} // namespace fairlead::ui
