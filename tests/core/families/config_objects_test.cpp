// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/container/error_text.h"

#include <fairlead/object_validator.h>
#include <fairlead/value_converter.h>

#include <QTest>

using namespace fairlead;
using test::thrown_by;

namespace lab {

struct NormConfig {
    double eps = 1e-5;

    [[nodiscard]] ValidationResult validate() const {
        ValidationResult result;
        if (eps <= 0)
            result.add_error("`eps` must be positive.");
        return result;
    }
};

struct ModelConfig {
    std::int64_t model_dim = 512;
    std::optional<std::string> name;
    NormConfig norm;
};

} // namespace lab

class ConfigObjectsTest : public QObject {
    Q_OBJECT

private slots:
    void treesBecomeConfigsAndBack() {
        const ValueConverter converter;
        const ConfigTree tree{
            ConfigTree::Mapping{{"norm", {ConfigTree::Mapping{{"eps", {0.5}}}}}, {"model_dim", {std::string(" 7 ")}}}};
        const auto config = converter.structure<lab::ModelConfig>(tree);
        QCOMPARE(config.model_dim, std::int64_t(7));
        QCOMPARE(config.norm.eps, 0.5);
        QVERIFY(!config.name);
        const ConfigTree expected{ConfigTree::Mapping{
            {"model_dim", {std::int64_t(7)}}, {"name", {}}, {"norm", {ConfigTree::Mapping{{"eps", {0.5}}}}}}};
        QVERIFY(converter.unstructure(config) == expected);
    }

    void whatDoesNotFitSaysWhere() {
        const ValueConverter converter;
        try {
            (void)converter.structure<lab::ModelConfig>({ConfigTree::Mapping{{"model_dim", {std::string("x")}}}});
            QFAIL("nothing thrown");
        } catch (const StructureError& error) {
            QCOMPARE(error.what(), "Value cannot be structured to `<class 'lab.ModelConfig'>`.");
            QCOMPARE(QString::fromStdString(error.causes().front()),
                     QString("StructureError: `model_dim` field cannot be structured."));
        }
    }

    void everyConfigWithinIsAsked() {
        const ObjectValidator validator;
        lab::ModelConfig config;
        validator.validate(config);
        config.norm.eps = 0;
        QCOMPARE(QString::fromStdString(thrown_by([&] { validator.validate(config); })),
                 QString("ValidationError: `norm` is not valid: `eps` must be positive."));
    }
};

QTEST_APPLESS_MAIN(ConfigObjectsTest)
#include "config_objects_test.moc"
