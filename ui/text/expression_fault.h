// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QRegularExpression;

namespace fairlead::ui {

/// Why an expression is none, and where, from 1: `missing closing parenthesis, at 5`. `typed`: what the person wrote of
/// it, which the place is counted in. Empty: it is one.
[[nodiscard]] QString expressionFault(const QRegularExpression& expression, const QString& typed);

} // namespace fairlead::ui
