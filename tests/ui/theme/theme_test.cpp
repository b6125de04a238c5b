// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOptionHeader>
#include <QTest>

using namespace fairlead::ui;

namespace {

using Role = QColor Colours::*;
struct Named {
    const char* name;
    Role role;
};

const Named window = {"window", &Colours::window};
const Named base = {"base", &Colours::base};
const Named alternate = {"alternate", &Colours::alternate};
const Named header = {"header", &Colours::header};
const Named control = {"control", &Colours::control};
const Named selection = {"selection", &Colours::selection};
const Named errorGround = {"errorGround", &Colours::errorGround};
const Named warningGround = {"warningGround", &Colours::warningGround};
const Named infoGround = {"infoGround", &Colours::infoGround};

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void contrastOfBlackOnWhiteIs21();
    void everyTextIsReadableOnItsGrounds_data();
    void everyTextIsReadableOnItsGrounds();
    void everyRoleOfEveryGroupIsSet();
    void choicesHaveWords();
    void switchingWhileRunningChangesPaletteAndIcons();
    void everyIconIsDrawnCrisplyAtEveryScale_data();
    void everyIconIsDrawnCrisplyAtEveryScale();
    void statesDifferInShapeNotOnlyInColour();
    void anUnknownIconIsNull();
    void secondaryTextIsNeverTooSmall();
    void aHeadingWithoutRoomIsShortened();

private:
    Theme m_theme;
};

void ThemeTest::initTestCase() { m_theme.apply(*qApp, Theme::Choice::Light); }

void ThemeTest::contrastOfBlackOnWhiteIs21() {
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
}

void ThemeTest::everyTextIsReadableOnItsGrounds_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    const QList<Named> plain = {window, base, alternate, header, control};
    const QList<Named> coloured = {errorGround, warningGround, infoGround};
    const QList<Named> editor = {base, alternate};
    const QList<std::pair<Named, QList<Named>>> pairs = {
        {{"text", &Colours::text}, plain + coloured},
        {{"selectedText", &Colours::selectedText}, {selection}},
        {{"secondaryText", &Colours::secondaryText}, plain + QList<Named>{selection}},
        {{"link", &Colours::link}, plain + coloured + QList<Named>{selection}},
        {{"accent", &Colours::accent}, {base, window}},
        {{"error", &Colours::error}, plain + QList<Named>{errorGround, selection}},
        {{"warning", &Colours::warning}, plain + QList<Named>{warningGround, selection}},
        {{"info", &Colours::info}, plain + QList<Named>{infoGround, selection}},
        {{"ok", &Colours::ok}, plain + QList<Named>{selection}},
        {{"yamlKey", &Colours::yamlKey}, editor},
        {{"yamlText", &Colours::yamlText}, editor},
        {{"yamlNumber", &Colours::yamlNumber}, editor},
        {{"yamlComment", &Colours::yamlComment}, editor},
    };
    using P = QPalette;
    const QList<std::pair<P::ColorRole, P::ColorRole>> roles = {{P::WindowText, P::Window},
                                                                {P::Text, P::Base},
                                                                {P::Text, P::AlternateBase},
                                                                {P::ButtonText, P::Button},
                                                                {P::Link, P::Base},
                                                                {P::Link, P::Window},
                                                                {P::LinkVisited, P::Base},
                                                                {P::ToolTipText, P::ToolTipBase},
                                                                {P::HighlightedText, P::Highlight},
                                                                {P::PlaceholderText, P::Base},
                                                                {P::PlaceholderText, P::Window},
                                                                {P::Text, P::Highlight}};
    for (const bool dark : {false, true}) {
        const QPalette palette = paletteOf(dark ? darkColours() : lightColours());
        for (const P::ColorGroup group : {P::Active, P::Inactive})
            for (const auto& [text, ground] : roles)
                QTest::addRow("%s palette, group %d: role %d on %d", dark ? "dark" : "light", group, text, ground)
                    << dark << palette.color(group, text) << palette.color(group, ground);
        const Colours colours = dark ? darkColours() : lightColours();
        for (const auto& [text, grounds] : pairs)
            for (const Named& ground : grounds)
                QTest::addRow("%s: %s on %s", dark ? "dark" : "light", text.name, ground.name)
                    << dark << colours.*text.role << colours.*ground.role;
    }
}

void ThemeTest::everyTextIsReadableOnItsGrounds() {
    QFETCH(const QColor, text);
    QFETCH(const QColor, ground);
    const double ratio = contrast(text, ground);
    QVERIFY2(ratio >= 4.5,
             qPrintable(QStringLiteral("%1 on %2 is only %3 : 1").arg(text.name(), ground.name()).arg(ratio)));
}

void ThemeTest::everyRoleOfEveryGroupIsSet() {
    for (const Colours& colours : {lightColours(), darkColours()}) {
        const QPalette palette = paletteOf(colours);
        for (int group = 0; group < QPalette::NColorGroups; ++group)
            for (int role = 0; role < QPalette::NColorRoles; ++role)
                if (role != QPalette::NoRole)
                    QVERIFY2(palette.isBrushSet(static_cast<QPalette::ColorGroup>(group),
                                                static_cast<QPalette::ColorRole>(role)),
                             qPrintable(QStringLiteral("role %1 of group %2").arg(role).arg(group)));
        QVERIFY(palette.color(QPalette::Disabled, QPalette::Text) != palette.color(QPalette::Active, QPalette::Text));
        QCOMPARE(palette.color(QPalette::Inactive, QPalette::Text), palette.color(QPalette::Active, QPalette::Text));
    }
}

void ThemeTest::choicesHaveWords() {
    for (const Theme::Choice choice : {Theme::Choice::System, Theme::Choice::Light, Theme::Choice::Dark})
        QCOMPARE(Theme::choiceOf(Theme::wordOf(choice)), std::optional(choice));
    QCOMPARE(Theme::choiceOf(QStringLiteral("darkish")), std::nullopt);
}

void ThemeTest::switchingWhileRunningChangesPaletteAndIcons() {
    QSignalSpy changed(&m_theme, &Theme::changed);
    const QIcon icon = m_theme.icon(QStringLiteral("reload"));
    const QImage light = icon.pixmap(16).toImage();
    m_theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0x22262b));
    QVERIFY2(icon.pixmap(16).toImage() != light, "an icon made before the switch is drawn in the new colours");
    m_theme.setChoice(Theme::Choice::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0xf4f5f7));
    QCOMPARE(icon.pixmap(16).toImage(), light);
}

void ThemeTest::everyIconIsDrawnCrisplyAtEveryScale_data() {
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() >= 40);
    for (const QString& file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void ThemeTest::everyIconIsDrawnCrisplyAtEveryScale() {
    QFETCH(const QString, name);
    const QIcon icon = m_theme.icon(name);
    QVERIFY(!icon.isNull());
    const auto hasInk = [](const QImage& image) {
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).alpha() > 200)
                    return true;
        return false;
    };
    const QPixmap single = icon.pixmap(QSize(16, 16), 1.0);
    const QPixmap twice = icon.pixmap(QSize(16, 16), 2.0);
    QCOMPARE(single.size(), QSize(16, 16));
    QCOMPARE(twice.size(), QSize(32, 32));
    QCOMPARE(twice.devicePixelRatio(), 2.0);
    QVERIFY(hasInk(single.toImage()));
    QVERIFY(hasInk(icon.pixmap(QSize(16, 16), 1.0, QIcon::Disabled).toImage()));
    QVERIFY2(twice.toImage() != single.scaled(32, 32).toImage(), "drawn for the scale, not stretched");
}

void ThemeTest::statesDifferInShapeNotOnlyInColour() {
    const QStringList states = {QStringLiteral("ok"),         QStringLiteral("error"),
                                QStringLiteral("warning"),    QStringLiteral("info"),
                                QStringLiteral("stops-load"), QStringLiteral("failed-halfway"),
                                QStringLiteral("exited"),     QStringLiteral("crashed"),
                                QStringLiteral("timed-out"),  QStringLiteral("not-read")};
    QHash<QByteArray, QString> shapes;
    for (const QString& state : states) {
        // Disabled icons are all of one colour: what is left is the shape.
        const QImage image = m_theme.icon(state).pixmap(QSize(16, 16), 1.0, QIcon::Disabled).toImage();
        const QByteArray pixels(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes());
        QVERIFY2(!shapes.contains(pixels), qPrintable(state + QStringLiteral(" looks like ") + shapes.value(pixels)));
        shapes.insert(pixels, state);
    }
}

void ThemeTest::anUnknownIconIsNull() { QVERIFY(m_theme.icon(QStringLiteral("no-such-icon")).pixmap(16).isNull()); }

void ThemeTest::aHeadingWithoutRoomIsShortened() {
    const auto painted = [](const QString& text) {
        QImage image(80, 24, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionHeader option;
        option.fontMetrics = painter.fontMetrics();
        option.palette = qApp->palette();
        option.rect = image.rect();
        option.text = text;
        qApp->style()->drawControl(QStyle::CE_HeaderLabel, &option, &painter);
        return image;
    };
    const QString whole = QStringLiteral("Class default, 13 differ");
    const QString fitting = QFontMetrics(QGuiApplication::font()).elidedText(whole, Qt::ElideRight, 80);
    QVERIFY(fitting != whole);
    QCOMPARE(painted(whole), painted(fitting));
}

void ThemeTest::secondaryTextIsNeverTooSmall() {
    QFont font = QApplication::font();
    font.setPixelSize(12);
    QCOMPARE(Theme::secondaryFont(font).pixelSize(), 11);
    font.setPixelSize(24);
    QCOMPARE(Theme::secondaryFont(font).pixelSize(), 22);
    font.setPixelSize(11);
    QCOMPARE(Theme::secondaryFont(font).pixelSize(), 11);
}

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
