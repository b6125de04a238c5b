// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/session_log.h"

#include "core/checks/own_limit.h"
#include "core/files/read.h"

#include <spdlog/spdlog.h>

namespace fairlead::ui {

namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string milliseconds(qint64 microseconds) {
    return fmt::format("{:.1f} ms", static_cast<double>(microseconds) / 1000);
}

} // namespace

void logRegistry(spdlog::logger& log, const RegistrySnapshot& registry) {
    log.info("Registry: fairseq2 {}{}, {}, {}", registry.fairseq2_version, registry.recorded ? ", recorded" : "",
             counted(registry.families.size(), "family", "families"),
             counted(registry.architecture_count(), "architecture", "architectures"));
}

void logStart(spdlog::logger& log, std::size_t sources) {
    if (sources == 0)
        log.debug("Loading the registry's own cards");
    else
        log.debug("Loading {} beside the registry's", counted(sources, "source", "sources"));
}

void logReads(spdlog::logger& log, const Catalog& catalog) {
    for (const CardFile& file : catalog.files()) {
        if (file.error)
            log.error("Could not read {}: {}", file.shown, file.error->message);
        else if (!catalog.sources()[file.source].from_registry && !file.synthetic)
            log.debug("Read {}: {}, {}", file.shown, counted(file.stream.size(), "byte", "bytes"),
                      counted(file.cards.size(), "document", "documents"));
    }
    for (const WalkNote& note : catalog.walk_notes())
        log.debug("{}: {}", note.shown, note.message);
}

void logLoad(spdlog::logger& log, const CheckSession& session, qint64 microseconds) {
    const Summary summary = session.summary();
    const std::string found =
        fmt::format("{}: {}, {}, {}", milliseconds(microseconds), counted(summary.errors, "error", "errors"),
                    counted(summary.warnings, "warning", "warnings"), counted(summary.infos, "info", "infos"));
    if (summary.sources == 0)
        log.info("Checked the registry in {}", found);
    else
        log.info("Read and checked {} in {} of {}{} in {}", counted(summary.cards, "card", "cards"),
                 counted(summary.files, "file", "files"), counted(summary.sources, "source", "sources"),
                 summary.unreadable > 0 ? fmt::format(" ({} not readable)", summary.unreadable) : std::string(), found);
    log.info("{}", verdictText(session).toStdString());
}

void logEdit(spdlog::logger& log, const CheckSession& session, quint32 file, qint64 microseconds) {
    if (log.should_log(spdlog::level::trace))
        log.trace("Checked {} after an edit in {}: {}", session.catalog().file(file).shown, milliseconds(microseconds),
                  counted(session.diagnostics_of(file).size(), "finding", "findings"));
}

QString verdictText(const CheckSession& session) {
    const std::optional<AssetError>& error = session.verdict().error;
    if (!error)
        return QStringLiteral("fairseq2 loads these sources");
    if (!is_verdict_known(session))
        return QStringLiteral("whether fairseq2 loads these sources is not known: %1")
            .arg(QString::fromStdString(error->message));
    return QStringLiteral("fairseq2 would load nothing: %1").arg(QString::fromStdString(refusal_text(session)));
}

} // namespace fairlead::ui
