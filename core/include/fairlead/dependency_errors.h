// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/error.h>
#include <fairlead/registration.h>
#include <fairlead/type_id.h>

#include <optional>
#include <vector>

// The errors of the container (runtime/dependency.py, error.py).
namespace fairlead {
inline namespace abi1 {

/// A call that does not fit the state of things: a second registration of one class and key, one that comes too late.
class FAIRLEAD_API InvalidOperationError : public Error {
public:
    using Error::Error;
    /// Of a conflict: `first` was there, `second` is what could not be registered.
    InvalidOperationError(std::string text, TypeId kls, Key key, Registrant first, Registrant second);
    ~InvalidOperationError() override;

    /// Of a conflict: the class and key that are registered already.
    [[nodiscard]] const std::optional<TypeId>& kls() const noexcept { return kls_; }
    [[nodiscard]] const Key& key() const noexcept { return key_; }
    /// Of a conflict: the owner and the place of the one that is there, then of the one that came second.
    [[nodiscard]] const std::vector<Registrant>& registrants() const noexcept { return registrants_; }

private:
    std::optional<TypeId> kls_;
    Key key_;
    std::vector<Registrant> registrants_;
};

/// Nothing is registered for a class and key, or what is gave nothing.
class FAIRLEAD_API DependencyNotFoundError : public Error {
public:
    DependencyNotFoundError(TypeId kls, Key key, std::string text, std::string details = {},
                            std::vector<Registrant> registrants = {});
    ~DependencyNotFoundError() override;

    [[nodiscard]] const TypeId& kls() const noexcept { return kls_; }
    [[nodiscard]] const Key& key() const noexcept { return key_; }
    /// The registration that asked for it, if one did; then, if it gave nothing, the one that was asked.
    [[nodiscard]] const std::vector<Registrant>& registrants() const noexcept { return registrants_; }

private:
    TypeId kls_;
    Key key_;
    std::vector<Registrant> registrants_;
};

/// A provider asked, through others, for what it makes.
class FAIRLEAD_API DependencyCycleError : public Error {
public:
    struct Step {
        TypeId kls;
        Key key = {};
        Registrant registrant = {};
    };

    explicit DependencyCycleError(std::vector<Step> cycle);
    ~DependencyCycleError() override;

    /// From the outermost resolve() to what was asked for a second time.
    [[nodiscard]] const std::vector<Step>& cycle() const noexcept { return cycle_; }
    /// Adds what asked for the first step.
    void prepend(Step step);

private:
    std::vector<Step> cycle_;
    std::string path_;
};

/// Two libraries have classes of one name that are laid out differently. fairseq2 has no such thing.
class FAIRLEAD_API TypeConflictError : public Error {
public:
    TypeConflictError(TypeId first, TypeId second);
    ~TypeConflictError() override;

    /// As it is registered, and as it was asked for.
    [[nodiscard]] const TypeId& first() const noexcept { return first_; }
    [[nodiscard]] const TypeId& second() const noexcept { return second_; }

private:
    TypeId first_;
    TypeId second_;
};

} // namespace abi1
} // namespace fairlead
