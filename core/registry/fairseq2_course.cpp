// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/fairseq2_course.h"

#include <fmt/format.h>

#include <utility>

namespace fairlead {
namespace {

/// What fairseq2 does at one extension, if it comes that far.
struct Step {
    std::string words;
    std::string error; ///< empty: it goes on
};

std::string extension_error(const ExtensionReport& extension) {
    if (extension.outcome == ExtensionOutcome::wrong_signature)
        return fmt::format("ExtensionError: {} entry point cannot be run as an extension since its signature does not "
                           "match `extension_function(container: DependencyContainer)`.",
                           extension.value);
    return fmt::format("ExtensionError: {} extension failed.", extension.value);
}

std::string how_it_ended(const ExtensionReport& extension) {
    if (extension.signal)
        return fmt::format("the process ends ({})", *extension.signal);
    return fmt::format("the process ends with exit code {}", extension.exit_code.value_or(0));
}

/// Of an extension that takes the process with it, tracing makes no difference.
Step ended(const ExtensionReport& extension) {
    switch (extension.outcome) {
    case ExtensionOutcome::timed_out:
        return {"It waits here, for as long as this extension takes.", "It does not come back from this extension."};
    case ExtensionOutcome::flooded:
        return {"It waits here while this extension prints.", "It does not come back from this extension."};
    default: {
        std::string end = how_it_ended(extension);
        return {fmt::format("It stops here: {}.", end), std::move(end)};
    }
    }
}

Step raised(const ExtensionReport& extension, bool traced) {
    if (extension.outcome == ExtensionOutcome::type_error) {
        std::string error =
            extension.errors.empty() ? "TypeError" : fmt::format("TypeError: {}", extension.errors.front().message);
        return {"It does not start: it lets a TypeError pass.", std::move(error)};
    }
    if (traced)
        return {"It does not start: ExtensionError ends its initialisation here.", extension_error(extension)};
    return {"It logs a warning and goes on.", {}};
}

Step refused_for_freeze(const ExtensionReport& extension, const std::string& freezer, bool traced) {
    if (traced)
        return {fmt::format("It does not start: {} has frozen the container, so this extension raises ExtensionError.",
                            freezer),
                fmt::format("ExtensionError: {} extension failed.", extension.value)};
    return {fmt::format("It logs a warning and goes on: {} has frozen the container, so nothing that this extension "
                        "registers is taken.",
                        freezer),
            {}};
}

class Course {
public:
    explicit Course(bool traced) : traced_(traced) {}

    std::string pass(const ExtensionReport& extension) {
        if (extension.outcome == ExtensionOutcome::off)
            return "It is switched off here only: fairseq2 itself would load it.";
        if (!course.starts)
            return fmt::format("It does not come this far: it stops at {}.", *course.stops_at);
        Step step = step_at(extension);
        if (!step.error.empty())
            course = {.starts = false, .stops_at = extension.name, .error = std::move(step.error)};
        if (extension.froze && freezer_.empty())
            freezer_ = extension.name;
        return std::move(step.words);
    }

    Fairseq2Course course;

private:
    [[nodiscard]] Step step_at(const ExtensionReport& extension) const {
        if (ends_process(extension.outcome))
            return ended(extension);
        if (!freezer_.empty() && !extension.registered.empty())
            return refused_for_freeze(extension, freezer_, traced_);
        if (is_failure(extension.outcome))
            return raised(extension, traced_);
        if (extension.outcome != ExtensionOutcome::registered)
            return {"Not known: this extension was not run.", {}};
        return {traced_ ? "It logs that the extension is registered." : "It loads this extension and says nothing.",
                {}};
    }

    bool traced_;
    std::string freezer_;
};

} // namespace

Fairseq2Courses foretell_fairseq2(std::span<ExtensionReport> extensions) {
    Course untraced(false);
    Course traced(true);
    for (ExtensionReport& extension : extensions) {
        extension.fairseq2.untraced = untraced.pass(extension);
        extension.fairseq2.traced = traced.pass(extension);
    }
    return {std::move(untraced.course), std::move(traced.course)};
}

} // namespace fairlead
