// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>
#include <QStringList>

namespace fairlead::ui {

class Theme;

/// What was opened last, a row each; says what would be here while there is nothing.
class RecentList : public QListWidget {
    Q_OBJECT

public:
    explicit RecentList(const Theme& theme, QWidget* parent = nullptr);

    void setPaths(const QStringList& paths);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

signals:
    void chosen(const QString& path);
    void removalWanted(const QString& path);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showMenu(const QPoint& position);

    const Theme& m_theme;
};

} // namespace fairlead::ui
