// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"

#include <QTabWidget>

#include <functional>
#include <vector>

namespace fairlead::ui {

class Theme;

/// How a page's tab looks.
struct TabFace {
    QString title;
    QString icon; ///< of the set
    QString toolTip;
    bool modified = false;
};

/// The pages in the middle of the window, one tab each. Owns the pages.
class PageTabs : public QTabWidget {
    Q_OBJECT

public:
    /// Makes the page of a place that has none yet; null if there is nothing to show.
    using MakePage = std::function<QWidget*(const Location&)>;

    PageTabs(const Theme& theme, MakePage makePage, QWidget* parent = nullptr);

    /// Shows the page of a place, made if need be. Null if it cannot be made.
    QWidget* showPage(const Location& location, const TabFace& face);
    [[nodiscard]] QWidget* find(const Location& location) const;
    /// Where a page is; its `begin` and `end` are those it was made with.
    [[nodiscard]] Location locationOf(const QWidget* page) const;
    [[nodiscard]] Location currentLocation() const { return locationOf(currentWidget()); }
    [[nodiscard]] std::vector<Location> locations() const; ///< from the left

    void setFace(QWidget* page, const TabFace& face);
    /// The page is another place now: a file under a new name.
    void setLocation(QWidget* page, const Location& location);
    void closePage(QWidget* page);

signals:
    /// The person wants a page closed; nothing has happened yet.
    void closeWanted(QWidget* page);
    /// Another page is shown, or none (null).
    void pageShown(QWidget* page);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Entry {
        QWidget* page;
        Location location;
    };
    void showTabMenu(const QPoint& position);
    void closeOthers(int kept);

    const Theme& m_theme;
    MakePage m_makePage;
    std::vector<Entry> m_entries;
};

} // namespace fairlead::ui
