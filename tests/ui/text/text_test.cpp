// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/act_words.h"
#include "ui/text/at_line.h"
#include "ui/text/english_plurals.h"
#include "ui/text/shortened.h"
#include "ui/text/tool_tip.h"

#include <QAction>
#include <QCoreApplication>
#include <QLabel>
#include <QTest>
#include <QTextDocument>

using namespace fairlead::ui;

class TextTest : public QObject {
    Q_OBJECT

private slots:
    void countsAreInEnglish_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("one") << QByteArray("%n card(s)") << 1 << "1 card";
        QTest::newRow("none") << QByteArray("%n card(s)") << 0 << "0 cards";
        QTest::newRow("many") << QByteArray("%n card(s) in a file") << 12 << "12 cards in a file";
        QTest::newRow("no plural") << QByteArray("%n differ") << 1 << "1 differ";
        QTest::newRow("no count") << QByteArray("card(s)") << -1 << "card(s)";
    }
    void countsAreInEnglish() {
        QFETCH(QByteArray, source);
        QFETCH(int, count);
        QFETCH(QString, text);
        EnglishPlurals plurals;
        QVERIFY(QCoreApplication::installTranslator(&plurals));
        QCOMPARE(QCoreApplication::translate("Any", source.constData(), nullptr, count), text);
    }

    // As Qt lays a tool tip out.
    void toolTipsAreAsWideAsPeopleRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        const QString sentence = QStringLiteral("The file ends where a value is expected: close what is open.");
        QTest::newRow("none") << QString() << 0 << 0;
        QTest::newRow("short") << QStringLiteral("it begins here") << 60 << 200;
        QTest::newRow("a line") << sentence << 250 << 560;
        QTest::newRow("lines") << sentence + QLatin1Char('\n') + sentence << 250 << 560;
        QTest::newRow("long") << QString(sentence + QLatin1Char(' ')).repeated(8) << 560 << 600;
        QTest::newRow("markup") << QStringLiteral("`<class 'dict'>` <b>") << 60 << 300;
    }
    void toolTipsAreAsWideAsPeopleRead() {
        QFETCH(const QString, text);
        QFETCH(const int, least);
        QFETCH(const int, most);
        QLabel tip(toolTipOf(text));
        tip.setWordWrap(true);
        const int width = text.isEmpty() ? 0 : tip.sizeHint().width();
        QVERIFY2(least <= width && width <= most, qPrintable(QString::number(width)));
        QTextDocument document;
        document.setHtml(toolTipOf(text));
        QCOMPARE(document.toPlainText().simplified(), text.simplified());
    }

    void noCharacterIsCutInTwo() {
        const QString pairs = QStringLiteral("🦙").repeated(10); // two units each
        QCOMPARE(beginningOf(pairs, 5), QStringLiteral("🦙🦙"));
        QCOMPARE(beginningOf(pairs, 6), QStringLiteral("🦙🦙🦙"));
        QCOMPARE(beginningOf(pairs, 0), QString());
        for (qsizetype longest = 3; longest < pairs.size(); ++longest) {
            const QString cut = shortened(pairs, longest);
            QVERIFY2(cut.isValidUtf16() && cut.size() <= longest && cut.contains(u'…'), qPrintable(cut));
        }
        const std::string bytes = pairs.toStdString(); // four bytes each
        QCOMPARE(shortenedUtf8(bytes, 7), QStringLiteral("🦙…"));
        QCOMPARE(shortenedUtf8(bytes, 8), QStringLiteral("🦙🦙…"));
        QCOMPARE(shortenedUtf8(bytes, bytes.size()), pairs);
    }

    void aLineIsOfItsFileWhateverThatIsCalled() {
        QCOMPARE(atLine(QStringLiteral("models.yaml"), 12), QStringLiteral("models.yaml:12"));
        QCOMPARE(atLine(QStringLiteral("models.yaml"), 0), QStringLiteral("models.yaml"));
        QCOMPARE(atLine(QStringLiteral("100%2 mine.yaml"), 3), QStringLiteral("100%2 mine.yaml:3"));
    }

    void aPathIsShownWithItsLastFolder() {
        QCOMPARE(atLineInFolder(QStringLiteral("/home/a/lab/setup.py"), 33), QStringLiteral("lab/setup.py:33"));
        QCOMPARE(atLineInFolder(QStringLiteral("/setup.py"), 1), QStringLiteral("/setup.py:1"));
        QCOMPARE(atLineInFolder(QStringLiteral("setup.py"), 0), QStringLiteral("setup.py"));
    }

    void anActIsCalledByItsKeys() {
        QAction act(QStringLiteral("&Quick fixes…"));
        QCOMPARE(keysOrName(act), QStringLiteral("Quick fixes"));
        QCOMPARE(withKeys(QStringLiteral("Mends"), act), QStringLiteral("Mends"));
        act.setShortcuts({Qt::CTRL | Qt::Key_Period, Qt::Key_F4});
        QCOMPARE(keysOrName(act), QStringLiteral("Ctrl+."));
        QCOMPARE(withKeys(QStringLiteral("Mends"), act), QStringLiteral("Mends (Ctrl+.)"));
    }
};

QTEST_MAIN(TextTest)
#include "text_test.moc"
