// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "card_files.h"
#include "measure.h"

#include "core/checks/session.h"
#include "core/registry/bundled.h"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace fairlead::benchmarks {
namespace {

// What is typed, and before which text in the middle of the file.
struct Keystroke {
    const char* what;
    const char* before;
    const char* typed;
};

constexpr Keystroke keystrokes[] = {
    {"a letter in a value", "llama3_8b", "x"},      {"a letter in a card's name", "speechlab_", "x"},
    {"a letter in a key", "checkpoint:", "x"},      {"a line's end", "checkpoint:", "\n"},
    {"a quote that stays open", "llama3_8b", "\""}, {"a new document", "checkpoint:", "---\n"},
};

// An editor's change notice, up to all that a window then shows.
void type(CheckSession& session, std::size_t begin, std::size_t end, std::string_view text) {
    const CheckSession::Update update = session.edit(0, begin, end, text);
    for (const CardRef card : update.rechecked)
        keep(session.diagnostics_of(card));
    keep(session.diagnostics());
    keep(session.verdict().loads());
    keep(session.summary());
}

} // namespace

std::vector<Row> measure_keystroke(const Sizes& sizes) {
    const std::string text = card_file(0, sizes.cards);
    SessionOptions options;
    AssetSource source = file_source("cards.yaml");
    source.given.push_back({"cards.yaml", text});
    options.sources.push_back(std::move(source));
    options.registry = bundled_snapshot();
    options.alone = true; // the file is then the only one, with the index 0
    CheckSession session = CheckSession::load(std::move(options));
    if (session.summary().cards != static_cast<std::size_t>(sizes.cards))
        throw std::runtime_error(fmt::format("{} of {} cards were read", session.summary().cards, sizes.cards));

    std::vector<Row> rows;
    for (const Keystroke& keystroke : keystrokes) {
        const std::size_t at = text.find(keystroke.before, text.size() / 2);
        const std::string_view typed = keystroke.typed;
        const auto undo = [&] { type(session, at, at + typed.size(), {}); };
        double best = 1e9;
        for (int run = 0; run < 10 * sizes.runs; ++run) {
            best = std::min(best, best_cpu_seconds(1, [&] { type(session, at, at, typed); }));
            undo();
        }
        rows.push_back({.what = fmt::format("keystroke among {} cards: {}", sizes.cards, keystroke.what),
                        .value = best * 1e3,
                        .unit = "ms",
                        .limit = 2});
    }
    return rows;
}

} // namespace fairlead::benchmarks
