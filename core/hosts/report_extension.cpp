// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/report_extension.h"

#include "core/hosts/source_lines.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace fairlead {
namespace {

struct Kind {
    std::string_view type;
    std::string_view kind;
};

constexpr std::array kinds = {
    Kind{"fairlead.AssetMetadataSource", "card source"},
    Kind{"fairlead.AssetDownloadManager", "download manager"},
    Kind{"fairlead.AssetEnvironmentResolver", "environment resolver"},
    Kind{"fairlead.ConfigDirective", "config directive"},
    Kind{"fairlead.ModelFamily", "model family"},
    Kind{"fairlead.DatasetFamily", "dataset family"},
    Kind{"fairlead.TokenizerFamily", "tokenizer family"},
};

ExtensionOutcome outcome_of(const ExtensionRecord& record) {
    if (!record.enabled)
        return ExtensionOutcome::off;
    if (!record.failure)
        return record.state == ExtensionState::registered ? ExtensionOutcome::registered : ExtensionOutcome::discovered;
    switch (*record.failure) {
    case ExtensionFailure::refused:
        return ExtensionOutcome::refused;
    case ExtensionFailure::wrong_signature:
        return ExtensionOutcome::wrong_signature;
    case ExtensionFailure::threw:
        return ExtensionOutcome::failed;
    case ExtensionFailure::bad_entry_point:
    case ExtensionFailure::not_found:
    case ExtensionFailure::not_opened:
        break;
    }
    return ExtensionOutcome::import_failed;
}

std::optional<double> milliseconds(std::chrono::nanoseconds time) {
    if (time.count() == 0)
        return std::nullopt;
    return static_cast<double>(std::chrono::duration_cast<std::chrono::microseconds>(time).count()) / 1000.0;
}

ReportedConflict report_conflict(const RegistrationConflict& conflict) {
    ReportedConflict reported{conflict.type, conflict.key, {}};
    for (const Registrant& registrant : conflict.registrants)
        reported.owners.push_back(
            {registrant.owner.empty() ? std::nullopt : std::optional(registrant.owner), place_of(registrant)});
    return reported;
}

} // namespace

std::string_view registration_kind(const TypeId& kls) {
    const std::string name = kls.name();
    const auto* const found = std::ranges::find(kinds, name, &Kind::type);
    return found == kinds.end() ? "object" : found->kind;
}

RegistrationPlace place_of(const Registrant& registrant) {
    return {registrant.place.file_name(), static_cast<int>(registrant.place.line())};
}

std::vector<ReportedRegistration> report_registrations(std::span<const RegistrationInfo> registrations) {
    std::vector<ReportedRegistration> reported;
    for (const RegistrationInfo& info : registrations) {
        const std::string type = info.kls.name();
        reported.push_back({std::string(registration_kind(info.kls)),
                            info.key.value_or(type.substr(type.rfind('.') + 1)), type, place_of(info.registrant)});
    }
    return reported;
}

std::vector<ReportedError> report_errors(std::span<const ReportedException> exceptions) {
    SourceLines lines;
    std::vector<ReportedError> errors;
    for (const ReportedException& exception : exceptions) {
        ReportedError& error =
            errors.emplace_back(ReportedError{exception.type, exception.message, exception.details, {}});
        for (const TraceFrame& frame : exception.frames)
            error.frames.push_back({.function = frame.function,
                                    .file = frame.file,
                                    .line = frame.line,
                                    .code = frame.foreign ? std::string() : lines.find(frame.file, frame.line),
                                    .library = frame.library,
                                    .own = !frame.foreign});
    }
    return errors;
}

ExtensionReport report_extension(const ExtensionRecord& record) {
    ExtensionReport report;
    report.name = record.entry.name;
    report.value = record.entry.value;
    report.distribution = record.distribution;
    report.version = record.version;
    report.manifest = record.entry.manifest.string();
    report.line = static_cast<int>(record.entry.position.line);
    report.library = record.library.string();
    report.outcome = outcome_of(record);
    report.import_ms = milliseconds(record.import_time);
    report.call_ms = milliseconds(record.call_time);
    report.registered = report_registrations(record.registered);
    if (!record.warning.empty())
        report.warning = record.warning;
    report.errors = report_errors(record.exceptions);
    if (record.conflict)
        report.conflict = report_conflict(*record.conflict);
    report.froze = record.froze;
    return report;
}

void report_lacks(const std::vector<WiringProblem>& problems, std::span<ExtensionReport> reports) {
    for (const WiringProblem& problem : problems) {
        const auto report = std::ranges::find(reports, problem.registrant.owner, &ExtensionReport::name);
        if (report != reports.end() && !problem.registrant.owner.empty())
            report->lacks.push_back({problem.text, problem.details, place_of(problem.registrant), problem.deferred,
                                     problem.kls ? problem.kls->name() : std::string(), problem.key});
    }
}

} // namespace fairlead
