// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"

#include <QWidget>

class QLabel;
class QTimer;

namespace fairlead::ui {

class LinkListView;
class SectionHeading;
class Theme;
class Workspace;

/// Beside an architecture or a family: the cards that use it, who registered it, and what is close to it.
class UsedByPanel : public QWidget {
    Q_OBJECT

public:
    UsedByPanel(Workspace& workspace, const Theme& theme, QWidget* parent = nullptr);

    /// An Architecture or a Family; anything else leaves the panel as it is.
    void show(const Location& location);

signals:
    void linkActivated(const fairlead::ui::Location& location);
    /// `3 cards`, for the dock's title.
    void countChanged(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void fillWhenSeen();
    void fillRegistered();
    void fillClosest();

    Workspace& m_workspace;
    Location m_location;
    LinkListView* m_cards;
    QLabel* m_noCards;
    QLabel* m_registered;
    SectionHeading* m_closestHeading;
    LinkListView* m_closest;
    QTimer* m_refill;
    bool m_stale = false; // what it shows is of before; filled when it is seen again
};

} // namespace fairlead::ui
