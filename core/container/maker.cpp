// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/container/maker.h"

#include <algorithm>
#include <utility>

namespace fairlead {
inline namespace abi1 {
namespace container {

void Maker::let_go() {
    for (Registration* made = last_made_.load(); made != nullptr; made = made->made_before)
        made->object.reset();
}

void Maker::publish(Registration& registration) {
    registration.made_before = last_made_.load();
    while (!last_made_.compare_exchange_weak(registration.made_before, &registration)) {
    }
    registration.made = true;
    release(registration);
}

// True if it is this thread's to make; false if it is made.
bool Maker::claim(Registration& registration) {
    for (;;) {
        const void* nobody = nullptr;
        if (registration.maker.compare_exchange_strong(nobody, this_thread())) {
            if (!registration.made)
                return true;
            release(registration);
            return false;
        }
        wait_for(registration);
        if (registration.made)
            return false;
    }
}

void Maker::wait_for(Registration& registration) {
    std::unique_lock lock(mutex_);
    // Counted before it is looked whether there is something to wait for: who finishes looks in the other order.
    ++waiting_;
    const struct Uncount {
        std::atomic<int>& count;
        ~Uncount() { --count; }
    } uncount{waiting_};
    if (registration.made || registration.maker == nullptr)
        return;
    refuse_deadlock(registration);
    waiters_.push_back({this_thread(), &registration, innermost});
    changed_.wait(lock);
    std::erase_if(waiters_, [](const Waiter& waiter) { return waiter.thread == this_thread(); });
}

// Follows who makes it, what that thread waits for, who makes that, and so on. Threads that wait stay as they are while
// the lock is held.
void Maker::refuse_deadlock(const Registration& registration) const {
    std::vector<DependencyCycleError::Step> cycle{cycle_step(registration)};
    const Registration* wanted = &registration;
    for (std::size_t ways = 0; ways <= waiters_.size(); ++ways) {
        const void* maker = wanted->maker;
        if (maker == this_thread())
            throw DependencyCycleError(std::move(cycle));
        const auto waiter = std::ranges::find(waiters_, maker, &Waiter::thread);
        if (maker == nullptr || waiter == waiters_.end())
            return;
        std::vector<DependencyCycleError::Step> way{cycle_step(*waiter->wanted)};
        for (const Step* step = waiter->step; step != nullptr && step->registration != wanted; step = step->outer)
            way.push_back(cycle_step(*step->registration));
        cycle.insert(cycle.end(), way.rbegin(), way.rend());
        wanted = waiter->wanted;
    }
}

void Maker::release(Registration& registration) {
    registration.maker = nullptr;
    if (waiting_ == 0)
        return;
    const std::lock_guard lock(mutex_);
    changed_.notify_all();
}

} // namespace container
} // namespace abi1
} // namespace fairlead
