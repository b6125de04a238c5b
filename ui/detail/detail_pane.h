// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace fairlead::ui {

class Theme;

/// A read-only text below or in place of what it is about: a difference, perhaps to be agreed to, or an explanation.
/// Instead of a dialog: work goes on beside it. Escape closes it.
class DetailPane : public QWidget {
    Q_OBJECT

public:
    /// Hidden at first. `theme` outlives it.
    explicit DetailPane(const Theme& theme, QWidget* parent = nullptr);

    /// A unified difference; with `accept` there is a button that calls it, labelled `acceptText`.
    void showDifference(const QString& title, const QByteArray& difference, const QString& acceptText = {},
                        std::function<void()> accept = {});
    void showExplanation(const QString& title, const QString& text);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

public slots:
    void closePane();

signals:
    void closed();

private:
    void open(const QString& title, const QString& text, bool fixedFont);

    QLabel* m_title;
    QPushButton* m_accept;
    QPlainTextEdit* m_text;
    class DifferenceHighlighter* m_highlighter;
    std::function<void()> m_onAccept;
};

} // namespace fairlead::ui
