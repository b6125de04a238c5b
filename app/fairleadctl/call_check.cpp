// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/inputs.h"
#include "app/fairleadctl/output.h"
#include "core/checks/wording.h"
#include "core/checks/write_json.h"
#include "core/checks/write_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace fairlead::ctl {

extern const Call check_call;

namespace {

constexpr std::array options = {Option::format,   Option::strict, Option::alone,       Option::environment,
                                Option::registry, Option::native, Option::no_registry, Option::package_cards,
                                Option::color,    Option::help};

constexpr std::array examples = {
    Example{"fairleadctl check my_cards", "What is wrong with the cards in the folder my_cards, and how to mend it."},
    Example{"fairleadctl check --format json my_cards/models.yaml", "The same of one file, for another program."},
    Example{"fairleadctl check - < my_cards/models.yaml",
            "A card file from standard input, as an editor gives its unsaved text."},
};

/// The cards that native extensions bring are the person's own, though the registry's here.
void say_unshown_errors(const CheckSession& session) {
    const auto errors = std::ranges::count_if(session.package_diagnostics(), [](const Diagnostic* diagnostic) {
        return diagnostic->severity == Severity::error;
    });
    if (errors > 0)
        say(fmt::format("{} in the cards of extensions {}", counted(static_cast<std::size_t>(errors), "error"),
                        errors == 1 ? "is not shown; --package-cards shows it"
                                    : "are not shown; --package-cards shows them"));
}

int run(const Arguments& arguments, Output& output) {
    const CheckSession session = load_session(arguments, StandardInput::card_file, check_call);
    std::vector<const Diagnostic*> diagnostics = session.diagnostics();
    if (arguments.package_cards)
        std::ranges::copy(session.package_diagnostics(), std::back_inserter(diagnostics));
    if (arguments.json())
        output.write(report_json(session, diagnostics, arguments.package_cards));
    else
        output.write(
            report_text(session, diagnostics, {.colour = output.color(), .package_cards = arguments.package_cards}));
    if (arguments.native && !arguments.package_cards)
        say_unshown_errors(session);
    return counts_as_found(arguments, diagnostics) ? status_found : status_good;
}

} // namespace

constexpr Call check_call = {
    .name = "check",
    .words = "[PATH…]",
    .min_words = 0,
    .max_words = max_any,
    .summary = "Find what is wrong with cards, and how to mend it.",
    .about =
        "Reads the cards of each PATH (a folder, a card file, checkpoint:DIR for a checkpoint folder, - for standard "
        "input) and reports what keeps fairseq2 from loading them, what fails when a card is used, and what does "
        "something else than it seems to. Without a PATH it looks at the system's and the user's asset directories.\n\n"
        "The stock cards of the registry are loaded first, as fairseq2 does. The exit status is 1 if there are errors.",
    .options = options,
    .examples = examples,
    .run = run,
};

} // namespace fairlead::ctl
