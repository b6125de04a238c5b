// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/session_loader.h"

#include <QElapsedTimer>

#include <exception>

namespace fairlead::ui {

namespace {

constexpr qint64 progressMilliseconds = 40; // between two words of progress

} // namespace

SessionLoader::SessionLoader(Load load, QObject* parent) : QObject(parent), m_load(std::move(load)) {}

SessionLoader::~SessionLoader() { m_stop.request_stop(); }

void SessionLoader::start(SessionOptions options, std::function<void(SessionOptions&)> prepare) {
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_loading = true;
    const quint64 id = ++m_id;

    options.catalog.stop = m_stop.get_token();
    auto sinceWord = std::make_shared<QElapsedTimer>();
    const LooseThreads::Line line = m_threads.line();
    options.catalog.progress = [this, line, id, sinceWord](const LoadProgress& progress) {
        if (sinceWord->isValid() && sinceWord->elapsed() < progressMilliseconds)
            return;
        sinceWord->start();
        line.post([this, id, progress] {
            if (id == m_id && m_loading)
                emit progressed(progress.files, progress.cards);
        });
    };

    m_threads.start([this, line, id, load = m_load, prepare = std::move(prepare),
                     wanted = std::make_shared<SessionOptions>(std::move(options))] {
        auto outcome = std::make_shared<Outcome>();
        QElapsedTimer clock;
        clock.start();
        try {
            if (prepare)
                prepare(*wanted);
            outcome->session = std::make_unique<CheckSession>(load(std::move(*wanted)));
        } catch (const std::exception& error) {
            outcome->failure = QString::fromUtf8(error.what());
        }
        outcome->microseconds = clock.nsecsElapsed() / 1000;
        line.post([this, id, outcome] { arrived(id, std::move(*outcome)); });
    });
}

void SessionLoader::cancel() {
    if (m_loading)
        m_stop.request_stop();
}

void SessionLoader::arrived(quint64 id, Outcome outcome) {
    if (id != m_id)
        return;
    m_loading = false;
    m_outcome = std::move(outcome);
    // Asked here, not where it was loaded: a load may end just before it is cancelled, and is cancelled all the same.
    m_outcome.cancelled = m_stop.stop_requested();
    emit finished();
}

} // namespace fairlead::ui
