// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/log_record.h"
#include "core/registry/extension_report.h"
#include "ui/log/log_record.h"

namespace fairlead::ui {

/// A line of a host's log as the window's: its origin is the extension that ran, else `host` or `fairseq2`. `report`:
/// what is known of the extension, or null; a traced failure has its errors below it, the root cause first. Any thread.
[[nodiscard]] LogRecord recordOf(const fairlead::LogRecord& record, const ExtensionReport* report = nullptr);

} // namespace fairlead::ui
