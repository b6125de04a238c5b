// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/natural_order.h"

#include <QRandomGenerator>
#include <QStringList>
#include <QTest>

#include <algorithm>

using namespace fairlead::ui;

class NaturalOrderTest : public QObject {
    Q_OBJECT

private slots:
    void numbersSortAsNumbers();
    void filesComeBeforeFolders();
    void isAnOrder();
};

void NaturalOrderTest::numbersSortAsNumbers() {
    const QStringList sorted = {QStringLiteral(""),
                                QStringLiteral("7b"),
                                QStringLiteral("007c"),
                                QStringLiteral("13b"),
                                QStringLiteral("65b"),
                                QStringLiteral("A1"),
                                QStringLiteral("a1"),
                                QStringLiteral("a01x"),
                                QStringLiteral("a2"),
                                QStringLiteral("llama2_7b"),
                                QStringLiteral("llama2_70b"),
                                QStringLiteral("llama3_1_8b"),
                                QStringLiteral("llama3_1_70b"),
                                QStringLiteral("llama3_2_1b"),
                                QStringLiteral("llama3_8b"),
                                QStringLiteral("my_llama"),
                                QStringLiteral("my_llama@cluster"),
                                QStringLiteral("my_llama_1b"),
                                QStringLiteral("x99999999999999999999999999"),
                                QStringLiteral("x100000000000000000000000000")};
    QStringList names = sorted;
    std::reverse(names.begin(), names.end());
    std::sort(names.begin(), names.end(), [](const QString& a, const QString& b) { return naturallyLess(a, b); });
    QCOMPARE(names, sorted);
}

void NaturalOrderTest::filesComeBeforeFolders() {
    const QStringList sorted = {QStringLiteral("asr.yaml"), QStringLiteral("tokenizers.yaml"),
                                QStringLiteral("data/b.yaml"), QStringLiteral("data/deep/a.yaml"),
                                QStringLiteral("old/asr.yaml")};
    QStringList paths = sorted;
    std::reverse(paths.begin(), paths.end());
    std::sort(paths.begin(), paths.end(), [](const QString& a, const QString& b) { return pathNaturallyLess(a, b); });
    QCOMPARE(paths, sorted);
}

void NaturalOrderTest::isAnOrder() {
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QString letters = QStringLiteral("aAb019_@");
    const auto name = [&] {
        QString text;
        for (int length = random.bounded(7); length > 0; --length)
            text += letters[random.bounded(letters.size())];
        return text;
    };
    for (int round = 0; round < 20000; ++round) {
        const QString a = name();
        const QString b = name();
        const QString c = name();
        QCOMPARE(compareNaturally(a, b) > 0, compareNaturally(b, a) < 0);
        QCOMPARE(compareNaturally(a, b) == 0, a == b);
        if (const int order = naturalKey(a).compare(naturalKey(b)))
            QVERIFY2((order < 0) == naturallyLess(a, b), qPrintable(a + QLatin1Char(' ') + b));
        else
            QCOMPARE(naturallyLess(a, b), a < b);
        if (naturallyLess(a, b) && naturallyLess(b, c))
            QVERIFY2(naturallyLess(a, c), qPrintable(a + QLatin1Char(' ') + b + QLatin1Char(' ') + c));
    }
}

QTEST_GUILESS_MAIN(NaturalOrderTest)
#include "natural_order_test.moc"
