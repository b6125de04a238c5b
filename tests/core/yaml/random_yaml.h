// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace fairlead::yaml {

/// Texts that look like YAML, and changes to them that tear at its seams. The same seed gives the same texts on every
/// system.
class RandomYaml {
public:
    explicit RandomYaml(std::uint32_t seed) : generator_(seed) {}

    /// Up to `documents` cards and other documents, some with faults.
    [[nodiscard]] std::string stream(std::size_t documents);
    /// A piece of syntax: an indicator, a marker, a value, white space.
    [[nodiscard]] std::string_view piece();
    /// A number below `bound`, which is not 0.
    [[nodiscard]] std::size_t below(std::size_t bound) { return generator_() % bound; }

    /// An edit of a text: [begin, end) makes way for `text`.
    struct Edit {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::string text;
    };
    [[nodiscard]] Edit edit(std::string_view text);

private:
    std::mt19937 generator_;
};

} // namespace fairlead::yaml
