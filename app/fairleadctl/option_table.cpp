// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/option_table.h"

#include <algorithm>
#include <array>

namespace fairlead::ctl {
namespace {

constexpr std::array rows = {
    OptionRow{Option::source,
              "--source",
              "PATH",
              "A source of cards: a folder, a card file, or checkpoint:DIR. May be given again; they are read in this "
              "order. Without it: the system's and the user's asset directories.",
              &Arguments::sources,
              {},
              {}},
    OptionRow{Option::environment,
              "--env",
              "ENV",
              "Search the cards of this environment (name@ENV) too, after user.",
              &Arguments::environment,
              {},
              {}},
    OptionRow{Option::registry,
              "--registry",
              "FILE",
              "What is registered, from a snapshot file. Without it: the bundled recording of fairseq2 0.8.1.",
              &Arguments::registry,
              {},
              {}},
    OptionRow{Option::native,
              "--native",
              {},
              "What is registered by native extensions: they are looked for along FAIRLEAD_EXTENSION_PATH and in the "
              "data folders, and loaded in a process of their own.",
              &Arguments::native,
              {},
              {}},
    OptionRow{Option::trace,
              "--trace",
              {},
              "Set FAIRSEQ2_EXTENSION_TRACE, and show the whole trace of each failure.",
              &Arguments::trace,
              {},
              {}},
    OptionRow{Option::no_registry,
              "--no-registry",
              {},
              "Without any registry: no stock cards, and no rule that needs to know what is registered.",
              &Arguments::no_registry,
              {},
              {}},
    OptionRow{Option::alone,
              "--alone",
              {},
              "Only the sources given, without the registry's own cards. Families and configs still come from it.",
              &Arguments::alone,
              {},
              {}},
    OptionRow{Option::package_cards,
              "--package-cards",
              {},
              "Report findings in the registry's own cards too, not only what stops fairseq2 from loading anything.",
              &Arguments::package_cards,
              {},
              {}},
    OptionRow{Option::strict, "--strict", {}, "Exit with 1 for warnings and infos too.", &Arguments::strict, {}, {}},
    OptionRow{Option::tolerant,
              "--tolerant",
              {},
              "Resolve what can be resolved where fairseq2 would load nothing at all.",
              &Arguments::tolerant,
              {},
              {}},
    OptionRow{Option::dry_run,
              "--dry-run",
              {},
              "Change nothing: print the changes as a unified diff.",
              &Arguments::dry_run,
              {},
              {}},
    OptionRow{Option::kind,
              "--kind",
              "KIND",
              "Only cards of one kind: all, model, dataset or tokenizer.",
              &Arguments::kind,
              "all model dataset tokenizer",
              {}},
    OptionRow{Option::format, "--format", "FORMAT", "text (for people) or json (stable, for programs).",
              &Arguments::format, "text json", "sarif github junit"},
    OptionRow{Option::color,
              "--color",
              "WHEN",
              "auto (on a terminal, unless NO_COLOR is set), always or never.",
              &Arguments::color,
              "auto always never",
              {}},
    OptionRow{Option::help, "-h,--help", {}, "Show this page.", &Arguments::help, {}, {}},
};

constexpr std::array<std::string_view, 2> later_options = {"--python", "--output"};

} // namespace

const OptionRow& option_row(Option id) noexcept { return *std::ranges::find(rows, id, &OptionRow::id); }

bool is_later_option(std::string_view name) noexcept {
    return std::ranges::find(later_options, name) != later_options.end();
}

std::vector<std::string> split_words(std::string_view list) {
    std::vector<std::string> words;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (end > 0)
            words.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

} // namespace fairlead::ctl
