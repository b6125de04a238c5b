// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/card_fields.h"
#include "core/yaml/value.h"

#include <array>
#include <string_view>

namespace fairlead {

/// What a card says itself, read off its document once for all rules. Valid as long as the document.
class OwnFields {
public:
    /// Forgets what it held. A root that is no mapping has no fields.
    void read(const yaml::Value& root);

    [[nodiscard]] FieldMask present() const noexcept { return present_; }
    /// Present and null.
    [[nodiscard]] FieldMask null() const noexcept { return null_; }
    /// Present, and not of the type that fairseq2 asks for (null is a wrong type).
    [[nodiscard]] FieldMask mistyped() const noexcept { return mistyped_; }
    [[nodiscard]] bool has(Field field) const noexcept { return (present_ & mask_of(field)) != 0; }

    /// Only of a field that is present, and not of `unknown`.
    [[nodiscard]] const yaml::Value::Entry& entry(Field field) const noexcept {
        return entries_[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] yaml::Value value(Field field) const noexcept {
        return has(field) ? entry(field).value : yaml::Value();
    }
    /// The text of a field that is a string; else empty.
    [[nodiscard]] std::string_view text(Field field) const noexcept {
        return (present_ & ~mistyped_ & mask_of(field)) != 0 ? entry(field).value.string() : std::string_view{};
    }
    [[nodiscard]] const yaml::Value& root() const noexcept { return root_; }

private:
    yaml::Value root_;
    FieldMask present_ = 0;
    FieldMask null_ = 0;
    FieldMask mistyped_ = 0;
    std::array<yaml::Value::Entry, field_count> entries_; // only those of `present_` count
};

} // namespace fairlead
