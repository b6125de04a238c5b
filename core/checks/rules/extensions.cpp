// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS050 to FS057, FS061: what has become of the extensions of a live environment (composition/extensions.py). A
// recording has none.
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace fairlead {

namespace {

std::span<const ExtensionReport> extensions_of(const SourcesContext& context) {
    const RegistryIndex* registry = context.index.registry();
    return registry == nullptr ? std::span<const ExtensionReport>() : registry->registry().extensions;
}

Diagnostic& add(Diagnostics& out, std::uint16_t rule, const ExtensionReport& extension, std::string message) {
    Diagnostic& diagnostic = out.add(rule, Severity::error, 0, extension.manifest, std::move(message));
    diagnostic.source.reset();
    diagnostic.path_line = static_cast<std::size_t>(std::max(extension.line, 0));
    diagnostic.fairseq2_says = extension.warning.value_or("");
    return diagnostic;
}

/// Finds extensions that ended in one of some ways, apart from those whose conflict is a finding of its own.
template <class Message>
void find(const SourcesContext& context, Diagnostics& out, std::uint16_t rule,
          std::initializer_list<ExtensionOutcome> outcomes, Message message) {
    for (const ExtensionReport& extension : extensions_of(context))
        if (std::ranges::find(outcomes, extension.outcome) != outcomes.end() && !extension.conflict)
            add(out, rule, extension, message(extension));
}

std::string sentence(std::string text) {
    if (!text.ends_with('.'))
        text += '.';
    return text;
}

/// The root cause, as a sentence's end.
std::string cause_of(const ExtensionReport& extension) {
    if (extension.errors.empty())
        return "it is not known why.";
    const ReportedError& cause = extension.errors.back();
    return sentence(cause.message.empty() ? shown(cause.type) : fmt::format("{}: {}", cause.type, cause.message));
}

/// Where the root cause was thrown, of what is the person's own.
std::string thrown_at(const ExtensionReport& extension) {
    if (extension.errors.empty())
        return {};
    for (const ReportedFrame& frame : extension.errors.back().frames)
        if (frame.own && !frame.file.empty())
            return fmt::format(" Thrown at {}:{}.", frame.file, frame.line);
    return {};
}

std::string registered_by(const ExtensionReport& extension) {
    std::vector<std::string> names;
    names.reserve(extension.registered.size());
    for (const ReportedRegistration& registration : extension.registered)
        names.push_back(fmt::format("{} {}", registration.kind, shown(registration.name)));
    if (names.empty())
        return "It had registered nothing.";
    constexpr std::size_t most = 5;
    if (names.size() > most) {
        const std::string more = counted(names.size() - most, "other");
        names.resize(most);
        names.push_back(more);
    }
    return fmt::format("What it had registered stays: {}.", listed(names));
}

std::string place_text(const RegistrationPlace& place) {
    return place.file.empty() ? std::string() : fmt::format(" ({}:{})", place.file, place.line);
}

} // namespace

void check_extension_import(const SourcesContext& context, Diagnostics& out) {
    find(context, out, 50, {ExtensionOutcome::import_failed, ExtensionOutcome::refused},
         [](const ExtensionReport& extension) {
             return fmt::format("The extension {} cannot be imported: {}{}", shown(extension.name),
                                extension.errors.empty() ? "it is not known why."
                                                         : sentence(extension.errors.back().message),
                                thrown_at(extension));
         });
}

void check_extension_signature(const SourcesContext& context, Diagnostics& out) {
    find(context, out, 51, {ExtensionOutcome::wrong_signature}, [](const ExtensionReport& extension) {
        return fmt::format("The extension {} cannot be called with a container: {}", shown(extension.name),
                           extension.errors.empty() ? "its function takes something else."
                                                    : sentence(extension.errors.back().message));
    });
}

void check_extension_failed(const SourcesContext& context, Diagnostics& out) {
    find(context, out, 52, {ExtensionOutcome::failed}, [](const ExtensionReport& extension) {
        return fmt::format("The extension {} failed: {}{} {}", shown(extension.name), cause_of(extension),
                           thrown_at(extension), registered_by(extension));
    });
}

void check_extension_exit(const SourcesContext& context, Diagnostics& out) {
    find(context, out, 54, {ExtensionOutcome::exited}, [](const ExtensionReport& extension) {
        return fmt::format("The extension {} ends the process, with exit code {}, and with it every program that uses "
                           "fairseq2 where it is installed. Let its function return, or throw.",
                           shown(extension.name), extension.exit_code.value_or(0));
    });
}

void check_extension_timeout(const SourcesContext& context, Diagnostics& out) {
    find(context, out, 55, {ExtensionOutcome::timed_out, ExtensionOutcome::flooded},
         [](const ExtensionReport& extension) {
             const bool floods = extension.outcome == ExtensionOutcome::flooded;
             const std::string limit = limit_text(extension);
             const std::string over = limit.empty() ? "" : (floods ? " more than " : " within ") + limit;
             return fmt::format(
                 "The extension {} {}{}, and was ended. fairseq2 would wait for it. Leave long work to a "
                 "provider, which runs when its object is asked for.",
                 shown(extension.name), floods ? "printed" : "did not come back",
                 floods && limit.empty() ? " without an end" : over);
         });
}

void check_extension_crash(const SourcesContext& context, Diagnostics& out) {
    find(context, out, 56, {ExtensionOutcome::crashed}, [](const ExtensionReport& extension) {
        return fmt::format("The extension {} crashes ({}), and with it every program that uses fairseq2 where it is "
                           "installed.{}{}",
                           shown(extension.name), extension.signal.value_or("no signal"),
                           extension.errors.empty() ? std::string() : " " + cause_of(extension), thrown_at(extension));
    });
}

void check_registration_conflict(const SourcesContext& context, Diagnostics& out) {
    for (const ExtensionReport& extension : extensions_of(context)) {
        if (!extension.conflict || extension.conflict->owners.empty())
            continue;
        const ReportedConflict& conflict = *extension.conflict;
        const ReportedConflict::Owner& first = conflict.owners.front();
        const RegistrationPlace second = conflict.owners.size() > 1 ? conflict.owners[1].place : RegistrationPlace{};
        add(out, 57, extension,
            fmt::format("The extension {} registers {}{}{}, which {} has registered already{}. What comes after it is "
                        "missing. {} Use another key, or register it once.",
                        shown(extension.name), shown(conflict.type),
                        conflict.key ? fmt::format(" with the key {}", shown(*conflict.key)) : "", place_text(second),
                        first.name ? (*first.name == extension.name ? "it" : shown(*first.name)) : "fairseq2",
                        place_text(first.place), registered_by(extension)));
    }
}

void check_extension_freezes(const SourcesContext& context, Diagnostics& out) {
    const auto extensions = extensions_of(context);
    for (auto extension = extensions.begin(); extension != extensions.end(); ++extension) {
        if (!extension->froze)
            continue;
        std::vector<std::string> later;
        for (auto other = std::next(extension); other != extensions.end(); ++other)
            if (!other->registered.empty())
                later.push_back(shown(other->name));
        add(out, 61, *extension,
            fmt::format("The extension {} resolves something while it registers: that freezes the container, and every "
                        "later extension fails{}{}. Resolve in a provider instead.",
                        shown(extension->name), later.empty() ? "" : ", here ", listed(later)));
    }
}

} // namespace fairlead
