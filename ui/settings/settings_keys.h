// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

/// The keys of what is set in the settings dialog, in the person's settings file (~/.config/fairlead/fairlead.conf).
/// One that is not there, or holds what cannot be, counts as its default.
namespace fairlead::ui::settings_keys {

/// Bool: extensions are traced. Default: whether FAIRSEQ2_EXTENSION_TRACE is there in the shell.
inline constexpr QLatin1String tracing("environment/trace");
/// String: `recorded` or `native`, the environment that was looked at last. Default: `recorded`.
inline constexpr QLatin1String lastEnvironment("environment/last");
/// Group, a key for each variable: `unset`, or `set:` and its value. A variable without a key is as in the shell.
inline constexpr QLatin1String variables("variables");
/// Strings: names of extensions that are not loaded.
inline constexpr QLatin1String switchedOff("extensions/switchedOff");
/// Int, 1 to 3600: seconds that an extension may take to be opened, and then for its function. Default: 30.
inline constexpr QLatin1String extensionSeconds("extensions/seconds");
/// String: what opens a place in a source, with {file} and {line} in it; empty: Fairlead itself.
inline constexpr QLatin1String editorCommand("places/editorCommand");

/// Bool: the system's and the user's asset directories are read beside what is open. Default: false.
inline constexpr QLatin1String readsDirectories("sources/readsDirectories");

/// String: the font's family of card files. Default: empty, the system's fixed font.
inline constexpr QLatin1String editorFont("editor/font");
/// Bool: long lines are continued in the next row. Default: false.
inline constexpr QLatin1String editorWraps("editor/wraps");
/// Int, 1 to 8: columns of a tab, and of an indent. Default: 2.
inline constexpr QLatin1String editorTabWidth("editor/tabWidth");

/// String: `system`, `light` or `dark`. Default: `system`.
inline constexpr QLatin1String theme("theme/choice");
/// Int, 6 to 32: the font's size in points; 0: the system's. Default: 0.
inline constexpr QLatin1String fontSize("theme/fontSize");

/// Group, a key for each act whose keys are not the usual ones: key sequences in portable text, `; ` between them.
inline constexpr QLatin1String shortcuts("shortcuts");

/// Int, 100 to 1,000,000: records that the log keeps. Default: 100,000.
inline constexpr QLatin1String logRecords("log/records");
/// Int, 1 to 1024: megabytes that they may take together. Default: 64.
inline constexpr QLatin1String logMegabytes("log/megabytes");
/// Int, 0 (debug) to 4 (critical): what is below it is not kept. Default: 0.
inline constexpr QLatin1String logLeastLevel("log/leastLevel");
/// String: the folder that saving begins in. Default: empty, the person's documents.
inline constexpr QLatin1String logFolder("log/folder");

/// String: the title of the page that was shown last.
inline constexpr QLatin1String lastPage("settings/page");

} // namespace fairlead::ui::settings_keys
