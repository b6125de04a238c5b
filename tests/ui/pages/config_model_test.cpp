// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/bundled.h"
#include "core/registry/config_tree.h"
#include "ui/pages/config_filter.h"
#include "ui/pages/config_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

ConfigNode value(const char* name, const char* text) {
    ConfigNode node;
    node.name = name;
    node.text = text;
    return node;
}

ConfigNode nested(const char* name, std::vector<ConfigNode> fields) {
    ConfigNode node;
    node.name = name;
    node.fields = std::move(fields);
    return node;
}

QStringList shownNames(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
    QStringList names;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        names << index.data().toString();
        names << shownNames(model, index);
    }
    return names;
}

} // namespace

class ConfigModelTest : public QObject {
    Q_OBJECT

    const std::vector<ConfigNode> m_own = {value("model_dim", "2048"), value("pad_idx", "null"),
                                           nested("rope", {value("factor", "32.0"), value("length", "8192")})};
    const std::vector<ConfigNode> m_defaults = {value("model_dim", "4096"), value("pad_idx", "null"),
                                                nested("rope", {value("factor", "8.0"), value("length", "8192")})};
    const std::vector<ConfigNode> m_other = {value("model_dim", "2048"), value("pad_idx", "3"), value("rope", "null")};

private slots:
    void differingValuesAreMarkedAndCounted() {
        ConfigModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setConfigs(m_own, m_defaults, m_other, QStringLiteral("3b"));
        QCOMPARE(model.valueCount(), 4);
        QCOMPARE(model.headerData(ConfigModel::Default, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Class default, 2 differ"));
        QCOMPARE(model.headerData(ConfigModel::Other, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("3b, 3 differ"));
        QVERIFY(model.index(0, ConfigModel::Default).data(ConfigModel::DiffersRole).toBool());
        QVERIFY(!model.index(0, ConfigModel::Other).data(ConfigModel::DiffersRole).toBool());
        QVERIFY(model.index(1, ConfigModel::Other).data(ConfigModel::DiffersRole).toBool());
        const QModelIndex rope = model.index(2, ConfigModel::Field);
        QCOMPARE(model.rowCount(rope), 2);
        QCOMPARE(rope.siblingAtColumn(ConfigModel::Other).data().toString(), QStringLiteral("null"));
        const QModelIndex factor = model.index(0, ConfigModel::Default, rope);
        QVERIFY(factor.data(ConfigModel::DiffersRole).toBool());
        QCOMPARE(factor.data(Qt::AccessibleTextRole).toString(), QStringLiteral("8.0, differs"));
        model.setConfigs({}, {}, {}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void filterShowsFieldsWithTheirGroup_data() {
        QTest::addColumn<int>("show");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("all") << 0 << QString() << QStringList{"model_dim", "pad_idx", "rope", "factor", "length"};
        QTest::newRow("unlike the default") << 1 << QString() << QStringList{"model_dim", "rope", "factor"};
        QTest::newRow("unlike the other") << 2 << QString() << QStringList{"pad_idx"};
        QTest::newRow("text") << 0 << QStringLiteral("FACT") << QStringList{"rope", "factor"};
        QTest::newRow("text of the group") << 0 << QStringLiteral("rope") << QStringList{"rope", "factor", "length"};
        QTest::newRow("nothing") << 0 << QStringLiteral("zzz") << QStringList{};
    }
    void filterShowsFieldsWithTheirGroup() {
        QFETCH(int, show);
        QFETCH(QString, text);
        QFETCH(QStringList, names);
        ConfigModel model;
        model.setConfigs(m_own, m_defaults, m_other, QStringLiteral("3b"));
        ConfigFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setShow(static_cast<ConfigFilter::Show>(show));
        filter.setText(text);
        QCOMPARE(shownNames(filter), names);
    }

    void everyRecordedConfigIsShown() {
        const auto registry = bundled_snapshot();
        int shown = 0;
        for (const FamilyRecord& family : registry->families) {
            for (const ArchitectureRecord& architecture : family.architectures) {
                const auto own = config_tree(*registry, family.config_class.value_or(""), architecture.config);
                const auto defaults = config_tree(*registry, family.config_class.value_or(""), family.default_config);
                ConfigModel model;
                model.setConfigs(own, defaults, {}, {});
                QVERIFY2(model.rowCount() > 0, architecture.name.c_str());
                ++shown;
            }
        }
        QCOMPARE(shown, 69);
    }
};

QTEST_MAIN(ConfigModelTest)
#include "config_model_test.moc"
