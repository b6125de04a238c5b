// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/recovery.h"

#include <QObject>
#include <QString>

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace fairlead::ui {

/// Writes recovery copies on a thread of its own, so that a slow disk does not hold up typing. Texts are told apart by
/// tokens of this object, not by the store's ids. Its destructor waits until everything asked for is done.
class RecoveryKeeper : public QObject {
    Q_OBJECT

public:
    explicit RecoveryKeeper(std::unique_ptr<RecoveryStore> store, QObject* parent = nullptr);
    ~RecoveryKeeper() override;

    [[nodiscard]] quint64 newToken() { return ++m_lastToken; }
    /// A text that is not yet written gives way to a newer one. `id` is of no account.
    void keep(quint64 token, RecoveredText text);
    void forget(quint64 token);
    /// `found` comes for each text that ended instances left.
    void takeOver();

signals:
    void kept(quint64 token);
    void failed(const QString& message);
    /// `token` is new; the text stays kept under it until it is forgotten.
    void found(quint64 token, const fairlead::RecoveredText& text);

private:
    struct Order {
        enum class What { Keep, Forget, TakeOver } what = What::Keep;
        quint64 token = 0;
        std::optional<RecoveredText> text;
    };
    void put(Order order);
    void run();
    void carryOut(Order& order);

    std::unique_ptr<RecoveryStore> m_store; // of the thread
    std::map<quint64, std::string> m_ids;   // of the thread
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Order> m_orders;
    bool m_ending = false;
    std::atomic<quint64> m_lastToken = 0;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace fairlead::ui

Q_DECLARE_METATYPE(fairlead::RecoveredText)
