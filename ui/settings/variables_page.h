// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/directory_looks.h"
#include "ui/settings/settings_page.h"

#include <QTimer>

class QCheckBox;
class QLabel;
class QTableView;

namespace fairlead::ui {

class Settings;
class VariablesModel;

/// Tracing of extensions, and every variable that fairseq2 reads, with what it makes of it while it is typed.
/// `settings` and `theme` outlive it.
class VariablesPage : public SettingsPage {
    Q_OBJECT

public:
    VariablesPage(const Settings& settings, std::shared_ptr<const RegistrySnapshot> registry, const Theme& theme,
                  QWidget* parent = nullptr);

    void setValues(const SettingsValues& values) override;
    void takeValues(SettingsValues& values) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeTracing();
    void makeTable();
    void openEditors();
    void updateMeanings();
    void fitRows();
    void follow(int row);
    void look();

    const Settings& m_settings;
    const Theme& m_theme;
    DirectoryLooks m_looks;
    QTimer m_soon; // looks are taken when typing rests
    VariablesModel* m_model;
    QTableView* m_view;
    QCheckBox* m_tracing;
    QCheckBox* m_all;
    QLabel* m_detail;
    std::optional<bool> m_wish; // to trace; none: as in the shell
    bool m_showing = false;
    bool m_isLookDue = false;
};

} // namespace fairlead::ui
