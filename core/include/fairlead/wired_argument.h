// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/dependency_collection.h>
#include <fairlead/dependency_lookup.h>
#include <fairlead/dependency_resolver.h>
#include <fairlead/lazy.h>

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

// What a constructor's parameter is supplied with (runtime/dependency.py's wire_object). For each type of parameter:
// what is made and held for it (`make`), what of that it gets (`value`), whether it may take it away (`own`), and what
// check() is told.
namespace fairlead {
inline namespace abi1 {
namespace wiring {

/// A class of which an object is resolved.
template <class T>
struct Supplied {
    static_assert(!std::is_pointer_v<T> && !std::is_array_v<T>,
                  "fairlead: a constructor takes a pointer, which represents no class: take a std::shared_ptr, a "
                  "reference or a value");
    using Held = std::shared_ptr<T>;
    static constexpr bool own = false;
    static Held make(DependencyResolver& resolver) { return resolver.resolve<T>(); }
    static T& value(Held& held) { return *held; }
    static void describe(std::vector<Dependency>& to) { to.push_back({TypeId::of<T>(), DependencyUse::required}); }
};

/// What is passed as it is held.
template <class T>
struct Itself {
    using Held = T;
    static constexpr bool own = true;
    static T& value(T& held) { return held; }
};

template <class T>
struct Supplied<std::shared_ptr<T>> : Itself<std::shared_ptr<T>> {
    using Class = std::remove_const_t<T>;
    static std::shared_ptr<T> make(DependencyResolver& resolver) { return resolver.resolve<Class>(); }
    static void describe(std::vector<Dependency>& to) { Supplied<Class>::describe(to); }
};

template <class T>
struct Supplied<std::optional<T>> : Itself<std::optional<T>> {
    static std::optional<T> make(DependencyResolver& resolver) {
        const std::shared_ptr<T> object = resolver.maybe_resolve<T>();
        return object == nullptr ? std::nullopt : std::optional<T>(*object);
    }
    static void describe(std::vector<Dependency>& to) { to.push_back({TypeId::of<T>(), DependencyUse::optional}); }
};

template <class T>
struct Supplied<std::optional<std::shared_ptr<T>>> : Itself<std::optional<std::shared_ptr<T>>> {
    static std::optional<std::shared_ptr<T>> make(DependencyResolver& resolver) {
        std::shared_ptr<T> object = resolver.maybe_resolve<T>();
        return object == nullptr ? std::nullopt : std::optional<std::shared_ptr<T>>(std::move(object));
    }
    static void describe(std::vector<Dependency>& to) { Supplied<std::optional<T>>::describe(to); }
};

template <class T>
struct Supplied<std::vector<T>> : Itself<std::vector<T>> {
    static std::vector<T> make(DependencyResolver& resolver) {
        std::vector<T> objects;
        for (const std::shared_ptr<T>& object : resolver.collection().resolve<T>())
            objects.push_back(*object);
        return objects;
    }
    static void describe(std::vector<Dependency>& to) { to.push_back({TypeId::of<T>(), DependencyUse::elements}); }
};

template <class T>
struct Supplied<std::vector<std::shared_ptr<T>>> : Itself<std::vector<std::shared_ptr<T>>> {
    static std::vector<std::shared_ptr<T>> make(DependencyResolver& resolver) {
        return resolver.collection().resolve<T>().to_vector();
    }
    static void describe(std::vector<Dependency>& to) { Supplied<std::vector<T>>::describe(to); }
};

template <class T>
struct Supplied<DependencyCollection<T>> : Itself<DependencyCollection<T>> {
    static DependencyCollection<T> make(DependencyResolver& resolver) { return resolver.collection().resolve<T>(); }
    static void describe(std::vector<Dependency>&) {} // may be empty
};

template <class T>
struct Supplied<DependencyLookup<T>> : Itself<DependencyLookup<T>> {
    static DependencyLookup<T> make(DependencyResolver& resolver) { return DependencyLookup<T>(resolver); }
    static void describe(std::vector<Dependency>&) {} // may be empty
};

template <class T>
struct Supplied<std::function<std::shared_ptr<T>()>> : Itself<std::function<std::shared_ptr<T>()>> {
    static std::function<std::shared_ptr<T>()> make(DependencyResolver& resolver) {
        return [&resolver] { return resolver.resolve<T>(); };
    }
    static void describe(std::vector<Dependency>& to) { to.push_back({TypeId::of<T>(), DependencyUse::deferred}); }
};

template <class T>
struct Supplied<Lazy<T>> : Itself<Lazy<T>> {
    static Lazy<T> make(DependencyResolver& resolver) {
        return Lazy<T>(Supplied<typename Lazy<T>::Factory>::make(resolver));
    }
    static void describe(std::vector<Dependency>& to) { Supplied<typename Lazy<T>::Factory>::describe(to); }
};

template <>
struct Supplied<DependencyResolver> {
    using Held = DependencyResolver*;
    static constexpr bool own = false;
    static Held make(DependencyResolver& resolver) { return &resolver; }
    static DependencyResolver& value(Held held) { return *held; }
    static void describe(std::vector<Dependency>&) {}
};

// The standard library's classes that no object can be resolved for say what to take instead.
template <class...>
inline constexpr bool never = false;

template <class R, class... A>
struct Supplied<std::function<R(A...)>> {
    static_assert(never<R>, "fairlead: a factory function among a constructor's parameters must be a "
                            "std::function<std::shared_ptr<T>()>, without parameters");
};
template <class T, class D>
struct Supplied<std::unique_ptr<T, D>> {
    static_assert(never<T>,
                  "fairlead: a constructor takes a std::unique_ptr, but the container shares its objects: take "
                  "a std::shared_ptr, or a factory function std::function<std::shared_ptr<T>()>");
};
template <class T>
struct Supplied<std::weak_ptr<T>> {
    static_assert(never<T>, "fairlead: a constructor takes a std::weak_ptr: take a std::shared_ptr");
};
template <class... T>
struct Supplied<std::variant<T...>> {
    static_assert(never<T...>,
                  "fairlead: a constructor takes a std::variant, and which of its classes is wanted cannot "
                  "be known: take the one that is");
};

/// What the caller gave for a parameter.
template <class T>
struct Given {
    T value;
};

} // namespace wiring
} // namespace abi1
} // namespace fairlead
