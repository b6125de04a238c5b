// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/card_usage.h"

#include <algorithm>
#include <optional>

namespace fairlead {

namespace {

enum Field : std::size_t { model_family, dataset_family, tokenizer_family, model_arch, field_count };

constexpr std::array<std::string_view, field_count> field_names = {"model_family", "dataset_family", "tokenizer_family",
                                                                   "model_arch"};

using Fields = std::array<yaml::Value, field_count>;

std::string architecture_key(std::string_view family, std::string_view architecture) {
    std::string key(family);
    key += '\n';
    key += architecture;
    return key;
}

/// The family fields of every card, each found once however many cards have it as a base.
class FieldFinder {
public:
    explicit FieldFinder(const Catalog& catalog) : catalog_(catalog) {
        plain_.resize(catalog.files().size());
        for (std::size_t file = 0; file < plain_.size(); ++file) {
            plain_[file].resize(catalog.files()[file].cards.size());
        }
    }

    /// As the card is seen on its own, or, for an overlay, as its plain card is seen in that environment.
    Fields find(CardRef ref) {
        const Card& card = catalog_.card(ref);
        if (card.environment.empty()) {
            return plain(ref);
        }
        Fields fields;
        std::string_view base = card.base;
        take(fields, ref);
        if (const auto below = catalog_.find(card.name, {})) {
            take(fields, *below);
            if (base.empty() && !has_base_key(ref)) {
                base = catalog_.card(*below).base;
            }
        }
        if (const auto next = base.empty() ? std::nullopt : catalog_.find(base, {})) {
            fill(fields, plain(*next));
        }
        return fields;
    }

private:
    struct Memo {
        bool known = false;
        bool on_path = false;
        Fields fields;
    };

    Memo& memo(CardRef ref) { return plain_[ref.file][ref.document]; }

    void take(Fields& fields, CardRef ref) const {
        const yaml::Value root = catalog_.document(ref).root();
        for (std::size_t field = 0; field < field_count; ++field) {
            if (!fields[field]) {
                fields[field] = root.find(field_names[field]);
            }
        }
    }

    static void fill(Fields& fields, const Fields& below) {
        for (std::size_t field = 0; field < field_count; ++field) {
            if (!fields[field]) {
                fields[field] = below[field];
            }
        }
    }

    bool has_base_key(CardRef ref) const { return static_cast<bool>(catalog_.document(ref).root().find("base")); }

    /// The card that comes after a plain card and its `user` overlay.
    std::optional<CardRef> next(CardRef ref) const {
        const Card& card = catalog_.card(ref);
        std::string_view base = card.base;
        if (const auto overlay = catalog_.find(card.name, "user"); overlay && has_base_key(*overlay)) {
            base = catalog_.card(*overlay).base;
        }
        return base.empty() ? std::nullopt : catalog_.find(base, {});
    }

    const Fields& plain(CardRef ref) {
        std::vector<CardRef> path;
        std::optional<CardRef> at = ref;
        while (at && !memo(*at).known && !memo(*at).on_path) {
            memo(*at).on_path = true;
            path.push_back(*at);
            at = next(*at);
        }
        const Fields nothing;
        const Fields* below = at && memo(*at).known ? &memo(*at).fields : &nothing;
        for (auto step = path.rbegin(); step != path.rend(); ++step) {
            Memo& here = memo(*step);
            if (const auto overlay = catalog_.find(catalog_.card(*step).name, "user")) {
                take(here.fields, *overlay);
            }
            take(here.fields, *step);
            fill(here.fields, *below);
            here.known = true;
            here.on_path = false;
            below = &here.fields;
        }
        return memo(ref).fields;
    }

    const Catalog& catalog_;
    std::vector<std::vector<Memo>> plain_;
};

std::string_view text_of(const yaml::Value& value) {
    return value && value.is_string() ? value.string() : std::string_view{};
}

} // namespace

CardUsage CardUsage::build(const Catalog& catalog) {
    CardUsage usage;
    FieldFinder finder(catalog);
    catalog.for_each_card([&](CardRef ref, const Card& card) {
        if (!card.is_card() || catalog.find(card.name, card.environment) != ref) {
            return;
        }
        const Fields fields = finder.find(ref);
        constexpr std::array kinds = {std::pair{FamilyKind::model, model_family},
                                      std::pair{FamilyKind::dataset, dataset_family},
                                      std::pair{FamilyKind::tokenizer, tokenizer_family}};
        for (const auto& [kind, field] : kinds) {
            if (const std::string_view family = text_of(fields[field]); !family.empty()) {
                usage.families_[static_cast<std::size_t>(kind)][std::string(family)].push_back(ref);
            }
        }
        const std::string_view family = text_of(fields[model_family]);
        const std::string_view architecture = text_of(fields[model_arch]);
        if (!family.empty() && !architecture.empty()) {
            usage.architectures_[architecture_key(family, architecture)].push_back(ref);
        }
    });
    return usage;
}

std::span<const CardRef> CardUsage::of_family(FamilyKind kind, std::string_view family) const {
    const CardLists& lists = families_[static_cast<std::size_t>(kind)];
    const auto found = lists.find(std::string(family));
    return found == lists.end() ? std::span<const CardRef>{} : found->second;
}

std::span<const CardRef> CardUsage::of_architecture(std::string_view family, std::string_view architecture) const {
    const auto found = architectures_.find(architecture_key(family, architecture));
    return found == architectures_.end() ? std::span<const CardRef>{} : found->second;
}

std::vector<std::string> CardUsage::families(FamilyKind kind) const {
    std::vector<std::string> names;
    for (const auto& [name, cards] : families_[static_cast<std::size_t>(kind)]) {
        names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace fairlead
