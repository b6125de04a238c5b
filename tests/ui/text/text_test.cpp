// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/english_plurals.h"

#include <QCoreApplication>
#include <QTest>

using fairlead::ui::EnglishPlurals;

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
};

QTEST_MAIN(TextTest)
#include "text_test.moc"
