// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fairlead::layers {

/// A line of a source that breaks a rule of the house.
struct Violation {
    int line = 0; ///< from 1
    std::string message;
    friend bool operator==(const Violation&, const Violation&) = default;
};

/// What in a source breaks the arrows `app -> ui -> core` and, inside core,
/// `files, yaml, container <- assets <- schemas <- families <- extensions <- registry <- checks <- hosts`; and where
/// Qt, yaml-cpp, JSON and argument parsing are included outside the places meant for them.
/// `path` is relative to the top of the tree, with slashes.
[[nodiscard]] std::vector<Violation> include_violations(std::string_view path, std::string_view text);

/// What a source lacks of its licence header: a copyright line and the identifier that its folder is under.
[[nodiscard]] std::vector<Violation> header_violations(std::string_view path, std::string_view text);

/// Whether a file is a source that both are asked of (by its name alone).
[[nodiscard]] bool is_source(std::string_view path);
/// Whether it is a file that only needs a licence header: scripts, CMake.
[[nodiscard]] bool is_script(std::string_view path);

} // namespace fairlead::layers
