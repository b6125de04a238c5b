// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/count_tiles.h"

#include "ui/detail/title_label.h"
#include "ui/theme/style_drawing.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace fairlead::ui {

CountTiles::CountTiles(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

CountTiles::Cell CountTiles::makeCell() {
    Cell cell{new QWidget, new TitleLabel, new QLabel};
    cell.link->setTextFormat(Qt::RichText);
    cell.link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    auto* layout = new QVBoxLayout(cell.widget);
    layout->setContentsMargins(16, 9, 8, 9);
    layout->setSpacing(2);
    layout->addWidget(cell.number);
    layout->addWidget(cell.link);
    this->layout()->addWidget(cell.widget);
    connect(cell.link, &QLabel::linkActivated, this, &CountTiles::activated);
    return cell;
}

void CountTiles::setTiles(const std::vector<Tile>& tiles) {
    while (m_cells.size() < tiles.size())
        m_cells.push_back(makeCell());
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        m_cells[i].widget->setVisible(i < tiles.size());
        if (i >= tiles.size())
            continue;
        const Tile& tile = tiles[i];
        const QString number = locale().toString(tile.count);
        m_cells[i].number->setText(number);
        m_cells[i].link->setText(QStringLiteral("<a href=\"%1\" style=\"text-decoration:none\">%2</a>")
                                     .arg(tile.link, tile.text.toHtmlEscaped()));
        m_cells[i].link->setAccessibleName(number + QLatin1Char(' ') + tile.text);
    }
    update();
}

void CountTiles::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawRoundedPanel(&painter, rect(), m_theme.colours().base, m_theme.colours().line, 1);
    for (std::size_t i = 1; i < m_cells.size(); ++i)
        if (m_cells[i].widget->isVisible())
            painter.fillRect(QRect(m_cells[i].widget->x(), 1, 1, height() - 2), m_theme.colours().line);
}

} // namespace fairlead::ui
