// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/asset_registration.h"

#include <fairlead/log.h>

#include <memory>
#include <optional>

namespace fairlead {

/// What init_fairseq2() asks of the world around it.
struct OwnRegistrations {
    VariableLookup variable;                       ///< environment variables
    std::shared_ptr<const PackageFolders> folders; ///< where packages are looked for
    LogSink log = {};                              ///< gets warnings, then and later; may be empty
    std::optional<bool> no_progress = {};          ///< nothing: as FAIRSEQ2_NO_PROGRESS and RANK say
};

/// Registers what fairseq2 registers before its extensions, in its order (composition/lib.py): what needs no torch.
/// Throws EnvironmentVariableError for a RANK that is no number.
void register_fairseq2(DependencyContainer& container, OwnRegistrations options);

} // namespace fairlead
