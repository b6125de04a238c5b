// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/snapshot.h"

#include <algorithm>

namespace fairlead {

namespace {

/// The families whose architectures a family knows: those of its own config class.
bool share_architectures(const FamilyRecord& a, const FamilyRecord& b) noexcept {
    return &a == &b || (a.config_class && a.config_class == b.config_class);
}

} // namespace

const FamilyRecord* RegistrySnapshot::find_family(FamilyKind kind, std::string_view name) const noexcept {
    const auto found = std::ranges::find_if(
        families, [&](const FamilyRecord& family) { return family.kind == kind && family.name == name; });
    return found == families.end() ? nullptr : &*found;
}

std::vector<const FamilyRecord*> RegistrySnapshot::families_of(FamilyKind kind) const {
    std::vector<const FamilyRecord*> found;
    for (const FamilyRecord& family : families) {
        if (family.kind == kind) {
            found.push_back(&family);
        }
    }
    return found;
}

const ArchitectureRecord* RegistrySnapshot::find_architecture(const FamilyRecord& family,
                                                              std::string_view name) const noexcept {
    if (family.kind != FamilyKind::model) {
        return nullptr;
    }
    for (const FamilyRecord& owner : families) {
        if (!share_architectures(owner, family)) {
            continue;
        }
        const auto found = std::ranges::find(owner.architectures, name, &ArchitectureRecord::name);
        if (found != owner.architectures.end()) {
            return &*found;
        }
    }
    return nullptr;
}

std::vector<const ArchitectureRecord*> RegistrySnapshot::architectures_of(const FamilyRecord& family) const {
    std::vector<const ArchitectureRecord*> found;
    if (family.kind != FamilyKind::model) {
        return found;
    }
    for (const FamilyRecord& owner : families) {
        if (share_architectures(owner, family)) {
            for (const ArchitectureRecord& architecture : owner.architectures) {
                found.push_back(&architecture);
            }
        }
    }
    return found;
}

std::shared_ptr<const ConfigSchema> RegistrySnapshot::find_schema(std::string_view class_name) const {
    return schemas.find(class_name);
}

std::size_t RegistrySnapshot::count(FamilyKind kind) const noexcept {
    return static_cast<std::size_t>(std::ranges::count(families, kind, &FamilyRecord::kind));
}

std::size_t RegistrySnapshot::architecture_count() const noexcept {
    std::size_t count = 0;
    for (const FamilyRecord& family : families) {
        count += family.architectures.size();
    }
    return count;
}

std::size_t RegistrySnapshot::card_count() const noexcept {
    std::size_t count = 0;
    for (const RecordedSource& source : sources) {
        for (const RecordedFile& file : source.files) {
            count += file.cards.size();
        }
    }
    return count;
}

} // namespace fairlead
