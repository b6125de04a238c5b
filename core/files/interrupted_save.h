// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/read.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fairlead {

class Descriptor;

/// What a file held before a write in place that never came to its end: the program was killed, the machine stopped.
struct InterruptedSave {
    std::filesystem::path copy{}; ///< `models.yaml-1f2e3d4c.before`, the old bytes as they were
    std::filesystem::path file{}; ///< that was being written
    std::string before{};         ///< the copy's bytes
    /// Keeps other running instances from offering the same. Ends with the last copy of this value.
    std::shared_ptr<Descriptor> lock{};
};

/// The copies in a recovery folder (SaveOptions) whose program has ended, for files that hold other bytes now. Copies
/// of what is in the file all the same are deleted, unfinished ones and links without a copy too. A copy for which it
/// is not known of what it is one stays, for someone to look at.
[[nodiscard]] std::vector<InterruptedSave> take_interrupted_saves(const std::filesystem::path& recovery_directory);

/// Deletes the copy: it was restored or is not wanted.
void forget_interrupted_save(const InterruptedSave& save);

} // namespace fairlead
