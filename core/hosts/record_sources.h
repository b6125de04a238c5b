// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/source.h"
#include "core/registry/records.h"

#include <vector>

namespace fairlead {

/// Reads the card files of a source of fairseq2's, which may be made of several, with the cards that are found in them.
/// What cannot be read or understood is left out: who looks at the result finds it again, as the files' texts are all
/// there. `name`, `owner` and `place` are for the caller to fill in.
[[nodiscard]] RecordedSource record_source(const std::vector<AssetSource>& sources);

} // namespace fairlead
