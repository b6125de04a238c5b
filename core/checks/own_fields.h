// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/card_fields.h"
#include "core/yaml/value.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

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
        return all_[places_[static_cast<std::size_t>(field)]].entry;
    }
    [[nodiscard]] yaml::Value value(Field field) const noexcept {
        return has(field) ? entry(field).value : yaml::Value();
    }
    /// The text of a field that is a string; else empty.
    [[nodiscard]] std::string_view text(Field field) const noexcept {
        return (present_ & ~mistyped_ & mask_of(field)) != 0 ? entry(field).value.string() : std::string_view{};
    }
    [[nodiscard]] const yaml::Value& root() const noexcept { return root_; }

    /// All entries in the order of the card, each with what it is.
    struct Listed {
        Field field = Field::unknown;
        yaml::Kind kind = yaml::Kind::null; ///< of the value
        yaml::Value::Entry entry;
    };
    [[nodiscard]] std::span<const Listed> all() const noexcept { return all_; }

private:
    yaml::Value root_;
    FieldMask present_ = 0;
    FieldMask null_ = 0;
    FieldMask mistyped_ = 0;
    std::vector<Listed> all_;
    std::array<std::uint32_t, field_count> places_{}; // in all_; only those of `present_` count
};

} // namespace fairlead
