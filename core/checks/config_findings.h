// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/card_fields.h"
#include "core/registry/card_config.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

struct CheckContext;

/// The config that a family would make for the card that is checked, and what is wrong with what the card itself says
/// of it. Where the card's architecture is no architecture, another one stands in: the fields are the same.
struct ConfigFinding {
    FamilyKind kind = FamilyKind::model;
    Field key = Field::unknown; ///< of the trio, the one that counts
    CardConfig config{};
    std::vector<ConfigIssue> issues{}; ///< in the card's overrides, or in the config that they are laid over
    std::string said{};                ///< what fairseq2 says of the config, the innermost reason behind its own
    std::string raised_type{};         ///< the field's type of the issue at which fairseq2 stops; empty: not known
};

/// One for each kind of family whose config has an issue in this card's overrides. Silent without a registry, for
/// unknown families, and where the chain does not end. Found once for a context; borrowed from it.
[[nodiscard]] const std::vector<ConfigFinding>& find_config_issues(const CheckContext& context);

/// What fairseq2 says of a config that it cannot make, the innermost reason behind its own words; empty if it can.
[[nodiscard]] std::string said_of_config(const CardConfig& config);

/// What fairseq2 says of one of the issues. It stops at the first: of another it is what it says once that is mended;
/// empty where that is not certain.
[[nodiscard]] std::string said_of_issue(const ConfigFinding& finding, const ConfigIssue& issue);

/// A class without its module.
[[nodiscard]] std::string_view short_class(std::string_view class_name) noexcept;

} // namespace fairlead
