// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/container/error_text.h"
#include "tests/core/container/golden/questions.h"

#include <QTest>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace fairlead;
using fairlead::test::thrown_by;
using golden::questions;

/// Our container's answers beside those that record.py had of fairseq2's.
class GoldenTest : public QObject {
    Q_OBJECT

private slots:
    void everyQuestionIsAsked() {
        std::ifstream file(FAIRLEAD_SOURCE_DIR "/tests/core/container/golden/answers.json");
        const auto answers = nlohmann::json::parse(file).get<std::map<std::string, std::string>>();
        QCOMPARE(answers.size(), questions().size());
    }

    void answer_data() {
        QTest::addColumn<QString>("expected");
        std::ifstream file(FAIRLEAD_SOURCE_DIR "/tests/core/container/golden/answers.json");
        for (const auto& [name, text] : nlohmann::json::parse(file).get<std::map<std::string, std::string>>())
            QTest::newRow(name.c_str()) << QString::fromStdString(text);
    }
    void answer() {
        QFETCH(QString, expected);
        const auto question = questions().find(QTest::currentDataTag());
        QVERIFY2(question != questions().end(), "nobody asks this here");
        DependencyContainer container;
        std::string said;
        const std::string error = thrown_by([&] { said = question->second(container); });
        QCOMPARE(QString::fromStdString(error.empty() ? said : error), expected);
    }
};

QTEST_APPLESS_MAIN(GoldenTest)
#include "golden_test.moc"
