// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/load_config.h"
#include "core/schemas/python_print.h"
#include "core/schemas/structure_config.h"
#include "core/yaml/stream.h"
#include "tests/core/schemas/yaml_config.h"

#include <QTest>

#include <deque>

using namespace fairlead;

namespace {

TypeExpression type_of(TypeKind kind, const char* python) { return {.kind = kind, .python = python}; }

ConfigField field(const char* name, TypeExpression type, const char* default_value) {
    ConfigField made;
    made.name = name;
    made.type = type.python;
    made.nested_class = std::string(nested_class(type));
    made.type_tree = std::move(type);
    made.required = default_value == nullptr;
    if (default_value)
        made.default_value = yaml_config(default_value).with_origin({.from = ConfigOrigin::From::class_default});
    return made;
}

const TypeExpression an_int = type_of(TypeKind::integer, "<class 'int'>");

TypeExpression dataclass(const char* name) {
    TypeExpression type = type_of(TypeKind::dataclass, "");
    type.python = std::string("<class '") + name + "'>";
    type.class_name = name;
    return type;
}

TypeExpression of(TypeKind kind, const char* python, std::vector<TypeExpression> args) {
    TypeExpression type = type_of(kind, python);
    type.args = std::move(args);
    return type;
}

/// m.Config: { dim: int = 8, names: list[str] = [a], inner: m.Inner, opt: m.Inner | None = None }; m.Inner: { x: int,
/// y: float = 0.5 }.
std::shared_ptr<const ConfigSchema> schema_of(std::string_view name) {
    auto schema = std::make_shared<ConfigSchema>();
    schema->class_name = name;
    if (name == "m.Inner") {
        schema->fields = {field("x", an_int, nullptr), field("y", type_of(TypeKind::real, "<class 'float'>"), "0.5")};
    } else if (name == "m.Checked") {
        schema->validates = true;
        schema->fields = {field("dim", an_int, "8")};
    } else if (name == "m.Config") {
        schema->fields = {
            field("dim", an_int, "8"),
            field("names", of(TypeKind::list, "list[str]", {type_of(TypeKind::string, "<class 'str'>")}), "[a]"),
            field("inner", dataclass("m.Inner"), "{x: 1, y: 0.5}"),
            field("opt",
                  of(TypeKind::union_, "m.Inner | None",
                     {dataclass("m.Inner"), type_of(TypeKind::none, "<class 'NoneType'>")}),
                  "~"),
            field("checks", of(TypeKind::list, "list[m.Checked]", {dataclass("m.Checked")}), "[]"),
        };
    } else {
        return nullptr;
    }
    return schema;
}

QString text_of(const std::string& text) { return QString::fromStdString(text); }

} // namespace

class LoadConfigTest : public QObject {
    Q_OBJECT

private slots:
    void cardsAreLaidOverEachOther() {
        const auto loaded = load({"{inner: {x: 3}, names: [b]}", "{dim: '12', inner: {y: 1}, opt: {x: 5}}"});
        QVERIFY(!loaded.error);
        QVERIFY(loaded.issues.empty());
        QCOMPARE(text_of(python::str(loaded.config)),
                 "{'dim': 12, 'names': ['b'], 'inner': {'x': 3, 'y': 1.0}, 'opt': {'x': 5, 'y': 0.5}, 'checks': []}");
        QCOMPARE(loaded.config.find("dim")->origin().card.document, 1U);
        QCOMPARE(loaded.config.find("names")->origin().card.document, 0U);
        QCOMPARE(loaded.config.find("inner")->find("x")->origin().card.document, 0U);
        QCOMPARE(loaded.config.find("opt")->find("y")->origin().from, ConfigOrigin::From::class_default);
        QCOMPARE(loaded.config.find("checks")->origin().from, ConfigOrigin::From::architecture);
    }

    void withoutOverridesTheBaseStandsUnvalidated() {
        const auto loaded = load({});
        QVERIFY(!loaded.error);
        QVERIFY(loaded.config == base());
    }

    void variablesAreExpandedAfterEachCard() {
        const auto loaded = load({"{names: ['${env:AGAIN}']}", "{dim: '${env:NUMBER}'}"});
        QCOMPARE(text_of(python::str(*loaded.config.find("names"))), "['12']"); // once more for the nearer card
        QCOMPARE(text_of(python::str(*loaded.config.find("dim"))), "12");
        QCOMPARE(text_of(std::string(loaded.config.find("dim")->variables())), "NUMBER");
        QCOMPARE(text_of(python::str(*load({"{dim: 1}", "{names: ['${env:AGAIN}']}"}).config.find("names"))),
                 "['${env:NUMBER}']");
    }

    void errors_data() {
        QTest::addColumn<QString>("overrides");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QStringList>("causes");
        const auto row = [](const char* overrides, const char* error, const QStringList& causes) {
            QTest::newRow(overrides) << overrides << error << causes;
        };
        const char* const parsed =
            "AssetCardError: model_config field of the leaf asset card cannot be parsed as of type "
            "`<class 'm.Config'>`.";
        const QString config = "Value cannot be structured to `<class 'm.Config'>`.";
        row("{dim: x}", parsed,
            {config, "`dim` field cannot be structured.", "Value cannot be structured to `<class 'int'>`.",
             "`obj` cannot be parsed as `<class 'int'>`.", "invalid literal for int() with base 10: 'x'"});
        row("{dim: .inf}", "OverflowError: cannot convert float infinity to integer", {});
        row("{zz: 1, aa: 2}", parsed,
            {config,
             "Value must contain only keys corresponding to the fields of `<class 'm.Config'>`, but it contains "
             "extra key(s) aa, zz."});
        row("{1: 2}", parsed,
            {config, "Value cannot be structured to `dict[str, object]`.", "1 key cannot be structured.",
             "Value cannot be structured to `<class 'str'>`.",
             "Value must be of type `<class 'str'>`, but is of type `<class 'int'>` instead."});
        row("{opt: {y: 2}}", parsed,
            {config, "`opt` field cannot be structured.", "Value cannot be structured to `m.Inner | None`.",
             "Value cannot be structured to `<class 'm.Inner'>`.", "`x` field has no default value or factory."});
        row("{inner: ~}", parsed,
            {config, "`inner` field cannot be structured.", "Value cannot be structured to `<class 'm.Inner'>`.",
             "Value must be of type `<class 'm.Inner'>` or `<class 'collections.abc.Mapping'>`, but is of type `<class "
             "'NoneType'>` instead."});
        row("{names: [a, 1]}", parsed,
            {config, "`names` field cannot be structured.", "Value cannot be structured to `list[str]`.",
             "Element 1 at index 1 cannot be structured as <class 'str'>.",
             "Value cannot be structured to `<class 'str'>`.",
             "Value must be of type `<class 'str'>`, but is of type `<class 'int'>` instead."});
        row("x", parsed,
            {config,
             "Value must be of type `<class 'm.Config'>` or `<class 'collections.abc.Mapping'>`, but is of type "
             "`<class 'str'>` instead."});
        row("{_del_: x}",
            "AssetCardError: model_config field of the leaf asset card cannot be merged with the base "
            "configuration.",
            {"_del_ at `overrides` must be of type `<class 'list'>`, but is of type `<class 'str'>` instead."});
        row("{checks: [{dim: 3}, {dim: -1}]}",
            "AssetCardError: model_config field of the leaf asset card is not a valid test model configuration.",
            {"`checks[1]` is not valid: `dim` must not be negative."});
        row("{names: &a [*a]}", "RecursionError: maximum recursion depth exceeded", {});
        row("{names: &a {x: *a}, _set_: 5}", "RecursionError: maximum recursion depth exceeded", {});
        const char* const not_merged =
            "AssetCardError: model_config field of the leaf asset card cannot be merged with the base configuration.";
        row("{names: &a [*a], _set_: 5}", not_merged,
            {"_set_ at `overrides` must be of type `<class 'collections.abc.Mapping'>`, but is of type "
             "`<class 'int'>` instead."});
        row("{names: &a {x: *a}, _del_: 5}", not_merged,
            {"_del_ at `overrides` must be of type `<class 'list'>`, but is of type `<class 'int'>` "
             "instead."});
    }
    void errors() {
        QFETCH(QString, overrides);
        QFETCH(QString, error);
        QFETCH(QStringList, causes);
        const auto loaded = load({overrides.toStdString()});
        QVERIFY(loaded.error);
        QCOMPARE(text_of(loaded.error->error.type + ": " + loaded.error->error.message), error);
        QStringList texts;
        for (const AssetError& cause : loaded.error->causes)
            texts += text_of(cause.message);
        QCOMPARE(texts, causes);
        QVERIFY(!loaded.issues.empty());
    }

    void everyIssueIsFound() {
        const auto loaded = load({"{dim: x, wrong: 1, inner: {x: [], z: 2}, opt: {x: 1, y: {}}, names: 5}"});
        QStringList found;
        for (const ConfigIssue& issue : loaded.issues)
            found += text_of(issue.path) + " " + QString::number(static_cast<int>(issue.what)) + " " +
                     QString::number(issue.value.origin().range.begin);
        const auto number = [](ConfigIssue::What what) { return QString::number(static_cast<int>(what)); };
        const QString value = number(ConfigIssue::What::value);
        const QString unknown = number(ConfigIssue::What::unknown_key);
        QCOMPARE(found,
                 (QStringList{"dim " + value + " 6", "names " + value + " 68", "inner.x " + value + " 30",
                              "inner.z " + unknown + " 37", "opt.y " + value + " 56", "wrong " + unknown + " 16"}));
        // The nearest config: what does not fit is as before.
        QCOMPARE(text_of(python::str(loaded.config)),
                 "{'dim': 8, 'names': ['a'], 'inner': {'x': 1, 'y': 0.5}, 'opt': {'x': 1, 'y': 0.5}, 'checks': []}");
        QCOMPARE(text_of(loaded.issues[5].class_name), "m.Config");
        QCOMPARE(text_of(loaded.issues[2].type), "<class 'int'>");
        QCOMPARE(loaded.issues[3].key.origin().range.begin, 34U);
    }

    void ofAClassWithItsOwnCodeTheResultIsNotKnown() {
        validators_ = [](std::string_view) { return ConfigValidator(); };
        const auto loaded = load({"{checks: [{dim: 3}]}"});
        validators_ = {};
        QVERIFY(!loaded.error);
        QCOMPARE(loaded.not_known, std::vector<std::string>{"Checked has a validate(), which may refuse its values."});
    }

    void aFamilyWithoutAConfigTakesNone() {
        const TypeExpression none = type_of(TypeKind::none, "<class 'NoneType'>");
        const auto loaded = load({"{a: 1}"}, none, ConfigValue());
        QCOMPARE(text_of(loaded.error->error.message),
                 "model_config field of the leaf asset card cannot be parsed as of type `<class 'NoneType'>`.");
        QCOMPARE(loaded.issues.size(), std::size_t{1});
        QCOMPARE(loaded.issues[0].what, ConfigIssue::What::no_config);
    }

    void aClassThatHoldsItselfEnds() {
        auto loop = std::make_shared<ConfigSchema>();
        loop->class_name = "m.Loop";
        loop->fields = {field(
            "next",
            of(TypeKind::union_, "m.Loop | None", {dataclass("m.Loop"), type_of(TypeKind::none, "<class 'NoneType'>")}),
            "~")};
        const SchemaLookup schemas = [&](std::string_view) { return loop; };
        ConfigValue value = ConfigValue();
        for (int i = 0; i < 5000; ++i)
            value = ConfigValue::mapping({{ConfigValue::string("next"), value}});
        const auto structured = structure_config(value, dataclass("m.Loop"), {.schemas = schemas, .torch = torch_});
        QCOMPARE(text_of(structured.error->error.type), "RecursionError");
    }

    void devices_data() {
        QTest::addColumn<QString>("result");
        const auto row = [](const char* text, const char* result) { QTest::newRow(text) << result; };
        row("cuda", "cuda");
        row("cuda:0", "cuda:0");
        row("cuda:300", "cuda:44"); // torch keeps eight bits
        row("cuda:255", "cuda");
        row("cuda:01", "Invalid device string: 'cuda:01'");
        row("cuda:", "Invalid device string: 'cuda:'");
        row(" cuda", "Invalid device string: ' cuda'");
        row("", "Device string must not be empty");
        row("CUDA:1", "Expected one of cpu, cuda device type at start of device string: CUDA");
        row("cpu:99999999999", "Could not parse device index '99999999999' in device string 'cpu:99999999999'");
    }
    void devices() {
        QFETCH(QString, result);
        const auto device = read_device(QTest::currentDataTag(), torch_);
        const auto* error = std::get_if<DeviceError>(&device);
        QCOMPARE(text_of(error ? error->text : std::get<std::string>(device)), result);
    }
    void deviceWithLoneSurrogateIsNoText() {
        for (const char* text : {"cuda:\xED\xA0\xBD", "\xED\xB8\x80"}) {
            const auto device = read_device(text, torch_);
            QVERIFY(std::holds_alternative<DeviceError>(device));
            QCOMPARE(text_of(std::get<DeviceError>(device).text), "error unpacking string as utf-8");
        }
    }

private:
    static ConfigValue base() {
        return yaml_config("{dim: 8, names: [a], inner: {x: 1, y: 0.5}, opt: ~, checks: []}", 99);
    }

    /// The config of cards whose overrides are given base first; each is a document of file 0.
    LoadedConfig load(const std::vector<std::string>& overrides) {
        const ConfigValue plain = base();
        std::vector<ConfigValue::Entry> entries;
        for (const auto& entry : plain.entries())
            entries.push_back({entry.key, entry.value.with_origin({.from = ConfigOrigin::From::architecture})});
        return load(overrides, dataclass("m.Config"), ConfigValue::mapping(std::move(entries)));
    }

    LoadedConfig load(const std::vector<std::string>& texts, const TypeExpression& type, const ConfigValue& base) {
        std::deque<yaml::Stream> streams;
        std::vector<ConfigOverride> overrides;
        for (std::size_t index = texts.size(); index-- > 0;) {
            streams.emplace_back(texts[index]);
            overrides.push_back({.card_name = index + 1 == texts.size() ? "leaf" : "base",
                                 .card = {.file = 0, .document = static_cast<std::uint32_t>(index)},
                                 .value = streams.back().documents().front().root()});
        }
        const auto variable = [](const char* name) -> const char* {
            return std::string_view(name) == "NUMBER"  ? "12"
                   : std::string_view(name) == "AGAIN" ? "${env:NUMBER}"
                                                       : nullptr;
        };
        ConfigEnvironment environment{.schemas = schema_of, .validators = validators_, .torch = torch_};
        if (!environment.validators)
            environment.validators = [](std::string_view) -> ConfigValidator {
                return [](const ConfigValue& config) {
                    return config.find("dim")->integer().value_or(0) < 0
                               ? std::vector<std::string>{"`dim` must not be negative."}
                               : std::vector<std::string>{};
                };
            };
        environment.directives.push_back(replace_env_directive(variable));
        const std::string name = "leaf";
        return load_config({.card_name = name,
                            .key = "model_config",
                            .family = "test",
                            .family_kind = "model",
                            .type = type,
                            .base = base,
                            .overrides = overrides},
                           environment);
    }

    const TorchNames torch_{.dtypes = {{"float", "float32"}, {"float32", "float32"}}, .device_types = {"cpu", "cuda"}};
    ValidatorLookup validators_;
};

QTEST_APPLESS_MAIN(LoadConfigTest)
#include "load_config_test.moc"
