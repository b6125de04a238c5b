// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/settings_effects.h"

#include "ui/log/log_panel.h"
#include "ui/log/log_store.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

namespace fairlead::ui {

SettingsEffects::SettingsEffects(const WindowServices& services, QObject* parent)
    : QObject(parent), m_services(services) {
    applyToLoading();
    applyToLog();
    services.theme.setFontSize(services.settings.values().fontSize);
    connect(&services.settings, &Settings::changed, this, &SettingsEffects::apply);
    connect(&services.settings.tracing(), &ExtensionTracing::changed, this, &SettingsEffects::applyToLoading);
}

void SettingsEffects::apply(const SettingsValues& before) {
    const SettingsValues& values = m_services.settings.values();
    applyToLoading();
    applyToLog();
    if (values.theme != before.theme)
        m_services.theme.setChoice(values.theme);
    m_services.theme.setFontSize(values.fontSize);
    if (values.loadsOtherThan(before))
        m_services.workspace.reload();
}

void SettingsEffects::applyToLoading() {
    const Settings& settings = m_services.settings;
    m_services.workspace.setVariables(settings.variable(), settings.values().readsDirectories);
}

void SettingsEffects::applyToLog() {
    const SettingsValues& values = m_services.settings.values();
    m_services.log.setLeastLevel(values.logLeastLevel);
    m_services.log.setLimits({static_cast<std::size_t>(values.logRecords), qint64{values.logMegabytes} * 1024 * 1024});
}

void SettingsEffects::follow(LogPanel& panel) {
    Settings& settings = m_services.settings;
    const auto setFolder = [&settings, &panel] { panel.setSaveFolder(settings.values().logFolder); };
    connect(&settings, &Settings::changed, &panel, setFolder);
    setFolder();
    connect(&settings.tracing(), &ExtensionTracing::changed, &panel, &LogPanel::setTracing);
    connect(&panel, &LogPanel::tracingOffWanted, &settings.tracing(), [&settings] { settings.tracing().setOn(false); });
    panel.setTracing(settings.tracing().isOn());
}

} // namespace fairlead::ui
