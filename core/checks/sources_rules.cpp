// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/rules/rules.h"
#include "core/checks/rules_table.h"

namespace fairlead {

namespace {

constexpr SourcesRule table[] = {
    {{9, "FS009", "source-missing",
      "A source that a program registers has to exist and to be readable; otherwise fairseq2 loads nothing. A "
      "directory that is only named by a variable may be missing: fairseq2 then warns and looks at the next one."},
     check_source_missing},
    {{18, "FS018", "file-ignored",
      "fairseq2 reads files whose names end in .yaml or .yml, in small letters, and enters no linked folders. What "
      "looks like cards but is not read is listed here."},
     check_file_ignored},
    {{19, "FS019", "source-nested",
      "A source that lies in another one, is given twice, or is a copy of another: its cards are read twice, and as a "
      "name may stand only once, fairseq2 loads nothing. That is one problem and not many. Give only one of the two, "
      "or look at the folder alone, without the cards of the registry."},
     check_source_nested},
    {{50, "FS050", "extension-import",
      "fairseq2 imports each extension that is installed. One that cannot be imported is a warning, and what it would "
      "have registered is missing; with FAIRSEQ2_EXTENSION_TRACE set, fairseq2 does not start."},
     check_extension_import},
    {{51, "FS051", "extension-signature",
      "An extension is a function that takes the container and nothing else. One that takes something else is a "
      "warning, and what it would have registered is missing; with FAIRSEQ2_EXTENSION_TRACE set, fairseq2 does not "
      "start."},
     check_extension_signature},
    {{52, "FS052", "extension-failed",
      "What an extension throws ends the extension: what it had registered stays, the rest is missing. fairseq2 warns "
      "without a word about the reason; with FAIRSEQ2_EXTENSION_TRACE set it shows the trace and does not start."},
     check_extension_failed},
    {{54, "FS054", "extension-exit",
      "An extension that ends the process ends every program that uses fairseq2 in the environment, tracing or not."},
     check_extension_exit},
    {{55, "FS055", "extension-timeout",
      "fairseq2 waits for each extension as long as it takes. One that does not come back, or prints without an end, "
      "keeps every program from starting."},
     check_extension_timeout},
    {{56, "FS056", "extension-crash",
      "An extension whose code is ended by a signal takes every program with it that uses fairseq2 in the "
      "environment."},
     check_extension_crash},
    {{57, "FS057", "registration-conflict",
      "A class and key can be registered once. The second extension that registers it fails there, and its later "
      "registrations are missing; fairseq2 names neither the key nor the owners."},
     check_registration_conflict},
    {{61, "FS061", "extension-freezes",
      "The first thing that is resolved freezes the container: nothing can be registered after that. An extension that "
      "resolves while it registers makes every later one fail."},
     check_extension_freezes},
};

} // namespace

std::span<const SourcesRule> sources_rules() noexcept { return table; }

} // namespace fairlead
