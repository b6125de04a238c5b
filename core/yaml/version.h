// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>

namespace fairlead::yaml {

/// A version of YAML as a `%YAML` line gives it; 0.0 stands for none.
struct Version {
    std::uint16_t major = 0;
    std::uint16_t minor = 0;

    [[nodiscard]] bool is_set() const noexcept { return major != 0 || minor != 0; }
    [[nodiscard]] bool is_1_1() const noexcept { return major == 1 && minor == 1; }
    [[nodiscard]] bool is_1_2() const noexcept { return major == 1 && minor == 2; }
    friend auto operator<=>(const Version&, const Version&) = default; // NOLINT(modernize-use-nullptr): no pointer here
};

/// Where one document ends and the next begins: what of ruamel's state passes from the one to the other.
struct Boundary {
    enum class Kind : std::uint8_t {
        stream_start,
        open,          // the document before ended without `...`: `---` or a directive must follow
        closed,        // after `...`: a document may begin without `---`
        closed_by_1_1, // after `...` by the rules of YAML 1.1: more `...` may follow, then `---`
    };

    Kind kind = Kind::stream_start;
    Version scanned; // ruamel's scanner.yaml_version: the last `%YAML` of this file
    Version loaded;  // ruamel's YAML.version: that of the last document with a `---`; outlives the file

    [[nodiscard]] Version in_force() const noexcept {
        return scanned.is_set() ? scanned : loaded.is_set() ? loaded : Version{1, 2};
    }
    friend bool operator==(const Boundary&, const Boundary&) = default;
};

} // namespace fairlead::yaml
