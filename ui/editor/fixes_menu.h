// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"
#include "ui/problems/findings.h"

#include <QMenu>

#include <vector>

namespace fairlead::ui {

class Theme;

/// What can be done about the findings of a place, at least one: the fixes, the certain one first and bold; what they
/// would change; the other places they are about; the rule; fairseq2's own words. It keeps copies, so that it may stay
/// open while the session goes on.
class FixesMenu : public QMenu {
    Q_OBJECT

public:
    /// `canFix` is false for text that may not be changed. `theme` outlives it.
    FixesMenu(const Catalog& catalog, const std::vector<Finding>& findings, bool canFix, const Theme& theme,
              QWidget* parent);

signals:
    /// The fix with this number of the finding, to be looked up again (findAgain).
    void fixChosen(const fairlead::Diagnostic& diagnostic, qsizetype fix);
    void differenceWanted(const fairlead::Diagnostic& diagnostic, qsizetype fix);
    void explanationWanted(quint16 rule);
    void placeWanted(const fairlead::ui::Location& place);

private:
    void addFinding(const Catalog& catalog, const Finding& finding, bool canFix, bool withTitle);
    void addFixes(const Diagnostic& diagnostic);
    void addDifferences(const Diagnostic& diagnostic);
    void addPlaces(const Catalog& catalog, const Finding& finding);

    const Theme& m_theme;
};

} // namespace fairlead::ui
