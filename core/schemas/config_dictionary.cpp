// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/config_dictionary.h"

#include <utility>

namespace fairlead {

std::size_t ConfigDictionary::place_of(const ConfigValue& key) {
    // Nearly all keys are texts, and nearly all dictionaries are small or asked for little.
    if (key.is_string() && (entries_.size() <= max_scanned || ++scans_ <= max_scanned)) {
        std::size_t place = 0;
        while (place < entries_.size() &&
               !(entries_[place].key.is_string() && entries_[place].key.text() == key.text()))
            ++place;
        return place;
    }
    for (; indexed_ < entries_.size(); ++indexed_)
        index_.emplace(python_key(entries_[indexed_].key), indexed_);
    const auto found = index_.find(python_key(key));
    return found == index_.end() ? entries_.size() : found->second;
}

const ConfigValue* ConfigDictionary::find(const ConfigValue& key) {
    const std::size_t place = place_of(key);
    return place == entries_.size() ? nullptr : &entries_[place].value;
}

void ConfigDictionary::set(const ConfigValue& key, ConfigValue value) {
    const std::size_t place = place_of(key);
    if (place == entries_.size()) {
        entries_.push_back({key, std::move(value)});
        return;
    }
    ConfigValue::Entry& entry = entries_[place];
    entry.key = entry.key.with_origin(key.origin());
    entry.value = std::move(value);
}

} // namespace fairlead
