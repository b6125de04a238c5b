// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/extension_text.h"
#include "core/files/printable_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace fairlead::ctl {
namespace {

std::string place_text(const RegistrationPlace& place) {
    return place.file.empty() ? "an unknown place" : printable_text(place.file) + ":" + std::to_string(place.line);
}

std::string frame_text(const ReportedFrame& frame) {
    std::string text = frame.file.empty() ? printable_text(frame.library.empty() ? "an unknown place" : frame.library)
                                          : printable_text(frame.file) + ":" + std::to_string(frame.line);
    if (!frame.function.empty())
        text += " in " + printable_text(frame.function);
    return text;
}

/// Own frames a line each with their code, others a line for each row of them; nothing if none is an own one.
std::string frames_text(const std::vector<ReportedFrame>& frames) {
    std::string text;
    if (std::ranges::none_of(frames, &ReportedFrame::own))
        return text;
    for (auto frame = frames.begin(); frame != frames.end();) {
        if (frame->own) {
            text += "      " + frame_text(*frame) + "\n";
            if (!frame->code.empty())
                text += "          " + printable_text(frame->code) + "\n";
            ++frame;
            continue;
        }
        const auto end = std::find_if(frame, frames.end(), [](const ReportedFrame& other) { return other.own; });
        text += fmt::format("      … {} {} of the standard library, the system or Fairlead\n", end - frame,
                            end - frame == 1 ? "call" : "calls");
        frame = end;
    }
    return text;
}

/// The root cause first, as that is what has to be mended.
std::string errors_text(const ExtensionReport& extension, bool trace) {
    std::string text;
    for (auto error = extension.errors.rbegin(); error != extension.errors.rend(); ++error) {
        text += error == extension.errors.rbegin() ? "    " : "    which became ";
        text += printable_text(error->type);
        if (!error->message.empty())
            text += ": " + printable_text(error->message);
        text += '\n';
        if (!error->details.empty())
            text += "      (" + printable_text(error->details) + ")\n";
        if (trace) {
            text += frames_text(error->frames);
            continue;
        }
        const auto own = std::ranges::find_if(
            error->frames, [](const ReportedFrame& frame) { return frame.own && !frame.file.empty(); });
        if (own != error->frames.end())
            text += "      at " + frame_text(*own) + "\n";
    }
    return text;
}

std::string conflict_text(const ReportedConflict& conflict) {
    std::string text = "    registered twice: " + printable_text(conflict.type);
    if (conflict.key)
        text += " with the key " + printable_text(*conflict.key);
    text += '\n';
    for (const ReportedConflict::Owner& owner : conflict.owners)
        text += fmt::format("      by {} at {}\n", owner.name ? printable_text(*owner.name) : "fairseq2 itself",
                            place_text(owner.place));
    return text;
}

std::string lack_text(const ReportedLack& lack) {
    std::string text = fmt::format("    cannot be resolved{}: {}\n", lack.deferred ? " when it is asked for" : "",
                                   printable_text(lack.message));
    if (!lack.asked_by.empty())
        text += fmt::format("      needed by {}{}, registered at {}\n", printable_text(lack.asked_by),
                            lack.key ? " with the key " + printable_text(*lack.key) : std::string(),
                            place_text(lack.place));
    else if (!lack.place.file.empty())
        text += fmt::format("      registered at {}\n", place_text(lack.place));
    return text;
}

std::string output_text(std::string_view printed) {
    constexpr std::size_t most_lines = 10;
    if (printed.empty())
        return {};
    if (printed.ends_with('\n'))
        printed.remove_suffix(1);
    std::size_t before = printed.size(); // the line's end before the lines that are shown
    for (std::size_t lines = 0; lines < most_lines && before != std::string_view::npos; ++lines)
        before = before == 0 ? std::string_view::npos : printed.rfind('\n', before - 1);
    if (before != std::string_view::npos)
        printed.remove_prefix(before + 1);
    std::string text = "    the last that it printed:\n";
    for (std::size_t end = 0; end != std::string_view::npos;) {
        end = printed.find('\n');
        text += "      " + printable_text(printed.substr(0, end)) + "\n";
        printed.remove_prefix(end == std::string_view::npos ? 0 : end + 1);
    }
    return text;
}

} // namespace

std::string outcome_text(const ExtensionReport& extension) {
    const std::string limit = limit_text(extension);
    switch (extension.outcome) {
    case ExtensionOutcome::crashed:
        return fmt::format("crashed ({})", printable_text(extension.signal.value_or("?")));
    case ExtensionOutcome::exited:
        return fmt::format("exited ({})", extension.exit_code.value_or(0));
    case ExtensionOutcome::import_failed:
        return "cannot be imported";
    case ExtensionOutcome::wrong_signature:
        return "has a wrong signature";
    case ExtensionOutcome::timed_out:
        return limit.empty() ? "timed out" : fmt::format("timed out ({})", limit);
    case ExtensionOutcome::flooded:
        return limit.empty() ? "flooded" : fmt::format("flooded ({})", limit);
    default:
        return std::string(to_string(extension.outcome));
    }
}

std::string extension_text(const Output& output, const ExtensionReport& extension, bool trace) {
    std::string text =
        inked(output, Ink::bold, printable_text(extension.name)) + ": " +
        inked(output, is_failure(extension.outcome) ? Ink::error : Ink::warning, outcome_text(extension)) + "\n";
    text += "    " + printable_text(extension.value);
    if (!extension.manifest.empty())
        text += fmt::format(" ({}:{})", printable_text(extension.manifest), extension.line);
    text += '\n' + errors_text(extension, trace);
    if (extension.conflict)
        text += conflict_text(*extension.conflict);
    for (const ReportedLack& lack : extension.lacks)
        text += lack_text(lack);
    if (extension.froze)
        text += "    it resolves something: later extensions cannot register anything in fairseq2\n";
    text += output_text(extension.output);
    if (!extension.fairseq2.untraced.empty())
        text += "    fairseq2, tracing off: " + printable_text(extension.fairseq2.untraced) +
                "\n    fairseq2, tracing on:  " + printable_text(extension.fairseq2.traced) + "\n";
    return text;
}

} // namespace fairlead::ctl
