// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/card_text.h"
#include "app/fairleadctl/call.h"
#include "app/fairleadctl/output.h"
#include "core/checks/own_limit.h"
#include "core/checks/suggest.h"
#include "core/files/printable_text.h"

#include <array>
#include <functional>

namespace fairlead::ctl {

Spot spot_of(const Catalog& catalog, CardRef card, yaml::TextRange range) {
    const CardFile& file = catalog.file(card.file);
    if (file.synthetic)
        return {};
    return {file.shown, file.stream.position(card.document, range.begin).line};
}

Spot spot_of(const Catalog& catalog, CardRef card) {
    const auto name = catalog.document(card).root().find_entry("name");
    return spot_of(catalog, card, name ? name->key.range() : yaml::TextRange{});
}

std::string spot_text(const Spot& spot) {
    return spot.file.empty() ? "(made by fairseq2)" : printable_text(spot.file) + ":" + std::to_string(spot.line);
}

void write_spot(JsonWriter& json, const Spot& spot) {
    json.key("file");
    if (spot.file.empty())
        json.null();
    else
        json.string(spot.file);
    json.key("line");
    if (spot.file.empty())
        json.null();
    else
        json.integer(static_cast<std::int64_t>(spot.line));
}

void write_error(JsonWriter& json, const AssetError& error) {
    json.key("error");
    json.open_object();
    json.member("type", error.type);
    json.member("message", error.message);
    json.close();
}

CardFields::CardFields(const Catalog& catalog, CardRef card) {
    const Card& found = catalog.card(card);
    if (catalog.find(found.name, found.environment) == card)
        resolved_ = resolve_card(catalog, catalog.stored_name(card));
    else
        own_ = catalog.document(card).root();
}

yaml::Value CardFields::find(std::string_view field) const {
    if (own_)
        return own_.find(field);
    const ResolvedField* found = resolved_.field(field);
    return found == nullptr ? yaml::Value() : found->value;
}

std::vector<std::string_view> kinds_of(const Catalog& catalog, CardRef card) {
    struct KindField {
        std::string_view kind;
        std::string_view field;
    };
    constexpr std::array kind_fields = {KindField{"model", "model_family"}, KindField{"dataset", "dataset_family"},
                                        KindField{"tokenizer", "tokenizer_family"}};
    const CardFields fields(catalog, card);
    std::vector<std::string_view> kinds;
    for (const KindField& each : kind_fields)
        if (fields.find(each.field))
            kinds.push_back(each.kind);
    return kinds;
}

void write_card_members(JsonWriter& json, const Catalog& catalog, CardRef card) {
    json.member("name", catalog.stored_name(card));
    json.key("kinds");
    json.open_array();
    for (const std::string_view kind : kinds_of(catalog, card))
        json.string(kind);
    json.close();
    json.key("environment");
    if (const std::string_view environment = catalog.card(card).environment; environment.empty())
        json.null();
    else
        json.string(environment);
    json.member("source", printable_path(catalog.sources()[catalog.file(card.file).source].name));
    write_spot(json, spot_of(catalog, card));
}

int say_verdict(const StoreVerdict& verdict) {
    if (verdict.loads())
        return status_good;
    if (is_own_limit(*verdict.error))
        say(printable_text("whether fairseq2 loads these sources is not known: " + verdict.error->message));
    else
        say(printable_text("fairseq2 would load nothing: " + verdict.error->type + ": " + verdict.error->message));
    return status_found;
}

std::string did_you_mean_card(const Catalog& catalog, std::string_view wrong) {
    const std::string near = nearest_name(wrong, [&](const std::function<void(std::string_view)>& offer) {
        catalog.for_each_card([&](CardRef, const Card& card) {
            if (card.is_card())
                offer(card.name);
        });
    });
    return near.empty() ? std::string() : " Did you mean " + near + "?";
}

bool is_hidden_field(const yaml::Value& key) {
    return key.is_string() &&
           (key.string() == "name" || key.string() == "__base_path__" || key.string() == "__source__");
}

} // namespace fairlead::ctl
