// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>

namespace fairlead::ui {

/// Painting that leaves the painter as it was.
class PainterKeeper {
public:
    explicit PainterKeeper(QPainter* painter) : m_painter(painter) { m_painter->save(); }
    ~PainterKeeper() { m_painter->restore(); }
    PainterKeeper(const PainterKeeper&) = delete;
    PainterKeeper& operator=(const PainterKeeper&) = delete;

private:
    QPainter* m_painter;
};

/// A rounded rectangle whose line lies inside `rect`.
void drawRoundedPanel(QPainter* painter, const QRect& rect, const QColor& ground, const QColor& line, qreal width);

enum class Chevron { Right, Left, Down, Up };
/// An open arrow in the middle of `rect`, `size` pixels wide.
void drawChevron(QPainter* painter, const QRect& rect, Chevron direction, const QColor& colour, qreal size = 8);

} // namespace fairlead::ui
