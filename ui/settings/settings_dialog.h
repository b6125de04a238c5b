// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/snapshot.h"
#include "ui/settings/settings_values.h"

#include <QDialog>

#include <memory>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace fairlead::ui {

class Settings;
class SettingsPage;
class Shortcuts;

/// Everything that can be set, by pages. Apply and OK put it in force; until then nothing changes.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    struct Context {
        Settings& settings;
        const Shortcuts& shortcuts;
        const Theme& theme;
        std::shared_ptr<const RegistrySnapshot> registry;
        QString environment; ///< what is loaded again, by its name
    };
    /// All in `context` outlives it.
    explicit SettingsDialog(const Context& context, QWidget* parent = nullptr);

    /// By its title.
    void showPage(const QString& title);
    void done(int result) override;

private:
    void addPages(const Context& context);
    [[nodiscard]] QWidget* makeButtons();
    void collect();
    void restoreDefaults();
    void apply();
    void update();

    Settings& m_settings;
    QString m_environment;
    SettingsValues m_values;
    std::vector<SettingsPage*> m_pages;
    QListWidget* m_list;
    QStackedWidget* m_stack;
    QLabel* m_note;
    QPushButton* m_apply;
};

} // namespace fairlead::ui
