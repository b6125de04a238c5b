// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace fairlead::ui {

class Theme;

/// The heading of a part of a panel: bold, on the ground of table headers, with a line above and below.
class SectionHeading : public QLabel {
    Q_OBJECT

public:
    /// `theme` outlives it.
    SectionHeading(const QString& text, const Theme& theme, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace fairlead::ui
