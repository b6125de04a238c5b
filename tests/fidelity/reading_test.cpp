// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// Compares the reader with what ruamel.yaml answered to the texts of cases/yaml_*.jsonl.
#include "core/yaml/stream.h"
#include "tests/fidelity/case_file.h"
#include "tests/fidelity/mismatches.h"
#include "tests/fidelity/typed_value.h"

#include <nlohmann/json.hpp>

#include <QRegularExpression>
#include <QTest>

using fairlead::yaml::Document;
using fairlead::yaml::Problem;
using fairlead::yaml::Stream;
using fidelity::Json;

namespace {

/// What an exception says; without the place of a decoding error, which Python counts from where it last read on.
Json words(const Json& python_class, const Json& text) {
    static const QRegularExpression place(" in position [0-9-]+");
    if (python_class != "UnicodeDecodeError") {
        return text;
    }
    return QString::fromStdString(text.get<std::string>()).remove(place).toStdString();
}

/// What the core reads, in the form of the recorded answers.
Json answer(const Stream& stream, const Json& expected) {
    if (const Problem* problem = stream.first_problem().problem) {
        const Json said = words(problem->python_class, fidelity::typed_text(problem->python_text));
        return {{"error",
                 {{"class", problem->python_class},
                  {"raw", problem->raw},
                  {"words", said},
                  {"context", fidelity::typed_text(problem->python_context)}}}};
    }
    Json documents = Json::array();
    for (const Document& document : stream.documents()) {
        if (document.is_document()) {
            documents.push_back(expected.contains("too_large") ? Json() : fidelity::typed(document.root()));
        }
    }
    if (expected.contains("too_large")) {
        return {{"too_large", documents.size()}};
    }
    return {{"documents", documents}};
}

/// The recorded answer, reduced to what is compared: of an error its class, whether it is raw, and what it says.
Json recorded(const Json& expected, const Json& got) {
    if (!expected.contains("error")) {
        return fidelity::comparable(expected);
    }
    const Json& error = expected.at("error");
    Json reduced{{"class", error.at("class")}, {"raw", error.at("raw")}};
    reduced["context"] = error.contains("context") ? error.at("context") : Json("");
    for (const char* part : {"problem", "text"}) {
        if (error.contains(part)) {
            reduced["words"] = words(error.at("class"), error.at(part));
        }
    }
    if (!reduced.contains("words") && got.contains("error")) {
        reduced["words"] = got.at("error").at("words"); // a RecursionError: Python's words tell nothing of the text
    }
    return {{"error", reduced}};
}

} // namespace

class ReadingTest : public QObject {
    Q_OBJECT
private slots:
    void readsAsRuamelDoes_data();
    void readsAsRuamelDoes();
    void rereadsAnEditedTextAsAWhole_data() { readsAsRuamelDoes_data(); }
    void rereadsAnEditedTextAsAWhole();
};

void ReadingTest::readsAsRuamelDoes_data() {
    QTest::addColumn<QString>("file");
    for (const std::string& name : fidelity::case_file_names("yaml_")) {
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
}

void ReadingTest::readsAsRuamelDoes() {
    QFETCH(QString, file);
    fidelity::Mismatches mismatches;
    for (const Json& asked : fidelity::load_cases(file.toStdString())) {
        mismatches.asked();
        const std::string bytes = fidelity::content(asked);
        const Stream stream(bytes);
        const Json got = answer(stream, asked.at("expect"));
        const Json expected = recorded(asked.at("expect"), got);
        if (got != expected) {
            mismatches.add(asked, "reading", fidelity::shown(expected), fidelity::shown(got));
        }
        if (stream.text() != bytes) {
            mismatches.add(asked, "the documents' texts", fidelity::shown(bytes), fidelity::shown(stream.text()));
        }
    }
    QVERIFY2(mismatches.none(), mismatches.summary().c_str());
}

// A text that came about by an edit in its middle must read as if it had been there from the start.
void ReadingTest::rereadsAnEditedTextAsAWhole() {
    QFETCH(QString, file);
    fidelity::Mismatches mismatches;
    for (const Json& asked : fidelity::load_cases(file.toStdString())) {
        mismatches.asked();
        const std::string bytes = fidelity::content(asked);
        if (bytes.size() > 4000) {
            continue;
        }
        const Json whole = answer(Stream(bytes), asked.at("expect"));
        for (const std::size_t at :
             {std::size_t{0}, bytes.size() / 3, bytes.size() / 2, bytes.size() - bytes.size() / 4}) {
            const std::size_t removed = std::min<std::size_t>(bytes.size() - at, 1 + at % 3);
            std::string before = bytes;
            before.erase(at, removed);
            Stream stream(before);
            stream.replace(at, at, std::string_view(bytes).substr(at, removed));
            const Json got = answer(stream, asked.at("expect"));
            if (got != whole || stream.text() != bytes) {
                mismatches.add(asked, "after putting in " + std::to_string(removed) + " bytes at " + std::to_string(at),
                               fidelity::shown(whole), fidelity::shown(got));
            }
        }
    }
    QVERIFY2(mismatches.none(), mismatches.summary().c_str());
}

QTEST_APPLESS_MAIN(ReadingTest)
#include "reading_test.moc"
