// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/registry_text.h"
#include "app/fairleadctl/output.h"
#include "core/checks/suggest.h"
#include "core/files/printable_text.h"

#include <functional>

namespace fairlead::ctl {

std::shared_ptr<const RegistrySnapshot> need_registry(const Arguments& arguments, const Call& call) {
    return read_registry(arguments, call); // without --no-registry among its options, there is always one
}

void write_owner(JsonWriter& json, const std::optional<std::string>& owner) {
    json.key("owner");
    if (owner)
        json.string(*owner);
    else
        json.null();
}

void write_architectures(JsonWriter& json, const RegistrySnapshot& registry, const FamilyRecord& family) {
    json.key("architectures");
    json.open_array();
    for (const ArchitectureRecord* architecture : registry.architectures_of(family)) {
        json.open_object();
        json.member("name", architecture->name);
        write_owner(json, architecture->owner);
        json.member("file", architecture->place.file);
        json.member("line", architecture->place.line);
        json.close();
    }
    json.close();
}

const FamilyRecord* find_model_family(const RegistrySnapshot& registry, const std::string& name) {
    if (const FamilyRecord* family = registry.find_family(FamilyKind::model, name))
        return family;
    const std::string shown = printable_path(name);
    std::string message;
    for (const FamilyKind kind : {FamilyKind::tokenizer, FamilyKind::dataset})
        if (registry.find_family(kind, name) != nullptr)
            message =
                shown + " is a " + std::string(to_string(kind)) + " family; only model families have architectures";
    if (message.empty()) {
        const std::string near = nearest_name(name, [&](const std::function<void(std::string_view)>& offer) {
            for (const FamilyRecord& family : registry.families)
                if (family.kind == FamilyKind::model)
                    offer(family.name);
        });
        message = "there is no model family " + shown +
                  (near.empty() ? "; fairleadctl families shows those there are" : "; did you mean " + near + "?");
    }
    say(printable_text(message));
    return nullptr;
}

} // namespace fairlead::ctl
