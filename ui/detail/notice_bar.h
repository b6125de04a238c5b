// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

class QAction;
class QHBoxLayout;
class QLabel;

namespace fairlead::ui {

class Theme;

/// A coloured strip above a page that says what happened and what can be done. It does not go away by itself.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };

    /// Hidden until it is told something. `theme` outlives it.
    NoticeBar(Kind kind, const Theme& theme, QWidget* parent = nullptr);

    /// Words, and an action for each button. The first is the default of Tab's order; none is triggered by itself.
    void say(const QString& text, const QList<QAction*>& actions = {});
    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return m_kind; }
    void setKind(Kind kind);

private:
    void applyTheme();

    Kind m_kind;
    const Theme& m_theme;
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_buttons;
    QList<QAction*> m_actions;
};

} // namespace fairlead::ui
