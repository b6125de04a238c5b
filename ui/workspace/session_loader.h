// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"
#include "ui/workspace/loose_threads.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <stop_token>

namespace fairlead::ui {

/// Loads sessions on a thread of its own, one question at a time: the answer to an older one never arrives.
///
/// Signals come on the thread it lives on. That never waits for a load, which may hang in a folder of a computer that
/// does not answer: the destructor asks what still runs to stop, and leaves it to itself a moment later.
class SessionLoader : public QObject {
    Q_OBJECT

public:
    using Load = std::function<CheckSession(SessionOptions)>;

    /// `load`: CheckSession::load, or what a test puts in its place. Called on the loading thread,
    /// where it may outlive this.
    explicit SessionLoader(Load load, QObject* parent = nullptr);
    ~SessionLoader() override;

    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// `prepare`, if there is one, completes the options first, on the loading thread: what it asks the disk may take
    /// long.
    void start(SessionOptions options, std::function<void(SessionOptions&)> prepare = {});
    /// Asks the load to stop; `finished` comes when it has. Nothing if none runs.
    void cancel();

    struct Outcome {
        std::unique_ptr<CheckSession> session; ///< null: it failed
        qint64 microseconds = 0;
        bool cancelled = false; ///< the session is as far as it came
        QString failure;
    };
    /// The outcome of the last question, for whoever hears `finished`; moved out.
    [[nodiscard]] Outcome takeOutcome() { return std::move(m_outcome); }

signals:
    void progressed(quint64 files, quint64 cards);
    void finished();

private:
    void arrived(quint64 id, Outcome outcome);

    Load m_load;
    Outcome m_outcome;
    quint64 m_id = 0; // of the last question
    bool m_loading = false;
    std::stop_source m_stop;
    LooseThreads m_threads{*this}; // those of questions before the last one are asked to stop
};

} // namespace fairlead::ui
