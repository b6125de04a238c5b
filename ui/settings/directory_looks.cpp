// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/directory_looks.h"

#include "core/checks/session.h"

#include <QElapsedTimer>

#include <chrono>
#include <condition_variable>
#include <exception>
#include <filesystem>
#include <mutex>
#include <thread>
#include <utility>

namespace fairlead::ui {

namespace {

constexpr qint64 tellTime = 200; // milliseconds between two words on a count
constexpr auto patience = std::chrono::milliseconds(200);
constexpr int mostThreads = 4; // at a time; more would only wait for the same directories

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
        if (const std::optional<AssetError>& error = session.verdict().error)
            look.refusal = QStringLiteral("%1: %2").arg(QString::fromStdString(error->type),
                                                        QString::fromStdString(error->message));
    } catch (const std::exception& error) {
        look.refusal = QString::fromUtf8(error.what());
    }
}

/// Adds what lies in a directory, links not followed. `tell` is called now and then.
template <typename Tell>
void count(CacheLook& look, const std::stop_token& stop, const Tell& tell) {
    namespace fs = std::filesystem;
    QElapsedTimer sinceWord;
    sinceWord.start();
    std::error_code error;
    fs::recursive_directory_iterator entry(look.directory.path, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (stop.stop_requested()) {
            look.isStopped = true;
            return;
        }
        look.entries += entry.depth() == 0 ? 1U : 0U;
        std::error_code none;
        if (entry->symlink_status(none).type() == fs::file_type::regular)
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

struct DirectoryLooks::Shared {
    std::mutex mutex;
    std::condition_variable ended;
    DirectoryLooks* looks = nullptr; // null: gone
    int running = 0;

    // On the window's thread, if there still is somebody.
    template <typename Act>
    void post(Act act) {
        if (DirectoryLooks* to = looks)
            QMetaObject::invokeMethod(
                to, [to, act = std::move(act)] { act(*to); }, Qt::QueuedConnection);
    }
};

DirectoryLooks::DirectoryLooks(std::shared_ptr<const RegistrySnapshot> registry, QObject* parent)
    : QObject(parent), m_registry(std::move(registry)), m_shared(std::make_shared<Shared>()) {
    m_shared->looks = this;
}

DirectoryLooks::~DirectoryLooks() {
    m_stop.request_stop();
    m_counting.request_stop();
    std::unique_lock lock(m_shared->mutex);
    m_shared->looks = nullptr;
    m_shared->ended.wait_for(lock, patience, [this] { return m_shared->running == 0; });
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
    {
        const std::scoped_lock lock(m_shared->mutex);
        if (!m_waiting || m_shared->running >= mostThreads)
            return;
        ++m_shared->running;
    }
    start(*std::exchange(m_waiting, std::nullopt));
}

void DirectoryLooks::start(const VariableLookup& variable) {
    m_stop = std::stop_source();
    m_counting = std::stop_source();
    std::thread([shared = m_shared,
                 question = Question{m_id, variable, m_registry, m_stop.get_token(), m_counting.get_token()}] {
        run(*shared, question);
        const std::scoped_lock lock(shared->mutex);
        --shared->running;
        shared->post([](DirectoryLooks& looks) { looks.startWaiting(); });
        shared->ended.notify_all();
    }).detach();
}

void DirectoryLooks::stopCounting() { m_counting.request_stop(); }

void DirectoryLooks::run(Shared& shared, const Question& question) {
    const VariableLookup& variable = question.variable;
    Found found{{find_system_directory(variable)}, {find_user_directory(variable)}, {find_cache_directory(variable)}};
    found.cache.isRunning = found.cache.directory.exists;
    tell(shared, question.id, found);
    for (AssetDirectoryLook* look : {&found.system, &found.user}) {
        if (question.stop.stop_requested())
            return;
        read(*look, question.registry, variable, question.stop);
        tell(shared, question.id, found);
    }
    if (found.cache.isRunning) {
        count(found.cache, question.counting, [&] { tell(shared, question.id, found); });
        found.cache.isRunning = false;
        tell(shared, question.id, found);
    }
}

void DirectoryLooks::tell(Shared& shared, quint64 id, const Found& found) {
    const std::scoped_lock lock(shared.mutex);
    shared.post([id, found](DirectoryLooks& looks) {
        if (id != looks.m_id)
            return;
        looks.m_found = found;
        looks.m_isFound = true;
        emit looks.changed();
    });
}

} // namespace fairlead::ui
