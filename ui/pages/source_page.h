// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace fairlead::ui {

class ElidedLabel;
class SourceText;
class Theme;

/// The source of an extension, to be read: where something was registered or thrown.
class SourcePage : public QWidget {
    Q_OBJECT

public:
    /// Reads the file; what keeps it from being read stands in its place. `theme` outlives the page.
    SourcePage(const QString& path, const Theme& theme, QWidget* parent = nullptr);

    /// Goes to a line from 1, which is marked; 0: the begin.
    void showLine(int line);
    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] QString path() const { return m_path; }

private:
    void read();

    QString m_path;
    int m_line = 0;
    ElidedLabel* m_head;
    QLabel* m_failure;
    SourceText* m_text;
};

} // namespace fairlead::ui
