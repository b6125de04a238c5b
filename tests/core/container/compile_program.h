// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace fairlead::test {

struct Compiled {
    int status = -1;  ///< 0: it compiles
    QString messages; ///< errors and warnings
};

/// Asks a compiler for what it says to a program, with the warnings on that are errors here, as an extension's author
/// asks it: with Fairlead's public headers, and those of `more_folders`. Ends the test if it does not answer.
[[nodiscard]] Compiled compile_program(const QString& compiler, const QString& text,
                                       const QStringList& more_folders = {});

} // namespace fairlead::test
