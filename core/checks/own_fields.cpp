// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/own_fields.h"

namespace fairlead {

void OwnFields::read(const yaml::Value& root) {
    root_ = root;
    present_ = 0;
    null_ = 0;
    mistyped_ = 0;
    all_.clear();
    if (!root || !root.is_mapping()) {
        return;
    }
    constexpr FieldMask texts = text_fields | mask_of(Field::name, Field::base);
    for (const yaml::Value::Entry entry : root.entries()) {
        const Field field = entry.key.is_string() ? field_of(entry.key.string()) : Field::unknown;
        const FieldMask bit = mask_of(field);
        const yaml::Kind kind = entry.value.kind();
        present_ |= bit;
        if (kind == yaml::Kind::null) {
            null_ |= bit;
        }
        const bool fits = (texts & bit) != 0          ? kind == yaml::Kind::string
                          : field == Field::restrict_ ? kind == yaml::Kind::boolean
                                                      : true;
        if (!fits) {
            mistyped_ |= bit;
        }
        places_[static_cast<std::size_t>(field)] = static_cast<std::uint32_t>(all_.size());
        all_.push_back({field, kind, entry});
    }
}

} // namespace fairlead
