// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/typed_scalar.h"

#include <QTest>

#include <limits>

using namespace fairlead;

namespace {

TypeExpression type(TypeKind kind, std::vector<std::string> values = {}) {
    TypeExpression made;
    made.kind = kind;
    made.values = std::move(values);
    return made;
}

TypeExpression optional(TypeExpression of) {
    TypeExpression made = type(TypeKind::union_);
    made.args = {std::move(of), type(TypeKind::none)};
    return made;
}

/// The text as it is written, and the kind of what is read; or the reason in brackets.
QString typed(const char* text, const TypeExpression* of) {
    const TypedScalar scalar = typed_scalar(text, of);
    if (!scalar.why_not.empty())
        return QStringLiteral("[%1]").arg(QString::fromStdString(scalar.why_not));
    return QString::fromStdString(scalar.written.written(yaml::Place::value)) +
           QStringLiteral(" %1").arg(static_cast<int>(scalar.value.kind()));
}

QString kind(ConfigValue::Kind kind) { return QStringLiteral(" %1").arg(static_cast<int>(kind)); }

} // namespace

class TypedScalarTest : public QObject {
    Q_OBJECT

    using Kind = ConfigValue::Kind;

private slots:
    void aValueIsAsYamlReadsIt() {
        const TypeExpression integer = type(TypeKind::integer);
        QCOMPARE(typed(" 12 ", &integer), "12" + kind(Kind::integer));
        QCOMPARE(typed("1_000", &integer), "1_000" + kind(Kind::integer));
        QCOMPARE(typed("1e-5", nullptr), "1e-5" + kind(Kind::real));
        QCOMPARE(typed("~", &integer), "~" + kind(Kind::null));
        QCOMPARE(typed("yes", &integer), "\"yes\"" + kind(Kind::string));
        QCOMPARE(typed("'12'", &integer), "\"12\"" + kind(Kind::string));
        QCOMPARE(typed("TRUE", nullptr), "TRUE" + kind(Kind::boolean));
    }

    void textStandsForItself() {
        const TypeExpression string = optional(type(TypeKind::string));
        QCOMPARE(typed("017", &string), "\"017\"" + kind(Kind::string));
        QCOMPARE(typed("true", &string), "\"true\"" + kind(Kind::string));
        QCOMPARE(typed("a: b", &string), "\"a: b\"" + kind(Kind::string));
        QCOMPARE(typed("[x", &string), "\"[x\"" + kind(Kind::string));
        QCOMPARE(typed("*x # y", &string), "\"*x # y\"" + kind(Kind::string));
        QCOMPARE(typed("null", &string), "null" + kind(Kind::null));
        QCOMPARE(typed("'null'", &string), "\"null\"" + kind(Kind::string));
        QCOMPARE(typed("\"\"", &string), "\"\"" + kind(Kind::string));
        QCOMPARE(typed("relu", &string), "relu" + kind(Kind::string));
    }

    void whatIsNoScalarIsRefused() {
        const TypeExpression integer = type(TypeKind::integer);
        const TypeExpression string = type(TypeKind::string);
        const QString none =
            QStringLiteral("[This is no single YAML value. Lists and mappings must be written in the text.]");
        for (const char* text : {"[1]", "{a: 1}", "a: b", "*x", "&x 1", "1 # one", "\"", "- 1", "!foo 1", "`"})
            QCOMPARE(typed(text, &integer), none);
        QCOMPARE(typed("!!int '1'", &integer), QStringLiteral("[A value with a tag must be written in the text.]"));
        QCOMPARE(typed("  ", &integer), QStringLiteral("[Nothing is typed.]"));
        QCOMPARE(typed("", &string), QStringLiteral("[Nothing is typed. Write \"\" for an empty text.]"));
        QCOMPARE(typed("1\n2", &string), QStringLiteral("[A value of several lines must be written in the text.]"));
        QCOMPARE(typed(std::string(70'000, 'a').c_str(), &string), QStringLiteral("[The value is too long.]"));
    }

    void aValueHasItsText() {
        QCOMPARE(scalar_text(ConfigValue()), std::optional<std::string>("null"));
        QCOMPARE(scalar_text(ConfigValue::boolean(true)), std::optional<std::string>("true"));
        QCOMPARE(scalar_text(ConfigValue::integer(-3)), std::optional<std::string>("-3"));
        QCOMPARE(scalar_text(ConfigValue::real(500000)), std::optional<std::string>("500000.0"));
        QCOMPARE(scalar_text(ConfigValue::real(1e-5)), std::optional<std::string>("1e-05"));
        QCOMPARE(scalar_text(ConfigValue::real(1e300)), std::optional<std::string>("1e+300"));
        QCOMPARE(scalar_text(ConfigValue::real(-std::numeric_limits<double>::infinity())),
                 std::optional<std::string>("-.inf"));
        QCOMPARE(scalar_text(ConfigValue::string("12")), std::optional<std::string>("\"12\""));
        QCOMPARE(scalar_text(ConfigValue::list({})), std::optional<std::string>());
        for (const double value : {0.1, 1e22, 1e-7, 3.0, -0.0, 1.5e300, std::numeric_limits<double>::infinity()})
            QVERIFY(typed_scalar(*scalar_text(ConfigValue::real(value)), nullptr).value == ConfigValue::real(value));
    }

    void fewValuesAreAChoice() {
        using Choices = std::vector<std::string>;
        QCOMPARE(scalar_choices(type(TypeKind::boolean)), (Choices{"true", "false"}));
        QCOMPARE(scalar_choices(optional(type(TypeKind::boolean))), (Choices{"true", "false", "null"}));
        QCOMPARE(scalar_choices(type(TypeKind::literal, {"none", "no"})), (Choices{"none", "\"no\""}));
        QCOMPARE(scalar_choices(type(TypeKind::enumeration, {"A", "B"})), (Choices{"A", "B"}));
        QCOMPARE(scalar_choices(type(TypeKind::integer)), Choices{});
        QCOMPARE(scalar_choices(optional(type(TypeKind::string))), Choices{});
        TypeExpression mixed = type(TypeKind::literal, {"x", "3"});
        mixed.no_strings = {1};
        QCOMPARE(scalar_choices(mixed), Choices{"x"});
    }
};

QTEST_GUILESS_MAIN(TypedScalarTest)
#include "typed_scalar_test.moc"
