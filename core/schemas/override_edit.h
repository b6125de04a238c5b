// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/typed_scalar.h"
#include "core/yaml/stream.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace fairlead {

/// An edit of a file's text, or why there is none.
struct OverrideEdit {
    std::vector<yaml::TextChange> changes{}; ///< of the document's text: disjoint, first to last
    std::string why_not{};                   ///< a sentence for people; empty: there are changes
};

/// The edit of a card that sets an override. `path`: the key of the trio, then the field's: `model_config_overrides`,
/// `rope_scale`, `factor`. Written plainly, unless a `_set_` of the card has the field already: that wins over a plain
/// key in fairseq2 (utils/config.py), so its value is replaced. The text is read again with the edit: without an edit
/// nothing else would have changed, neither in the card nor in the file.
[[nodiscard]] OverrideEdit write_override(const yaml::Stream& stream, std::size_t document,
                                          std::span<const std::string> path, const TypedScalar& value);

/// The edit that takes an override out, and mappings that are empty then; in `_set_` if it stands there. Verified
/// likewise.
[[nodiscard]] OverrideEdit remove_override(const yaml::Stream& stream, std::size_t document,
                                           std::span<const std::string> path);

/// Where the document has the override: the path with the `_set_` in it that fairseq2 would follow; empty: nowhere.
[[nodiscard]] std::vector<std::string> path_of_override(const yaml::Document& document,
                                                        std::span<const std::string> path);

/// A document's text with changes made.
[[nodiscard]] std::string changed_text(std::string_view text, std::span<const yaml::TextChange> changes);

} // namespace fairlead
