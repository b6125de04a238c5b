// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/desk.h"
#include "ui/resolved/resolved_model.h"
#include "ui/resolved/resolved_panel.h"
#include "ui/resolved/resolved_tree.h"

#include <QAbstractItemModelTester>
#include <QTreeView>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

const ResolvedNode* field(const ResolvedView& view, const QString& name) {
    for (const ResolvedNode& node : view.fields) {
        if (node.name == name)
            return &node;
    }
    return nullptr;
}

} // namespace

class ResolvedTest : public QObject {
    Q_OBJECT

    static void open(Desk& desk) {
        desk.write(QStringLiteral("a.yaml"),
                   "name: mine\nbase: llama3_2_1b\nmodel_arch: 7x\nmodel_config: {a: [1, 2], b: {c: 3}}\n");
        desk.load();
    }

    static CardRef card(const Desk& desk) { return *desk.workspace.session()->catalog().find("mine", ""); }

private slots:
    void valuesComeWithTheirOrigin() {
        Desk desk;
        open(desk);
        ResolvedPanel panel(desk.workspace, desk.navigator, desk.theme);
        panel.setCard(card(desk));
        panel.refresh();
        QCOMPARE(panel.title(), QStringLiteral("Resolved: mine"));
        QStringList chain;
        for (const ResolvedLink& link : panel.shown().chain)
            chain << link.title;
        QCOMPARE(chain, (QStringList{"mine", "llama3_2_1b", "llama3"}));
        const ResolvedNode* family = field(panel.shown(), QStringLiteral("model_family"));
        QVERIFY(family != nullptr);
        QCOMPARE(family->value, QStringLiteral("llama"));
        QCOMPARE(family->card, QStringLiteral("llama3"));
        QVERIFY(!family->isOwn && family->line > 0);
        const ResolvedNode* arch = field(panel.shown(), QStringLiteral("model_arch"));
        QVERIFY(arch->isOwn && arch->trouble.has_value());
        QCOMPARE(arch->line, 3);
    }

    void rowsFollowTyping() {
        Desk desk;
        open(desk);
        ResolvedPanel panel(desk.workspace, desk.navigator, desk.theme);
        QAbstractItemModelTester tester(panel.view().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        panel.setCard(card(desk));
        panel.refresh();
        const int rows = panel.view().model()->rowCount();
        QVERIFY(rows > 3);
        Buffer* buffer = desk.open(QStringLiteral("a.yaml"));
        const qint64 line = buffer->text().indexOf("model_config");
        for (qint64 end = buffer->text().size(); end > line; --end) {
            buffer->replace(end - 1, end, {});
            panel.refresh();
        }
        QVERIFY(field(panel.shown(), QStringLiteral("model_config")) == nullptr);
        QCOMPARE(panel.view().model()->rowCount(), rows - 1);
    }

    void anEntryLeadsToItsPlace() {
        Desk desk;
        open(desk);
        ResolvedPanel panel(desk.workspace, desk.navigator, desk.theme);
        panel.setCard(card(desk));
        panel.refresh();
        panel.resize(400, 400);
        panel.show();
        QSignalSpy went(&desk.navigator, &Navigator::wentTo);
        const QAbstractItemModel& model = *panel.view().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex from = model.index(row, ResolvedModel::FromColumn);
            if (model.index(row, 0).data().toString() != QStringLiteral("model_arch"))
                continue;
            panel.view().setFocus();
            panel.view().setCurrentIndex(from);
            QTest::keyClick(&panel.view(), Qt::Key_Return);
        }
        QCOMPARE(went.size(), 1);
        QCOMPARE(went[0][0].value<Location>().file, desk.path(QStringLiteral("a.yaml")));
        desk.navigator.back();
        QCOMPARE(went.size(), 2);
    }

    void aMissingBaseIsSaidInFairseq2sWords() {
        Desk desk;
        desk.write(QStringLiteral("a.yaml"), "name: mine\nbase: nowhere\n");
        desk.load();
        ResolvedPanel panel(desk.workspace, desk.navigator, desk.theme);
        panel.setCard(card(desk));
        panel.refresh();
        QCOMPARE(panel.shown().fairseq2Says,
                 QStringLiteral("AssetCardError: nowhere base asset of the mine asset card does not exist."));
    }
};

QTEST_MAIN(ResolvedTest)
#include "resolved_test.moc"
