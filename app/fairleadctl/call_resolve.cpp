// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/card_text.h"
#include "app/fairleadctl/config_text.h"
#include "app/fairleadctl/inputs.h"
#include "app/fairleadctl/output.h"
#include "app/fairleadctl/value_json.h"
#include "app/fairleadctl/value_line.h"
#include "core/checks/own_limit.h"
#include "core/files/printable_text.h"

#include <algorithm>
#include <array>

namespace fairlead::ctl {

extern const Call resolve_call;

namespace {

constexpr std::array options = {Option::source, Option::environment, Option::tolerant, Option::alone, Option::registry,
                                Option::native, Option::no_registry, Option::format,   Option::color, Option::help};

constexpr std::array examples = {
    Example{"fairleadctl resolve --source my_cards my_llama",
            "Every field of my_llama, its value, and the file and line that it comes from."},
    Example{"fairleadctl resolve llama3_8b nllb-200_dense_distill_600m --format json",
            "Two of the stock cards, one JSON object a line."},
    Example{"fairleadctl resolve --source my_cards --format json - < names.txt",
            "Names from standard input, one a line."},
};

constexpr std::array uri_fields = {std::string_view("checkpoint"), std::string_view("tokenizer")};
constexpr std::size_t longest_names = 64u << 20;

std::vector<std::string> names_from_standard_input() {
    const std::string text = read_standard_input(longest_names);
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string name = text.substr(begin, end - begin);
        if (name.ends_with('\r'))
            name.pop_back();
        if (!name.empty())
            names.push_back(std::move(name));
        begin = end + 1;
    }
    return names;
}

std::vector<std::string> names_asked(const Arguments& arguments) {
    std::vector<std::string> names;
    for (const std::string& word : arguments.words) {
        if (word == "-")
            std::ranges::move(names_from_standard_input(), std::back_inserter(names));
        else
            names.push_back(word);
    }
    return names;
}

/// A card as it was asked for, and what it gives.
class Answer {
public:
    /// `configs`: null without a registry.
    Answer(const Catalog& catalog, const CardConfigs* configs, const std::optional<AssetError>& store_error,
           const std::string& name, const std::string& environment)
        : catalog_(catalog), configs_(configs),
          card_(store_error ? ResolvedCard{} : resolve_card(catalog, name, environment)) {
        card_.name = name;
        if (store_error)
            card_.error = store_error;
        if (!card_.error)
            for (const std::string_view field : uri_fields)
                if (card_.field(field) != nullptr)
                    uris_.emplace_back(field, as_uri(card_, field));
        if (!card_.error && configs_)
            config_answers_ = configs_of(*configs_, catalog_, card_, environment);
    }

    [[nodiscard]] bool has_error() const {
        return card_.error ||
               std::ranges::any_of(uris_, [](const auto& uri) { return uri.second.error.has_value(); }) ||
               std::ranges::any_of(config_answers_, [](const auto& one) { return one.loaded.error.has_value(); });
    }
    [[nodiscard]] std::string json() const;
    [[nodiscard]] std::string text(const Output& output) const;

private:
    void write_fields(JsonWriter& json) const;
    void write_uris(JsonWriter& json) const;

    const Catalog& catalog_;
    const CardConfigs* configs_;
    ResolvedCard card_;
    std::vector<std::pair<std::string_view, UriResult>> uris_;
    std::vector<CardConfig> config_answers_;
};

// fairseq2 keeps the trimmed name of a base, not the text.
bool is_base(const ResolvedField& field) {
    return field.key.is_string() && field.key.string() == "base" && field.value.is_string();
}

void Answer::write_fields(JsonWriter& json) const {
    json.key("fields");
    json.open_object();
    std::size_t text_size = 0;
    for (const CardRef card : card_.chain)
        text_size += catalog_.document(card).text().size();
    ValueJson values(json, text_size);
    for (const ResolvedField& field : card_.fields) {
        values.write_key(field.key);
        json.open_object();
        json.key("value");
        if (is_base(field))
            json.string(catalog_.card(field.card).base);
        else
            values.write(field.value);
        json.member("type", type_name(field.value));
        json.member("card", catalog_.stored_name(field.card));
        json.member("source", printable_path(catalog_.sources()[catalog_.file(field.card.file).source].name));
        write_spot(json, spot_of(catalog_, field.card, field.key.range()));
        json.close();
    }
    json.close();
}

void Answer::write_uris(JsonWriter& json) const {
    json.key("uris");
    json.open_object();
    for (const auto& [field, uri] : uris_) {
        json.key(field);
        json.open_object();
        if (uri.error)
            write_error(json, *uri.error);
        else
            json.member("value", uri.value);
        json.close();
    }
    json.close();
}

std::string Answer::json() const {
    JsonWriter json;
    json.open_object();
    json.member("format", 1);
    json.member("name", printable_path(card_.name));
    if (card_.error) {
        write_error(json, *card_.error);
    } else {
        json.key("environments");
        json.open_array();
        for (const std::string& environment : card_.environments)
            json.string(environment);
        json.close();
        json.key("chain");
        json.open_array();
        for (const CardRef card : card_.chain)
            json.string(catalog_.stored_name(card));
        json.close();
        write_fields(json);
        write_uris(json);
        if (configs_)
            write_configs(json, *configs_, catalog_, config_answers_);
    }
    json.close();
    return std::move(json).take() + "\n";
}

std::string Answer::text(const Output& output) const {
    const std::string name = inked(output, Ink::bold, printable_text(card_.name));
    if (card_.error) {
        const std::string near =
            card_.error->type == "AssetNotFoundError" ? did_you_mean_card(catalog_, card_.name) : std::string();
        return name + "\n  " + inked(output, Ink::error, "error: ") +
               printable_text(card_.error->type + ": " + card_.error->message + near) + "\n\n";
    }
    std::string text = name;
    const char* separator = "  (";
    for (const CardRef card : card_.chain) {
        text += separator + printable_text(catalog_.stored_name(card));
        separator = " -> ";
    }
    text += ")\n";
    struct Row {
        std::string field;
        std::string value;
        std::string from;
    };
    std::vector<Row> rows;
    rows.reserve(card_.fields.size());
    for (const ResolvedField& field : card_.fields)
        rows.push_back({value_line(field.key, 60), value_line(field.value),
                        spot_text(spot_of(catalog_, field.card, field.key.range())) + "  " +
                            printable_text(catalog_.stored_name(field.card))});
    constexpr std::size_t widest_value = 48;
    std::size_t field_width = 0;
    std::size_t value_width = 0;
    for (const Row& row : rows) {
        field_width = std::max(field_width, columns(row.field));
        value_width = std::max(value_width, std::min(widest_value, columns(row.value)));
    }
    for (const Row& row : rows)
        text += "  " + padded(row.field, field_width) + "  " + padded(row.value, value_width) + "  " +
                inked(output, Ink::dim, row.from) + "\n";
    for (const auto& [field, uri] : uris_) {
        if (uri.error)
            text += "  " + inked(output, Ink::error, "error: ") +
                    printable_text(uri.error->type + ": " + uri.error->message) + "\n";
        else
            text +=
                "  " + padded(std::string(field) + " as URI", field_width) + "  " + printable_text(uri.value) + "\n";
    }
    if (configs_)
        text += configs_text(output, *configs_, catalog_, config_answers_);
    return text + "\n";
}

int run(const Arguments& arguments, Output& output) {
    const std::vector<std::string> names = names_asked(arguments);
    const auto registry = read_registry(arguments, resolve_call);
    const Catalog catalog = load_catalog(arguments, registry.get(), resolve_call);
    const auto configs = registry ? std::make_unique<CardConfigs>(registry) : nullptr;
    std::optional<AssetError> store_error;
    if (!arguments.tolerant)
        store_error = store_verdict(catalog).error;
    if (store_error)
        say(std::string(is_own_limit(*store_error) ? "whether fairseq2 loads these sources is not known"
                                                   : "fairseq2 would load nothing from these sources") +
            ", so that no name is resolved; --tolerant resolves them all the same.");
    int status = status_good;
    for (const std::string& name : names) {
        if (output.closed())
            break;
        const Answer answer(catalog, configs.get(), store_error, name, arguments.environment);
        if (answer.has_error())
            status = status_found;
        output.write(arguments.json() ? answer.json() : answer.text(output));
    }
    return status;
}

} // namespace

constexpr Call resolve_call = {
    .name = "resolve",
    .words = "NAME[@ENV]…",
    .min_words = 1,
    .max_words = max_any,
    .summary = "Show a card as fairseq2 sees it, and where each value comes from.",
    .about =
        "Retrieves each card as fairseq2 does: laid over by its environment's card, completed by its bases. Prints "
        "every field with its value and the file, line and card that it comes from, what fairseq2 makes of checkpoint "
        "and tokenizer, and the config that each family makes of the overrides, ${env:…} replaced by the variables of "
        "this environment: as text what the overrides change, as JSON all of it. NAME@ENV asks for one environment, "
        "NAME@ for none; - reads names from standard "
        "input, one a line.\n\n"
        "If fairseq2 would load nothing from these sources, every name has that error; --tolerant resolves all the "
        "same. The exit status is 1 if there is an error in any of them.",
    .options = options,
    .examples = examples,
    .run = run,
};

} // namespace fairlead::ctl
