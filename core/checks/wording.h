// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"
#include "core/checks/diagnostic.h"
#include "core/yaml/value.h"

#include <string>
#include <string_view>

namespace fairlead {

/// A text of a card for a sentence: cut when long, control characters and bytes that are no UTF-8 as escapes.
[[nodiscard]] std::string shown(std::string_view text);
/// What is written in a range, likewise, on one line.
[[nodiscard]] std::string shown(const yaml::Document& document, yaml::TextRange range);

/// `a number`, `a date`, `a boolean`, `a list`, `nothing`.
[[nodiscard]] std::string_view kind_in_words(const yaml::Value& value) noexcept;

/// `m` or `m@user`, as people call a card.
[[nodiscard]] std::string card_name(const Card& card);
/// `old/asr_2025.yaml:2`, or of the registry's own `fairseq2.assets.cards, models/llama.yaml:12`.
[[nodiscard]] std::string place_name(const Catalog& catalog, const DocumentPlace& place);
/// `a`, `a and b`, `a, b and c`.
[[nodiscard]] std::string listed(const std::vector<std::string>& names, std::string_view last_word = "and");
/// `1 card`, `2 cards`.
[[nodiscard]] std::string counted(std::size_t number, std::string_view one);
/// ` Did you mean x?`, or nothing.
[[nodiscard]] std::string did_you_mean(const std::string& nearest);

/// The name of a source for people: `fairseq2.assets.cards`, or the path as given.
[[nodiscard]] std::string source_name(const AssetSource& source);
/// `fairseq2.assets.cards, `, what the paths of a registry's source are relative to; nothing where they are whole.
[[nodiscard]] std::string package_prefix(const AssetSource& source);

} // namespace fairlead
