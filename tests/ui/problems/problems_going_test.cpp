// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/problems/problems_bench.h"
#include "ui/problems/problems_view.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

using namespace fairlead;
using namespace fairlead::ui;

/// Where the mouse and the keys lead from the table of problems, and what it shows of that.
class ProblemsGoingTest : public QObject {
    Q_OBJECT

private slots:
    void clicksGoThere() {
        ProblemsBench bench(threeProblems, {900, 300});
        QVERIFY(QTest::qWaitForWindowExposed(bench.panel.get()));
        QSignalSpy went(&bench.desk.navigator, &Navigator::wentTo);
        const auto click = [&](int row, int column) {
            const QRect cell = bench.panel->view().visualRect(bench.panel->model().index(row, column));
            QTest::mouseClick(bench.panel->view().viewport(), Qt::LeftButton, {}, cell.center());
        };
        click(0, ProblemsModel::MessageColumn);
        QCOMPARE(went.size(), 0); // selects
        click(0, ProblemsModel::WhereColumn);
        QCOMPARE(went.size(), 1);
        QCOMPARE(went[0][0].value<Location>().begin, 43); // the `---` that starts no card
        click(1, ProblemsModel::MessageColumn);
        const QRect message =
            bench.panel->view().visualRect(bench.panel->model().index(1, ProblemsModel::MessageColumn));
        QTest::mouseDClick(bench.panel->view().viewport(), Qt::LeftButton, {}, message.center());
        QCOMPARE(went.size(), 2);
        QCOMPARE(went[1][0].value<Location>().begin, 40);
    }

    void enterGoesThere() {
        ProblemsBench bench(threeProblems, {900, 300});
        bench.panel->refresh();
        QSignalSpy went(&bench.desk.navigator, &Navigator::wentTo);
        for (int row = 0; row < bench.panel->model().rowCount(); ++row) {
            const QModelIndex index = bench.panel->model().index(row, 0);
            if (bench.panel->model().rows()[static_cast<std::size_t>(row)].diagnostic.rule != 21)
                continue;
            bench.panel->view().setCurrentIndex(index);
            bench.panel->view().setFocus();
            QTest::keyClick(&bench.panel->view(), Qt::Key_Return);
        }
        QCOMPARE(went.size(), 1);
        const auto place = went[0][0].value<Location>();
        QCOMPARE(place.file, bench.desk.path(QStringLiteral("a.yaml")));
        QCOMPARE(place.begin, 40);
        QCOMPARE(place.end, 42);
    }

    // What is not certain is offered in a menu, even where there is but one thing to offer.
    void aChoiceIsOfferedNotMade() {
        ProblemsBench bench("name: a\nmodel_family: llama\nmodel_arch: llama3_1b\n", {900, 300});
        QVERIFY(QTest::qWaitForWindowExposed(bench.panel.get()));
        const QByteArray text = bench.desk.open(QStringLiteral("a.yaml"))->text();
        const QModelIndex cell = bench.panel->model().index(0, ProblemsModel::FixColumn);
        QCOMPARE(cell.data().toString(), QStringLiteral("your choice"));
        QTest::mouseClick(bench.panel->view().viewport(), Qt::LeftButton, {},
                          bench.panel->view().visualRect(cell).center());
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QCOMPARE(bench.desk.open(QStringLiteral("a.yaml"))->text(), text);
        QStringList offers;
        for (const QAction* action : menu->actions())
            offers << action->text();
        QVERIFY2(offers.filter(QStringLiteral("llama3_8b")).size() == 1, qPrintable(offers.join(QLatin1Char('|'))));
        menu->close();
    }

    void keysGoFromProblemToProblem() {
        ProblemsBench bench(threeProblems);
        bench.panel->show();
        bench.panel->activateWindow();
        bench.panel->addAction(bench.panel->nextAction()); // the window has them in its menu
        bench.panel->addAction(bench.panel->previousAction());
        QVERIFY(QTest::qWaitForWindowActive(bench.panel.get()));
        QSignalSpy went(&bench.desk.navigator, &Navigator::wentTo);
        const auto pressed = [&](Qt::KeyboardModifiers modifiers) -> qint64 {
            QTest::keyClick(bench.panel.get(), Qt::Key_F8, modifiers);
            return went.isEmpty() ? -1 : went.takeLast()[0].value<Location>().begin;
        };
        QList<qint64> forward;
        for (int press = 0; press < 4; ++press)
            forward << pressed(Qt::NoModifier);
        QCOMPARE(forward, (QList<qint64>{6, 40, 43, 6})); // by place, and around
        QCOMPARE(pressed(Qt::ShiftModifier), 43);
        QCOMPARE(pressed(Qt::ShiftModifier), 40);
    }

    void keysGoToEveryOwnerOfAName() {
        Desk desk;
        desk.write(QStringLiteral("a.yaml"), "name: one\nbase: none_such\n");
        desk.write(QStringLiteral("b.yaml"), "name: one\nurl: https://a.org\n");
        desk.load();
        ProblemsPanel panel(desk.workspace, desk.buffers, desk.navigator, desk.theme);
        panel.show();
        QStringList visited;
        for (int press = 0; press < 4; ++press) {
            panel.nextAction()->trigger();
            const ProblemRow* row = panel.model().problemAt(panel.view().currentIndex());
            QVERIFY(row != nullptr);
            visited << QStringLiteral("%1:%2 %3")
                           .arg(QFileInfo(desk.navigator.current().file).fileName())
                           .arg(desk.navigator.current().begin)
                           .arg(row->diagnostic.rule);
        }
        QCOMPARE(visited, (QStringList{"a.yaml:6 8", "a.yaml:16 10", "b.yaml:6 8", "a.yaml:6 8"}));
    }

    // fairseq2 reads b10.yaml before b9.yaml, and sub/ before both; people see them as the tree has them.
    void filesComeInTheOrderOfTheTree() {
        Desk desk;
        QDir(desk.path({})).mkdir(QStringLiteral("a"));
        for (const QString& name : {QStringLiteral("b10.yaml"), QStringLiteral("b9.yaml"), QStringLiteral("a/c.yaml")})
            desk.write(name, "name: " + name.toUtf8().left(name.size() - 5).replace('/', '_') + "\nbase: none_such\n");
        desk.load();
        ProblemsPanel panel(desk.workspace, desk.buffers, desk.navigator, desk.theme);
        panel.show();
        const QStringList order = {QStringLiteral("b9.yaml"), QStringLiteral("b10.yaml"), QStringLiteral("a/c.yaml")};
        QStringList listed;
        for (int row = 0; row < panel.model().rowCount(); ++row)
            listed << panel.model()
                          .index(row, ProblemsModel::WhereColumn)
                          .data()
                          .toString()
                          .section(QLatin1Char(':'), 0, 0);
        QCOMPARE(listed, order);
        QStringList visited;
        for (int press = 0; press < 4; ++press) {
            panel.nextAction()->trigger();
            visited << desk.navigator.current().file.mid(desk.path({}).size());
        }
        QCOMPARE(visited, order + QStringList{order.front()});
        panel.previousAction()->trigger();
        QCOMPARE(desk.navigator.current().file, desk.path(order.back()));
    }

    void whatIsMendedLeavesTheListWhereItIs() {
        QByteArray text;
        for (int card = 0; card < 30; ++card)
            text += "name: c" + QByteArray::number(card) + "\nbase: none_such\n---\n";
        text.chop(4);
        ProblemsBench bench(text, {900, 200});
        Buffer* buffer = bench.desk.open(QStringLiteral("a.yaml"));
        ProblemsView& view = bench.panel->view();
        view.setCurrentIndex(bench.panel->model().index(2, 0));
        view.verticalScrollBar()->setValue(0);
        const qint64 base = text.indexOf("base", text.indexOf("c2\n"));
        buffer->replace(base, base + 15, "url: https://a.org");
        bench.panel->refresh();
        QCOMPARE(bench.panel->model().rowCount(), 29);
        QVERIFY(!view.currentIndex().isValid());
        QCOMPARE(view.verticalScrollBar()->value(), 0);
        view.setCurrentIndex(bench.panel->model().index(1, 0));
        buffer->replace(0, 0, "# a line above\n");
        bench.panel->refresh();
        QCOMPARE(view.currentIndex().row(), 1);
    }
};

QTEST_MAIN(ProblemsGoingTest)
#include "problems_going_test.moc"
