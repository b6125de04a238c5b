// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// Each rule by cases: what is told, word by word, which fixes are offered, and what the certain ones make of the text.
// A file in fixtures/checks/rules is a rule; in it `#### NAME` begins a case (with `+`: beside fairseq2's own cards),
// and
// `>>>>` what is expected of it. tests/core/checks/checked_texts.h says how sources and findings are written.
#include "checked_texts.h"
#include "core/checks/rules_table.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace fairlead;

namespace {

struct Case {
    QString name;
    QString text;
    QString expected;
    bool with_stock_cards = false;
};

std::vector<Case> read_cases(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    std::vector<Case> cases;
    QString* part = nullptr;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(QStringLiteral("#### "))) {
            cases.emplace_back();
            cases.back().with_stock_cards = line.startsWith(QStringLiteral("#### + "));
            cases.back().name = line.mid(cases.back().with_stock_cards ? 7 : 5);
            part = &cases.back().text;
        } else if (line == QStringLiteral(">>>>") && !cases.empty()) {
            part = &cases.back().expected;
        } else if (part != nullptr) {
            *part += line + u'\n';
        }
    }
    return cases;
}

const QString folder = QStringLiteral(FAIRLEAD_TEST_FIXTURES "/checks/rules");

} // namespace

class RulesTest : public QObject {
    Q_OBJECT

private slots:
    void tells_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("withStockCards");
        for (const QString& name : QDir(folder).entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)) {
            for (const Case& one : read_cases(folder + u'/' + name)) {
                QTest::newRow(qPrintable(name.left(5) + u' ' + one.name))
                    << one.text << one.expected << one.with_stock_cards;
            }
        }
    }

    void tells() {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QFETCH(const bool, withStockCards);
        CheckSession session = checked::session(text, withStockCards);
        QCOMPARE(checked::told(session).trimmed(), expected.trimmed());
    }

    void everyRuleHasCases() {
        for (const CardRule& rule : card_rules()) { // those of sources have sources_test
            const QString id = QString::fromUtf8(rule.info.id.data(), static_cast<qsizetype>(rule.info.id.size()));
            const QStringList files = QDir(folder).entryList({id + QStringLiteral("_*.txt")}, QDir::Files);
            QVERIFY2(files.size() == 1, qPrintable(id));
            const std::vector<Case> cases = read_cases(folder + u'/' + files.front());
            const bool any = std::any_of(cases.begin(), cases.end(),
                                         [&](const Case& one) { return one.expected.contains(u' ' + id + u' '); });
            QVERIFY2(any, qPrintable(id));
        }
    }

    void rowsAreInOrderAndExplained() {
        std::uint16_t last = 0;
        for (const RuleInfo& rule : all_rules()) {
            QVERIFY(rule.number > last);
            last = rule.number;
            QCOMPARE(QString::fromUtf8(rule.id.data(), static_cast<qsizetype>(rule.id.size())),
                     QStringLiteral("FS%1").arg(rule.number, 3, 10, QLatin1Char('0')));
            QVERIFY(rule.explanation.size() > 100 && rule.explanation.ends_with('.'));
            QCOMPARE(rule_info(rule.number)->name, rule.name);
        }
        QCOMPARE(rule_info(39), nullptr);
    }
};

QTEST_APPLESS_MAIN(RulesTest)
#include "rules_test.moc"
