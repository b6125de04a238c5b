// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/errors.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fairlead {

struct CheckpointScore {
    double score = 0;
    std::string step; ///< as python::int_text has it
};

/// The score in a step's score file (checkpoint/model_metadata.py): nothing if there is no file, or what fairseq2
/// raises.
[[nodiscard]] std::variant<std::optional<double>, AssetError> read_checkpoint_score(const std::string& path,
                                                                                    const std::string& step);

/// Best first, as Python sorts them, which with a NaN among them is no order at all but always the same.
void sort_checkpoint_scores(std::vector<CheckpointScore>& scores);

} // namespace fairlead
