// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/errors.h"

#include <cstdint>
#include <optional>
#include <string>

namespace fairlead {

/// What the walk saw that is no card file, and what it could not enter.
struct WalkNote {
    enum class What : std::uint8_t {
        source_missing,
        source_unreadable,
        folder_unreadable,  ///< a sub-folder: fairseq2 passes over it silently
        ignored_file,       ///< `.YAML`, `.Yml`, `.json`, a file called `.yaml`
        linked_folder,      ///< not entered
        linked_yaml_folder, ///< a link to a folder that is called as a card file is
        dangling_link,
        special_file,     ///< a FIFO, socket or device that is called as a card file is
        checkpoint_score, ///< a score of a checkpoint step that is no number
    };
    What what = What::ignored_file;
    std::uint32_t source = 0;
    std::string shown;
    std::string message;             ///< for people: what it is, and why that matters
    std::uint32_t before_file = 0;   ///< met before this file was read (index in the catalog)
    std::optional<AssetError> error; ///< what fairseq2 raises there; none: it goes on
};

} // namespace fairlead
