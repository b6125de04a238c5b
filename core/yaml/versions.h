// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/version.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fairlead::yaml {

/// By which version's rules the text is read where the scanner is, as ruamel remembers it.
class Versions {
public:
    /// A document begins.
    void start(const Boundary& boundary) noexcept;
    /// A `%YAML` line that begins at `begin` has been scanned. `text`: its version as Python prints it, `(1, 3)`.
    void declare(std::uint32_t begin, Version version, std::string text);
    /// ruamel's YAML.version, which counts where no `%YAML` has been scanned in this file.
    void set_loaded(Version version) noexcept;

    [[nodiscard]] Version in_force() const noexcept { return in_force_; }
    [[nodiscard]] Version scanned() const noexcept { return scanned_; }
    [[nodiscard]] Version loaded() const noexcept { return loaded_; }
    /// The version that was scanned before any `%YAML` at or after `begin`.
    [[nodiscard]] Version scanned_before(std::uint32_t begin) const noexcept;
    /// The last `%YAML` that was scanned, as Python prints it.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    struct Change {
        std::uint32_t begin;
        Version before;
    };

    Version scanned_;
    Version loaded_;
    Version in_force_{1, 2};
    std::string text_;
    std::vector<Change> changes_; // since the document began
};

} // namespace fairlead::yaml
