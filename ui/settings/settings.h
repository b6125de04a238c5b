// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/extension_tracing.h"
#include "ui/settings/settings_values.h"
#include "ui/settings/variables.h"

namespace fairlead::ui {

/// What is set: in force, and stored save what is for this time only. Lives on the window's thread; one per program,
/// handed to whoever obeys it.
class Settings : public QObject {
    Q_OBJECT

public:
    /// `shell`: the variables that the program was started with. Reads the person's settings file.
    explicit Settings(VariableLookup shell, QObject* parent = nullptr);

    /// In force.
    [[nodiscard]] const SettingsValues& values() const { return m_values; }
    /// Puts these in force and stores them.
    void apply(const SettingsValues& values);

    /// The wish to trace; a change of it is stored.
    [[nodiscard]] ExtensionTracing& tracing() { return m_tracing; }
    [[nodiscard]] const ExtensionTracing& tracing() const { return m_tracing; }
    /// Traces, without this being stored: as the command line asks for. The next wish is stored again.
    void traceThisTime();

    [[nodiscard]] const VariableLookup& shell() const { return m_shell; }
    /// What hosts get in place of the shell's.
    [[nodiscard]] std::vector<HostVariable> changes() const;
    /// The variables that whatever is loaded is to go by. Any thread.
    [[nodiscard]] VariableLookup variable() const;
    /// Whether values trace: as they say, else as the shell does.
    [[nodiscard]] bool traces(const SettingsValues& values) const;

signals:
    void changed(const fairlead::ui::SettingsValues& before);

private:
    void store();

    VariableLookup m_shell;
    SettingsValues m_stored; // as read, or as written last
    SettingsValues m_values;
    bool m_tracesThisTime = false; // the stored wish stays as it is
    ExtensionTracing m_tracing;
    bool m_keeping = false; // a change of the wish to trace is no new wish
};

} // namespace fairlead::ui
