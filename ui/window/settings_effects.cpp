// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/settings_effects.h"

#include "core/extensions/manifest_search.h"
#include "ui/editor/card_editor.h"
#include "ui/editor/editor_actions.h"
#include "ui/editor/editor_page.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/line_bar.h"
#include "ui/log/log_panel.h"
#include "ui/log/log_store.h"
#include "ui/settings/settings.h"
#include "ui/settings/settings_dialog.h"
#include "ui/theme/theme.h"
#include "ui/window/environment_picker.h"
#include "ui/window/open_place.h"
#include "ui/workspace/workspace.h"

namespace fairlead::ui {

Environment::Loading loadingOf(const Settings& settings) {
    return {.variables = settings.changes(),
            .switchedOff = settings.values().switchedOff,
            .traced = settings.tracing().isOn(),
            .step = std::chrono::seconds(settings.values().extensionSeconds)};
}

SettingsEffects::SettingsEffects(const WindowServices& services, QObject* parent)
    : QObject(parent), m_services(services) {
    applyToLoading();
    applyToLog();
    m_shortcuts.setKeys(services.settings.values().shortcuts);
    services.theme.setFontSize(services.settings.values().fontSize);
    connect(&services.settings, &Settings::changed, this, &SettingsEffects::apply);
    connect(&services.environment, &Environment::switchedOffChanged, this, [this](const QStringList& extensions) {
        SettingsValues values = m_services.settings.values();
        values.switchedOff = extensions;
        m_services.settings.apply(values);
    });
    connect(&services.settings.tracing(), &ExtensionTracing::changed, this, &SettingsEffects::applyToLoading);
}

void SettingsEffects::apply(const SettingsValues& before) {
    const SettingsValues& values = m_services.settings.values();
    applyToLoading();
    applyToLog();
    if (values.theme != before.theme)
        m_services.theme.setChoice(values.theme);
    m_services.theme.setFontSize(values.fontSize);
    m_shortcuts.setKeys(values.shortcuts);
    // What extensions bring comes with the environment's registry.
    if (values.variables != before.variables || values.readsDirectories != before.readsDirectories)
        m_services.workspace.reload();
}

void SettingsEffects::applyToLoading() {
    const Settings& settings = m_services.settings;
    m_services.workspace.setVariables(settings.variable(), settings.values().readsDirectories);
    m_services.environment.setLoading(loadingOf(settings));
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
    connect(&panel, &LogPanel::placeActivated, this, [this](const QString& file, int line) {
        openPlace(m_services.settings.values().editorCommand, file, line, m_services.navigator);
    });
}

void SettingsEffects::follow(EnvironmentPicker& picker) {
    const Settings& settings = m_services.settings;
    const auto setPath = [&settings, &picker] { picker.setSearchPath(extension_search_path(settings.variable())); };
    connect(&settings, &Settings::changed, &picker, setPath);
    setPath();
}

void SettingsEffects::follow(EditorPage& page) {
    CardEditor& editor = page.editor();
    const Settings& settings = m_services.settings;
    const auto setOptions = [&settings, &editor] { editor.setOptions(settings.values().editor); };
    connect(&settings, &Settings::changed, &editor, setOptions);
    setOptions();
    followActs(page.actions());
}

void SettingsEffects::followActs(const EditorActions& actions) {
    m_knowsEditorActs = true;
    follow(actions.edit() + actions.view() + actions.go());
}

// Their keys can be chosen before a card is open: those of an editor that nobody sees stand for them.
void SettingsEffects::learnEditorActs() {
    QWidget page;
    CardEditor editor(m_services.theme, &page);
    FindBar find(editor, m_services.theme, &page);
    LineBar line(editor, &page);
    followActs(EditorActions(editor, find, line, m_services.theme, page));
}

void SettingsEffects::showDialog(QWidget& window) {
    if (!m_knowsEditorActs)
        learnEditorActs();
    auto* dialog = new SettingsDialog({m_services.settings, m_shortcuts, m_services.theme,
                                       m_services.workspace.registry(), m_services.environment.name()},
                                      &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace fairlead::ui
