// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/config_class_schemas.h"
#include "core/schemas/config_tree_values.h"
#include "core/schemas/load_config.h"
#include "core/yaml/stream.h"
#include "tests/core/families/config_structs.h"

#include <QTest>
#include <cmath>

using namespace fairlead;
using my_package::Checked;
using my_package::Everything;
using my_package::Holder;

namespace {

/// What a card `c` of a family `f` with this `model_config` gets.
LoadedConfig load(const ConfigClass& kls, const QString& yaml) {
    const ConfigClassSchemas schemas(kls);
    const std::string text = yaml.toStdString();
    const yaml::Stream stream(text);
    const ConfigOverride given{.card_name = "c", .value = stream.documents().front().root()};
    const ConfigValue base = to_config_value(kls.to_tree(kls.from_tree({ConfigTree::Mapping{}}).get()));
    return load_config({.card_name = given.card_name,
                        .key = "model_config",
                        .family = "f",
                        .family_kind = "model",
                        .type = schemas.type(),
                        .base = base,
                        .overrides = std::span(&given, 1)},
                       {.schemas = schemas.schemas(), .validators = schemas.validators()});
}

template <class C>
C object(const LoadedConfig& loaded) {
    return *std::static_pointer_cast<C>(config_class<C>().from_tree(to_config_tree(loaded.config)));
}

/// The error and its causes, a line each.
QString error_of(const LoadedConfig& loaded) {
    if (!loaded.error)
        return {};
    QStringList lines{QString::fromStdString(loaded.error->error.type + ": " + loaded.error->error.message)};
    for (const AssetError& cause : loaded.error->causes)
        lines << QString::fromStdString(cause.type + ": " + cause.message);
    return lines.join('\n');
}

} // namespace

class ConfigClassSchemasTest : public QObject {
    Q_OBJECT

private slots:
    void overridesBecomeTheFieldsOfTheStruct() {
        const LoadedConfig loaded = load(
            config_class<Everything>(),
            "{i8: '7', a_float: 0.25, a_path: x//y, order: POST, impl: sp, opt_int: 3, strings: xy, langs: [fr], "
            "weights: {c: 1}, betas: [1, 2], pair: ['4', z], triple: [true, true, PRE], int_or_string: 5, three: [1], "
            "norm: {eps: 2}, opt_norm: {learned: false}, norms: [{}], named_norms: {n: {eps: 3}}, layer: {inner: "
            "[{dim: 1, inner: [{dim: 2}]}]}, deep: [[PRE], [~]]}");
        QCOMPARE(error_of(loaded), QString());
        QVERIFY(loaded.not_known.empty());
        const auto made = object<Everything>(loaded);
        QCOMPARE(made.i8, std::int8_t(7));
        QCOMPARE(made.a_float, 0.25F);
        QCOMPARE(made.a_path.string(), std::string("x/y"));
        QVERIFY(made.order == my_package::NormOrder::POST);
        QVERIFY(made.impl == "sp");
        QCOMPARE(made.opt_int, std::optional(3));
        QCOMPARE(made.strings, std::vector<std::string>({"x", "y"}));
        QCOMPARE(made.langs, std::set<std::string>({"fr"}));
        QCOMPARE(made.weights, (std::map<std::string, double>{{"a", 1.0}, {"b", 2.0}, {"c", 1.0}}));
        QCOMPARE(made.betas, (std::array<double, 2>{1.0, 2.0}));
        QCOMPARE(made.pair, std::pair(4, std::string("z")));
        QVERIFY(made.triple == std::tuple(1, true, my_package::NormOrder::PRE));
        QCOMPARE(std::get<int>(made.int_or_string), 5); // the first that fits
        QCOMPARE(std::get<1>(*made.three), std::vector<int>({1}));
        QCOMPARE(made.norm.eps, 2.0);
        QVERIFY(made.norm.learned);
        QVERIFY(made.opt_norm && !made.opt_norm->learned);
        QCOMPARE(made.norms.size(), 1U);
        QCOMPARE(made.norms[0].eps, 1e-5); // of the class
        QCOMPARE(made.named_norms.at("n").eps, 3.0);
        QCOMPARE(made.layer.dim, 8); // of the base, which the class's default is
        QCOMPARE(made.layer.inner.at(0).inner.at(0).dim, 2);
        QVERIFY(made.deep.at(0).at(0) == my_package::NormOrder::PRE && !made.deep.at(1).at(0));
        QCOMPARE(made.i64, -64);
    }

    void integersEndWhereTheirTypesDo_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("least");
        QTest::addColumn<QString>("greatest");
        QTest::addColumn<QString>("below");
        QTest::addColumn<QString>("above");
        const auto row = [](const char* field, const char* least, const char* greatest, const char* below,
                            const char* above) {
            QTest::newRow(field) << field << least << greatest << below << above;
        };
        row("i8", "-128", "127", "-129", "128");
        row("u8", "0", "255", "-1", "256");
        row("i16", "-32768", "32767", "-32769", "32768");
        row("u16", "0", "65535", "-1", "65536");
        row("i32", "-2147483648", "2147483647", "-2147483649", "2147483648");
        row("u32", "0", "4294967295", "-1", "4294967296");
        row("i64", "-9223372036854775808", "9223372036854775807", "-9223372036854775809", "9223372036854775808");
        row("u64", "0", "18446744073709551615", "-1", "18446744073709551616");
        row("longest", "-9223372036854775808", "9223372036854775807", "-99999999999999999999", "99999999999999999999");
    }
    void integersEndWhereTheirTypesDo() {
        QFETCH(QString, field);
        QFETCH(QString, least);
        QFETCH(QString, greatest);
        QFETCH(QString, below);
        QFETCH(QString, above);
        for (const QString& fitting : {least, greatest, QString("'%1'").arg(greatest)}) {
            const LoadedConfig loaded = load(config_class<Everything>(), QString("{%1: %2}").arg(field, fitting));
            QCOMPARE(error_of(loaded), QString());
            const Everything made = object<Everything>(loaded);
            const ConfigTree again = config_class<Everything>().to_tree(&made);
            QCOMPARE(QString::fromStdString(to_config_value(*again.find(field.toStdString())).integer_text()),
                     QString(fitting).remove('\''));
        }
        for (const QString& unfitting : {below, above, QString("'%1'").arg(above)})
            QCOMPARE(
                error_of(load(config_class<Everything>(), QString("{%1: %2}").arg(field, unfitting))),
                QString("AssetCardError: model_config field of the c asset card cannot be parsed as of type `<class "
                        "'my_package.Everything'>`.\n"
                        "StructureError: Value cannot be structured to `<class 'my_package.Everything'>`.\n"
                        "StructureError: `%1` field cannot be structured.\n"
                        "StructureError: Value cannot be structured to `<class 'int'>`.\n"
                        "StructureError: `obj` cannot be parsed as `<class 'int'>`.\n"
                        "ValueError: the value is expected to be between %2 and %3")
                    .arg(field, least, greatest));
    }

    void floatsEndWhereTheirTypesDo_data() {
        QTest::addColumn<QString>("given");
        QTest::addColumn<bool>("fits");
        QTest::newRow("the largest") << "3.4028234663852886e+38" << true;
        QTest::newRow("the largest as it is printed") << "3.4028235e+38" << true;
        QTest::newRow("the least as it is printed") << "'-3.4028235e+38'" << true;
        QTest::newRow("rounded to the largest") << "3.4028235677973362e+38" << true;
        QTest::newRow("in the middle") << "3.4028235677973366e+38" << false;
        QTest::newRow("beyond") << "1.0e+39" << false;
        QTest::newRow("below") << "-1.0e+39" << false;
        QTest::newRow("the largest double as text") << "'1.7976931348623157e308'" << false;
        QTest::newRow("an integer") << "1" + QString(39, '0') << false;
        QTest::newRow("infinity") << ".inf" << true;
        QTest::newRow("no number") << ".nan" << true;
    }
    void floatsEndWhereTheirTypesDo() {
        QFETCH(QString, given);
        QFETCH(bool, fits);
        const LoadedConfig wide = load(config_class<Everything>(), QString("{a_double: %1}").arg(given));
        QCOMPARE(error_of(wide), QString());
        const double number = object<Everything>(wide).a_double;
        const LoadedConfig loaded = load(config_class<Everything>(), QString("{a_float: %1}").arg(given));
        if (fits) {
            QCOMPARE(error_of(loaded), QString());
            QCOMPARE(std::isfinite(object<Everything>(loaded).a_float), std::isfinite(number));
            return;
        }
        QCOMPARE(error_of(loaded),
                 QString("AssetCardError: model_config field of the c asset card cannot be parsed as of type `<class "
                         "'my_package.Everything'>`.\n"
                         "StructureError: Value cannot be structured to `<class 'my_package.Everything'>`.\n"
                         "StructureError: `a_float` field cannot be structured.\n"
                         "StructureError: Value cannot be structured to `<class 'float'>`.\n"
                         "StructureError: `obj` cannot be parsed as `<class 'float'>`.\n"
                         "ValueError: the value is expected to be between -3.4028235e+38 and 3.4028235e+38"));
        const ConfigTree tree{ConfigTree::Mapping{{"a_float", {number}}}};
        QVERIFY_EXCEPTION_THROWN((void)config_class<Everything>().from_tree(tree), ValueError);
    }

    void aUnionGoesOnWhereAnIntegerEnds() {
        const auto made = object<Everything>(load(config_class<Everything>(), "{int_or_string: '2147483648'}"));
        QCOMPARE(std::get<std::string>(made.int_or_string), std::string("2147483648"));
    }

    void unknownKeysAreRefused() {
        QCOMPARE(error_of(load(config_class<Checked>(), "{wdth: 3, depth: 1}")),
                 QString("AssetCardError: model_config field of the c asset card cannot be parsed as of type `<class "
                         "'my_package.Checked'>`.\n"
                         "StructureError: Value cannot be structured to `<class 'my_package.Checked'>`.\n"
                         "StructureError: Value must contain only keys corresponding to the fields of `<class "
                         "'my_package.Checked'>`, but it contains extra key(s) depth, wdth."));
    }

    void validateSpeaksOfAllConfigsWithin_data() {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QString>("text");
        QTest::newRow("none is wrong") << "{checked: {width: 5}}" << QString();
        QTest::newRow("one") << "{checked: {width: 0, heads: 0}}"
                             << "`checked` is not valid: `width` must be positive.";
        QTest::newRow("several") << "{checked: {heads: 3}, by_name: {a: {width: 0}, b: {}, c: {heads: 9}}}"
                                 << "`checked` is not valid: `heads` must be less than `width`. `by_name['a']` is not "
                                    "valid: `width` must be positive. `heads` must be less than `width`. "
                                    "`by_name['c']` is not valid: `heads` must be less than `width`.";
    }
    void validateSpeaksOfAllConfigsWithin() {
        QFETCH(QString, yaml);
        QFETCH(QString, text);
        const LoadedConfig loaded = load(config_class<Holder>(), yaml);
        const QString whole = "AssetCardError: model_config field of the c asset card is not a valid f model "
                              "configuration.\nValidationError: ";
        QCOMPARE(error_of(loaded), text.isEmpty() ? text : whole + text);
        QVERIFY(loaded.not_known.empty());
    }

    void aConfigThatHoldsItselfEnds() {
        QString yaml = "{dim: 1}";
        for (int level = 0; level < 160; ++level)
            yaml = "{inner: [" + yaml + "]}";
        const QString error = error_of(load(config_class<my_package::Layer>(), yaml));
        QCOMPARE(error, QString("RecursionError: maximum recursion depth exceeded"));
    }

    void schemasAreThoseOfTheStructAlone() {
        const SchemaLookup schemas = ConfigClassSchemas(config_class<Holder>()).schemas(); // outlives what it is of
        QVERIFY(schemas("my_package.Holder") && schemas("my_package.Checked") && schemas("my_package.Norm"));
        QVERIFY(!schemas("my_package.Everything"));
        QVERIFY(schemas("my_package.Checked")->validates);
        QCOMPARE(schemas("my_package.Holder")->find_field("checked")->nested_class, std::string("my_package.Checked"));
        const ValidatorLookup validators = ConfigClassSchemas(config_class<Holder>()).validators();
        QVERIFY(validators("my_package.Checked") && !validators("my_package.Holder") && !validators("other"));
    }

    void defaultsSayWhereTheyComeFrom() {
        const ConfigSchema schema = schema_of(config_class<Everything>());
        const ConfigValue& norm = *schema.find_field("norm")->default_value;
        QVERIFY(norm.origin().from == ConfigOrigin::From::class_default);
        QVERIFY(norm.find("eps")->origin().from == ConfigOrigin::From::class_default);
    }
};

QTEST_APPLESS_MAIN(ConfigClassSchemasTest)
#include "config_class_schemas_test.moc"
