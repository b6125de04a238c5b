// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/host_message.h"
#include "core/hosts/read_host_message.h"
#include "protocol_schema.h"
#include "tests/core/registry/sample_reports.h"

#include <QTest>

using namespace fairlead;

namespace {

std::vector<std::pair<const char*, HostMessage>> samples() {
    RecordedSource source;
    source.name = "package:lab.cards";
    source.folder = "/lab/cards";
    source.owner = "lab";
    source.place = {"setup.cpp", 3};
    source.files = {{"a.yaml", "name: x\n", {}}, {"b/ü.yaml", "", {}}};
    FamilyRecord family;
    family.name = "lab";
    family.class_name = "lab.Model";
    family.config_class = "lab.Config";
    family.capabilities = {"fsdp", "meta"};
    family.restrict = true;
    family.owner = "lab";
    family.place = {"setup.cpp", 9};
    family.default_config = {R"({"dim":1.5,"n":12345678901234567890123})"};
    FamilyRecord unmade;
    unmade.kind = FamilyKind::tokenizer;
    unmade.name = "unmade";
    unmade.error = RecordedError{"ValueError", "no"};
    ConfigSchema schema;
    schema.class_name = "lab.Config";
    schema.place = {"config.h", 5};
    schema.documentation = "What a lab's model is made of.";
    ConfigField field;
    field.name = "dim";
    field.type = "int";
    field.type_tree = {.kind = TypeKind::integer, .python = "<class 'int'>"};
    field.default_value = ConfigValue::integer("512");
    schema.fields = {field};
    LogRecord record;
    record.time = std::chrono::system_clock::time_point(std::chrono::milliseconds(1'700'000'000'123));
    record.severity = LogSeverity::warning;
    record.origin = LogOrigin::fairseq2;
    record.extension = "lab";
    record.text = "two\nlines\t\"quoted\"";
    TorchNames torch{.dtypes = {{"half", "float16"}}, .device_types = {"cpu"}};
    return {
        {"hello", HelloMessage{"native", "0.8.1", "", {{"fairlead", "0.1.0"}}, true}},
        {"log", record},
        {"empty log", LogRecord{}},
        {"extension", ExtensionMessage{3, test::full_report()}},
        {"empty extension", ExtensionMessage{0, {}}},
        {"source", SourceMessage{2, source}},
        {"card", CardMessage{2, "a.yaml", {"x@", 1}}},
        {"family", FamilyMessage{family}},
        {"family that cannot be made", FamilyMessage{unmade}},
        {"architecture", ArchitectureMessage{"lab", {"small", "lab", {"setup.cpp", 11}, {R"({"dim":2})"}, {}}}},
        {"broken architecture", ArchitectureMessage{"lab", {"broken", {}, {}, {}, RecordedError{"ValueError", "no"}}}},
        {"config_schema", schema},
        {"progress", HostProgress{"sources", 1, 2, "lab"}},
        {"done", DoneMessage{11, {"user"}, {"file", "lab"}, torch}},
    };
}

std::string type_of(const std::string& line) { return read_host_message_head(line).type.value_or("none"); }

} // namespace

class HostMessageTest : public QObject {
    Q_OBJECT

private slots:
    void messageIsOneLineThatFitsTheSchemaAndIsReadAgain_data() {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const auto& [name, message] : samples())
            QTest::newRow(name) << index++;
    }
    void messageIsOneLineThatFitsTheSchemaAndIsReadAgain() {
        QFETCH(int, index);
        const HostMessage message = samples()[std::size_t(index)].second;
        const std::string line = write_host_message(message);
        QVERIFY2(line.find('\n') == std::string::npos, line.c_str());
        const std::string errors = test::protocol_errors(line);
        QVERIFY2(errors.empty(), (errors + line).c_str());
        const auto read = read_host_message(type_of(line), line);
        QVERIFY2(read.has_value(), line.c_str());
        QVERIFY2(*read == message, (line + "\n" + write_host_message(*read)).c_str());
    }

    void everyTypeOfTheSchemaIsWritten() {
        std::set<std::string> types;
        for (const auto& [name, message] : samples())
            types.insert(type_of(write_host_message(message)));
        QCOMPARE(types.size(), std::size_t(10));
        QCOMPARE(std::variant_size_v<HostMessage>, std::size_t(10));
    }

    void schemaRefusesWhatIsWrong_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("type") << QByteArray(R"({"type":"helo","protocol":1,"host":"native"})");
        QTest::newRow("version") << QByteArray(R"({"type":"hello","protocol":2,"host":"native"})");
        QTest::newRow("missing") << QByteArray(R"({"type":"extension","index":0})");
        QTest::newRow("state") << QByteArray(R"({"type":"extension","index":0,"name":"a","state":"gone"})");
        QTest::newRow("misspelled") << QByteArray(R"({"type":"log","text":"a","levl":"info"})");
        QTest::newRow("nested") << QByteArray(
            R"({"type":"extension","index":0,"name":"a","registered":[{"kind":"object","nam":"a"}]})");
        QTest::newRow("array") << QByteArray("[]");
    }
    void schemaRefusesWhatIsWrong() {
        QFETCH(QByteArray, line);
        QVERIFY(!test::protocol_errors(line.toStdString()).empty());
    }

    void bytesThatAreNoTextAreEscaped() {
        LogRecord record;
        record.text = "a\xff\x01\xed\xa0\x80";
        const std::string line = write_host_message(record);
        QVERIFY2(line.find(R"(a\\xff\u0001)") != std::string::npos, line.c_str());
    }
};

QTEST_APPLESS_MAIN(HostMessageTest)
#include "host_message_test.moc"
