// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/card_config.h"
#include "core/registry/snapshot.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// A registry as the rules ask it: by name, without a string being made.
class RegistryIndex {
public:
    struct Family {
        const FamilyRecord* record = nullptr;
        std::vector<std::string_view> architectures; ///< sorted
        bool needs_architecture = false;             ///< its config class has no default config

        [[nodiscard]] bool has_architecture(std::string_view name) const noexcept;
        [[nodiscard]] std::string nearest_architecture(std::string_view wrong) const;
    };

    explicit RegistryIndex(std::shared_ptr<const RegistrySnapshot> registry);

    [[nodiscard]] const Family* find(FamilyKind kind, std::string_view name) const noexcept;
    [[nodiscard]] bool has_families(FamilyKind kind) const noexcept { return !of(kind).empty(); }
    [[nodiscard]] std::string nearest_family(FamilyKind kind, std::string_view wrong) const;
    [[nodiscard]] const RegistrySnapshot& registry() const noexcept { return *registry_; }
    [[nodiscard]] const CardConfigs& configs() const noexcept { return *configs_; }

private:
    [[nodiscard]] const std::vector<Family>& of(FamilyKind kind) const noexcept {
        return families_[static_cast<std::size_t>(kind)];
    }

    std::shared_ptr<const RegistrySnapshot> registry_;
    std::shared_ptr<const CardConfigs> configs_;
    std::array<std::vector<Family>, 3> families_; // by kind, sorted by name
};

} // namespace fairlead
