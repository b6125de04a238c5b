// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/container/registrations.h"

#include <fairlead/dependency_errors.h>
#include <utility>

namespace fairlead {
inline namespace abi1 {
namespace container {

Registration* Registrations::found_in(const std::unordered_map<std::string, Registration*>& keyed,
                                      const std::string& key) {
    const auto found = keyed.find(key);
    return found == keyed.end() ? nullptr : found->second;
}

// In the reverse order of registration, as far as the maker has left anything.
Registrations::~Registrations() {
    maker_.let_go();
    while (!all_.empty())
        all_.pop_back();
}

ClassEntry& Registrations::entry_of(const TypeId& kls) {
    ClassEntry& entry = classes_.find_or_add(kls);
    if (!entry.kls.fits(kls))
        throw TypeConflictError(entry.kls, kls);
    return entry;
}

void Registrations::refuse_if_frozen() const {
    if (!frozen_)
        return;
    std::string details = "The first one was for `" + frozen_by_->kls.printed() + "`";
    if (frozen_by_->key)
        details += " with key " + *frozen_by_->key;
    details += frozen_by_->owner.empty() ? "." : ", while " + frozen_by_->owner + " was running.";
    throw InvalidOperationError("No new objects can be registered after the first `resolve()` call.",
                                std::move(details));
}

void Registrations::freeze_now(const TypeId& kls, const Key& key) {
    const std::lock_guard lock(mutex_);
    if (frozen_)
        return;
    frozen_by_ = {kls, key, owner_};
    frozen_.store(true, std::memory_order_release);
}

void Registrations::lift_freeze() {
    const std::lock_guard lock(mutex_);
    frozen_by_.reset();
    frozen_.store(false, std::memory_order_release);
}

Registration& Registrations::keep(NewRegistration registration, bool in_collection) {
    return all_.emplace_back(std::move(registration), owner_, in_collection);
}

void Registrations::add(NewRegistration registration) {
    const std::lock_guard lock(mutex_);
    refuse_if_frozen();
    ClassEntry& entry = entry_of(registration.kls);
    const Key key = registration.options.key;
    const Registration* there = key ? found_in(entry.keyed, *key) : entry.unkeyed;
    if (there != nullptr)
        throw InvalidOperationError("`" + registration.kls.printed() + "` has already a registered provider.",
                                    registration.kls, key, there->registrant, Registrant{owner_, registration.place});
    Registration& kept = keep(std::move(registration), false);
    (key ? entry.keyed[*key] : entry.unkeyed) = &kept;
    entry.keys.push_back(key);
}

void Registrations::add_to_collection(NewRegistration registration) {
    const std::lock_guard lock(mutex_);
    refuse_if_frozen();
    ClassEntry& entry = entry_of(registration.kls);
    const Key key = registration.options.key;
    Registration& kept = keep(std::move(registration), true);
    (key ? entry.keyed_elements[*key] : entry.unkeyed_elements).push_back(&kept);
    entry.element_keys.push_back(key);
}

void Registrations::note_fields(const TypeId& kls, std::uint64_t fields) {
    const std::lock_guard lock(mutex_);
    if (frozen_ && find_entry(kls) == nullptr)
        return; // nothing can be registered of it any more
    ClassEntry& entry = entry_of(kls);
    if (entry.fields && *entry.fields != fields)
        throw TypeConflictError(entry.kls, kls);
    if (!frozen_)
        entry.fields = fields;
}

std::string Registrations::set_owner(std::string owner) {
    const std::lock_guard lock(mutex_);
    return std::exchange(owner_, std::move(owner));
}

std::string Registrations::owner() const {
    const std::lock_guard lock(mutex_);
    return owner_;
}

std::span<Registration* const> Registrations::elements(const TypeId& kls, const Key& key) const {
    const ClassEntry* entry = find_entry(kls);
    if (entry == nullptr)
        return {};
    if (!key)
        return entry->unkeyed_elements;
    const auto found = entry->keyed_elements.find(*key);
    if (found == entry->keyed_elements.end())
        return {};
    return found->second;
}

std::vector<Key> Registrations::keys(const TypeId& kls) const {
    const std::lock_guard lock(mutex_);
    return keys_now(kls);
}

std::vector<Key> Registrations::keys_now(const TypeId& kls) const {
    const ClassEntry* entry = find_entry(kls);
    return entry == nullptr ? std::vector<Key>() : entry->keys;
}

std::vector<Key> Registrations::element_keys(const TypeId& kls) const {
    const std::lock_guard lock(mutex_);
    const ClassEntry* entry = find_entry(kls);
    return entry == nullptr ? std::vector<Key>() : entry->element_keys;
}

std::vector<RegistrationInfo> Registrations::list() const {
    const std::lock_guard lock(mutex_);
    std::vector<RegistrationInfo> infos;
    infos.reserve(all_.size());
    for (const Registration& registration : all_)
        infos.push_back({.kls = registration.kls,
                         .key = registration.key,
                         .singleton = registration.singleton,
                         .in_collection = registration.in_collection,
                         .registrant = registration.registrant});
    return infos;
}

} // namespace container
} // namespace abi1
} // namespace fairlead
