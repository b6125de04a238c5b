// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace fairlead::ui {

/// Makes `1 card` and `2 cards` of texts written as `tr("%n card(s)", nullptr, n)`, Qt's way of counting, where no
/// translation is loaded. Only those: everything else stays as the source has it.
class EnglishPlurals : public QTranslator {
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* sourceText, const char* disambiguation,
                                    int n) const override;
};

} // namespace fairlead::ui
