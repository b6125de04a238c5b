// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace fairlead::ui {

class Theme;

/// A text to be read, with its lines' numbers and one marked line.
class SourceText : public QPlainTextEdit {
    Q_OBJECT

public:
    /// `theme` outlives it.
    explicit SourceText(const Theme& theme, QWidget* parent = nullptr);

    /// Marks a line from 1 and scrolls it to the middle.
    void markLine(int line);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Margin;
    void layOut();
    void paintMargin(QPaintEvent* event);
    void updateMark();

    const Theme& m_theme;
    Margin* m_margin;
    int m_marked = 0;
};

} // namespace fairlead::ui
