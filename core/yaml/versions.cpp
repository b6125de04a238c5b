// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/versions.h"

#include <utility>

namespace fairlead::yaml {

void Versions::start(const Boundary& boundary) noexcept {
    changes_.clear();
    scanned_ = boundary.scanned;
    loaded_ = boundary.loaded;
    in_force_ = boundary.in_force();
}

void Versions::declare(std::uint32_t begin, Version version, std::string text) {
    text_ = std::move(text);
    changes_.push_back({begin, scanned_});
    // 0.0 is a version to ruamel, but means "none" here; 0.9 is refused with the same words.
    scanned_ = version.is_set() ? version : Version{0, 9};
    in_force_ = scanned_;
}

void Versions::set_loaded(Version version) noexcept {
    loaded_ = version;
    in_force_ = Boundary{Boundary::Kind::open, scanned_, loaded_}.in_force();
}

Version Versions::scanned_before(std::uint32_t begin) const noexcept {
    for (const Change& change : changes_) {
        if (change.begin >= begin)
            return change.before;
    }
    return scanned_;
}

} // namespace fairlead::yaml
