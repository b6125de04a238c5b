// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

#include <vector>

class QLabel;

namespace fairlead::ui {

class Theme;

/// Numbers side by side, each with a link under it that says what is counted.
class CountTiles : public QFrame {
    Q_OBJECT

public:
    explicit CountTiles(const Theme& theme, QWidget* parent = nullptr);

    struct Tile {
        QString link; ///< what `activated` tells
        qsizetype count = 0;
        QString text;
    };
    void setTiles(const std::vector<Tile>& tiles);

signals:
    void activated(const QString& link);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Cell {
        QWidget* widget;
        QLabel* number;
        QLabel* link;
    };
    Cell makeCell();

    const Theme& m_theme;
    std::vector<Cell> m_cells;
};

} // namespace fairlead::ui
