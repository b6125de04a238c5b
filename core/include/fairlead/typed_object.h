// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/type_id.h>

#include <memory>
#include <utility>

namespace fairlead {
inline namespace abi1 {

/// An object whose class is known only when the program runs: a model of whatever family a card names. A value; copies
/// share the object.
class FAIRLEAD_API TypedObject {
public:
    /// `object` is one of that class, exactly.
    TypedObject(TypeId kls, std::shared_ptr<void> object) : kls_(kls), object_(std::move(object)) {}
    template <class T>
    explicit TypedObject(std::shared_ptr<T> object) : TypedObject(TypeId::of<T>(), std::move(object)) {}

    [[nodiscard]] const TypeId& kls() const noexcept { return kls_; }
    [[nodiscard]] const std::shared_ptr<void>& get() const noexcept { return object_; }

    template <class T>
    [[nodiscard]] bool is_a() const {
        return kls_ == TypeId::of<T>();
    }
    /// Throws InternalError if it is of another class, TypeConflictError if it is one of that name that is laid out
    /// differently.
    template <class T>
    [[nodiscard]] std::shared_ptr<T> as() const {
        expect(TypeId::of<T>());
        return std::static_pointer_cast<T>(object_);
    }

private:
    void expect(const TypeId& kls) const;

    TypeId kls_;
    std::shared_ptr<void> object_;
};

} // namespace abi1
} // namespace fairlead
