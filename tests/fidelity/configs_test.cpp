// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// Compares the configs of cards with what fairseq2's hubs answered to the cards of cases/configs_*.jsonl.
#include "core/registry/bundled.h"
#include "tests/fidelity/case_file.h"
#include "tests/fidelity/config_answer.h"
#include "tests/fidelity/mismatches.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <map>

using fidelity::Json;
using fidelity::Mismatches;

namespace {

/// The variables of the case at hand.
std::map<std::string, std::string, std::less<>> variables;

const char* look_up(const char* name) {
    const auto found = variables.find(std::string_view(name));
    return found == variables.end() ? nullptr : found->second.c_str();
}

/// A variable's bytes: a lone surrogate U+DC80 to U+DCFF stands for a byte that is no UTF-8 (os.fsencode).
std::string encoded(const std::string& text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.compare(at, 2, "\\x") == 0) {
            bytes += static_cast<char>(std::stoi(text.substr(at + 2, 2), nullptr, 16));
            at += 3;
        } else {
            bytes += text[at];
        }
    }
    return bytes;
}

} // namespace

class ConfigsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void answersAsFairseq2Does_data();
    void answersAsFairseq2Does();

private:
    std::unique_ptr<fairlead::CardConfigs> shipped_;
    std::unique_ptr<fairlead::CardConfigs> types_;
};

void ConfigsTest::initTestCase() {
    shipped_ = std::make_unique<fairlead::CardConfigs>(fairlead::bundled_snapshot(), look_up);
    types_ = std::make_unique<fairlead::CardConfigs>(fidelity::types_registry(), look_up);
}

void ConfigsTest::answersAsFairseq2Does_data() {
    QTest::addColumn<QString>("file");
    for (const std::string& name : fidelity::case_file_names("configs_")) {
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
}

void ConfigsTest::answersAsFairseq2Does() {
    QFETCH(QString, file);
    Mismatches mismatches;
    std::size_t unknown = 0;
    std::size_t asked_cases = 0;
    for (const Json& asked : fidelity::load_cases(file.toStdString())) {
        mismatches.asked();
        ++asked_cases;
        variables.clear();
        for (const auto& [name, value] : fidelity::member(asked, "variables").items()) {
            variables[name] = encoded(value.get<std::string>());
        }
        const Json answer = fidelity::config_answer(asked, *shipped_, *types_);
        if (answer.is_null()) {
            ++unknown;
            continue;
        }
        const Json expected = fidelity::recorded_config(asked.at("expect"));
        if (expected != answer && expected != Json{{"changes", "not shown"}}) {
            mismatches.add(asked, "config", fidelity::shown(expected), fidelity::shown(answer));
        }
    }
    QVERIFY2(mismatches.none(), mismatches.summary().c_str());
    // Only what the classes' own code decides is not known: two of the made ones.
    QVERIFY2(unknown * 20 < asked_cases, std::to_string(unknown).c_str());
}

QTEST_APPLESS_MAIN(ConfigsTest)
#include "configs_test.moc"
