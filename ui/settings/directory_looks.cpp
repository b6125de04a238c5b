// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/directory_looks.h"

#include "core/checks/own_limit.h"

#include <QElapsedTimer>

#include <exception>
#include <filesystem>
#include <utility>

namespace fairlead::ui {

namespace {

constexpr qint64 tellTime = 200; // milliseconds between two words on a count
constexpr int mostThreads = 4;   // at a time; more would only wait for the same directories

void read(AssetDirectoryLook& look, const std::shared_ptr<const RegistrySnapshot>& registry,
          const VariableLookup& variable, const std::stop_token& stop) {
    look.isRead = true;
    if (!look.directory.exists && !look.directory.error)
        return;
    SessionOptions options;
    options.registry = registry;
    options.sources.push_back(directory_source(look.directory));
    options.catalog.variable = variable;
    options.catalog.stop = stop;
    try {
        const CheckSession session = CheckSession::load(std::move(options));
        const Summary summary = session.summary();
        look.files = summary.files;
        look.cards = summary.cards;
        look.isOwnLimit = !is_verdict_known(session);
        if (look.isOwnLimit)
            look.refusal = QString::fromStdString(session.verdict().error->message);
        else if (!session.verdict().loads())
            look.refusal = QString::fromStdString(refusal_text(session));
    } catch (const std::exception& error) {
        look.refusal = QString::fromUtf8(error.what());
    }
}

/// Adds what lies in a directory, links not followed. `tell` is called now and then.
template <typename Tell>
void count(CacheLook& look, const std::stop_token& stop, const Tell& tell) {
    QElapsedTimer sinceWord;
    sinceWord.start();
    std::error_code error;
    std::filesystem::recursive_directory_iterator entry(
        look.directory.path, std::filesystem::directory_options::skip_permission_denied, error);
    for (; !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error)) {
        if (stop.stop_requested()) {
            look.isStopped = true;
            return;
        }
        look.entries += entry.depth() == 0 ? 1U : 0U;
        std::error_code none;
        if (entry->symlink_status(none).type() == std::filesystem::file_type::regular)
            if (const std::uintmax_t size = entry->file_size(none); !none)
                look.bytes += size;
        if (sinceWord.elapsed() >= tellTime) {
            sinceWord.start();
            tell();
        }
    }
    look.isStopped = bool(error); // what lies further on is not counted
}

} // namespace

DirectoryLooks::DirectoryLooks(std::shared_ptr<const RegistrySnapshot> registry, QObject* parent)
    : QObject(parent), m_registry(std::move(registry)) {}

DirectoryLooks::~DirectoryLooks() {
    m_stop.request_stop();
    m_counting.request_stop();
}

void DirectoryLooks::look(const VariableLookup& variable) {
    m_stop.request_stop();
    m_counting.request_stop();
    ++m_id;
    m_isFound = false;
    m_waiting = variable;
    startWaiting();
    emit changed();
}

void DirectoryLooks::startWaiting() {
    if (m_waiting && m_threads.running() < mostThreads)
        start(*std::exchange(m_waiting, std::nullopt));
}

void DirectoryLooks::start(const VariableLookup& variable) {
    m_stop = std::stop_source();
    m_counting = std::stop_source();
    const Question question{variable, m_registry, m_stop.get_token(), m_counting.get_token()};
    const auto tell = [this, line = m_threads.line(), id = m_id](const Found& found) {
        line.post([this, id, found] { take(id, found); });
    };
    m_threads.start([question, tell] { run(question, tell); }, [this] { startWaiting(); });
}

void DirectoryLooks::stopCounting() { m_counting.request_stop(); }

void DirectoryLooks::run(const Question& question, const std::function<void(const Found&)>& tell) {
    const VariableLookup& variable = question.variable;
    Found found{{find_system_directory(variable)}, {find_user_directory(variable)}, {find_cache_directory(variable)}};
    found.cache.isRunning = found.cache.directory.exists;
    tell(found);
    for (AssetDirectoryLook* look : {&found.system, &found.user}) {
        if (question.stop.stop_requested())
            return;
        read(*look, question.registry, variable, question.stop);
        tell(found);
    }
    if (found.cache.isRunning) {
        count(found.cache, question.counting, [&] { tell(found); });
        found.cache.isRunning = false;
        tell(found);
    }
}

void DirectoryLooks::take(quint64 id, const Found& found) {
    if (id != m_id)
        return;
    m_found = found;
    m_isFound = true;
    emit changed();
}

} // namespace fairlead::ui
