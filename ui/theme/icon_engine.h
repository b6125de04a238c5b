// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colours.h"

#include <QIconEngine>

#include <memory>
#include <optional>

namespace fairlead::ui {

/// What an icon of the set is drawn in.
enum class IconTone { Act, Thing, Accent, Error, Warning, Ok, Info, Muted };

/// Draws an icon of resources/icons in the colours of the theme, at the size and scale asked for.
///
/// `currentColor` in the drawing stands for the tone's colour, `white` for the ground it lies on.
class IconEngine : public QIconEngine {
public:
    /// No tone: that of the icon's name.
    IconEngine(QString name, std::optional<IconTone> tone, std::shared_ptr<const Colours> colours);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QSize actualSize(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override;
    QString iconName() override { return m_name; }
    bool isNull() override;
    [[nodiscard]] QString key() const override { return QStringLiteral("fairlead"); }
    [[nodiscard]] QIconEngine* clone() const override;

private:
    [[nodiscard]] QColor colourOf(QIcon::Mode mode) const;
    [[nodiscard]] QPixmap drawn(const QSize& size, QIcon::Mode mode) const;

    QString m_name;
    IconTone m_tone;
    std::shared_ptr<const Colours> m_colours;
    std::optional<bool> m_isNull; // not known before somebody asks
};

} // namespace fairlead::ui
