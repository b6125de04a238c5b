// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/fairleadctl/inputs.h"
#include "core/registry/json_writer.h"

#include <string>

namespace fairlead::ctl {

/// The registry of a call that is about the registry. Throws UsageError with --no-registry.
[[nodiscard]] std::shared_ptr<const RegistrySnapshot> need_registry(const Arguments& arguments, const Call& call);

/// The member "architectures" of a family.
void write_architectures(JsonWriter& json, const RegistrySnapshot& registry, const FamilyRecord& family);

/// A name or null.
void write_owner(JsonWriter& json, const std::optional<std::string>& owner);

/// The model family of a name, or null: that there is none, and what was meant, is then said.
[[nodiscard]] const FamilyRecord* find_model_family(const RegistrySnapshot& registry, const std::string& name);

/// A config as YAML's block style writes it.
[[nodiscard]] std::string config_yaml(const RawJson& config);

} // namespace fairlead::ctl
