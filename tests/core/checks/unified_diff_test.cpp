// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/line_differences.h"
#include "core/checks/unified_diff.h"

#include <QTest>

#include <random>

using namespace fairlead;

class UnifiedDiffTest : public QObject {
    Q_OBJECT

private slots:
    void isAsDiffPrintsIt_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray head = "--- a\n+++ b\n";
        QTest::newRow("equal") << QByteArray("x\n") << QByteArray("x\n") << QByteArray();
        QTest::newRow("last line taken out")
            << QByteArray("name: a\n---\n") << QByteArray("name: a\n") << head + "@@ -1,2 +1 @@\n name: a\n----\n";
        QTest::newRow("a line changed") << QByteArray("1\n2\n3\n4\n5\n6\n7\n8\n9\n")
                                        << QByteArray("1\n2\n3\n4\nfive\n6\n7\n8\n9\n")
                                        << head + "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n";
        QTest::newRow("two hunks") << QByteArray("a\n1\n2\n3\n4\n5\n6\n7\nb\n")
                                   << QByteArray("A\n1\n2\n3\n4\n5\n6\n7\nB\n")
                                   << head +
                                          "@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n";
        QTest::newRow("one hunk when near")
            << QByteArray("a\n1\n2\n3\n4\n5\n6\nb\n") << QByteArray("A\n1\n2\n3\n4\n5\n6\nB\n")
            << head + "@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n";
        QTest::newRow("everything taken out") << QByteArray("x\n") << QByteArray() << head + "@@ -1 +0,0 @@\n-x\n";
        QTest::newRow("from nothing") << QByteArray() << QByteArray("x\ny\n") << head + "@@ -0,0 +1,2 @@\n+x\n+y\n";
        QTest::newRow("no last line's end") << QByteArray("x\ny") << QByteArray("x\ny\n")
                                            << head + "@@ -1,2 +1,2 @@\n x\n-y\n\\ No newline at end of file\n+y\n";
        QTest::newRow("CRLF is kept") << QByteArray("x\r\ny\r\n") << QByteArray("x\r\n")
                                      << head + "@@ -1,2 +1 @@\n x\r\n-y\r\n";
        QTest::newRow("any bytes") << QByteArray("\xFF\n\0\n", 4) << QByteArray("\xFF\n")
                                   << head + "@@ -1,2 +1 @@\n \xFF\n-" + QByteArray("\0\n", 2);
    }

    void isAsDiffPrintsIt() {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(unified_diff(before.toStdString(), after.toStdString(), "a", "b")),
                 expected);
    }

    void differencesLeadFromOneToTheOther() {
        for (std::uint32_t seed = 1; seed <= 400; ++seed) {
            std::mt19937 random(seed);
            const auto below = [&](std::size_t end) {
                return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
            };
            const std::string_view letters[] = {"a\n", "b\n", "c\n", "d\n"};
            std::vector<std::string_view> before;
            for (std::size_t i = below(60); i > 0; --i) {
                before.push_back(letters[below(4)]);
            }
            std::vector<std::string_view> after = before;
            for (std::size_t i = below(20); i > 0; --i) {
                const std::size_t at = below(after.size() + 1);
                if (below(2) == 0 || at == after.size()) {
                    after.insert(after.begin() + static_cast<std::ptrdiff_t>(at), letters[below(4)]);
                } else {
                    after.erase(after.begin() + static_cast<std::ptrdiff_t>(at));
                }
            }
            std::vector<std::string_view> made;
            std::size_t at = 0;
            for (const LineDifference& one : line_differences(before, after)) {
                made.insert(made.end(), before.begin() + static_cast<std::ptrdiff_t>(at),
                            before.begin() + static_cast<std::ptrdiff_t>(one.before_begin));
                QCOMPARE(made.size(), one.after_begin);
                made.insert(made.end(), after.begin() + static_cast<std::ptrdiff_t>(one.after_begin),
                            after.begin() + static_cast<std::ptrdiff_t>(one.after_end));
                at = one.before_end;
            }
            made.insert(made.end(), before.begin() + static_cast<std::ptrdiff_t>(at), before.end());
            QVERIFY2(made == after, ("seed " + std::to_string(seed)).c_str());
        }
    }

    void manyDifferencesEndSoon() {
        std::string before;
        std::string after;
        for (int i = 0; i < 30000; ++i) {
            before += "x" + std::to_string(i) + "\n";
            after += "y" + std::to_string(i) + "\n";
        }
        QVERIFY(unified_diff(before, after, "a", "b").size() > before.size() + after.size());
    }
};

QTEST_APPLESS_MAIN(UnifiedDiffTest)
#include "unified_diff_test.moc"
