// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/fairleadctl/call.h"
#include "core/assets/catalog.h"
#include "core/checks/session.h"
#include "core/registry/snapshot.h"

#include <memory>
#include <string>
#include <vector>

namespace fairlead::ctl {

/// The registry that the options ask for; null with --no-registry. Throws UsageError, std::runtime_error.
[[nodiscard]] std::shared_ptr<const RegistrySnapshot> read_registry(const Arguments& arguments, const Call& call);

enum class StandardInput : unsigned char { refused, card_file };

/// The findings in the sources that the words of a call name; without any, in the system's and the user's asset
/// directories. "-" is a card file from standard input where that is allowed. Throws UsageError, std::runtime_error.
[[nodiscard]] CheckSession load_session(const Arguments& arguments, StandardInput standard_input, const Call& call);

/// Whether what was found makes the exit status 1: an error, with --strict anything.
[[nodiscard]] bool counts_as_found(const Arguments& arguments, const std::vector<const Diagnostic*>& diagnostics);

/// The cards of the registry (but with --alone) and of the --source options, or of the asset directories. What was
/// noticed about the directories goes to standard error.
[[nodiscard]] Catalog load_catalog(const Arguments& arguments, const RegistrySnapshot* registry, const Call& call);

/// Everything that standard input gives. Throws std::runtime_error if it is over `limit` bytes or can't be read.
[[nodiscard]] std::string read_standard_input(std::size_t limit);

} // namespace fairlead::ctl
