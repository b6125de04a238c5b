// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/output.h"
#include "app/fairleadctl/registry_text.h"
#include "app/fairleadctl/text_table.h"

#include <array>

namespace fairlead::ctl {

extern const Call families_call;

namespace {

constexpr std::array options = {Option::registry, Option::native, Option::format, Option::color, Option::help};

constexpr std::array examples = {
    Example{"fairleadctl families", "The model, dataset and tokenizer families of fairseq2 0.8.1, as a table."},
    Example{"fairleadctl families --format json", "The same with everything about each, for another program."},
};

void write_family(JsonWriter& json, const RegistrySnapshot& registry, const FamilyRecord& family) {
    json.open_object();
    json.member("kind", to_string(family.kind));
    json.member("name", family.name);
    json.member("class", family.class_name);
    json.key("config_class");
    if (family.config_class)
        json.string(*family.config_class);
    else
        json.null();
    json.key("capabilities");
    json.open_array();
    for (const std::string& capability : family.capabilities)
        json.string(capability);
    json.close();
    write_owner(json, family.owner);
    json.member("file", family.place.file);
    json.member("line", family.place.line);
    write_architectures(json, registry, family);
    json.close();
}

std::string json_of(const RegistrySnapshot& registry) {
    JsonWriter json;
    json.open_object();
    json.member("format", 1);
    json.key("families");
    json.open_array();
    for (const FamilyRecord& family : registry.families)
        write_family(json, registry, family);
    json.close();
    json.close();
    return std::move(json).take() + "\n";
}

std::string_view without_module(std::string_view name) { return name.substr(name.rfind('.') + 1); }

std::string text_of(const Output& output, const RegistrySnapshot& registry) {
    TextTable table({"KIND", "FAMILY", "CLASS", "CONFIG CLASS", "ARCHS", "CAPABILITIES", "OWNER", "REGISTERED AT"});
    for (const FamilyRecord& family : registry.families) {
        std::string capabilities;
        for (const std::string& capability : family.capabilities)
            capabilities += (capabilities.empty() ? "" : " ") + capability;
        const std::size_t architectures = registry.architectures_of(family).size();
        table.add({std::string(to_string(family.kind)), family.name, std::string(without_module(family.class_name)),
                   family.config_class ? std::string(without_module(*family.config_class)) : "-",
                   family.kind == FamilyKind::model ? std::to_string(architectures) : "-",
                   capabilities.empty() ? "-" : capabilities, family.owner.value_or("fairseq2"),
                   family.place.file + ":" + std::to_string(family.place.line)});
    }
    return table.text(output);
}

int run(const Arguments& arguments, Output& output) {
    const auto registry = need_registry(arguments, families_call);
    output.write(arguments.json() ? json_of(*registry) : text_of(output, *registry));
    return status_good;
}

} // namespace

constexpr Call families_call = {
    .name = "families",
    .words = {},
    .min_words = 0,
    .max_words = 0,
    .summary = "Show the families that are registered.",
    .about = "Shows each model, dataset and tokenizer family: its class, its config class, how many architectures it "
             "has, what it can do, who registered it, and where.",
    .options = options,
    .examples = examples,
    .run = run,
};

} // namespace fairlead::ctl
