// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings.h"

#include <QFile>
#include <QScopedValueRollback>
#include <QSettings>

#include <utility>

namespace fairlead::ui {

namespace {

// There may be a password in it.
void keepToThePerson(const QSettings& settings) {
    if (const QString file = settings.fileName(); QFile::exists(file))
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
}

SettingsValues stored() {
    QSettings settings;
    keepToThePerson(settings);
    return readSettings(settings);
}

} // namespace

Settings::Settings(VariableLookup shell, QObject* parent)
    : QObject(parent), m_shell(std::move(shell)), m_stored(stored()), m_values(m_stored), m_tracing(traces(m_values)) {
    connect(&m_tracing, &ExtensionTracing::changed, this, [this](bool on) {
        if (m_keeping)
            return;
        const SettingsValues before = m_values;
        m_values.tracing = on;
        m_tracesThisTime = false;
        store();
        emit changed(before);
    });
}

bool Settings::traces(const SettingsValues& values) const {
    return values.tracing.value_or(m_shell(traceVariable) != nullptr);
}

void Settings::apply(const SettingsValues& values) {
    if (values == m_values)
        return;
    const SettingsValues before = m_values;
    m_values = values;
    if (values.tracing != before.tracing)
        m_tracesThisTime = false;
    store();
    if (values.tracing != before.tracing) {
        const QScopedValueRollback keeping(m_keeping, true);
        m_tracing.setOn(traces(values));
    }
    emit changed(before);
}

void Settings::traceThisTime() {
    const SettingsValues before = m_values;
    m_tracesThisTime = true;
    m_values.tracing = true;
    const QScopedValueRollback keeping(m_keeping, true);
    m_tracing.setOn(true);
    if (m_values != before)
        emit changed(before);
}

std::vector<HostVariable> Settings::changes() const { return variableChanges(m_values, m_tracing.isOn(), m_shell); }

VariableLookup Settings::variable() const { return changedVariables(changes(), m_shell); }

void Settings::store() {
    SettingsValues values = m_values;
    if (m_tracesThisTime)
        values.tracing = m_stored.tracing;
    QSettings settings;
    keepToThePerson(settings);
    writeSettings(settings, values, m_stored);
    settings.sync();
    keepToThePerson(settings);
    m_stored = std::move(values);
}

} // namespace fairlead::ui
