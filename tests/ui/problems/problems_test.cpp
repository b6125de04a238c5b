// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/desk.h"
#include "ui/problems/problems_model.h"
#include "ui/problems/problems_panel.h"
#include "ui/problems/problems_view.h"

#include <QAbstractItemModelTester>
#include <QPushButton>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

QStringList messages(const QAbstractItemModel& model) {
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row, ProblemsModel::MessageColumn).data().toString();
    return all;
}

} // namespace

class ProblemsTest : public QObject {
    Q_OBJECT

    /// An unknown architecture, a card without a checkpoint or url, and an empty document.
    static void open(Desk& desk) {
        desk.write(QStringLiteral("a.yaml"), "name: a\nmodel_family: llama\nmodel_arch: 7x\n---\n");
        desk.load();
    }

private slots:
    void rowsFollowTyping() {
        Desk desk;
        open(desk);
        ProblemsPanel panel(desk.workspace, desk.buffers, desk.navigator, desk.theme);
        QAbstractItemModelTester tester(&panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        panel.refresh();
        QCOMPARE(panel.count(), 3);
        QCOMPARE(panel.model().rowCount(), 3);
        Buffer* buffer = desk.open(QStringLiteral("a.yaml"));
        const QByteArray text = buffer->text();
        for (qint64 end = text.size(); end > 0; --end) {
            buffer->replace(end - 1, end, {});
            panel.refresh();
        }
        QCOMPARE(panel.model().rowCount(), 0);
        buffer->replace(0, 0, text);
        panel.refresh();
        QCOMPARE(panel.model().rowCount(), 3);
    }

    void fairseq2sWordsStandBelow() {
        Desk desk;
        open(desk);
        ProblemsPanel panel(desk.workspace, desk.buffers, desk.navigator, desk.theme);
        panel.refresh();
        QStringList says;
        for (const ProblemRow& row : panel.model().rows())
            says << QString::fromStdString(row.diagnostic.fairseq2_says);
        QVERIFY2(says.contains(QStringLiteral("AssetCardError: model_arch field of the a asset card is expected to be "
                                              "a supported model architecture, but is 7x instead.")),
                 qPrintable(says.join(u'\n')));
        QVERIFY(panel.model().rowCount(panel.model().index(0, 0)) > 0);
    }

    void togglesHideASeverity() {
        Desk desk;
        open(desk);
        ProblemsPanel panel(desk.workspace, desk.buffers, desk.navigator, desk.theme);
        panel.refresh();
        for (QPushButton* button : panel.findChildren<QPushButton*>()) {
            if (button->isCheckable() && button->text().contains(QStringLiteral("info")))
                button->click();
        }
        panel.refresh();
        QCOMPARE(panel.model().rowCount(), 2);
        QVERIFY2(!messages(panel.model()).join(u' ').contains(QStringLiteral("gated")),
                 qPrintable(messages(panel.model()).join(u'\n')));
        QCOMPARE(panel.count(), 3);
    }

    void enterGoesThere() {
        Desk desk;
        open(desk);
        ProblemsPanel panel(desk.workspace, desk.buffers, desk.navigator, desk.theme);
        panel.resize(900, 300);
        panel.show();
        panel.refresh();
        QSignalSpy went(&desk.navigator, &Navigator::wentTo);
        for (int row = 0; row < panel.model().rowCount(); ++row) {
            const QModelIndex index = panel.model().index(row, 0);
            if (panel.model().rows()[static_cast<std::size_t>(row)].diagnostic.rule != 21)
                continue;
            panel.view().setCurrentIndex(index);
            panel.view().setFocus();
            QTest::keyClick(&panel.view(), Qt::Key_Return);
        }
        QCOMPARE(went.size(), 1);
        const auto place = went[0][0].value<Location>();
        QCOMPARE(place.file, desk.path(QStringLiteral("a.yaml")));
        QCOMPARE(place.begin, 40);
        QCOMPARE(place.end, 42);
    }
};

QTEST_MAIN(ProblemsTest)
#include "problems_test.moc"
