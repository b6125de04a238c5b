// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/dependency_resolver.h>

namespace fairlead {
inline namespace abi1 {

/// What is registered of one class, as a read-only map from key to object (runtime/lookup.py). Valid as long as the
/// resolver it came from.
template <class T>
class DependencyLookup {
public:
    explicit DependencyLookup(DependencyResolver& resolver) noexcept : resolver_(&resolver) {}

    /// The object of a key, or null.
    [[nodiscard]] std::shared_ptr<T> maybe_get(const Key& key) const { return resolver_->maybe_resolve<T>(key); }
    [[nodiscard]] std::vector<Key> iter_keys() const { return resolver_->iter_keys<T>(); }
    [[nodiscard]] TypeId kls() const { return TypeId::of<T>(); }

private:
    DependencyResolver* resolver_;
};

} // namespace abi1
} // namespace fairlead
