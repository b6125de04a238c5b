// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/card_text.h"
#include "app/fairleadctl/inputs.h"
#include "app/fairleadctl/output.h"
#include "app/fairleadctl/value_json.h"
#include "app/fairleadctl/value_line.h"
#include "core/assets/resolve.h"
#include "core/files/printable_text.h"

#include <algorithm>
#include <array>

namespace fairlead::ctl {

extern const Call show_call;

namespace {

constexpr std::array options = {Option::source,   Option::environment, Option::alone,
                                Option::registry, Option::native,      Option::no_registry,
                                Option::format,   Option::color,       Option::help};

constexpr std::array examples = {
    Example{"fairleadctl show llama3_8b_instruct", "A stock card, and the card that it builds on."},
    Example{"fairleadctl show --source my_cards --format json my_llama", "A card of one's own, for another program."},
};

std::string json_of(const Catalog& catalog, const ResolvedCard& card) {
    JsonWriter json;
    json.open_object();
    json.member("format", 1);
    json.key("cards");
    json.open_array();
    if (!card.chain.empty()) {
        const CardRef leaf = card.chain.front();
        json.open_object();
        write_card_members(json, catalog, leaf);
        json.key("chain");
        json.open_array();
        for (const CardRef each : card.chain)
            json.string(catalog.stored_name(each));
        json.close();
        json.key("fields");
        json.open_object();
        ValueJson values(json, catalog.document(leaf).text().size());
        for (const yaml::Value::Entry& entry : catalog.document(leaf).root().entries()) {
            if (is_hidden_field(entry.key))
                continue;
            values.write_key(entry.key);
            values.write(entry.value);
        }
        json.close();
        json.close();
    }
    json.close();
    json.close();
    return std::move(json).take() + "\n";
}

std::string text_of(const Output& output, const Catalog& catalog, const ResolvedCard& resolved) {
    std::string text;
    for (const CardRef card : resolved.chain) {
        std::vector<std::pair<std::string, std::string>> rows;
        std::string kinds;
        for (const std::string_view kind : kinds_of(catalog, card))
            kinds += (kinds.empty() ? "" : ", ") + std::string(kind);
        rows.emplace_back("source", printable_text(catalog.sources()[catalog.file(card.file).source].name));
        rows.emplace_back("place", spot_text(spot_of(catalog, card)));
        rows.emplace_back("kind", kinds.empty() ? "other" : kinds);
        const std::size_t own = rows.size();
        for (const yaml::Value::Entry& entry : catalog.document(card).root().entries())
            if (!is_hidden_field(entry.key))
                rows.emplace_back(value_line(entry.key, 60), value_line(entry.value));
        std::size_t width = 16;
        for (const auto& row : rows)
            width = std::max(width, columns(row.first));
        text += inked(output, Ink::bold, printable_text(catalog.stored_name(card))) + "\n";
        for (std::size_t at = 0; at < rows.size(); ++at)
            text += "  " +
                    inked(output, at < own ? Ink::dim : Ink::plain,
                          padded(rows[at].first, width) + ": " + rows[at].second) +
                    "\n";
        text += '\n';
    }
    return text;
}

int run(const Arguments& arguments, Output& output) {
    const std::string& name = arguments.words.front();
    const auto registry = read_registry(arguments, show_call);
    const Catalog catalog = load_catalog(arguments, registry.get(), show_call);
    const ResolvedCard card = resolve_card(catalog, name, arguments.environment);
    output.write(arguments.json() ? json_of(catalog, card) : text_of(output, catalog, card));
    int status = say_verdict(store_verdict(catalog));
    if (card.error) {
        const std::string near = card.chain.empty() ? did_you_mean_card(catalog, name) : std::string();
        say(printable_text(card.error->type + ": " + card.error->message + near));
        status = status_found;
    }
    return status;
}

} // namespace

constexpr Call show_call = {
    .name = "show",
    .words = "NAME[@ENV]",
    .min_words = 1,
    .max_words = 1,
    .summary = "Show one card with its chain.",
    .about =
        "Shows a card as it is written, then each card that it builds on: a card of its environment first, then the "
        "plain one, then its base, and so on. What comes of them all together is what fairleadctl resolve shows.",
    .options = options,
    .examples = examples,
    .run = run,
};

} // namespace fairlead::ctl
