// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/output.h"
#include "app/fairleadctl/registry_text.h"
#include "core/checks/suggest.h"
#include "core/files/printable_text.h"

#include <array>
#include <functional>

namespace fairlead::ctl {

extern const Call config_call;

namespace {

constexpr std::array options = {Option::registry, Option::native, Option::format, Option::color, Option::help};

constexpr std::array examples = {
    Example{"fairleadctl config llama llama3_8b", "Every field of the config of llama3_8b, as YAML."},
    Example{"fairleadctl config --format json wav2vec2 base", "Another one, for another program."},
};

void say_unknown(const RegistrySnapshot& registry, const FamilyRecord& family, const std::string& name) {
    std::string message = "the model family " + family.name + " has no architecture " + printable_path(name);
    const std::string near = nearest_name(name, [&](const std::function<void(std::string_view)>& offer) {
        for (const ArchitectureRecord* architecture : registry.architectures_of(family))
            offer(architecture->name);
    });
    message +=
        near.empty() ? "; fairleadctl archs " + family.name + " shows those it has" : "; did you mean " + near + "?";
    say(printable_text(message));
}

std::string json_of(const FamilyRecord& family, const ArchitectureRecord& architecture) {
    JsonWriter json;
    json.open_object();
    json.member("format", 1);
    json.member("family", family.name);
    json.member("architecture", architecture.name);
    json.key("class");
    if (family.config_class)
        json.string(*family.config_class);
    else
        json.null();
    json.key("value");
    json.raw(architecture.config.text);
    json.close();
    return std::move(json).take() + "\n";
}

int run(const Arguments& arguments, Output& output) {
    const auto registry = need_registry(arguments, config_call);
    const FamilyRecord* family = find_model_family(*registry, arguments.words[0]);
    if (family == nullptr)
        return status_found;
    const ArchitectureRecord* architecture = registry->find_architecture(*family, arguments.words[1]);
    if (architecture == nullptr) {
        say_unknown(*registry, *family, arguments.words[1]);
        return status_found;
    }
    if (!architecture->config) {
        std::string message = "the config of " + architecture->name + " is not in this registry";
        if (architecture->config_error)
            message = architecture->config_error->type + ": " + architecture->config_error->message;
        say(printable_text(message));
        return status_found;
    }
    output.write(arguments.json() ? json_of(*family, *architecture) : config_yaml(architecture->config));
    return status_good;
}

} // namespace

constexpr Call config_call = {
    .name = "config",
    .words = "FAMILY ARCH",
    .min_words = 2,
    .max_words = 2,
    .summary = "Show the complete config of an architecture.",
    .about = "Shows every field of the config that an architecture of a model family stands for: what a card with this "
             "model_arch has before its own overrides.",
    .options = options,
    .examples = examples,
    .run = run,
};

} // namespace fairlead::ctl
