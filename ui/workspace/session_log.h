// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"

#include <QString>

namespace spdlog {
class logger;
}

namespace fairlead::ui {

/// What is known of fairseq2 itself, and from where.
void logRegistry(spdlog::logger& log, const RegistrySnapshot& registry);
/// A load begins, of so many sources of the person's own.
void logStart(spdlog::logger& log, std::size_t sources);
/// A record for each file that was read or could not be read. Any thread.
void logReads(spdlog::logger& log, const Catalog& catalog);
/// What a load found, and fairseq2's verdict.
void logLoad(spdlog::logger& log, const CheckSession& session, qint64 microseconds);
void logEdit(spdlog::logger& log, const CheckSession& session, quint32 file, qint64 microseconds);

/// fairseq2's answer in its own words: `fairseq2 loads these sources`, `fairseq2 would load nothing: …`.
[[nodiscard]] QString verdictText(const CheckSession& session);

} // namespace fairlead::ui
