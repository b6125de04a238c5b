// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/registry_index.h"

#include "core/checks/suggest.h"

#include <algorithm>

namespace fairlead {

RegistryIndex::RegistryIndex(std::shared_ptr<const RegistrySnapshot> registry)
    : registry_(std::move(registry)), configs_(std::make_shared<CardConfigs>(registry_)) {
    for (const FamilyRecord& record : registry_->families) {
        Family family;
        family.record = &record;
        for (const ArchitectureRecord* architecture : registry_->architectures_of(record)) {
            family.architectures.push_back(architecture->name);
        }
        std::sort(family.architectures.begin(), family.architectures.end());
        family.needs_architecture = record.kind == FamilyKind::model && record.config_class && !record.default_config;
        families_[static_cast<std::size_t>(record.kind)].push_back(std::move(family));
    }
    for (std::vector<Family>& families : families_) {
        std::stable_sort(families.begin(), families.end(),
                         [](const Family& a, const Family& b) { return a.record->name < b.record->name; });
    }
}

const RegistryIndex::Family* RegistryIndex::find(FamilyKind kind, std::string_view name) const noexcept {
    const std::vector<Family>& families = of(kind);
    const auto found = std::lower_bound(families.begin(), families.end(), name, [](const Family& family, auto wanted) {
        return std::string_view(family.record->name) < wanted;
    });
    return found != families.end() && found->record->name == name ? &*found : nullptr;
}

std::string RegistryIndex::nearest_family(FamilyKind kind, std::string_view wrong) const {
    NameMatcher matcher(wrong);
    for (const FamilyRecord& record : registry_->families) {
        if (record.kind == kind) {
            matcher.offer(record.name);
        }
    }
    return matcher.best();
}

bool RegistryIndex::Family::has_architecture(std::string_view name) const noexcept {
    return std::binary_search(architectures.begin(), architectures.end(), name);
}

std::string RegistryIndex::Family::nearest_architecture(std::string_view wrong) const {
    NameMatcher matcher(wrong);
    for (const std::string_view architecture : architectures) {
        matcher.offer(architecture);
    }
    return matcher.best();
}

} // namespace fairlead
