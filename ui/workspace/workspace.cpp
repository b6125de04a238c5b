// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspace.h"

#include "ui/workspace/open_sources.h"
#include "ui/workspace/session_loader.h"
#include "ui/workspace/session_log.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdlib>
#include <spdlog/spdlog.h>

namespace fairlead::ui {

Workspace::Workspace(std::shared_ptr<const RegistrySnapshot> registry, const std::shared_ptr<spdlog::logger>& log,
                     QObject* parent)
    : QObject(parent), m_registry(std::move(registry)), m_log(log),
      m_variable([](const char* name) -> const char* { return std::getenv(name); }),
      m_loader(std::make_unique<SessionLoader>([log = m_log.files](SessionOptions options) {
          CheckSession session = CheckSession::load(std::move(options));
          logReads(*log, session.catalog());
          return session;
      })) {
    logRegistry(*m_log.sources, *m_registry);
    connect(m_loader.get(), &SessionLoader::progressed, this, &Workspace::progressed);
    connect(m_loader.get(), &SessionLoader::finished, this, [this] {
        SessionLoader::Outcome outcome = m_loader->takeOutcome();
        if (outcome.cancelled)
            loadStopped(std::move(outcome.session), outcome.microseconds, tr("Loading was cancelled"));
        else if (!outcome.session)
            loadStopped({}, outcome.microseconds, tr("Loading failed: %1").arg(outcome.failure));
        else
            loadFinished(std::move(outcome.session), outcome.microseconds);
    });
}

Workspace::~Workspace() = default;

bool Workspace::isLoading() const { return m_loader->isLoading(); }

SessionOptions Workspace::options() const {
    SessionOptions options;
    for (const QString& path : m_paths)
        options.sources.push_back(sourceOfPath(path));
    for (const Untitled& untitled : m_untitled)
        options.sources.push_back(untitledSource(untitled.title, untitled.text));
    options.registry = m_registry;
    options.alone = m_alone && !m_paths.isEmpty();
    options.catalog.variable = m_variable;
    return options;
}

void Workspace::setVariables(VariableLookup variable, bool readsDirectories) {
    m_variable = std::move(variable);
    m_readsDirectories = readsDirectories;
}

// What is open stands for itself: a directory that holds it, or that it holds, would give its cards twice.
std::function<void(SessionOptions&)> Workspace::directories() const {
    if (!m_readsDirectories)
        return {};
    return [variable = m_variable, open = m_paths, log = m_log.sources](SessionOptions& options) {
        WellKnownSources found = well_known_sources(variable);
        for (const std::string& warning : found.warnings)
            log->warn("{}", warning);
        options.directory_warnings = std::move(found.warnings);
        std::vector<AssetSource> sources;
        for (AssetSource& source : found.sources) {
            const QString path = QString::fromStdString(printable_path(source.path));
            const bool isOpen = std::ranges::any_of(
                open, [&](const QString& one) { return isAtOrBelow(path, one) || isAtOrBelow(one, path); });
            if (!isOpen)
                sources.push_back(std::move(source));
        }
        // As fairseq2 reads them: after its own, before what a person adds.
        options.sources.insert(options.sources.begin(), std::make_move_iterator(sources.begin()),
                               std::make_move_iterator(sources.end()));
    };
}

void Workspace::addUntitled(const QString& title, const QByteArray& text) {
    dropUntitled(title);
    m_untitled.push_back({title, text});
    reload();
}

void Workspace::removeUntitled(const QString& title) {
    if (dropUntitled(title))
        reload();
}

bool Workspace::dropUntitled(const QString& title) {
    return std::erase_if(m_untitled, [&](const Untitled& untitled) { return untitled.title == title; }) > 0;
}

void Workspace::becameFile(const QString& title, const QString& path) {
    dropUntitled(title);
    addPath(path);
    reload();
}

bool Workspace::isUntitled(const QString& title) const {
    return std::ranges::any_of(m_untitled, [&](const Untitled& untitled) { return untitled.title == title; });
}

std::optional<quint32> Workspace::fileAt(const QString& path) const {
    if (!m_session)
        return std::nullopt;
    const Catalog& catalog = m_session->catalog();
    if (!isUntitled(path))
        return catalog.file_at(pathOfText(path));
    const auto files = catalog.files();
    for (quint32 file = 0; file < files.size(); ++file)
        if (isUntitledSource(catalog.sources()[files[file].source], path))
            return file;
    return std::nullopt;
}

void Workspace::open(const QStringList& paths) {
    prepare(paths);
    reload();
}

void Workspace::prepare(const QStringList& paths) {
    QStringList absolute;
    for (const QString& path : paths)
        if (const QString text = absolutePath(path); !absolute.contains(text))
            absolute.append(text);
    m_paths = absolute;
    m_alone = false;
    m_log.sources->info("Opening {}",
                        m_paths.isEmpty() ? "nothing beside the registry" : m_paths.join(", ").toStdString());
    emit pathsChanged();
}

void Workspace::add(const QStringList& paths) {
    bool isAny = false;
    for (const QString& path : paths)
        isAny = addPath(path) || isAny;
    if (isAny)
        reload();
}

bool Workspace::addPath(const QString& path) {
    const QString added = absolutePath(path);
    if (std::ranges::any_of(m_paths, [&](const QString& open) { return isAtOrBelow(added, open); }))
        return false;
    m_log.sources->info("Adding {}", added.toStdString());
    m_paths.append(added);
    emit pathsChanged();
    return true;
}

void Workspace::remove(const QString& path) {
    if (m_paths.removeAll(absolutePath(path)) == 0)
        return;
    m_log.sources->info("Closing {}", path.toStdString());
    m_alone = m_alone && !m_paths.isEmpty();
    emit pathsChanged();
    reload();
}

void Workspace::setAlone(bool alone) {
    if (alone == m_alone)
        return;
    m_alone = alone;
    m_log.sources->info(alone ? "Looking at the open sources alone"
                              : "Looking at the open sources beside the registry's");
    reload();
}

void Workspace::setRegistry(std::shared_ptr<const RegistrySnapshot> registry) {
    if (registry == m_registry)
        return;
    m_registry = std::move(registry);
    m_log.sources->info("Checking against another registry");
    reload();
}

void Workspace::reload() {
    SessionOptions wanted = options();
    logStart(*m_log.sources, wanted.sources.size());
    m_loader->start(std::move(wanted), directories());
    emit loadStarted();
}

void Workspace::cancel() { m_loader->cancel(); }

void Workspace::loadFinished(std::unique_ptr<CheckSession> session, qint64 microseconds) {
    m_loadFailure.clear();
    m_lastVerdict.clear();
    logLoad(*m_log.checks, *session, microseconds);
    take(std::move(session), microseconds);
}

void Workspace::loadStopped(std::unique_ptr<CheckSession> partial, qint64 microseconds, const QString& reason) {
    m_loadFailure = reason;
    m_log.sources->log(partial ? spdlog::level::warn : spdlog::level::err, "{}", reason.toStdString());
    if (!m_session && partial) {
        logLoad(*m_log.checks, *partial, microseconds);
        take(std::move(partial), microseconds);
    }
    emit loadEnded();
}

void Workspace::take(std::unique_ptr<CheckSession> session, qint64 microseconds) {
    m_session = std::move(session);
    m_lastLoadMicroseconds = microseconds;
    m_lastVerdict = verdictText(*m_session);

    m_tellingLoaded = true;
    m_editedMeanwhile.clear();
    emit loaded();
    m_tellingLoaded = false;
    for (const quint32 file : std::exchange(m_editedMeanwhile, {}))
        emit edited(file);
}

void Workspace::edit(quint32 file, qint64 begin, qint64 end, const QByteArray& text) {
    if (!m_session)
        return;
    QElapsedTimer clock;
    clock.start();
    m_session->edit(file, static_cast<std::size_t>(begin), static_cast<std::size_t>(end),
                    std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    afterEdit(file, clock.nsecsElapsed() / 1000);
}

void Workspace::setText(quint32 file, const QByteArray& text) {
    if (!m_session)
        return;
    QElapsedTimer clock;
    clock.start();
    m_session->set_text(file, std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    afterEdit(file, clock.nsecsElapsed() / 1000);
}

void Workspace::afterEdit(quint32 file, qint64 microseconds) {
    m_lastLoadMicroseconds = microseconds;
    logEdit(*m_log.checks, *m_session, file, microseconds);
    if (const QString verdict = verdictText(*m_session); verdict != m_lastVerdict) {
        m_lastVerdict = verdict;
        m_log.checks->info("{}", verdict.toStdString());
    }
    if (m_tellingLoaded)
        m_editedMeanwhile.push_back(file);
    else
        emit edited(file);
}

} // namespace fairlead::ui
