// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/resolve.h"

#include "core/assets/copy_depth.h"
#include "core/assets/double_quoted.h"
#include "core/assets/python_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <unordered_set>

namespace fairlead {
namespace {

// CPython's limit; the frame of the leaf's `_do_retrieve_card` where a script's main function calls one that asks for
// a card; and the two frames between that and deepcopy. A chain of more than 983 cards then ends as a loop does. Asked
// from deeper down it does a little sooner.
constexpr int recursion_limit = 1000;
constexpr int first_frame = 6;
constexpr int frames_to_copy = 2;

/// Follows a card's bases (assets/store.py, `_do_retrieve_card`).
class Retrieval {
public:
    Retrieval(const Catalog& catalog, ResolvedCard& card) : catalog_(catalog), card_(card) {}

    void run() {
        std::string_view name = card_.card_name;
        std::unordered_set<std::string_view> seen;
        for (int frame = first_frame;; ++frame) {
            const auto plain = catalog_.find(name, "");
            if (!plain) {
                card_.error = missing(name);
                return;
            }
            const auto overlay = overlay_of(name);
            if (!can_copy(*plain, frame) || (overlay && !can_copy(*overlay, frame)))
                return;
            if (seen.insert(name).second) {
                if (overlay)
                    card_.chain.push_back(*overlay);
                card_.chain.push_back(*plain);
                if (seen.size() == 1)
                    card_.base_path = base_path(*plain, overlay);
            }
            name = base_of(*plain, overlay);
            if (name.empty())
                return;
        }
    }

private:
    [[nodiscard]] AssetError missing(std::string_view name) const {
        if (name == card_.card_name)
            return {.type = "AssetNotFoundError", .message = fmt::format("{} asset is not found.", card_.name)};
        return {.type = "AssetCardError",
                .message = fmt::format("{} base asset of the {} asset card does not exist.", name, card_.card_name)};
    }

    [[nodiscard]] std::optional<CardRef> overlay_of(std::string_view name) const {
        for (const std::string& environment : card_.environments) {
            if (auto found = catalog_.find(name, environment))
                return found;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::string_view base_of(CardRef plain, std::optional<CardRef> overlay) const {
        // `base: null` in an overlay cuts the chain.
        if (overlay && catalog_.document(*overlay).root().find("base"))
            return catalog_.card(*overlay).base;
        return catalog_.card(plain).base;
    }

    [[nodiscard]] std::string base_path(CardRef plain, std::optional<CardRef> overlay) const {
        const auto has_path = [&](CardRef ref) { return !catalog_.file(ref.file).base_path.empty(); };
        // An in-memory card may bring a text of that name, which is no path.
        const auto hides_path = [&](CardRef ref) { return bool(catalog_.document(ref).root().find("__base_path__")); };
        if (overlay && (has_path(*overlay) || hides_path(*overlay)))
            return catalog_.file(overlay->file).base_path;
        return catalog_.file(plain.file).base_path;
    }

    bool can_copy(CardRef ref, int frame) {
        const auto [known, is_new] = depths_.try_emplace(ref, 0);
        if (is_new)
            known->second = copy_depth(catalog_.document(ref).root(), !catalog_.file(ref.file).base_path.empty());
        if (frame + frames_to_copy + known->second <= recursion_limit)
            return true;
        card_.error =
            AssetError{.type = "AssetMetadataError",
                       .message = fmt::format("Metadata of the {} asset cannot be copied.", catalog_.stored_name(ref)),
                       .cause = "maximum recursion depth exceeded"};
        return false;
    }

    const Catalog& catalog_;
    ResolvedCard& card_;
    std::map<CardRef, int> depths_;
};

/// Puts the fields of a chain together, the nearest of each name.
class FieldCollector {
public:
    FieldCollector(const Catalog& catalog, ResolvedCard& card) : catalog_(catalog), card_(card) {}

    void add(CardRef ref) {
        for (const auto& entry : catalog_.document(ref).root().entries()) {
            const bool is_text = entry.key.is_string();
            if (!(is_text ? is_new(entry.key.string()) : is_new(entry.key)))
                continue;
            ResolvedField field{.name = {}, .key = entry.key, .value = entry.value, .card = ref};
            if (is_text)
                field.name = entry.key.string();
            if (field.name == "base" && is_text)
                field.value = stored_base(ref, entry.value);
            card_.fields.push_back(field);
        }
    }

private:
    bool is_new(std::string_view name) {
        return name != "name" && name != "__base_path__" && name != "__source__" && names_.insert(name).second;
    }
    bool is_new(const yaml::Value& key) {
        const auto same = [&](const yaml::Value& other) { return python_equal(key, other); };
        if (std::any_of(other_keys_.begin(), other_keys_.end(), same))
            return false;
        other_keys_.push_back(key);
        return true;
    }

    yaml::Value stored_base(CardRef ref, const yaml::Value& written) {
        const std::string_view base = catalog_.card(ref).base;
        if (!written.is_string() || written.string() == base)
            return written;
        const yaml::Stream stored(double_quoted(base, Surrogates::kept));
        return card_.stored.emplace_back(stored.documents().front()).root();
    }

    const Catalog& catalog_;
    ResolvedCard& card_;
    std::unordered_set<std::string_view> names_;
    std::vector<yaml::Value> other_keys_;
};

void read_asked_name(ResolvedCard& card, std::string_view name, std::string_view environment) {
    const std::size_t at = name.find('@');
    card.name = name;
    card.card_name = python::strip(name.substr(0, at));
    if (at == std::string_view::npos) {
        card.environments = {"user"};
        environment = python::strip(environment);
    } else {
        environment = python::strip(name.substr(at + 1));
    }
    if (!environment.empty())
        card.environments.emplace_back(environment);
}

} // namespace

const ResolvedField* ResolvedCard::field(std::string_view wanted) const noexcept {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const ResolvedField& one) {
        return one.name == wanted && one.key.is_string();
    });
    return found == fields.end() ? nullptr : &*found;
}

ResolvedCard resolve_card(const Catalog& catalog, std::string_view name, std::string_view environment) {
    ResolvedCard card;
    read_asked_name(card, name, environment);
    if (card.card_name.empty()) {
        card.error = AssetError{.type = "AssetNotFoundError", .message = fmt::format("{} asset is not found.", name)};
        return card;
    }
    Retrieval(catalog, card).run();
    FieldCollector collector(catalog, card);
    for (const CardRef ref : card.chain)
        collector.add(ref);
    return card;
}

std::optional<AssetError> type_error(const ResolvedCard& card, std::string_view field, yaml::Kind expected) {
    const ResolvedField* found = card.field(field);
    if (!found)
        return std::nullopt;
    const yaml::Kind kind = found->value.kind();
    if (kind == expected || (expected == yaml::Kind::integer && kind == yaml::Kind::boolean))
        return std::nullopt;
    const auto wanted = [&]() -> std::string_view {
        switch (expected) {
        case yaml::Kind::boolean:
            return "bool";
        case yaml::Kind::integer:
            return "int";
        case yaml::Kind::real:
            return "float";
        default:
            return "str";
        }
    };
    return AssetError{.type = "AssetCardError",
                      .message = fmt::format("{} field of the {} asset card is expected to be of type `<class '{}'>`, "
                                             "but is of type `<class '{}'>` instead.",
                                             field, card.card_name, wanted(), python_type_name(found->value))};
}

} // namespace fairlead
