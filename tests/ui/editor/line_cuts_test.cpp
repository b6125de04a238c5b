// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/line_cuts.h"

#include <QTest>

using namespace fairlead::ui;

namespace {

QByteArray line(qint64 length) { return QByteArray(length, 'a'); }

constexpr qint64 much = LineCuts::longestLine + 1;

} // namespace

class LineCutsTest : public QObject {
    Q_OBJECT

private slots:
    void ordinaryLinesStayAsTheyAre() {
        const QByteArray text = line(LineCuts::longestLine) + "\r" + line(LineCuts::longestLine) + "\r\nb\n";
        const LineCuts cuts(text);
        QVERIFY(!cuts.any());
        QCOMPARE(cuts.shown(text), text);
        QCOMPARE(cuts.toShown(40'000), 40'000);
        QCOMPARE(cuts.toText(40'000), 40'000);
    }

    void aLongLineEndsInWords_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("number");
        QTest::newRow("alone") << QByteArray() << QByteArray() << 1;
        QTest::newRow("LF") << QByteArray("a\nb\n") << QByteArray("\nc\n") << 3;
        QTest::newRow("CR LF") << QByteArray("a\r\nb\r\n") << QByteArray("\r\nc\r\n") << 3;
        QTest::newRow("CR") << QByteArray("a\rb\r") << QByteArray("\rc\r") << 3;
    }
    void aLongLineEndsInWords() {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const int, number);
        const QByteArray text = before + line(1'000'000) + after;
        const LineCuts cuts(text);
        QVERIFY(cuts.any());
        QCOMPARE(cuts.firstLine(), number);
        QCOMPARE(cuts.firstLength(), 1'000'000);
        QCOMPARE(cuts.shown(text), before + line(2'000) + " … and 998,000 bytes more, not shown" + after);
        const qint64 end = before.size() + 1'000'000;
        QCOMPARE(cuts.toText(cuts.toShown(end)), end);
        QCOMPARE(cuts.toShown(text.size()), cuts.shown(text).size());
        QCOMPARE(cuts.toText(cuts.shown(text).size()), text.size());
    }

    void whatIsLeftOutIsAtItsWords() {
        const QByteArray text = "x\n" + line(much) + "\ny\n" + line(much) + "\nz";
        const LineCuts cuts(text);
        const QByteArray shown = cuts.shown(text);
        const qint64 words = shown.indexOf(" …");
        QCOMPARE(cuts.toShown(2 + much / 2), words);
        QCOMPARE(cuts.toText(words), 2 + 2'000);
        QCOMPARE(cuts.toText(words + 5), 2 + 2'000);
        QCOMPARE(cuts.toShown(text.indexOf("\ny")), shown.indexOf("\ny"));
        QCOMPARE(cuts.toText(shown.indexOf("\ny")), text.indexOf("\ny"));
        QCOMPARE(cuts.toShown(text.size() - 1), shown.size() - 1);
        QCOMPARE(cuts.toText(shown.size() - 1), text.size() - 1);
    }

    void noLetterIsCutInTwo() {
        QByteArray text = "a"; // so that the cut would lie within a letter
        for (int i = 0; i < 20'000; ++i)
            text += "é";
        const LineCuts cuts(text);
        const QByteArray shown = cuts.shown(text);
        QCOMPARE(QString::fromUtf8(shown).toUtf8(), shown);
        QVERIFY(!QString::fromUtf8(shown).contains(QChar::ReplacementCharacter));
    }

    void bytesThatAreNoLetterAreCutAnywhere() {
        const QByteArray text(much, '\x80');
        const LineCuts cuts(text);
        QCOMPARE(cuts.toText(cuts.shown(text).size()), text.size());
        QCOMPARE(cuts.toShown(0), 0);
    }
};

QTEST_GUILESS_MAIN(LineCutsTest)
#include "line_cuts_test.moc"
