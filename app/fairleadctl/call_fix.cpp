// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/inputs.h"
#include "app/fairleadctl/output.h"
#include "core/checks/apply_fixes.h"
#include "core/checks/unified_diff.h"
#include "core/checks/write_text.h"
#include "core/files/printable_text.h"
#include "core/files/save.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <map>
#include <set>
#include <utility>

namespace fairlead::ctl {

extern const Call fix_call;

namespace {

constexpr std::array options = {Option::dry_run,     Option::strict,   Option::alone,
                                Option::environment, Option::registry, Option::native,
                                Option::no_registry, Option::color,    Option::help};

constexpr std::array examples = {
    Example{"fairleadctl fix --dry-run my_cards", "What would be changed, as a unified diff that patch can apply."},
    Example{"fairleadctl fix my_cards", "Mend what can be mended with certainty; the rest is listed."},
};

// Why a file could not be replaced by its mended text; empty if it was.
std::string save(const CardFile& file, const std::string& text) {
    const SaveResult saved = save_file(file.path, text, {.expected = file.stamp});
    if (const auto* error = std::get_if<FileError>(&saved))
        return error->message;
    if (const auto* question = std::get_if<SaveQuestion>(&saved))
        return question->fact;
    return {};
}

/// The texts that files of the disk get. Two sources may hold one file, or links lead to it.
class NewTexts {
public:
    /// False if the file gets this text already.
    bool add(const CardFile& file, const std::string& text) {
        if (!file.stamp)
            return true;
        const auto [place, is_new] = texts_.try_emplace({file.stamp->device, file.stamp->inode}, text);
        return is_new || place->second != text;
    }

private:
    std::map<std::pair<std::uint64_t, std::uint64_t>, std::string> texts_;
};

// Writes the mended texts. What cannot be written is as before in the session too, and said. False if there was any.
bool save_all(CheckSession& session, AppliedFixes& fixes) {
    bool all_saved = true;
    NewTexts texts;
    for (const FixedFile& fixed : fixes.files) {
        const CardFile& file = session.catalog().file(fixed.file);
        if (!texts.add(file, fixed.after))
            continue;
        const std::string reason = save(file, fixed.after);
        if (reason.empty())
            continue;
        say(printable_text(file.shown + " was left as it is: " + reason));
        std::erase_if(fixes.applied, [&](const AppliedFix& fix) { return fix.place.file == file.shown; });
        session.set_text(fixed.file, fixed.before);
        all_saved = false;
    }
    return all_saved;
}

void say_what_is_read_only(const CheckSession& session, const std::vector<const Diagnostic*>& left) {
    std::set<std::uint32_t> files;
    for (const Diagnostic* diagnostic : left)
        if (diagnostic->place && std::ranges::any_of(diagnostic->fixes, &Fix::certain))
            files.insert(diagnostic->place->file);
    for (const std::uint32_t index : files)
        if (const CardFile& file = session.catalog().file(index); !file.writable)
            say(printable_text(file.shown) + " was left as it is: you may not write it");
}

std::string diff_of(const CheckSession& session, const AppliedFixes& fixes) {
    std::string diff;
    NewTexts texts;
    for (const FixedFile& fixed : fixes.files) {
        const CardFile& file = session.catalog().file(fixed.file);
        if (!texts.add(file, fixed.after))
            continue;
        const std::string& shown = file.shown;
        diff += unified_diff(fixed.before, fixed.after, shown, shown);
    }
    return diff;
}

std::string applied_text(const Output& output, const AppliedFixes& fixes) {
    std::string text;
    for (const AppliedFix& fix : fixes.applied) {
        const RuleInfo* rule = rule_info(fix.rule);
        text +=
            fmt::format("{}:{}:{}: {} {} [{} {}]\n", printable_text(fix.place.file), fix.place.line, fix.place.column,
                        inked(output, Ink::good, "fixed:"), printable_text(fix.title), rule->id, rule->name);
    }
    const std::size_t count = fixes.applied.size();
    text += count == 0 ? "Nothing to fix with certainty.\n"
                       : fmt::format("{} {} fixed.\n", count, count == 1 ? "problem" : "problems");
    return text;
}

int run(const Arguments& arguments, Output& output) {
    CheckSession session = load_session(arguments, StandardInput::refused, fix_call);
    AppliedFixes fixes = apply_certain_fixes(session);
    bool all_saved = true;
    if (arguments.dry_run)
        output.write(diff_of(session, fixes));
    else
        all_saved = save_all(session, fixes);
    const std::vector<const Diagnostic*> left = session.diagnostics();
    say_what_is_read_only(session, left);
    const bool found = counts_as_found(arguments, left) || !all_saved;
    if (arguments.dry_run) {
        if (found)
            say("not all can be fixed with certainty; fairleadctl check lists the problems");
    } else {
        output.write(applied_text(output, fixes));
        output.write(report_text(session, left, {.colour = output.color()}));
    }
    return found ? status_found : status_good;
}

} // namespace

constexpr Call fix_call = {
    .name = "fix",
    .words = "[PATH…]",
    .min_words = 0,
    .max_words = max_any,
    .summary = "Mend what can be mended with certainty.",
    .about =
        "Applies the fixes of fairleadctl check where nothing else can be meant, and lists what is left. Nothing but "
        "the mended bytes changes; a file is replaced in one step, and never if it changed meanwhile. Without a PATH "
        "it mends the cards in the system's and the user's asset directories.\n\n"
        "The exit status is 1 if errors remain.",
    .options = options,
    .examples = examples,
    .run = run,
};

} // namespace fairlead::ctl
