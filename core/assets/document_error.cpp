// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/document_error.h"

#include "core/assets/store.h"

#include <fmt/format.h>

namespace fairlead {
namespace {

/// fairseq2's texts for a file's documents, and for in-memory entries, which have their own.
struct Texts {
    bool in_memory = false;
    std::string where; ///< `at index 3 in FILE`

    [[nodiscard]] std::string lacks(std::string_view what) const {
        return fmt::format("Asset {} {} {}.", where, in_memory ? "must have" : "does not have", what);
    }
    [[nodiscard]] std::string wrong_type(std::string_view what, std::string_view expected,
                                         const yaml::Value& value) const {
        return fmt::format("{} of the asset {} {} of type `<class '{}'>`, but is of type `<class '{}'>` instead.", what,
                           where, in_memory ? "must be" : "is expected to be", expected, python_type_name(value));
    }
};

std::string metadata_text(const Card& card, const yaml::Value& root, const Texts& texts) {
    switch (card.state) {
    case CardState::name_missing:
        return texts.lacks("a name");
    case CardState::name_invalid:
        return texts.lacks("a valid name");
    case CardState::base_invalid:
        return texts.lacks("a valid base name");
    case CardState::name_type:
        return texts.wrong_type("Name", "str", root.find("name"));
    case CardState::base_type:
        return texts.wrong_type("Base name", "str", root.find("base"));
    default:
        return texts.wrong_type("Metadata", "dict", root);
    }
}

} // namespace

std::string printable_file(const CardFile& file) { return printable_path(file.resolved_path); }

std::size_t fairseq2_index(const CardFile& file, std::size_t document) {
    // Text without a document is rare, and stands at the end.
    std::uint32_t before = file.blanks;
    for (std::size_t i = file.cards.size(); before > 0 && i > document; --i)
        before -= file.cards[i - 1].state == CardState::no_document ? 1u : 0u;
    return document - before;
}

AssetError yaml_error(const CardFile& file, const yaml::Problem& problem) {
    if (problem.raw) {
        const std::size_t dot = problem.python_class.rfind('.');
        return {.type = dot == std::string::npos ? problem.python_class : problem.python_class.substr(dot + 1),
                .message = problem.python_text};
    }
    return {.type = "AssetMetadataError",
            .message = printable_file(file) + " cannot be loaded as YAML.",
            .cause = problem.python_text};
}

std::optional<AssetError> document_error(const Catalog& catalog, CardRef ref) {
    const CardFile& file = catalog.file(ref.file);
    const Card& card = catalog.card(ref);
    if (card.is_card() || card.state == CardState::no_document)
        return std::nullopt;
    const yaml::Document& document = catalog.document(ref);
    if (const yaml::Problem* problem = document.problem())
        return yaml_error(file, *problem);
    const bool in_memory = catalog.sources()[file.source].kind == SourceKind::in_memory;
    const yaml::Value root = document.root();
    if (in_memory && (card.state == CardState::empty || card.state == CardState::not_a_mapping))
        return AssetError{.type = "AttributeError",
                          .message = fmt::format("'{}' object has no attribute 'pop'", python_type_name(root))};
    const Texts texts{.in_memory = in_memory,
                      .where = fmt::format("at index {} in {}", fairseq2_index(file, ref.document),
                                           in_memory ? std::string("`metadata`") : printable_file(file))};
    return AssetError{.type = "AssetMetadataError", .message = metadata_text(card, root, texts)};
}

} // namespace fairlead
