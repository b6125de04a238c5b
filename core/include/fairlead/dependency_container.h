// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/dependency_collection.h>
#include <fairlead/dependency_registrar.h>
#include <fairlead/dependency_resolver.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {
inline namespace abi1 {

namespace container {
class Registrations;
}

/// Registrations of which many may have one class and key.
class FAIRLEAD_API DependencyCollectionContainer : public DependencyCollectionResolver, public DependencyRegistrar {
public:
    using DependencyCollectionResolver::resolve;

    void add(NewRegistration registration) override;
    [[nodiscard]] std::size_t count_objects(const TypeId& kls, const Key& key) override;
    [[nodiscard]] std::shared_ptr<void> object_at(const TypeId& kls, const Key& key, std::size_t index) override;
    [[nodiscard]] std::vector<Key> keys_of(const TypeId& kls) const override;

private:
    friend class DependencyContainer;
    DependencyCollectionContainer(DependencyResolver& container, container::Registrations& registrations)
        : container_(container), registrations_(registrations) {}

    DependencyResolver& container_;
    container::Registrations& registrations_;
};

/// Something that will go wrong when a registration is resolved, found without making anything.
struct WiringProblem {
    enum class Kind : unsigned char { missing, cycle, type_conflict };
    Kind kind = Kind::missing;
    std::string text = {};          ///< what resolving would throw
    std::string details = {};       ///< who registered it, and where
    std::optional<TypeId> kls = {}; ///< of the registration that has the problem: what cannot be made
    Key key = {};                   ///< that it is registered with
    Registrant registrant = {};     ///< who registered it, and where
    bool deferred = false;          ///< only when it is asked for: of a Lazy or a factory function
};

/// Where programs and extensions register what they have, and where it is resolved (runtime/dependency.py).
///
/// The first resolve() freezes it: nothing is registered afterwards. All functions may be called from any thread. A
/// singleton is made once; two threads that make each other's get DependencyCycleError, neither waits for ever (but a
/// provider that waits for a thread of its own, which asks for what the provider makes, waits in vain).
/// Singletons are destroyed with the container, in the reverse order of their making, then what else it keeps, in the
/// reverse order of registration.
class FAIRLEAD_API DependencyContainer final : public DependencyResolver, public DependencyRegistrar {
public:
    DependencyContainer();
    ~DependencyContainer() override;
    DependencyContainer(const DependencyContainer&) = delete;
    DependencyContainer& operator=(const DependencyContainer&) = delete;

    [[nodiscard]] DependencyCollectionContainer& collection() override { return collection_; }

    /// All that auto-wired classes lack, and all their cycles, at once; makes nothing, freezes nothing. What a provider
    /// function asks for is not known before it runs.
    [[nodiscard]] std::vector<WiringProblem> check() const;
    /// Every registration in its order, those of the collection too.
    [[nodiscard]] std::vector<RegistrationInfo> registrations() const;

    /// The extension whose setup runs, to which belongs what is registered now; empty: the program itself.
    [[nodiscard]] std::string owner() const;

    /// Whether something was resolved, so that nothing can be registered any more.
    [[nodiscard]] bool is_frozen() const noexcept;
    /// Lets more be registered after all; what was made stays. For who records what extensions do, one by one, instead
    /// of running them as fairseq2 would. Not while another thread resolves.
    void lift_freeze();

    /// Notes what the fields of a config class are, as a number that changes with them, and throws TypeConflictError if
    /// another library has noted others for a class of that name.
    void note_fields(const TypeId& kls, std::uint64_t fields);

    void add(NewRegistration registration) override;
    [[nodiscard]] std::shared_ptr<void> resolve_object(const TypeId& kls, const Key& key) override;
    [[nodiscard]] std::shared_ptr<void> maybe_resolve_object(const TypeId& kls, const Key& key) override;
    [[nodiscard]] std::vector<Key> keys_of(const TypeId& kls) const override;

private:
    friend class OwnerScope;
    std::unique_ptr<container::Registrations> registrations_;
    DependencyCollectionContainer collection_;
};

/// While it lives, what is registered belongs to `owner`: whoever calls an extension makes one. They may be nested.
class FAIRLEAD_API OwnerScope {
public:
    OwnerScope(DependencyContainer& container, std::string owner);
    ~OwnerScope();
    OwnerScope(const OwnerScope&) = delete;
    OwnerScope& operator=(const OwnerScope&) = delete;

private:
    DependencyContainer& container_;
    std::string outer_;
};

} // namespace abi1
} // namespace fairlead
