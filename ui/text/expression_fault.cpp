// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/expression_fault.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace fairlead::ui {

QString expressionFault(const QRegularExpression& expression, const QString& typed) {
    if (expression.isValid())
        return {};
    const QRegularExpression alone(typed);
    const QRegularExpression& faulty = alone.isValid() ? expression : alone;
    const qsizetype place = std::min(faulty.patternErrorOffset(), typed.size()) + 1;
    return QCoreApplication::translate("fairlead::ui::ExpressionFault", "%1, at %2")
        .arg(faulty.errorString(), QString::number(place));
}

} // namespace fairlead::ui
