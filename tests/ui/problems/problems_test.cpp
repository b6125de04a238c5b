// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/problems/problems_bench.h"
#include "ui/problems/diagnostic_words.h"
#include "ui/problems/findings.h"
#include "ui/problems/problems_bar.h"
#include "ui/problems/problems_delegate.h"
#include "ui/problems/problems_view.h"
#include "ui/text/english_plurals.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

QStringList messages(const QAbstractItemModel& model) {
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row, ProblemsModel::MessageColumn).data().toString();
    return all;
}

QStringList severities(const QAbstractItemModel& model) {
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row, ProblemsModel::SeverityColumn).data().toString();
    return all;
}

QPushButton* buttonNamed(const QWidget& parent, const QString& name) {
    for (QPushButton* button : parent.findChildren<QPushButton*>())
        if (button->accessibleName() == name)
            return button;
    return nullptr;
}

} // namespace

class ProblemsTest : public QObject {
    Q_OBJECT

    EnglishPlurals m_plurals;

private slots:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }

    void rowsFollowTyping() {
        ProblemsBench bench(threeProblems);
        QAbstractItemModelTester tester(&bench.panel->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        bench.panel->refresh();
        QCOMPARE(bench.panel->count(), 3);
        QCOMPARE(bench.panel->model().rowCount(), 3);
        Buffer* buffer = bench.desk.open(QStringLiteral("a.yaml"));
        const QByteArray text = buffer->text();
        for (qint64 end = text.size(); end > 0; --end) {
            buffer->replace(end - 1, end, {});
            bench.panel->refresh();
        }
        QCOMPARE(bench.panel->model().rowCount(), 0);
        buffer->replace(0, 0, text);
        bench.panel->refresh();
        QCOMPARE(bench.panel->model().rowCount(), 3);
    }

    void aMessageCallsFilesAsTheColumnOfPlacesDoes() {
        Desk desk;
        QVERIFY(QDir().mkpath(desk.path(QStringLiteral("old"))));
        desk.write(QStringLiteral("a.yaml"), "name: one\n");
        desk.write(QStringLiteral("old/b.yaml"), "name: one\n");
        desk.load();
        ProblemsPanel panel(desk.workspace, desk.buffers, desk.navigator, desk.theme);
        panel.refresh();
        QCOMPARE(panel.model().rows().at(0).diagnostic.rule, 8);
        const QString rest = QStringLiteral(". fairseq2 accepts a name only once, over all sources.");
        QCOMPARE(messages(panel.model()).at(0),
                 QStringLiteral("one is also the name of a card in old/b.yaml:1") + rest);
        const auto inEditor = [&](const QString& name) {
            QString text;
            for (const Finding& finding :
                 findingsIn(*desk.workspace.session(), *desk.workspace.fileAt(desk.path(name))))
                if (finding.diagnostic->rule == 8)
                    text = finding.message;
            return text;
        };
        QCOMPARE(inEditor(QStringLiteral("a.yaml")), messages(panel.model()).at(0));
        QCOMPARE(inEditor(QStringLiteral("old/b.yaml")),
                 QStringLiteral("one is also the name of a card in a.yaml:1") + rest);
    }

    void aFileThatIsCalledTheSameIsNamedByItsPath() {
        Desk desk;
        for (const QString& folder : {QStringLiteral("one"), QStringLiteral("two")}) {
            QVERIFY(QDir().mkpath(desk.path(folder)));
            QByteArray text = "name: one\n";
            for (const char number : {'1', '2', '3', '4'}) // so that none is a copy of the other
                text += "---\nname: " + folder.toUtf8() + number + '\n';
            desk.write(folder + QStringLiteral("/a.yaml"), text);
        }
        QSignalSpy loaded(&desk.workspace, &Workspace::loaded);
        desk.workspace.open({desk.path(QStringLiteral("one")), desk.path(QStringLiteral("two"))});
        QVERIFY(loaded.wait());
        const auto diagnostics = desk.workspace.session()->diagnostics();
        const auto found = std::ranges::find_if(diagnostics, [](const Diagnostic* one) { return one->rule == 8; });
        QVERIFY(found != diagnostics.end());
        const QString message = messageOf(desk.workspace.session()->catalog(), **found);
        QVERIFY2(message.contains(QStringLiteral("/two/a.yaml:1.")), qPrintable(message));
    }

    void fairseq2sWordsStandBelow() {
        ProblemsBench bench(threeProblems);
        bench.panel->refresh();
        QStringList says;
        for (const ProblemRow& row : bench.panel->model().rows())
            says << QString::fromStdString(row.diagnostic.fairseq2_says);
        QVERIFY2(says.contains(QStringLiteral("AssetCardError: model_arch field of the a asset card is expected to be "
                                              "a supported model architecture, but is 7x instead.")),
                 qPrintable(says.join(u'\n')));
        QVERIFY(bench.panel->model().rowCount(bench.panel->model().index(0, 0)) > 0);
    }

    void eachToggleHidesItsSeverityByAClick_data() {
        QTest::addColumn<QString>("toggle");
        QTest::addColumn<QStringList>("left");
        const QString stops = QStringLiteral("Stops load");
        const QString error = QStringLiteral("Error");
        const QString warning = QStringLiteral("Warning");
        const QString info = QStringLiteral("Info");
        QTest::newRow("errors, those that stop the load too")
            << QStringLiteral("2 errors") << QStringList{warning, info};
        QTest::newRow("warnings") << QStringLiteral("1 warning") << QStringList{stops, error, info};
        QTest::newRow("infos") << QStringLiteral("1 info") << QStringList{stops, error, warning};
    }
    void eachToggleHidesItsSeverityByAClick() {
        QFETCH(const QString, toggle);
        QFETCH(const QStringList, left);
        ProblemsBench bench("name: a\nmodel_family: llama\nmodel_arch: 7x\nnum_shards: 2\n---\n", {900, 300});
        const QStringList all = {QStringLiteral("Stops load"), QStringLiteral("Error"), QStringLiteral("Warning"),
                                 QStringLiteral("Info")};
        QCOMPARE(severities(bench.panel->model()), all); // the worst first
        QPushButton* button = buttonNamed(*bench.panel, toggle);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(severities(bench.panel->model()), left);
        QCOMPARE(button->accessibleName(), toggle); // what is there, shown or not
        QCOMPARE(bench.panel->count(), 4);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(severities(bench.panel->model()), all);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(severities(bench.panel->model()), left);
    }

    void hiddenProblemsAreSaidToBeThere() {
        ProblemsBench bench(threeProblems, {900, 300});
        for (const QString& toggle : {QStringLiteral("2 errors"), QStringLiteral("1 info")})
            QTest::mouseClick(buttonNamed(*bench.panel, toggle), Qt::LeftButton);
        QVERIFY(!bench.panel->view().isVisible());
        QStringList shown;
        for (const QLabel* label : bench.panel->findChildren<QLabel*>())
            if (label->isVisible())
                shown << label->text();
        QVERIFY2(shown.contains(QStringLiteral("3 problems not shown: see the buttons above.")),
                 qPrintable(shown.join(u'\n')));
    }

    void ownersOfANameStandHereAndHere() {
        Desk desk;
        desk.write(QStringLiteral("a.yaml"), "name: a\n");
        desk.write(QStringLiteral("b.yaml"), "name: a\n");
        desk.load();
        ProblemsPanel panel(desk.workspace, desk.buffers, desk.navigator, desk.theme);
        const ProblemsModel& model = panel.model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex problem = model.index(row, 0);
            if (model.rows()[static_cast<std::size_t>(row)].diagnostic.rule != 8)
                continue;
            QCOMPARE(problem.siblingAtColumn(ProblemsModel::WhereColumn).data().toString(), QStringLiteral("2 places"));
            QStringList words;
            QStringList places;
            for (int child = 0; child < model.rowCount(problem); ++child) {
                words << model.index(child, 0, problem).data().toString();
                places << model.index(child, ProblemsModel::WhereColumn, problem).data().toString();
            }
            QCOMPARE(words, (QStringList{QStringLiteral("fairseq2 says:"), QStringLiteral("here"),
                                         QStringLiteral("and here")}));
            places.sort(); // the folder says which is the first
            QCOMPARE(places, (QStringList{QString(), QStringLiteral("a.yaml:1:7"), QStringLiteral("b.yaml:1:7")}));
            return;
        }
        QFAIL(qPrintable(messages(model).join(u'\n')));
    }

    void aNarrowBarKeepsItsNames() {
        ProblemsBench bench(threeProblems, {1000, 300});
        QPushButton* errors = buttonNamed(*bench.panel, QStringLiteral("2 errors"));
        QCOMPARE(errors->text(), QStringLiteral("2 errors"));
        QVERIFY(bench.panel->bar()->minimumSizeHint().width() < 320);
        bench.panel->resize(bench.panel->bar()->minimumSizeHint().width(), 300);
        QTRY_COMPARE(errors->text(), QStringLiteral("2"));
        QCOMPARE(errors->accessibleName(), QStringLiteral("2 errors"));
        const auto buttons = bench.panel->bar()->findChildren<QPushButton*>();
        for (const QPushButton* button : buttons)
            QVERIFY2(bench.panel->bar()->rect().contains(button->geometry()), qPrintable(button->text()));
        bench.panel->resize(1000, 300);
        QTRY_COMPARE(errors->text(), QStringLiteral("2 errors"));
    }

    void theLineOfAPlaceIsSeen() {
        const QString folder = QStringLiteral("a_folder_with_a_name_that_is_long");
        Desk desk;
        QVERIFY(QDir().mkpath(desk.path(folder)));
        desk.write(folder + QStringLiteral("/cards.yaml"), "name: a\nbase: none_such\n");
        desk.load();
        ProblemsPanel panel(desk.workspace, desk.buffers, desk.navigator, desk.theme);
        QStyleOptionViewItem option;
        option.widget = &panel.view();
        struct Delegate : ProblemsDelegate {
            using ProblemsDelegate::initStyleOption;
            using ProblemsDelegate::ProblemsDelegate;
        };
        Delegate(desk.theme, nullptr).initStyleOption(&option, panel.model().index(0, ProblemsModel::WhereColumn));
        QVERIFY(option.text.endsWith(QStringLiteral("cards.yaml:2:7")));
        QCOMPARE(option.textElideMode, Qt::ElideMiddle);
    }

    void countersFollowTheSwitchForPackages() {
        ProblemsBench bench(threeProblems, {1000, 300});
        QVERIFY(buttonNamed(*bench.panel->bar(), QStringLiteral("2 errors")));
        QLabel* footer = nullptr;
        for (QLabel* label : bench.panel->findChildren<QLabel*>())
            if (label->text().startsWith(QStringLiteral("14 problems in package cards are not shown.").prepend(' ')))
                footer = label;
        QVERIFY(footer);
        const auto clickLink = [&] { emit footer->linkActivated(QStringLiteral("#")); };
        clickLink();
        QCOMPARE(bench.panel->count(), 17);
        QCOMPARE(bench.panel->model().rowCount(), 17);
        int counted = 0;
        for (const QPushButton* button : bench.panel->bar()->findChildren<QPushButton*>())
            if (button->isCheckable())
                counted += button->accessibleName().section(QLatin1Char(' '), 0, 0).toInt();
        QCOMPARE(counted, 17);
        clickLink();
        QCOMPARE(bench.panel->count(), 3);
        QVERIFY(buttonNamed(*bench.panel->bar(), QStringLiteral("2 errors")));
    }

    void columnsKeepTheirWidthWhileTheTableIsResized() {
        ProblemsBench bench(threeProblems);
        bench.panel->show();
        int before = 0;
        for (int width = 500; width < 1600; width += 20) {
            bench.panel->resize(width, 300);
            const QHeaderView& header = *bench.panel->view().header();
            QCOMPARE(header.sectionSize(ProblemsModel::FixColumn),
                     11 * bench.panel->fontMetrics().horizontalAdvance(QLatin1Char('m')));
            const int rule = header.sectionSize(ProblemsModel::RuleColumn);
            QVERIFY2(before == 0 || (rule >= before && rule - before <= 20), qPrintable(QString::number(width)));
            before = rule;
        }
    }
};

QTEST_MAIN(ProblemsTest)
#include "problems_test.moc"
