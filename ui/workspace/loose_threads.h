// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

class QObject;

namespace fairlead::ui {

/// Threads for work that may hang for as long as it likes, as in a folder of a computer that does not answer.
///
/// Lives on its owner's thread, as long as that. Its destructor waits a moment for what still runs, which its owner has
/// asked to stop; the rest is left to itself, and what it says is heard by nobody. So the work must own what it uses.
class LooseThreads {
    struct Shared;

public:
    /// What a thread tells its owner by. May be copied, and used on any thread, also when the owner is gone.
    class Line {
    public:
        explicit Line(std::shared_ptr<Shared> shared) : m_shared(std::move(shared)) {}
        /// Calls `act` on the owner's thread, in a turn of its own, if there still is an owner.
        void post(std::function<void()> act) const;

    private:
        std::shared_ptr<Shared> m_shared;
    };

    explicit LooseThreads(QObject& owner, std::chrono::milliseconds patience = std::chrono::milliseconds(200));
    ~LooseThreads();
    LooseThreads(const LooseThreads&) = delete;
    LooseThreads& operator=(const LooseThreads&) = delete;

    [[nodiscard]] Line line() const { return Line(m_shared); }
    /// How many have not come to their end.
    [[nodiscard]] int running() const;
    /// `ended` is posted when the thread no longer counts as running.
    void start(std::function<void()> work, std::function<void()> ended = {});

private:
    std::shared_ptr<Shared> m_shared;
    std::chrono::milliseconds m_patience;
};

} // namespace fairlead::ui
