// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/card_text.h"
#include "app/fairleadctl/inputs.h"
#include "app/fairleadctl/natural_order.h"
#include "app/fairleadctl/output.h"
#include "app/fairleadctl/value_line.h"
#include "core/files/printable_text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace fairlead::ctl {

extern const Call list_call;

namespace {

constexpr std::array options = {Option::source,   Option::kind,   Option::alone,       Option::environment,
                                Option::registry, Option::native, Option::no_registry, Option::format,
                                Option::color,    Option::help};

constexpr std::array examples = {
    Example{"fairleadctl list", "The stock cards, and those in the system's and the user's asset directories."},
    Example{"fairleadctl list --alone --source my_cards", "Only the cards in the folder my_cards."},
    Example{"fairleadctl list --kind tokenizer --format json", "All tokenizers, for another program."},
};

struct Row {
    CardRef card;
    std::string name;
    std::vector<std::string_view> kinds;
};

// In a checkpoint folder the last card of a name takes the place of the others without a word.
bool is_replaced(const Catalog& catalog, CardRef ref, const Card& card) {
    const std::uint32_t source = catalog.file(ref.file).source;
    if (catalog.sources()[source].kind != SourceKind::checkpoint)
        return false;
    const std::vector<CardRef> all = catalog.find_all(card.name, card.environment);
    return std::ranges::any_of(all,
                               [&](CardRef other) { return other > ref && catalog.file(other.file).source == source; });
}

// By source as fairseq2 reads them, then by name. The disk's order of files does not show.
std::vector<Row> rows_of(const Catalog& catalog, const std::string& kind) {
    std::vector<Row> rows;
    catalog.for_each_card([&](CardRef ref, const Card& card) {
        if (!card.is_card() || is_replaced(catalog, ref, card))
            return;
        Row row{ref, catalog.stored_name(ref), kinds_of(catalog, ref)};
        if (kind == "all" || std::ranges::find(row.kinds, kind) != row.kinds.end())
            rows.push_back(std::move(row));
    });
    std::ranges::stable_sort(rows, [&](const Row& left, const Row& right) {
        const std::uint32_t left_source = catalog.file(left.card.file).source;
        const std::uint32_t right_source = catalog.file(right.card.file).source;
        if (left_source != right_source)
            return left_source < right_source;
        if (left.name != right.name)
            return natural_less(left.name, right.name);
        return catalog.file(left.card.file).shown < catalog.file(right.card.file).shown;
    });
    return rows;
}

std::string json_of(const Catalog& catalog, const std::vector<Row>& rows) {
    JsonWriter json;
    json.open_object();
    json.member("format", 1);
    json.key("cards");
    json.open_array();
    for (const Row& row : rows) {
        json.open_object();
        write_card_members(json, catalog, row.card);
        json.close();
    }
    json.close();
    json.close();
    return std::move(json).take() + "\n";
}

std::string field_text(const CardFields& card, std::string_view field) {
    const yaml::Value value = card.find(field);
    return value ? value_line(value, 60) : std::string();
}

// "llama llama3_8b": what the card is of.
std::string family_text(const Catalog& catalog, const Row& row, std::string_view kind) {
    const CardFields card(catalog, row.card);
    std::string text = field_text(card, std::string(kind) + "_family");
    if (kind == "model")
        if (const std::string architecture = field_text(card, "model_arch"); !architecture.empty())
            text += " " + architecture;
    return text;
}

// For people: "m", "m@user".
std::string shown_name(std::string_view stored) {
    return std::string(stored.ends_with('@') ? stored.substr(0, stored.size() - 1) : stored);
}

struct Line {
    std::string_view kind;
    std::string name;
    std::string family;
    std::string place;
};

std::vector<Line> lines_of(const Catalog& catalog, std::span<const Row> rows, const std::string& kind) {
    std::vector<Line> lines;
    constexpr std::array<std::string_view, 4> order = {"model", "dataset", "tokenizer", "other"};
    for (const std::string_view each : order) {
        if (kind != "all" && each != kind)
            continue;
        for (const Row& row : rows) {
            const bool is_other = each == "other" && row.kinds.empty();
            if (is_other || std::ranges::find(row.kinds, each) != row.kinds.end())
                lines.push_back({each, printable_text(shown_name(row.name)),
                                 is_other ? std::string() : family_text(catalog, row, each),
                                 spot_text(spot_of(catalog, row.card))});
        }
    }
    return lines;
}

std::string text_of(const Output& output, const Catalog& catalog, std::span<const Row> rows, const std::string& kind) {
    std::string text;
    while (!rows.empty()) {
        const std::uint32_t source = catalog.file(rows.front().card.file).source;
        const auto end =
            std::ranges::find_if(rows, [&](const Row& row) { return catalog.file(row.card.file).source != source; });
        const std::size_t count = static_cast<std::size_t>(end - rows.begin());
        const std::vector<Line> lines = lines_of(catalog, rows.first(count), kind);
        rows = rows.subspan(count);
        std::size_t name_width = 0;
        std::size_t family_width = 0;
        for (const Line& line : lines) {
            name_width = std::max(name_width, columns(line.name));
            family_width = std::max(family_width, columns(line.family));
        }
        text += inked(output, Ink::bold, printable_text(catalog.sources()[source].name)) +
                fmt::format(" ({} {})\n", count, count == 1 ? "card" : "cards");
        for (const Line& line : lines)
            text += "  " + padded(line.kind, 10) + padded(line.name, name_width) + "  " +
                    padded(line.family, family_width) + "  " + inked(output, Ink::dim, line.place) + "\n";
        text += '\n';
    }
    return text.empty() ? "No cards.\n" : text;
}

int run(const Arguments& arguments, Output& output) {
    const auto registry = read_registry(arguments, list_call);
    const Catalog catalog = load_catalog(arguments, registry.get(), list_call);
    const std::vector<Row> rows = rows_of(catalog, arguments.kind);
    output.write(arguments.json() ? json_of(catalog, rows) : text_of(output, catalog, rows, arguments.kind));
    return say_verdict(store_verdict(catalog));
}

} // namespace

constexpr Call list_call = {
    .name = "list",
    .words = {},
    .min_words = 0,
    .max_words = 0,
    .summary = "List the cards by source and kind.",
    .about =
        "Lists every card that can be understood, by source in fairseq2's order and by kind, with its family, its "
        "architecture, and its place. A card of two kinds is listed twice. Where fairseq2 would load nothing because "
        "of one bad card, the good ones are listed all the same; the exit status is then 1.",
    .options = options,
    .examples = examples,
    .run = run,
};

} // namespace fairlead::ctl
