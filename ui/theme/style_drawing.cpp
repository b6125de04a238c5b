// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_drawing.h"

#include <QPolygonF>

namespace fairlead::ui {

void drawRoundedPanel(QPainter* painter, const QRect& rect, const QColor& ground, const QColor& line, qreal width) {
    const PainterKeeper keep(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(ground);
    painter->setPen(width > 0 ? QPen(line, width) : QPen(Qt::NoPen));
    const qreal inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 2.5, 2.5);
}

void drawChevron(QPainter* painter, const QRect& rect, Chevron direction, const QColor& colour, qreal size) {
    const PainterKeeper keep(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->translate(QRectF(rect).center());
    switch (direction) {
    case Chevron::Right:
        break;
    case Chevron::Down:
        painter->rotate(90);
        break;
    case Chevron::Left:
        painter->rotate(180);
        break;
    case Chevron::Up:
        painter->rotate(270);
        break;
    }
    const qreal half = size / 2;
    painter->drawPolyline(QPolygonF({QPointF(-half / 2, -half), QPointF(half / 2, 0), QPointF(-half / 2, half)}));
}

} // namespace fairlead::ui
