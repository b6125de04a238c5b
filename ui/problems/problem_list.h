// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"
#include "ui/navigation/location.h"
#include "ui/problems/diagnostic_words.h"

#include <QString>

#include <optional>
#include <vector>

namespace fairlead::ui {

/// A place in the table: `asr.yaml:11:1`.
struct ProblemPlace {
    QString text;
    std::optional<Location> location; ///< none: there is no text to go to
    friend bool operator==(const ProblemPlace&, const ProblemPlace&) = default;
};

/// A finding as the table keeps it, free of the session: that changes with every keystroke.
struct ProblemRow {
    Diagnostic diagnostic;
    QString message; ///< as it is shown
    Weight weight = Weight::Error;
    ProblemPlace place;
    QString card;
    std::vector<ProblemPlace> related; ///< one for each of diagnostic.related
    [[nodiscard]] int childCount() const;
    [[nodiscard]] bool hasSays() const { return !diagnostic.fairseq2_says.empty(); }
};

/// Whether both are the same finding with the same rows below it; where they are may differ.
[[nodiscard]] bool isSameProblem(const ProblemRow& left, const ProblemRow& right);

/// Which findings are shown.
struct ProblemFilter {
    bool errors = true; ///< those that stop the load too
    bool warnings = true;
    bool infos = true;
    bool packages = false;       ///< errors and warnings of the registry's own cards too
    std::optional<quint32> file; ///< only those with a place in it
    [[nodiscard]] bool takes(Weight weight) const;
};

struct ProblemList {
    std::vector<ProblemRow> rows; ///< shown, the worst first, then by file as in the tree; those of packages last
    int unlisted = 0;             ///< to be shown, but beyond the most rows that are kept
    int errors = 0;               ///< of the files in question, shown or not; with those of packages if they are shown
    int warnings = 0;
    int infos = 0;
    int certain = 0;  ///< certain fixes that could be made together
    int packages = 0; ///< errors and warnings of package cards
};

[[nodiscard]] ProblemList problemList(const CheckSession& session, const ProblemFilter& filter);

} // namespace fairlead::ui
