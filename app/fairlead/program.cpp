// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fairlead/program.h"

#include "app/fairlead/screenshot.h"
#include "core/files/recovery.h"
#include "core/hosts/snapshot_cache.h"
#include "core/registry/bundled.h"
#include "ui/log/host_records.h"
#include "ui/log/mailbox_sink.h"
#include "ui/settings/settings_keys.h"
#include "ui/settings/variables.h"
#include "ui/window/first_place.h"
#include "ui/window/settings_effects.h"

#include <QApplication>
#include <QSettings>

#include <cstdio>
#include <cstdlib>
#include <spdlog/spdlog.h>

namespace fairlead {

namespace {

constexpr std::size_t waitingRecords = 100'000;
const QString nativeWord = QStringLiteral("native");
using ui::settings_keys::lastEnvironment;

std::shared_ptr<spdlog::logger> makeLog(const std::shared_ptr<ui::LogMailbox>& mailbox) {
    auto log = std::make_shared<spdlog::logger>("fairlead", std::make_shared<ui::MailboxSink>(mailbox));
    log->set_level(spdlog::level::trace);
    return log;
}

const char* variable(const char* name) { return std::getenv(name); }

// A picture is of what is on disk, and leaves nothing behind.
std::filesystem::path recoveryDirectory(const CommandLine& line) {
    if (!line.screenshot.isEmpty())
        return {};
    return recovery_directory(variable);
}

// A picture is of the recording, whatever was looked at last.
ui::Environment::Kind firstEnvironment(const CommandLine& line) {
    const bool wasNative = QSettings().value(lastEnvironment).toString() == nativeWord;
    return wasNative && line.screenshot.isEmpty() ? ui::Environment::Kind::Native : ui::Environment::Kind::Recorded;
}

// What one search path brings is no other's snapshot.
std::filesystem::path snapshotCache(const std::vector<HostVariable>& changes) {
    return snapshot_cache_file(variable, native_environment_id(ui::changedVariables(changes, variable)));
}

ui::Environment::Options environmentOptions(const CommandLine& line, const ui::Settings& settings,
                                            const std::shared_ptr<ui::LogMailbox>& mailbox) {
    return {.run = {},
            .log = [mailbox](const LogRecord& record,
                             const ExtensionReport* report) { mailbox->post(ui::recordOf(record, report)); },
            .snapshotCache = snapshotCache,
            .loading = ui::loadingOf(settings),
            .first = firstEnvironment(line)};
}

ui::Theme::Choice themeChoice(const CommandLine& line, const ui::Settings& settings) {
    if (line.theme)
        return *line.theme;
    if (!line.screenshot.isEmpty())
        return ui::Theme::Choice::Light;
    return settings.values().theme;
}

} // namespace

Look::Look(QApplication& application, ui::Theme::Choice choice) {
    application.installTranslator(&plurals);
    theme.apply(application, choice);
}

Program::Program(QApplication& application, const CommandLine& line)
    : m_line(line), m_settings(variable), m_look(application, themeChoice(line, m_settings)),
      m_mailbox(std::make_shared<ui::LogMailbox>(waitingRecords)), m_log(makeLog(m_mailbox)), m_logStore(m_mailbox),
      m_environment(bundled_snapshot(), environmentOptions(line, m_settings, m_mailbox)),
      m_workspace(m_environment.registry(), m_log), m_buffers(m_workspace, recoveryDirectory(line)),
      m_window({m_look.theme, m_workspace, m_environment, m_buffers, m_navigator, m_logStore, m_recent, m_settings},
               line.screenshot.isEmpty() ? ui::MainWindow::Memory::Keep : ui::MainWindow::Memory::None) {}

Program::~Program() = default;

int Program::run() {
    if (m_line.traces)
        m_settings.traceThisTime();
    m_window.start(m_line.paths);
    if (m_line.size)
        m_window.resize(*m_line.size);
    QObject::connect(
        &m_window, &ui::MainWindow::settled, &m_window, [this] { showPlace(); }, Qt::SingleShotConnection);
    if (!m_line.screenshot.isEmpty())
        return takeScreenshot(m_window, m_line.screenshot);
    QObject::connect(&m_environment, &ui::Environment::registryChanged, &m_environment, [this] {
        const bool isNative = m_environment.kind() == ui::Environment::Kind::Native;
        QSettings().setValue(lastEnvironment, isNative ? nativeWord : QStringLiteral("recorded"));
    });
    m_recent.note(m_workspace.paths());
    m_window.show();
    m_buffers.offerRecovered();
    return QApplication::exec();
}

void Program::showPlace() {
    if (m_line.place.isEmpty())
        return;
    if (const auto place = ui::placeCalled(m_line.place, *m_workspace.session()))
        m_navigator.go(*place);
    else
        std::fprintf(stderr, "fairlead: nothing here is called %s.\n", qPrintable(m_line.place));
}

} // namespace fairlead
