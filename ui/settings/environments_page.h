// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/source.h"
#include "ui/settings/settings_page.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace fairlead::ui {

/// Where native extensions are looked for, which are not loaded, and what opens a place in their sources.
class EnvironmentsPage : public SettingsPage {
    Q_OBJECT

public:
    explicit EnvironmentsPage(VariableLookup shell, QWidget* parent = nullptr);

    void setValues(const SettingsValues& values) override;
    void takeValues(SettingsValues& values) const override;

private:
    [[nodiscard]] VariableSetting path() const;
    void updatePlaces();

    VariableLookup m_shell;
    QCheckBox* m_own;
    QPlainTextEdit* m_path;
    QLabel* m_places;
    QPlainTextEdit* m_switchedOff;
    QLineEdit* m_editor;
};

} // namespace fairlead::ui
