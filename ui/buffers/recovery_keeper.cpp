// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/buffers/recovery_keeper.h"

#include <algorithm>

namespace fairlead::ui {

RecoveryKeeper::RecoveryKeeper(std::unique_ptr<RecoveryStore> store, QObject* parent)
    : QObject(parent), m_store(std::move(store)) {
    qRegisterMetaType<RecoveredText>("fairlead::RecoveredText");
    m_thread = std::thread([this] { run(); });
}

RecoveryKeeper::~RecoveryKeeper() {
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void RecoveryKeeper::keep(quint64 token, RecoveredText text) { put({Order::What::Keep, token, std::move(text)}); }

void RecoveryKeeper::forget(quint64 token) { put({Order::What::Forget, token, std::nullopt}); }

void RecoveryKeeper::takeOver() { put({Order::What::TakeOver, 0, std::nullopt}); }

void RecoveryKeeper::put(Order order) {
    {
        const std::lock_guard lock(m_mutex);
        if (order.token != 0)
            std::erase_if(m_orders, [&](const Order& older) { return older.token == order.token; });
        m_orders.push_back(std::move(order));
    }
    m_wake.notify_one();
}

void RecoveryKeeper::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_ending || !m_orders.empty(); });
        if (m_orders.empty())
            return;
        Order order = std::move(m_orders.front());
        m_orders.pop_front();
        lock.unlock();
        carryOut(order);
        lock.lock();
    }
}

void RecoveryKeeper::carryOut(Order& order) {
    switch (order.what) {
    case Order::What::Keep: {
        std::string& id = m_ids[order.token];
        if (id.empty())
            id = m_store->new_id();
        order.text->id = id;
        if (const auto error = m_store->keep(*order.text))
            emit failed(QString::fromStdString(error->message));
        else
            emit kept(order.token);
        break;
    }
    case Order::What::Forget:
        if (const auto id = m_ids.find(order.token); id != m_ids.end()) {
            m_store->forget(id->second);
            m_ids.erase(id);
        }
        break;
    case Order::What::TakeOver:
        for (const RecoveredText& text : m_store->take_over()) {
            const quint64 token = newToken();
            m_ids[token] = text.id;
            emit found(token, text);
        }
        break;
    }
}

} // namespace fairlead::ui
