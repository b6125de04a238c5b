// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/container/step.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <sys/single_threaded.h>
#include <vector>

namespace fairlead {
inline namespace abi1 {
namespace container {

/// Calls providers; makes singletons once. Finds cycles: by the steps of a thread, and by whom the threads wait for.
///
/// While the process has one thread nothing has to be ordered: whoever starts another hands over what was written
/// before.
class Maker {
public:
    Maker() = default;
    Maker(const Maker&) = delete;
    Maker& operator=(const Maker&) = delete;

    /// What the provider gives, maybe null. Throws what it throws, and DependencyCycleError.
    ///
    /// All that is usual is done here, in the caller: a chain of objects is made in as many nested calls as it is long,
    /// and each call more costs a return that the processor does not foresee.
    [[nodiscard, gnu::always_inline]] std::shared_ptr<void> make(Registration& registration,
                                                                 DependencyResolver& resolver) {
        if (!registration.singleton) {
            refuse_repetition(registration);
            return make_step(registration, resolver);
        }
        if (registration.made.load(std::memory_order_acquire))
            return registration.object;
        if (registration.maker.load(std::memory_order_relaxed) == this_thread())
            throw_cycle(registration);
        if (alone())
            registration.maker.store(this_thread(), std::memory_order_relaxed);
        else if (!claim(registration))
            return registration.object;
        try {
            std::shared_ptr<void> object = make_step(registration, resolver);
            keep(registration, object);
            return object;
        } catch (...) {
            release(registration);
            throw;
        }
    }

    /// Lets go of the singletons, in the reverse order of their making.
    void let_go();

private:
    struct Waiter {
        const void* thread;
        const Registration* wanted;
        const Step* step; ///< the innermost one of that thread, which stays while it waits
    };

    [[nodiscard]] static bool alone() noexcept { return __libc_single_threaded != 0; }

    [[nodiscard, gnu::always_inline]] static std::shared_ptr<void> make_step(Registration& registration,
                                                                             DependencyResolver& resolver) {
        try {
            const StepScope scope(registration);
            return registration.provider(resolver);
        } catch (DependencyCycleError& error) {
            error.prepend(cycle_step(registration));
            throw;
        }
    }

    // From here on it is there for all.
    [[gnu::always_inline]] void keep(Registration& registration, const std::shared_ptr<void>& object) {
        registration.object = object;
        if (!alone()) {
            publish(registration);
            return;
        }
        registration.made_before = last_made_.load(std::memory_order_relaxed);
        last_made_.store(&registration, std::memory_order_relaxed);
        registration.made.store(true, std::memory_order_relaxed);
        registration.maker.store(nullptr, std::memory_order_relaxed);
    }

    void publish(Registration& registration);
    [[nodiscard]] bool claim(Registration& registration);
    void wait_for(Registration& registration);
    void refuse_deadlock(const Registration& registration) const;
    void release(Registration& registration);

    std::atomic<Registration*> last_made_ = nullptr;
    std::atomic<int> waiting_ = 0;
    std::mutex mutex_; // of what is below
    std::condition_variable changed_;
    std::vector<Waiter> waiters_;
};

} // namespace container
} // namespace abi1
} // namespace fairlead
