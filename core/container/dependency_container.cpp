// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/container/missing.h"
#include "core/container/registrations.h"

#include <fairlead/dependency_container.h>
#include <utility>

namespace fairlead {
inline namespace abi1 {
namespace {

const container::Registration* asker() {
    const container::Step* step = container::innermost;
    return step == nullptr ? nullptr : step->registration;
}

} // namespace

DependencyResolver::~DependencyResolver() = default;
DependencyCollectionResolver::~DependencyCollectionResolver() = default;
DependencyRegistrar::~DependencyRegistrar() = default;

void DependencyCollectionContainer::add(NewRegistration registration) {
    registrations_.add_to_collection(std::move(registration));
}

std::size_t DependencyCollectionContainer::count_objects(const TypeId& kls, const Key& key) {
    registrations_.freeze(kls, key);
    return registrations_.elements(kls, key).size();
}

std::shared_ptr<void> DependencyCollectionContainer::object_at(const TypeId& kls, const Key& key, std::size_t index) {
    registrations_.freeze(kls, key);
    return registrations_.make(*registrations_.elements(kls, key)[index], container_);
}

std::vector<Key> DependencyCollectionContainer::keys_of(const TypeId& kls) const {
    return registrations_.element_keys(kls);
}

DependencyContainer::DependencyContainer()
    : registrations_(std::make_unique<container::Registrations>()), collection_(*this, *registrations_) {}
DependencyContainer::~DependencyContainer() = default;

void DependencyContainer::add(NewRegistration registration) { registrations_->add(std::move(registration)); }

std::shared_ptr<void> DependencyContainer::resolve_object(const TypeId& kls, const Key& key) {
    registrations_->freeze(kls, key);
    container::Registration* found = registrations_->find(kls, key);
    if (found == nullptr)
        throw container::missing_dependency(kls, key, asker(), registrations_->keys(kls));
    std::shared_ptr<void> object = registrations_->make(*found, *this);
    if (object == nullptr)
        throw container::empty_dependency(*found, asker());
    return object;
}

std::shared_ptr<void> DependencyContainer::maybe_resolve_object(const TypeId& kls, const Key& key) {
    registrations_->freeze(kls, key);
    container::Registration* found = registrations_->find(kls, key);
    if (found == nullptr)
        return nullptr;
    try {
        return registrations_->make(*found, *this);
    } catch (const DependencyNotFoundError& error) {
        if (error.kls() == kls && error.key() == key)
            return nullptr;
        throw;
    }
}

std::vector<Key> DependencyContainer::keys_of(const TypeId& kls) const { return registrations_->keys(kls); }
std::vector<WiringProblem> DependencyContainer::check() const { return registrations_->check(); }
std::vector<RegistrationInfo> DependencyContainer::registrations() const { return registrations_->list(); }
std::string DependencyContainer::owner() const { return registrations_->owner(); }
bool DependencyContainer::is_frozen() const noexcept { return registrations_->is_frozen(); }
void DependencyContainer::lift_freeze() { registrations_->lift_freeze(); }
void DependencyContainer::note_fields(const TypeId& kls, std::uint64_t fields) {
    registrations_->note_fields(kls, fields);
}

OwnerScope::OwnerScope(DependencyContainer& container, std::string owner)
    : container_(container), outer_(container.registrations_->set_owner(std::move(owner))) {}
OwnerScope::~OwnerScope() { container_.registrations_->set_owner(std::move(outer_)); }

} // namespace abi1
} // namespace fairlead
