// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/variables.h"

#include <QString>

namespace fairlead::ui {

class DirectoryLooks;

/// What fairseq2 makes of a variable, for people.
struct VariableWords {
    enum class Act { None, ShowWhy, ShowFolder, StopCounting };

    QString icon;        ///< of the theme
    QString text;        ///< a sentence
    Act act = Act::None; ///< what its link does
    QString linkText{};  ///< empty: no link
    QString detail{};    ///< of ShowWhy: fairseq2's words; of ShowFolder: the folder
};

/// `variable`: as they are here; `looks`: by these.
[[nodiscard]] VariableWords wordsOf(const QString& name, const VariableLookup& variable, const VariableLookup& shell,
                                    const DirectoryLooks& looks);

/// A value as the shell has it: `unset`, what an empty one means, the value; a secret is not shown.
[[nodiscard]] QString shellText(const KnownVariable& known, const char* value);

} // namespace fairlead::ui
