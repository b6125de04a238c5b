// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/config_tree.h"
#include "core/registry/snapshot.h"

#include <QString>

#include <vector>

namespace fairlead::ui {

/// A config of a family's class, as an architecture has it; empty if it is not recorded.
[[nodiscard]] std::vector<ConfigNode> configOf(const RegistrySnapshot& registry, const FamilyRecord& family,
                                               const RawJson& config);

/// The other architectures of a family by how many values they are apart, nearest first; ties in their own order.
struct NearArchitecture {
    QString name;
    int valuesApart = 0;
};
[[nodiscard]] std::vector<NearArchitecture>
closestArchitectures(const RegistrySnapshot& registry, const FamilyRecord& family, const QString& architecture);

} // namespace fairlead::ui
