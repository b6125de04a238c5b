// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/container/class_table.h"
#include "core/container/maker.h"

#include <atomic>
#include <deque>
#include <fairlead/dependency_errors.h>
#include <fairlead/registration.h>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace fairlead {
inline namespace abi1 {

struct WiringProblem;

namespace container {

/// The registrations of a container, by class and key.
///
/// Adding takes a lock; once frozen nothing changes any more, and looking up takes none.
class Registrations {
public:
    Registrations() = default;
    ~Registrations();
    Registrations(const Registrations&) = delete;
    Registrations& operator=(const Registrations&) = delete;

    void add(NewRegistration registration);
    void add_to_collection(NewRegistration registration);
    void note_fields(const TypeId& kls, std::uint64_t fields);
    /// Gives what the owner was.
    std::string set_owner(std::string owner);
    [[nodiscard]] std::string owner() const;

    /// Refuses what is registered from now on. `asked`: what resolve() was called for, first.
    void freeze(const TypeId& kls, const Key& key) {
        if (!frozen_.load(std::memory_order_acquire))
            freeze_now(kls, key);
    }
    [[nodiscard]] bool is_frozen() const noexcept { return frozen_.load(std::memory_order_acquire); }
    /// Takes back what freeze() did.
    void lift_freeze();

    // Both throw TypeConflictError. Call freeze() before.
    [[nodiscard]] Registration* find(const TypeId& kls, const Key& key) const {
        const ClassEntry* entry = find_entry(kls);
        if (entry == nullptr)
            return nullptr;
        return key ? found_in(entry->keyed, *key) : entry->unkeyed;
    }
    [[nodiscard]] std::span<Registration* const> elements(const TypeId& kls, const Key& key) const;

    [[nodiscard]] std::vector<Key> keys(const TypeId& kls) const;
    /// The same under the lock that is held.
    [[nodiscard]] std::vector<Key> keys_now(const TypeId& kls) const;
    [[nodiscard]] std::vector<Key> element_keys(const TypeId& kls) const;
    [[nodiscard]] std::vector<RegistrationInfo> list() const;
    [[nodiscard]] std::vector<WiringProblem> check() const;

    [[nodiscard, gnu::always_inline]] std::shared_ptr<void> make(Registration& registration,
                                                                 DependencyResolver& resolver) {
        return maker_.make(registration, resolver);
    }

private:
    void freeze_now(const TypeId& kls, const Key& key);
    void refuse_if_frozen() const;
    [[nodiscard]] ClassEntry& entry_of(const TypeId& kls);
    [[nodiscard]] const ClassEntry* find_entry(const TypeId& kls) const {
        const ClassEntry* entry = classes_.find(kls);
        if (entry != nullptr && !entry->kls.fits(kls))
            throw TypeConflictError(entry->kls, kls);
        return entry;
    }
    [[nodiscard]] static Registration* found_in(const std::unordered_map<std::string, Registration*>& keyed,
                                                const std::string& key);
    [[nodiscard]] Registration& keep(NewRegistration registration, bool in_collection);

    /// Recursive: where nobody catches what add() throws, the runtime ends the program without unwinding, and the
    /// handler of that end asks for list() on the same thread.
    mutable std::recursive_mutex mutex_;
    std::atomic<bool> frozen_ = false;
    struct FirstResolve {
        TypeId kls;
        Key key;
        std::string owner;
    };
    std::optional<FirstResolve> frozen_by_;
    std::string owner_;
    ClassTable classes_;
    std::deque<Registration> all_; // in their order
    Maker maker_;
};

} // namespace container
} // namespace abi1
} // namespace fairlead
