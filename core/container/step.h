// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <fairlead/dependency_errors.h>
#include <fairlead/registration.h>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace fairlead {
inline namespace abi1 {
namespace container {

/// A registration as a container keeps it. Its address stays. All but what is said to be of a singleton is written
/// before anything is made. What resolving reads comes first, so that it is near to each other.
struct Registration {
    Registration(NewRegistration registration, std::string owner, bool of_collection);

    std::atomic<bool> made = false; ///< of a singleton: `object` is there, and stays
    bool singleton;
    bool in_collection;
    std::atomic<const void*> maker = nullptr; ///< of a singleton: the thread that makes it
    std::shared_ptr<void> object{};           ///< of a singleton: written by the maker before `made`, read after it
    Registration* made_before = nullptr;      ///< of a singleton: the one that was made before
    std::function<std::shared_ptr<void>(DependencyResolver&)> provider;

    TypeId kls;
    Key key;
    Registrant registrant;
    std::vector<Dependency> dependencies; ///< of an auto-wired class
};

/// Something that this thread is making. They lie on its stack, from the innermost outwards.
struct Step {
    const Registration* registration;
    const Step* outer;
};

/// What the calling thread is making at the moment, or null. A few bytes, so that they can lie where they are found at
/// once, in a library that is opened later too.
[[gnu::tls_model("initial-exec")]] extern constinit thread_local const Step* innermost;

/// Different for any two threads that live at the same time.
[[nodiscard]] inline const void* this_thread() noexcept { return static_cast<const void*>(&innermost); }

class StepScope {
public:
    explicit StepScope(const Registration& registration) : step_{&registration, innermost} { innermost = &step_; }
    ~StepScope() { innermost = step_.outer; }
    StepScope(const StepScope&) = delete;
    StepScope& operator=(const StepScope&) = delete;

private:
    Step step_;
};

[[nodiscard]] DependencyCycleError::Step cycle_step(const Registration& registration);
[[noreturn]] void throw_cycle(const Registration& registration);
/// Throws DependencyCycleError if this thread is making it already.
inline void refuse_repetition(const Registration& registration) {
    for (const Step* step = innermost; step != nullptr; step = step->outer)
        if (step->registration == &registration)
            throw_cycle(registration);
}

} // namespace container
} // namespace abi1
} // namespace fairlead
