// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/python_path.h"
#include "core/assets/python_uri.h"
#include "core/assets/resolve.h"

#include <fmt/format.h>

namespace fairlead {

UriResult as_uri(const ResolvedCard& card, std::string_view field) {
    const auto failed = [](std::string type, std::string message) {
        return UriResult{.error = AssetError{.type = std::move(type), .message = std::move(message)}};
    };
    const ResolvedField* found = card.field(field);
    if (!found)
        return failed("AssetCardError",
                      fmt::format("{} asset card does not have a field named {}.", card.card_name, field));
    if (auto error = type_error(card, field, yaml::Kind::string))
        return {.error = std::move(error)};

    const std::string_view value = found->value.string();
    if (auto uri = python::normalized_uri(value))
        return {.value = std::move(*uri)};
    std::string path = python::path_text(value);
    if (!path.starts_with('/')) {
        if (card.base_path.empty())
            return failed("AssetCardError",
                          fmt::format("{} field of the {} asset card is a relative pathname and cannot be converted "
                                      "to a URI.",
                                      field, card.card_name));
        path = python::join(card.base_path, path);
    }
    const auto uri = python::path_uri(path);
    if (!uri)
        return failed("UnicodeEncodeError", "'utf-8' codec can't encode a character: surrogates not allowed");
    return {.value = python::normalized_uri(*uri).value_or(*uri)};
}

} // namespace fairlead
