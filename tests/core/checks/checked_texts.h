// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/session.h"

#include <QStringList>

#include <string>
#include <utility>
#include <vector>

/// Sessions over texts that are on no disk, and what they find as lines that a test can compare whole.
namespace checked {

using Texts = std::vector<std::pair<std::string, std::string>>; // a file's name, its text

/// A source with these files, in this order. It is called `path:NAME`.
[[nodiscard]] fairlead::AssetSource source(const std::string& name, const Texts& files);

/// One source `cards` with these files beside the bundled registry, but without its cards.
[[nodiscard]] fairlead::CheckSession alone(const Texts& files);

/// Sources and files in one text: `==== NAME` begins a source, `== NAME` a file. Without either it is `a.yaml` of one
/// source `cards`. A text that ends without a line's end is written with `\\` as its last line.
[[nodiscard]] std::vector<fairlead::AssetSource> sources(const QString& text);
/// These beside the bundled registry; with its cards if `with_stock_cards`. The home is `/home/me`.
[[nodiscard]] fairlead::CheckSession session(const QString& text, bool with_stock_cards = false);

/// `a.yaml:2:7 error! FS008 MESSAGE`; the `!` says that it stops the load.
[[nodiscard]] QString line(const fairlead::CheckSession& session, const fairlead::Diagnostic& diagnostic);
/// Those of the person's own, in their order.
[[nodiscard]] QStringList lines(const fairlead::CheckSession& session);
/// Only those of some rules.
[[nodiscard]] QStringList lines(const fairlead::CheckSession& session, const std::vector<int>& rules);

/// The titles of a finding's fixes, certain ones with a `!` before them.
[[nodiscard]] QStringList titles(const fairlead::Diagnostic& diagnostic);

/// What people are told of the person's own sources, and their texts after the certain fixes, for a test to compare
/// whole. The session then holds the fixed texts.
[[nodiscard]] QString told(fairlead::CheckSession& session);

/// All that a finding says, for comparing two of them.
[[nodiscard]] QString everything(const fairlead::CheckSession& session, const fairlead::Diagnostic& diagnostic);
/// All that a session says: findings, also of package cards, of each document, verdict, summary.
[[nodiscard]] QStringList everything(const fairlead::CheckSession& session);

} // namespace checked
