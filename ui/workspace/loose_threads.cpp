// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/loose_threads.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace fairlead::ui {

struct LooseThreads::Shared {
    std::mutex mutex;
    std::condition_variable ended;
    QObject* owner = nullptr; // null: gone
    int running = 0;

    // With the mutex held: the owner cannot go meanwhile.
    void post(std::function<void()> act) const {
        if (owner != nullptr && act)
            QMetaObject::invokeMethod(owner, std::move(act), Qt::QueuedConnection);
    }
};

void LooseThreads::Line::post(std::function<void()> act) const {
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->post(std::move(act));
}

LooseThreads::LooseThreads(QObject& owner, std::chrono::milliseconds patience)
    : m_shared(std::make_shared<Shared>()), m_patience(patience) {
    m_shared->owner = &owner;
}

LooseThreads::~LooseThreads() {
    std::unique_lock lock(m_shared->mutex);
    m_shared->owner = nullptr;
    m_shared->ended.wait_for(lock, m_patience, [this] { return m_shared->running == 0; });
}

int LooseThreads::running() const {
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->running;
}

void LooseThreads::start(std::function<void()> work, std::function<void()> ended) {
    const std::scoped_lock counting(m_shared->mutex); // until it is counted: it cannot end before
    std::thread([shared = m_shared, work = std::move(work), ended = std::move(ended)]() mutable {
        work();
        work = nullptr; // what it owns is gone before anyone is told that it ended
        const std::scoped_lock lock(shared->mutex);
        --shared->running;
        shared->post(std::move(ended));
        shared->ended.notify_all();
    }).detach();
    ++m_shared->running; // where no thread could be made, none runs
}

} // namespace fairlead::ui
