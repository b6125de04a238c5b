// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/registration.h>

#include <cstddef>
#include <memory>
#include <vector>

namespace fairlead {
inline namespace abi1 {

class DependencyCollectionResolver;

/// Gives the objects that are registered (runtime/dependency.py). Its functions may be called from any thread.
///
/// Objects are shared: of a singleton every call gives the same, else each gives a new one. Of what a provider throws
/// nothing is kept; it passes through.
class FAIRLEAD_API DependencyResolver {
public:
    virtual ~DependencyResolver();

    /// Never null. Throws DependencyNotFoundError, DependencyCycleError, TypeConflictError.
    template <class T>
    [[nodiscard]] std::shared_ptr<T> resolve(const Key& key = {}) {
        return std::static_pointer_cast<T>(resolve_object(TypeId::of<T>(), key));
    }

    /// Null if nothing is registered for this class and key, or what is gave nothing. What is missing deeper down
    /// throws, as resolve() does.
    template <class T>
    [[nodiscard]] std::shared_ptr<T> maybe_resolve(const Key& key = {}) {
        return std::static_pointer_cast<T>(maybe_resolve_object(TypeId::of<T>(), key));
    }

    /// The keys of a class in the order of registration, none (no key) included. Does not freeze.
    template <class T>
    [[nodiscard]] std::vector<Key> iter_keys() const {
        return keys_of(TypeId::of<T>());
    }

    /// What is registered many times for one class and key.
    [[nodiscard]] virtual DependencyCollectionResolver& collection() = 0;

    // The same for code that has the class as a value. The object is one of that class, exactly.
    [[nodiscard]] virtual std::shared_ptr<void> resolve_object(const TypeId& kls, const Key& key) = 0;
    [[nodiscard]] virtual std::shared_ptr<void> maybe_resolve_object(const TypeId& kls, const Key& key) = 0;
    [[nodiscard]] virtual std::vector<Key> keys_of(const TypeId& kls) const = 0;

protected:
    DependencyResolver() = default;
    DependencyResolver(const DependencyResolver&) = default;
    DependencyResolver& operator=(const DependencyResolver&) = default;
};

} // namespace abi1
} // namespace fairlead
