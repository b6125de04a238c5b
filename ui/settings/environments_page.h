// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/source.h"
#include "ui/settings/settings_page.h"
#include "ui/workspace/loose_threads.h"

#include <QTimer>

#include <filesystem>
#include <set>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace fairlead::ui {

/// Where native extensions are looked for, which are not loaded, how long each may take, and what opens a place in
/// their sources.
class EnvironmentsPage : public SettingsPage {
    Q_OBJECT

public:
    explicit EnvironmentsPage(VariableLookup shell, QWidget* parent = nullptr);

    void setValues(const SettingsValues& values) override;
    void takeValues(SettingsValues& values) const override;

private:
    [[nodiscard]] VariableSetting path() const;
    void updatePlaces();
    void showPlaces();
    void look();

    VariableLookup m_shell;
    QCheckBox* m_own;
    QPlainTextEdit* m_path;
    QLabel* m_places;
    QPlainTextEdit* m_switchedOff;
    QSpinBox* m_seconds;
    QLineEdit* m_editor;
    std::vector<std::filesystem::path> m_wanted; // to be looked into, in order
    std::set<std::filesystem::path> m_missing;   // as far as is known
    QTimer m_soon;
    LooseThreads m_threads{*this};
};

} // namespace fairlead::ui
