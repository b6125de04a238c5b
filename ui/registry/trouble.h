// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace fairlead::ui {

/// What is the matter with something, from nothing to the worst. Infos are no trouble.
enum class Trouble : std::uint8_t { None, Warning, Error, StopsLoad };

/// The icon of the set, or null for none.
[[nodiscard]] const char* iconOf(Trouble trouble);

/// `stops load`, `errors`, `warnings`: what is below a row. Empty for none.
[[nodiscard]] QString wordOf(Trouble trouble);

/// Findings about one thing, counted.
struct TroubleCount {
    Trouble worst = Trouble::None;
    int errors = 0; ///< those that stop the load among them
    int warnings = 0;
    const Diagnostic* only = nullptr; ///< the finding, if it is the only one

    void add(const Diagnostic& diagnostic);
    /// `2 errors`, `1 warning`; empty if there is no trouble.
    [[nodiscard]] QString number() const;
    /// The same, or what the only finding says in a word: `duplicate`, `line 11`.
    [[nodiscard]] QString words() const;
};

/// A session's findings by document, file and source, for one pass over all rows. Borrows from the session.
class TroubleIndex {
public:
    explicit TroubleIndex(const CheckSession& session);

    /// Without an entry: no trouble.
    [[nodiscard]] TroubleCount ofDocument(CardRef document) const;
    /// Findings about the file as a whole, and those of its documents.
    [[nodiscard]] TroubleCount ofFile(quint32 file) const;
    [[nodiscard]] TroubleCount ofSource(quint32 source) const;

private:
    std::vector<std::vector<TroubleCount>> m_documents; // by file; of one without findings none
    std::vector<TroubleCount> m_files;
    std::vector<TroubleCount> m_sources;
};

} // namespace fairlead::ui
