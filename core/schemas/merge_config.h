// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_issue.h"
#include "core/schemas/config_value.h"

#include <optional>
#include <string>
#include <vector>

namespace fairlead {

/// What merging came upon. `error`: the text of the TypeError that fairseq2 raises at the first issue that is one.
struct MergeNotes {
    std::optional<std::string> error;
    std::vector<ConfigIssue> issues;
};

/// Lays overrides over an unstructured config, as ConfigMerger does (utils/config.py): mappings merge deeply, all else
/// replaces; `_del_` drops keys of the target, `_set_` replaces whole values. A directive of a wrong type is noted, and
/// what is right of it still counts.
[[nodiscard]] ConfigValue merge_config(const ConfigValue& config, const ConfigValue& overrides, MergeNotes& notes);

} // namespace fairlead
