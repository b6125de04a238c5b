// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/api.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeinfo>

namespace fairlead {
inline namespace abi1 {

/// What one library knows of a type. It lies in that library, which is never unloaded.
struct FAIRLEAD_API TypeRecord {
    TypeRecord(const std::type_info& type, std::size_t type_size, std::size_t type_alignment) noexcept;

    std::string_view mangled_name;
    std::size_t hash;
    std::size_t size;
    std::size_t alignment;
    bool local; ///< of an anonymous namespace or a function: the type belongs to the library that this record lies in
};

/// Which class a registration is of.
///
/// `typeid` says "the same" of two classes of one name in two libraries, whatever they look like. Here a type is its
/// qualified name with a fingerprint, its size and alignment (and, for configs, its fields; see
/// DependencyContainer::note_fields): two ids of one name and two fingerprints are equal, but do not fit. Types that no
/// other library can name belong to theirs, and differ from all of the same name. A value; may be used from any
/// thread.
class FAIRLEAD_API TypeId {
public:
    template <class T>
    [[nodiscard]] FAIRLEAD_OWN static TypeId of() {
        static_assert(std::is_object_v<T> && !std::is_const_v<T> && !std::is_volatile_v<T>,
                      "fairlead: a dependency is asked for by its class, without const, reference or pointer to it");
        static const TypeRecord record(typeid(T), sizeof(T), alignof(T));
        return TypeId(record);
    }

    /// The qualified name with dots, as Python has it: `my_package.Model`, `int`, `str`.
    [[nodiscard]] std::string name() const;
    /// As Python prints a class: `<class 'my_package.Model'>`.
    [[nodiscard]] std::string printed() const;
    /// The file of the library that knows the type so, for people.
    [[nodiscard]] std::string library() const;

    [[nodiscard]] std::size_t size() const noexcept { return record_->size; }
    [[nodiscard]] std::size_t alignment() const noexcept { return record_->alignment; }
    [[nodiscard]] std::size_t hash() const noexcept { return record_->hash; }
    /// Whether objects of the one may be taken for objects of the other.
    [[nodiscard]] bool fits(const TypeId& other) const noexcept {
        return record_ == other.record_ || (size() == other.size() && alignment() == other.alignment());
    }

    friend bool operator==(const TypeId& left, const TypeId& right) noexcept {
        return left.record_ == right.record_ ||
               (left.record_->mangled_name == right.record_->mangled_name && !left.record_->local);
    }

private:
    explicit TypeId(const TypeRecord& record) noexcept : record_(&record) {}

    const TypeRecord* record_;
};

} // namespace abi1
} // namespace fairlead

template <>
struct std::hash<fairlead::TypeId> {
    std::size_t operator()(const fairlead::TypeId& type) const noexcept { return type.hash(); }
};
