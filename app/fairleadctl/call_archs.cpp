// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/output.h"
#include "app/fairleadctl/registry_text.h"
#include "app/fairleadctl/text_table.h"

#include <array>

namespace fairlead::ctl {

extern const Call archs_call;

namespace {

constexpr std::array options = {Option::registry, Option::native, Option::format, Option::color, Option::help};

constexpr std::array examples = {
    Example{"fairleadctl archs llama", "The architectures of the model family llama."},
    Example{"fairleadctl archs wav2vec2 --format json", "The same of another family, for another program."},
};

std::string json_of(const RegistrySnapshot& registry, const FamilyRecord& family) {
    JsonWriter json;
    json.open_object();
    json.member("format", 1);
    json.member("family", family.name);
    write_architectures(json, registry, family);
    json.close();
    return std::move(json).take() + "\n";
}

std::string text_of(const Output& output, const RegistrySnapshot& registry, const FamilyRecord& family) {
    TextTable table({"ARCHITECTURE", "OWNER", "REGISTERED AT"});
    for (const ArchitectureRecord* architecture : registry.architectures_of(family))
        table.add({architecture->name, architecture->owner.value_or("fairseq2"),
                   architecture->place.file + ":" + std::to_string(architecture->place.line)});
    return table.text(output);
}

int run(const Arguments& arguments, Output& output) {
    const auto registry = need_registry(arguments, archs_call);
    const FamilyRecord* family = find_model_family(*registry, arguments.words[0]);
    if (family == nullptr)
        return status_found;
    output.write(arguments.json() ? json_of(*registry, *family) : text_of(output, *registry, *family));
    return status_good;
}

} // namespace

constexpr Call archs_call = {
    .name = "archs",
    .words = "FAMILY",
    .min_words = 1,
    .max_words = 1,
    .summary = "Show the architectures of a model family.",
    .about = "Shows what may stand in model_arch of a card of the family, in order of registration, who registered "
             "it, and where.",
    .options = options,
    .examples = examples,
    .run = run,
};

} // namespace fairlead::ctl
