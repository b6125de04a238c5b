// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon_engine.h"

#include <QFile>
#include <QHash>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace fairlead::ui {

namespace {

QString fileOf(const QString& name) { return QStringLiteral(":/icons/") + name + QStringLiteral(".svg"); }

// What is not listed is an act.
IconTone toneOf(const QString& name) {
    static const QHash<QString, IconTone> tones = {
        {QStringLiteral("family"), IconTone::Thing},
        {QStringLiteral("architecture"), IconTone::Thing},
        {QStringLiteral("card"), IconTone::Thing},
        {QStringLiteral("tokenizer"), IconTone::Thing},
        {QStringLiteral("dataset"), IconTone::Thing},
        {QStringLiteral("folder"), IconTone::Thing},
        {QStringLiteral("package"), IconTone::Thing},
        {QStringLiteral("extension"), IconTone::Thing},
        {QStringLiteral("environment"), IconTone::Thing},
        {QStringLiteral("recorded"), IconTone::Thing},
        {QStringLiteral("file"), IconTone::Thing},
        {QStringLiteral("filter"), IconTone::Thing},
        {QStringLiteral("search"), IconTone::Thing},
        {QStringLiteral("lock"), IconTone::Thing},
        {QStringLiteral("debug"), IconTone::Muted},
        {QStringLiteral("not-read"), IconTone::Muted},
        {QStringLiteral("error"), IconTone::Error},
        {QStringLiteral("stops-load"), IconTone::Error},
        {QStringLiteral("failed-halfway"), IconTone::Error},
        {QStringLiteral("exited"), IconTone::Error},
        {QStringLiteral("crashed"), IconTone::Error},
        {QStringLiteral("timed-out"), IconTone::Error},
        {QStringLiteral("flooded"), IconTone::Error},
        {QStringLiteral("warning"), IconTone::Warning},
        {QStringLiteral("differs"), IconTone::Warning},
        {QStringLiteral("differs-left"), IconTone::Warning},
        {QStringLiteral("differs-right"), IconTone::Warning},
        {QStringLiteral("ok"), IconTone::Ok},
        {QStringLiteral("info"), IconTone::Info},
    };
    return tones.value(name, IconTone::Act);
}

bool isState(IconTone tone) {
    return tone == IconTone::Error || tone == IconTone::Warning || tone == IconTone::Ok || tone == IconTone::Info;
}

} // namespace

IconEngine::IconEngine(QString name, std::optional<IconTone> tone, std::shared_ptr<const Colours> colours)
    : m_name(std::move(name)), m_tone(tone ? *tone : toneOf(m_name)), m_colours(std::move(colours)) {}

QColor IconEngine::colourOf(QIcon::Mode mode) const {
    if (mode == QIcon::Disabled)
        return m_colours->disabledText;
    if (mode == QIcon::Selected && !isState(m_tone))
        return m_colours->selectedText;
    switch (m_tone) {
    case IconTone::Act:
        return m_colours->text;
    case IconTone::Thing:
    case IconTone::Muted:
        return m_colours->secondaryText;
    case IconTone::Accent:
        return m_colours->accent;
    case IconTone::Error:
        return m_colours->error;
    case IconTone::Warning:
        return m_colours->warning;
    case IconTone::Ok:
        return m_colours->ok;
    case IconTone::Info:
        return m_colours->info;
    }
    return m_colours->text;
}

QPixmap IconEngine::drawn(const QSize& size, QIcon::Mode mode) const {
    const QColor colour = colourOf(mode);
    const QString cacheKey = QStringLiteral("fairlead-icon/%1/%2/%3/%4x%5")
                                 .arg(m_name, colour.name(), m_colours->base.name())
                                 .arg(size.width())
                                 .arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(cacheKey, &pixmap))
        return pixmap;

    QFile file(fileOf(m_name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray drawing = file.readAll();
    drawing.replace("currentColor", colour.name().toLatin1());
    drawing.replace("\"white\"", '"' + m_colours->base.name().toLatin1() + '"');

    QSvgRenderer renderer(drawing);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const int side = std::min(size.width(), size.height());
    renderer.render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
    painter.end();
    pixmap = QPixmap::fromImage(image);
    QPixmapCache::insert(cacheKey, pixmap);
    return pixmap;
}

void IconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) {
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    QPixmap pixmap = drawn((QSizeF(rect.size()) * ratio).toSize(), mode);
    pixmap.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), pixmap);
}

QPixmap IconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) { return drawn(size, mode); }

QPixmap IconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) {
    return drawn(size, mode); // `size` is in the device's pixels already
}

QSize IconEngine::actualSize(const QSize& size, QIcon::Mode, QIcon::State) { return size; }

QList<QSize> IconEngine::availableSizes(QIcon::Mode, QIcon::State) { return {QSize(16, 16)}; }

bool IconEngine::isNull() {
    if (!m_isNull)
        m_isNull = !QFile::exists(fileOf(m_name));
    return *m_isNull;
}

QIconEngine* IconEngine::clone() const { return new IconEngine(*this); }

} // namespace fairlead::ui
