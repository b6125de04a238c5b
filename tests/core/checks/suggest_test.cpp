// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/suggest.h"

#include <QTest>

using namespace fairlead;

namespace {

QString nearest(const QString& wrong, const QStringList& candidates) {
    const std::string name = wrong.toStdString();
    return QString::fromStdString(nearest_name(name, [&](const auto& offer) {
        for (const QString& candidate : candidates) {
            offer(candidate.toStdString());
        }
    }));
}

const QStringList architectures = {
    QStringLiteral("7b"),          QStringLiteral("13b"),          QStringLiteral("llama3_8b"),
    QStringLiteral("llama3_1_8b"), QStringLiteral("llama3_1_70b"), QStringLiteral("large_lv60k_10h"),
    QStringLiteral("base_10h"),    QStringLiteral("Causal_LM"),
};

} // namespace

class SuggestTest : public QObject {
    Q_OBJECT

private slots:
    void findsWhatWasMeant_data() {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("expected");
        QTest::newRow("left out") << "llama3_1_8"
                                  << "llama3_1_8b";
        QTest::newRow("put in") << "llama33_1_8b"
                                << "llama3_1_8b";
        QTest::newRow("replaced") << "llamo3_8b"
                                  << "llama3_8b";
        QTest::newRow("swapped") << "lalma3_8b"
                                 << "llama3_8b";
        QTest::newRow("swapped at the end") << "llama3_b8"
                                            << "llama3_8b";
        QTest::newRow("case") << "LLAMA3_8B"
                              << "llama3_8b";
        QTest::newRow("case of the candidate") << "causal_ln"
                                               << "Causal_LM";
        QTest::newRow("goes on") << "large_lv60k"
                                 << "large_lv60k_10h";
        QTest::newRow("short") << "7c"
                               << "7b";
        QTest::newRow("one letter") << "7"
                                    << "";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("unlike any") << "transformer"
                                    << "";
        QTest::newRow("the same") << "13b"
                                  << "";
        QTest::newRow("half of it") << "ba_h"
                                    << "";
        QTest::newRow("very long") << QString(100000, u'a') << "";
    }

    void findsWhatWasMeant() {
        QFETCH(const QString, wrong);
        QFETCH(const QString, expected);
        QCOMPARE(nearest(wrong, architectures), expected);
    }

    void commonBeginningBreaksATie() {
        QCOMPARE(nearest(QStringLiteral("model_x"), {QStringLiteral("nodel_x1"), QStringLiteral("model_xy")}),
                 QStringLiteral("model_xy"));
        QCOMPARE(nearest(QStringLiteral("abcd"), {QStringLiteral("abce"), QStringLiteral("abcf")}),
                 QStringLiteral("abce"));
    }

    /// The distance is that of the textbook's table, whatever is left out of it.
    void agreesWithTheWholeTable() {
        std::uint32_t state = 12345; // the seed
        const auto next = [&state](std::uint32_t end) {
            state = state * 1664525U + 1013904223U;
            return (state >> 8U) % end;
        };
        const auto word = [&] {
            std::string text;
            for (std::uint32_t i = 3 + next(8); i > 0; --i) {
                text += static_cast<char>('a' + static_cast<char>(next(3)));
            }
            return text;
        };
        for (int i = 0; i < 20000; ++i) {
            const std::string wrong = word();
            const std::string right = word();
            const std::size_t limit = std::clamp<std::size_t>(wrong.size() / 3, 1, 5);
            const bool goes_on = wrong.size() >= 4 && right.starts_with(wrong) && right.size() <= 2 * wrong.size();
            NameMatcher matcher(wrong);
            matcher.offer(right);
            const bool near = wrong != right && (goes_on || table(wrong, right) <= limit);
            QVERIFY2(matcher.best() == (near ? right : std::string()), (wrong + " " + right).c_str());
        }
    }

private:
    static std::size_t table(const std::string& a, const std::string& b) {
        std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
        for (std::size_t i = 0; i <= a.size(); ++i) {
            for (std::size_t j = 0; j <= b.size(); ++j) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                d[i][j] =
                    std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.size()][b.size()];
    }
};

QTEST_APPLESS_MAIN(SuggestTest)
#include "suggest_test.moc"
