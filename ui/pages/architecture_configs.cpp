// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/architecture_configs.h"

#include <algorithm>

namespace fairlead::ui {

std::vector<ConfigNode> configOf(const RegistrySnapshot& registry, const FamilyRecord& family, const RawJson& config) {
    return config && family.config_class ? config_tree(registry, *family.config_class, config)
                                         : std::vector<ConfigNode>{};
}

std::vector<NearArchitecture> closestArchitectures(const RegistrySnapshot& registry, const FamilyRecord& family,
                                                   const QString& architecture) {
    std::vector<NearArchitecture> near;
    const ArchitectureRecord* self = registry.find_architecture(family, architecture.toStdString());
    if (self == nullptr) {
        return near;
    }
    const std::vector<ConfigNode> own = configOf(registry, family, self->config);
    for (const ArchitectureRecord* other : registry.architectures_of(family)) {
        if (other != self && other->config) {
            const auto apart = differing_values(own, configOf(registry, family, other->config));
            near.push_back({QString::fromStdString(other->name), static_cast<int>(apart)});
        }
    }
    std::stable_sort(near.begin(), near.end(), [](const NearArchitecture& left, const NearArchitecture& right) {
        return left.valuesApart < right.valuesApart;
    });
    return near;
}

} // namespace fairlead::ui
