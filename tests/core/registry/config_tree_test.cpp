// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/config_tree.h"

#include "core/registry/bundled.h"
#include "core/registry/json_tree.h"

#include <QTest>

using namespace fairlead;

namespace {

std::vector<ConfigNode> config_of(const RegistrySnapshot& registry, const char* family, const char* architecture) {
    const FamilyRecord* record = registry.find_family(FamilyKind::model, family);
    return config_tree(registry, *record->config_class, registry.find_architecture(*record, architecture)->config);
}

} // namespace

class ConfigTreeTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const RegistrySnapshot> registry_ = bundled_snapshot();

private slots:
    void numbersKeepTheirDigits_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("text");
        QTest::newRow("integer") << "4096"
                                 << "4096";
        QTest::newRow("float that is whole") << "1.0"
                                             << "1.0";
        QTest::newRow("exponent") << "1e-05"
                                  << "1e-05";
        QTest::newRow("beyond a double") << "123456789012345678901234567890"
                                         << "123456789012345678901234567890";
        QTest::newRow("string") << "\"layer\""
                                << "layer";
        QTest::newRow("list") << "[1.0,\"a b\",null]"
                              << "[1.0, \"a b\", null]";
        QTest::newRow("object") << "{\"a\":[],\"b\":{}}"
                                << "{\"a\": [], \"b\": {}}";
        QTest::newRow("no JSON") << "{\"a\":"
                                 << "null";
    }
    void numbersKeepTheirDigits() {
        QFETCH(QString, json);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(one_line(json_tree(json.toStdString()))), text);
    }

    void fieldsHaveTypesAndWords() {
        const auto fields = config_of(*registry_, "llama", "llama3_2_1b");
        QCOMPARE(value_count(fields), std::size_t(21));
        const ConfigNode* heads = find_field(fields, "num_key_value_heads");
        QVERIFY(heads != nullptr);
        QCOMPARE(heads->text, std::string("8"));
        QCOMPARE(heads->type, std::string("int"));
        QCOMPARE(heads->default_text, std::string("32"));
        QCOMPARE(heads->documentation, std::string("The number of key/value heads for Grouped Query Attention."));
        const ConfigNode* scale = find_field(fields, "rope_scale");
        QVERIFY(scale->is_nested());
        QCOMPARE(find_field(scale->fields, "frequency_factors")->text, std::string("[1.0, 4.0]"));
    }

    void differencesCountByValue() {
        const auto one = config_of(*registry_, "llama", "llama3_2_1b");
        const auto three = config_of(*registry_, "llama", "llama3_2_3b");
        QCOMPARE(differing_values(one, one), std::size_t(0));
        QCOMPARE(differing_values(one, three), std::size_t(5));
        QCOMPARE(differing_values(three, one), std::size_t(5));
        QCOMPARE(differing_values(one, {}), std::size_t(21));
    }

    void unknownClassesShowWhatIsThere() {
        const auto fields = config_tree(*registry_, "no.such.Config", {"{\"b\": 1, \"a\": {\"c\": 2.0}}"});
        QCOMPARE(fields.size(), std::size_t(2));
        QCOMPARE(fields[0].name, std::string("b"));
        QCOMPARE(fields[1].text, std::string("{\"c\": 2.0}"));
        QVERIFY(config_tree(*registry_, "no.such.Config", {"[1]"}).empty());
    }

    void yamlQuotesWhatWouldBeReadOtherwise() {
        ConfigNode text;
        text.name = "impl";
        text.text = "null";
        text.is_text = true;
        ConfigNode number;
        number.name = "dim";
        number.text = "8";
        ConfigNode group;
        group.name = "rope";
        group.fields = {number};
        const std::string yaml = config_yaml({text, number, group}, 2);
        QCOMPARE(yaml, std::string("  impl: \"null\"\n  dim: 8\n  rope:\n    dim: 8\n"));
    }
};

QTEST_APPLESS_MAIN(ConfigTreeTest)
#include "config_tree_test.moc"
