// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/problems/diagnostic_words.h"

#include <QWidget>

#include <array>

class QComboBox;
class QPushButton;

namespace fairlead::ui {

class Theme;

/// Which findings are shown: a toggle for each severity with its count, the choice of files; and the fixes that leave
/// no choice. Where there is little room its words give way to numbers, which keep their names and tool tips.
class ProblemsBar : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsBar(const Theme& theme, QWidget* parent = nullptr);

    struct Counts {
        int errors = 0; ///< those that stop the load too
        int warnings = 0;
        int infos = 0;
        int certain = 0; ///< certain fixes that could be made together
    };
    void setCounts(const Counts& counts);
    [[nodiscard]] bool shows(Weight weight) const;
    [[nodiscard]] bool isOfOneFile() const;
    /// What the person left out, a bit each: errors, warnings, infos.
    [[nodiscard]] int hidden() const;
    void setHidden(int hidden);

    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void filterChanged();
    void fixAllWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum class Length { Full, ShortFix, Numbers };
    void setTexts(Length length);
    void fit();
    [[nodiscard]] QPushButton* addButton(const QIcon& icon, const QString& toolTip);

    Counts m_counts;
    std::array<QPushButton*, 3> m_toggles{}; // errors, warnings, infos
    QComboBox* m_scope;
    QPushButton* m_fixAll;
};

} // namespace fairlead::ui
