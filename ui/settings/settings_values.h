// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/editor_options.h"
#include "ui/log/log_record.h"
#include "ui/theme/theme.h"

#include <QKeySequence>
#include <QMap>
#include <QStringList>

#include <optional>

class QSettings;

namespace fairlead::ui {

/// What a variable is for everything that Fairlead loads.
struct VariableSetting {
    enum class Here { AsInShell, Unset, Set };
    Here here = Here::AsInShell;
    QString value{}; ///< of Here::Set
    friend bool operator==(const VariableSetting&, const VariableSetting&) = default;
};

/// Everything that can be set. As made: the defaults.
struct SettingsValues {
    std::optional<bool> tracing{};              ///< of extensions; none: as in the shell
    QMap<QString, VariableSetting> variables{}; ///< those that are not as in the shell
    QStringList switchedOff{};                  ///< extensions, by name
    int extensionSeconds = 30;                  ///< that one may take to be opened, and then for its function
    QString editorCommand{};
    bool readsDirectories = false;
    EditorOptions editor{};
    Theme::Choice theme = Theme::Choice::System;
    int fontSize = 0; ///< in points; 0: the system's
    QMap<QString, QList<QKeySequence>> shortcuts{};
    int logRecords = 100'000;
    int logMegabytes = 64;
    LogLevel logLeastLevel = LogLevel::Debug;
    QString logFolder{};

    friend bool operator==(const SettingsValues&, const SettingsValues&) = default;

    [[nodiscard]] VariableSetting variable(const QString& name) const { return variables.value(name); }
    void setVariable(const QString& name, const VariableSetting& setting);
    /// Whether sources or extensions are to be loaded again when these become those.
    [[nodiscard]] bool loadsOtherThan(const SettingsValues& other) const;
};

/// Takes what is there and can be, see settings_keys.h.
[[nodiscard]] SettingsValues readSettings(QSettings& settings);
/// Writes what differs from `before`, or removes it if it is a default now. What is the same is left as it is there:
/// another window may have set it since.
void writeSettings(QSettings& settings, const SettingsValues& values, const SettingsValues& before);

} // namespace fairlead::ui
