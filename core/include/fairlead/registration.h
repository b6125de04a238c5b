// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/here.h>
#include <fairlead/type_id.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fairlead {
inline namespace abi1 {

class DependencyResolver;

/// What tells registrations of one class apart; none is a key too.
using Key = std::optional<std::string>;

struct RegisterOptions {
    Key key = {};
    bool singleton = false; ///< made at the first resolve() and kept, else made anew each time
};

/// Who registered, and where.
struct Registrant {
    std::string owner = {}; ///< the extension that was running, or `the program's extras`; empty: the program itself
    Here place = {};        ///< of an empty file name if it is not known

    /// `my_extension, setup.cpp:12`
    [[nodiscard]] FAIRLEAD_API std::string printed() const;
};

/// How an auto-wired class needs another one.
enum class DependencyUse : unsigned char {
    required, ///< by value, by reference, in a shared_ptr
    optional, ///< if it is registered
    elements, ///< all of the collection
    deferred, ///< asked for later: Lazy, a factory function, a lookup, a lazy collection
};

struct Dependency {
    TypeId kls;
    DependencyUse use = DependencyUse::required;
};

/// A registration as it is handed to a container.
struct NewRegistration {
    TypeId kls;
    RegisterOptions options = {};
    std::function<std::shared_ptr<void>(DependencyResolver&)> provider = {};
    std::vector<Dependency> dependencies = {}; ///< of an auto-wired class
    Here place = {};
};

/// A registration as it can be looked at.
struct RegistrationInfo {
    TypeId kls;
    Key key = {};
    bool singleton = false;
    bool in_collection = false;
    Registrant registrant = {};
};

} // namespace abi1
} // namespace fairlead
