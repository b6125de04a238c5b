// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/snapshot.h"
#include "tests/core/registry/sample_reports.h"

#include <QtTest>
#include <string>

using namespace fairlead;

namespace {

/// A snapshot with a family whose members are those given, and others that are good.
std::string with_family(const std::string& members) {
    return R"({"format":1,"runtime":{"fairseq2":"1"},"families":[{"kind":"model","name":"m",)" + members + "}]}";
}

std::string with_architecture(const std::string& members) {
    return with_family(R"("architectures":[{"name":"a"},{)" + members + "}]");
}

std::string with_schema(const std::string& members) {
    return R"({"format":1,"runtime":{"fairseq2":"1"},"families":[],"schemas":{"m.Config":{)" + members + "}}}";
}

std::string with_field(const std::string& members) { return with_schema(R"("fields":[{"name":"f",)" + members + "}]"); }

std::string with_file(const std::string& members) {
    return R"({"format":1,"runtime":{"fairseq2":"1"},"families":[],"sources":[{"name":"s","files":[{)" + members +
           "}]}]}";
}

std::string nested(std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); }

QString error_of(const std::string& json) {
    try {
        static_cast<void>(read_snapshot(json));
    } catch (const SnapshotError& error) {
        return QString::fromUtf8(error.what());
    }
    return "none";
}

RegistrySnapshot sample() {
    RegistrySnapshot snapshot;
    snapshot.fairseq2_version = "0.8.1";
    snapshot.python_version = "3.12";
    snapshot.libraries = {{"torch", "2.9.1"}, {"\"odd\" na\\me\n", "\u00e9 \U0001F600 \x01 \x7f"}};
    snapshot.schemes = {"file", "hg"};
    snapshot.environments = {"user", "cluster"};
    FamilyRecord first;
    first.name = "first";
    first.class_name = "m.Model";
    first.config_class = "m.Config";
    first.capabilities = {"fsdp", "meta"};
    first.restrict = false;
    first.owner = "my_extension";
    first.place = {"m/setup.py", 12};
    first.default_config = {R"({"a":1.0,"b":123456789012345678901234567890})"};
    first.architectures = {{"small", {}, {"m/setup.py", 20}, {R"({"a":2.0})"}, {}},
                           {"broken", "other", {}, {}, RecordedError{"ValueError", "no \"a\""}}};
    FamilyRecord second = first;
    second.name = "second";
    second.architectures = {{"late", {}, {}, {"{}"}, {}}};
    FamilyRecord unmade;
    unmade.kind = FamilyKind::dataset;
    unmade.name = "unmade";
    unmade.error = RecordedError{"ImportError", "no module"};
    FamilyRecord tokenizer;
    tokenizer.kind = FamilyKind::tokenizer;
    tokenizer.name = "first";
    tokenizer.class_name = "m.Tokenizer";
    tokenizer.config_class = "m.Config";
    tokenizer.default_error = RecordedError{"TypeError", "missing"};
    snapshot.families = {first, second, unmade, tokenizer};
    snapshot.sources = {{"package:m.cards", "m/cards", "my_extension", {"m/setup.py", 30}, {}},
                        {"memory", "", {}, {}, {{"a.yaml", "name: x\r\n", {{"x@", 1}}}, {"b.yaml", "", {}}}}};
    snapshot.extensions = {test::full_report(), ExtensionReport{}};
    snapshot.torch = {.dtypes = {{"half", "float16"}}, .device_types = {"cpu", "cuda"}};
    ConfigSchema schema;
    schema.class_name = "m.Config";
    schema.place = {"m/config.py", 3};
    schema.validates = true;
    ConfigField field;
    field.name = "a";
    field.type = "m.Inner | None";
    field.type_tree = {.kind = TypeKind::union_, .python = "m.Inner | None"};
    field.type_tree.args = {{.kind = TypeKind::dataclass, .python = "x", .class_name = "m.Inner"},
                            {.kind = TypeKind::none, .python = "x"}};
    field.default_value = ConfigValue();
    field.nested_class = "m.Inner";
    ConfigField hidden;
    hidden.name = "b";
    hidden.type = "int";
    hidden.type_tree = {.kind = TypeKind::integer, .python = "x"};
    hidden.init = false;
    hidden.default_error = RecordedError{"E", "m"};
    hidden.documentation = "Text.\nMore.";
    ConfigField choice;
    choice.name = "c";
    choice.type = "RED | BLUE";
    choice.type_tree = {.kind = TypeKind::tuple, .python = "tuple[m.Colour, ...]", .variadic = true};
    choice.type_tree.args = {{.kind = TypeKind::enumeration,
                              .python = "x",
                              .values = {"RED", "BLUE"},
                              .aliases = {{"ROUGE", "RED"}},
                              .class_name = "m.Colour"},
                             {.kind = TypeKind::literal, .python = "x", .values = {"a", "1"}, .no_strings = {1}}};
    choice.default_value = ConfigValue::list(
        {ConfigValue::string("RED"), ConfigValue::real(1e-6), ConfigValue::integer("123456789012345678901234567890")});
    schema.fields = {field, hidden, choice};
    schema.own_init = true;
    schema.init_vars = {"seed"};
    ConfigSchema odd;
    odd.class_name = "m.\"Odd\"";
    odd.dataclass = false;
    odd.post_init = true;
    odd.error = RecordedError{"NameError", "name 'X' is not defined"};
    snapshot.schemas = ConfigSchemas({std::make_shared<ConfigSchema>(schema), std::make_shared<ConfigSchema>(odd)});
    return snapshot;
}

} // namespace

class SnapshotTest : public QObject {
    Q_OBJECT

private slots:
    void writtenAndReadIsEqual() {
        const RegistrySnapshot written = sample();
        const RegistrySnapshot read = read_snapshot(write_snapshot(written));
        QCOMPARE(read.fairseq2_version, written.fairseq2_version);
        QCOMPARE(read.python_version, written.python_version);
        QVERIFY(read.libraries == written.libraries);
        QCOMPARE(read.recorded, written.recorded);
        QCOMPARE(read.notice, written.notice);
        QVERIFY(read.schemes == written.schemes);
        QVERIFY(read.environments == written.environments);
        QVERIFY(read.torch == written.torch);
        QVERIFY(read.extensions == written.extensions);
        for (std::size_t i = 0; i < written.families.size(); ++i) {
            QVERIFY2(read.families.at(i) == written.families[i], written.families[i].name.c_str());
        }
        QVERIFY(read.sources == written.sources);
        QCOMPARE(read.schemas.list().size(), std::size_t{2});
        for (const auto& schema : written.schemas.list()) {
            QVERIFY2(*read.find_schema(schema->class_name) == *schema, schema->class_name.c_str());
        }
    }

    void familiesOfOneConfigClassShareArchitectures() {
        const RegistrySnapshot snapshot = sample();
        const auto* first = snapshot.find_family(FamilyKind::model, "first");
        const auto* second = snapshot.find_family(FamilyKind::model, "second");
        const auto* tokenizer = snapshot.find_family(FamilyKind::tokenizer, "first");
        QVERIFY(first && second && tokenizer && first != tokenizer);
        for (const auto* family : {first, second}) {
            const auto all = snapshot.architectures_of(*family);
            QCOMPARE(all.size(), std::size_t{3});
            QCOMPARE(all[0]->name, std::string("small"));
            QCOMPARE(all[2]->name, std::string("late"));
            QCOMPARE(snapshot.find_architecture(*family, "late"), all[2]);
            QVERIFY(!snapshot.find_architecture(*family, "later"));
        }
        QVERIFY(snapshot.architectures_of(*tokenizer).empty());
        QVERIFY(!snapshot.find_architecture(*tokenizer, "small"));
        QVERIFY(!snapshot.find_family(FamilyKind::dataset, "first"));
        QCOMPARE(snapshot.architecture_count(), std::size_t{3});
        QCOMPARE(snapshot.card_count(), std::size_t{1});
    }

    void familiesWithoutConfigClassShareNothing() {
        RegistrySnapshot snapshot = sample();
        snapshot.families[0].config_class.reset();
        snapshot.families[1].config_class.reset();
        QCOMPARE(snapshot.architectures_of(snapshot.families[0]).size(), std::size_t{2});
        QCOMPARE(snapshot.architectures_of(snapshot.families[1]).size(), std::size_t{1});
    }

    void emptySnapshotHasNothing() {
        const RegistrySnapshot snapshot;
        QVERIFY(snapshot.schemas.list().empty());
        QVERIFY(!snapshot.find_schema("m.Config"));
        QVERIFY(!snapshot.find_family(FamilyKind::model, ""));
        QCOMPARE(snapshot.count(FamilyKind::model), std::size_t{0});
    }

    void unknownMembersAreSkipped() {
        const std::string known =
            R"({"format":1,"runtime":{"fairseq2":"1","python":"3"},"families":[{"kind":"model","name":"m","architectures":[{"name":"a","config":{}}]}],)"
            R"("sources":[{"name":"s","files":[{"path":"p","text":"t","cards":[{"name":"c"}]}]}],"schemas":{"m.C":{"fields":[{"name":"f","tree":{"kind":"int","python":"x"}}]}}})";
        std::string more = known;
        for (auto at = more.rfind('{'); at != std::string::npos && at > 0; at = more.rfind('{', at - 1)) {
            const bool is_kept = more.compare(at, 10, "{\"fairseq2") == 0 || more.compare(at, 4, "{\"m.") == 0 ||
                                 more.compare(at, 13, "{\"kind\":\"int\"") == 0;
            if (!is_kept && more[at + 1] != '}') { // versions and schemas go by name, types stay text
                more.insert(at + 1, R"("x":[{"y":[1,-2.5e3,"\u00e9\\",true,null]}],)");
            }
        }
        QVERIFY(more.size() > known.size() + 300);
        QCOMPARE(write_snapshot(read_snapshot(more)), write_snapshot(read_snapshot(known)));
    }

    void lastOfTwoMembersCounts() {
        const auto snapshot = read_snapshot(
            R"({"format":1,"runtime":{"fairseq2":"1"},"families":[{"kind":"model","name":"m"}],)"
            R"("runtime":{"fairseq2":"2","torch":"3"},"families":[{"kind":"dataset","name":"d","name":"e"}]})");
        QCOMPARE(snapshot.fairseq2_version, std::string("2"));
        QCOMPARE(snapshot.families.size(), std::size_t{1});
        QCOMPARE(snapshot.families[0].name, std::string("e"));
    }

    void listsOfAnExtensionHaveALimit_data() {
        QTest::addColumn<std::string>("member");
        QTest::addColumn<std::string>("element");
        QTest::addColumn<std::size_t>("most");
        const auto row = [](const char* member, const char* element, std::size_t most) {
            QTest::newRow(member) << std::string(member) << std::string(element) << most;
        };
        row("registered", R"({"kind":"","name":""})", 100'000);
        row("lacks", R"({"message":""})", 100'000);
        row("frames", "{}", 1000);
        row("causes", "{}", 100);
        row("owners", "{}", 100);
    }
    void listsOfAnExtensionHaveALimit() {
        QFETCH(std::string, member);
        QFETCH(std::string, element);
        QFETCH(std::size_t, most);
        std::string list = "\"" + member + "\":[" + element;
        for (std::size_t more = 0; more < most + 10; ++more)
            list += "," + element;
        list += "]";
        if (member == "frames" || member == "causes")
            list = R"("error":{"type":"","message":"",)" + list + "}";
        else if (member == "owners")
            list = R"("conflict":{"type":"",)" + list + "}";
        const auto snapshot = read_snapshot(
            R"({"format":1,"runtime":{"fairseq2":"1"},"families":[],"extensions":[{"name":"a",)" + list + "}]}");
        const ExtensionReport& report = snapshot.extensions.at(0);
        const std::size_t owners = report.conflict ? report.conflict->owners.size() : 0;
        const std::size_t frames = report.errors.empty() ? 0 : report.errors[0].frames.size();
        const std::size_t causes = report.errors.empty() ? 0 : report.errors.size() - 1;
        QCOMPARE(report.registered.size() + report.lacks.size() + owners + frames + causes, most);
    }

    void textIsUnescaped() {
        const auto snapshot = read_snapshot(with_file(
            "\"path\":\"\",\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u20AC\\ud83d\\ude00\\u0000.\"}"
            R"(,{"path":"p","text":"é€😀")"));
        const auto& files = snapshot.sources.at(0).files;
        QCOMPARE(files.at(0).text, std::string("\"\\/\b\f\n\r\tA\u00e9\u20ac\U0001F600\0.", 20));
        QCOMPARE(files.at(1).text, std::string("\u00e9\u20ac\U0001F600"));
    }

    void error_data() {
        QTest::addColumn<std::string>("json");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const std::string& json, const char* text) {
            QTest::newRow(name) << json << QString::fromUtf8(text);
        };
        row("nothing", "", "line 1, column 1: the text ends where a value is expected.");
        row("blanks", " \n\t\r\n ", "line 3, column 2: the text ends where a value is expected.");
        row("array", "[]", "line 1, column 1: the snapshot must be an object, but is an array.");
        row("word", "nul", "line 1, column 1: the snapshot must be an object, but is null.");
        row("some bytes", "\xff\xfe", "line 1, column 1: a value is expected.");
        row("empty", "{}", "line 1, column 1: the snapshot has no member format.");
        row("html", "<html>", "line 1, column 1: a value is expected.");
        row("format", R"({"format":2})", "line 1, column 11: format is 2, but this version of Fairlead reads 1 only.");
        row("format, later", R"({"families":{},"format":2})",
            "line 1, column 25: format is 2, but this version of Fairlead reads 1 only.");
        row("format 0", R"({"format":0})", "line 1, column 11: format must be an integer from 1 to 2147483647.");
        row("format 1.0", R"({"format":1.0})", "line 1, column 11: format must be an integer from 1 to 2147483647.");
        row("format text", R"({"format":"1"})", "line 1, column 11: format must be an integer, but is a string.");
        row("no runtime", R"({"format":1,"families":[]})", "line 1, column 1: the snapshot has no member runtime.");
        row("no version", R"({"runtime":{"python":"3"}})", "line 1, column 12: runtime has no member fairseq2.");
        row("version a number", R"({"runtime":{"torch":2.9}})",
            "line 1, column 21: runtime.torch must be a string, but is a number.");
        row("no families", R"({"format":1,"runtime":{"fairseq2":"1"}})",
            "line 1, column 1: the snapshot has no member families.");
        row("recorded", R"({"recorded":1})", "line 1, column 13: recorded must be a boolean, but is a number.");
        row("scheme", "{\n \"schemes\": [\n  \"é\", 1]}",
            "line 3, column 8: schemes[1] must be a string, but is a number.");
        row("family", R"({"families":[[]]})", "line 1, column 14: families[0] must be an object, but is an array.");
        row("family without a name", R"({"families":[{"kind":"model"}]})",
            "line 1, column 14: families[0] has no member name.");
        row("kind", R"({"families":[{"kind":"modle"}]})",
            "line 1, column 22: families[0].kind must be \"model\", \"dataset\" or \"tokenizer\".");
        row("class", with_family(R"("class":null)"),
            "line 1, column 87: families[0].class must be a string, but is null.");
        row("config class", with_family(R"("config_class":false)"),
            "line 1, column 94: families[0].config_class must be a string, but is a boolean.");
        row("registration without a kind", R"({"extensions":[{"registered":[{"name":"a"}]}]})",
            "line 1, column 31: extensions[0].registered[0] has no member kind.");
        row("registration without a name", R"({"extensions":[{"registered":[{"kind":"object"}]}]})",
            "line 1, column 31: extensions[0].registered[0] has no member name.");
        row("lack without a message", R"({"extensions":[{"lacks":[{"deferred":true}]}]})",
            "line 1, column 26: extensions[0].lacks[0] has no member message.");
        row("line", with_architecture(R"("line":-1)"),
            "line 1, column 117: families[0].architectures[1].line must be an integer from 0 to 2147483647.");
        row("line, large", with_architecture(R"("line":2147483648)"),
            "line 1, column 117: families[0].architectures[1].line must be an integer from 0 to 2147483647.");
        row("line 1e2", with_architecture(R"("line":1e2)"),
            "line 1, column 117: families[0].architectures[1].line must be an integer from 0 to 2147483647.");
        row("config error", with_architecture(R"("config_error":"E")"),
            "line 1, column 125: families[0].architectures[1].config_error must be an object, but is a string.");
        row("architecture without a name", with_architecture(R"("config":{})"),
            "line 1, column 109: families[0].architectures[1] has no member name.");
        row("bad JSON in a config", with_architecture(R"("config":{"a":[1,]})"),
            "line 1, column 127: a value is expected.");
        row("file without a text", with_file(R"("path":"p")"),
            "line 1, column 86: sources[0].files[0] has no member text.");
        row("card", with_file(R"("cards":[{"line":1}])"),
            "line 1, column 96: sources[0].files[0].cards[0] has no member name.");
        row("schema", R"({"schemas":{"m.Config":[]}})",
            "line 1, column 24: schemas[\"m.Config\"] must be an object, but is an array.");
        row("schema with a long name", "{\"schemas\":{\"" + std::string(79, 'x') + "€yz\":1}}",
            ("line 1, column 98: schemas." + std::string(79, 'x') + "… must be an object, but is a number.").c_str());
        row("field without a tree", with_field(R"("doc":null)"),
            "line 1, column 87: schemas[\"m.Config\"].fields[0] has no member tree.");
        row("tree", with_field(R"("tree":{"kind":"list","python":"x","args":[{"kind":"int","python":1}]})"),
            "line 1, column 165: schemas[\"m.Config\"].fields[0].tree.args[0].python must be a string, but is a "
            "number.");
        row("tree without a kind", with_field(R"("tree":{})"),
            "line 1, column 106: schemas[\"m.Config\"].fields[0].tree has no member kind.");
        row("more after the end", R"({"format":1,"runtime":{"fairseq2":"1"},"families":[]} {})",
            "line 1, column 55: the snapshot has ended, but the text goes on.");
    }
    void error() {
        QFETCH(std::string, json);
        QFETCH(QString, text);
        QCOMPARE(error_of(json), text);
    }

    void limits() {
        QCOMPARE(error_of(std::string((std::size_t{64} << 20) + 1, ' ')), QString("A snapshot has at most 64 MiB."));
        QCOMPARE(error_of(with_family(R"("default":)" + nested(97))), QString("none"));
        QCOMPARE(error_of(with_family(R"("default":)" + nested(98))).section(": ", 1),
                 QString("values are nested over 100 levels deep."));
        QCOMPARE(error_of(with_family(R"("x":)" + nested(2'000'000))).section(": ", 1),
                 QString("values are nested over 100 levels deep."));
        std::string many = R"({"schemes":[)";
        for (int i = 0; i < 1'000'000; ++i) {
            many += "\"\",";
        }
        QCOMPARE(error_of(many).section(": ", 1), QString("a snapshot has at most 1000000 members and elements."));
    }
};

QTEST_APPLESS_MAIN(SnapshotTest)
#include "snapshot_test.moc"
