// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fairlead {

/// A position in a text, from 1; columns count code points. Line 0: the file as a whole.
struct TextPosition {
    std::size_t line = 0;
    std::size_t column = 0;
    friend bool operator==(const TextPosition&, const TextPosition&) = default;
};

/// What the value of an entry point names: `library:namespace::function [extra]`.
struct EntryPointTarget {
    std::string library;               ///< as written: a name, or a path relative to the manifest's folder
    std::vector<std::string> function; ///< `{"my_package", "setup"}`
    std::string extras;                ///< what stands in brackets after it: shown, not used, as in fairseq2
    friend bool operator==(const EntryPointTarget&, const EntryPointTarget&) = default;
};

/// Why a value names nothing; a sentence that begins with the value.
struct EntryPointFault {
    std::string message;
};

/// Takes a value apart. Nothing is looked up.
[[nodiscard]] std::variant<EntryPointTarget, EntryPointFault> parse_entry_point(std::string_view value);

/// A line of the table `[project.entry-points."fairseq2.extension"]` of a manifest.
struct EntryPoint {
    std::string name;               ///< the key: the extension's name, and the owner of what it registers
    std::string value;              ///< as it stands; of a value that is no string, its TOML
    std::filesystem::path manifest; ///< that it stands in
    TextPosition position;          ///< of the key
    EntryPointTarget target;        ///< empty if the value cannot be taken apart
    std::string fault;              ///< why it cannot be an extension, whatever the library; empty: it can
};

} // namespace fairlead
