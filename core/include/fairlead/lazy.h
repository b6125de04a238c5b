// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/api.h>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace fairlead {
inline namespace abi1 {

/// An object that is made when it is first asked for (runtime/lazy.py). Copies share it. May be used from any thread:
/// no lock is held while the factory runs, so of two threads that ask first at the same time both may run it, and all
/// get what the quicker one made. Of an error of the factory nothing is kept, the next call tries again.
template <class T>
class Lazy {
public:
    using Factory = std::function<std::shared_ptr<T>()>;

    explicit Lazy(Factory factory) : state_(std::make_shared<State>(std::move(factory))) {}

    [[nodiscard]] std::shared_ptr<T> get() const {
        if (const std::lock_guard lock(state_->mutex); state_->made)
            return state_->object;
        std::shared_ptr<T> object = state_->factory();
        const std::lock_guard lock(state_->mutex);
        if (!state_->made) {
            state_->object = std::move(object);
            state_->made = true;
        }
        return state_->object;
    }

private:
    struct State {
        explicit State(Factory make) : factory(std::move(make)) {}
        const Factory factory;
        std::mutex mutex{};
        std::shared_ptr<T> object{};
        bool made = false;
    };

    std::shared_ptr<State> state_;
};

} // namespace abi1
} // namespace fairlead
