// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/fairleadctl/output.h"
#include "core/registry/extension_report.h"

#include <string>

namespace fairlead::ctl {

/// What became of an extension, after its name: `failed`, `crashed (SIGSEGV)`, `exited (3)`.
[[nodiscard]] std::string outcome_text(const ExtensionReport& extension);

/// An extension that needs attention, in a paragraph: causes, what fairseq2 does; with `trace` all frames.
[[nodiscard]] std::string extension_text(const Output& output, const ExtensionReport& extension, bool trace);

} // namespace fairlead::ctl
