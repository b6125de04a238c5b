// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/icon_engine.h"
#include "ui/theme/style.h"
#include "ui/theme/system_scheme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>

static void loadIcons() {
    Q_INIT_RESOURCE(icons); // of a static library: nobody else would
}

namespace fairlead::ui {

namespace {

constexpr int smallestPixels = 11;

} // namespace

Theme::Theme(QObject* parent) : QObject(parent), m_colours(std::make_shared<Colours>(lightColours())) { loadIcons(); }

Theme::~Theme() = default;

void Theme::apply(QApplication& application, Choice choice) {
    m_choice = choice;
    m_system = std::make_unique<SystemScheme>(application.palette());
    connect(m_system.get(), &SystemScheme::changed, this, &Theme::update);
    m_application = &application;
    m_systemFont = QApplication::font();
    application.setStyle(new Style(m_colours));
    update();
}

void Theme::setChoice(Choice choice) {
    if (choice == m_choice)
        return;
    m_choice = choice;
    update();
}

void Theme::setFontSize(int points) {
    if (points == m_fontSize || !m_application)
        return;
    m_fontSize = points;
    QFont font = m_systemFont;
    if (points > 0)
        font.setPointSize(points);
    QApplication::setFont(font);
    emit changed();
}

std::optional<Theme::Choice> Theme::choiceOf(const QString& word) {
    if (word == QLatin1String("system"))
        return Choice::System;
    if (word == QLatin1String("light"))
        return Choice::Light;
    if (word == QLatin1String("dark"))
        return Choice::Dark;
    return std::nullopt;
}

QString Theme::wordOf(Choice choice) {
    switch (choice) {
    case Choice::Light:
        return QStringLiteral("light");
    case Choice::Dark:
        return QStringLiteral("dark");
    case Choice::System:
        break;
    }
    return QStringLiteral("system");
}

void Theme::update() {
    m_dark = m_choice == Choice::Dark || (m_choice == Choice::System && m_system && m_system->isDark());
    *m_colours = m_dark ? darkColours() : lightColours();
    if (m_application)
        m_application->setPalette(paletteOf(*m_colours));
    emit changed();
}

QIcon Theme::icon(const QString& name) const {
    QIcon& icon = m_icons[name];
    if (icon.isNull())
        icon = QIcon(new IconEngine(name, std::nullopt, m_colours));
    return icon;
}

QIcon Theme::accentIcon(const QString& name) const { return QIcon(new IconEngine(name, IconTone::Accent, m_colours)); }

QFont Theme::secondaryFont(const QFont& font) {
    QFont smaller(font);
    const int pixels = QFontInfo(font).pixelSize();
    smaller.setPixelSize(std::max(std::min(pixels, smallestPixels), pixels * 11 / 12));
    return smaller;
}

QFont Theme::titleFont(const QFont& font) {
    QFont larger(font);
    larger.setBold(true);
    larger.setPixelSize(QFontInfo(font).pixelSize() * 3 / 2);
    return larger;
}

QFont Theme::fixedFont() {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont general = QApplication::font();
    if (general.pointSizeF() > 0)
        font.setPointSizeF(general.pointSizeF());
    else
        font.setPixelSize(general.pixelSize());
    return font;
}

} // namespace fairlead::ui
