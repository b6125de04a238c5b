// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_matcher.h"

#include <QList>
#include <QWidget>

class QAction;
class QComboBox;
class QLineEdit;
class QToolButton;

namespace fairlead::ui {

class ElidedLabel;
class Theme;

/// What is asked of a log, and done with it: level, origin, text or expression; follow, unfold, copy, save, clear.
/// Where there is no room, words become icons, and then what the log's context menu has too gives way. `theme` outlives
/// it.
class LogBar : public QWidget {
    Q_OBJECT

public:
    explicit LogBar(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] LogWish wish() const;
    void setOrigins(const QStringList& origins);
    /// Why the wish is not met; empty: it is.
    void setFault(const QString& fault);
    [[nodiscard]] QString fault() const;
    [[nodiscard]] bool isFollowing() const;
    void setFollowing(bool following);
    void setAllUnfolded(bool unfolded);
    enum class Words { Never, WhereThereIsRoom };
    /// A button for an action that has an icon.
    void addAct(QAction* action, Words words = Words::Never);
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void wishChanged();
    void followingChanged(bool following);
    void unfoldAllWanted(bool unfolded);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void applyTheme();
    void setWorded(bool worded);
    void makeRoom();

    const Theme& m_theme;
    ElidedLabel* m_fault;
    QComboBox* m_level;
    QComboBox* m_origin;
    QLineEdit* m_text;
    QToolButton* m_expression;
    QToolButton* m_follow;
    QToolButton* m_unfold;
    QList<QToolButton*> m_worded;
    QList<QWidget*> m_yielding; // the first goes first
    bool m_allUnfolded = false;
};

} // namespace fairlead::ui
