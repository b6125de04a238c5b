// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/extensions/extensions_bench.h"
#include "ui/extensions/extensions_model.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

using namespace fairlead;
using namespace fairlead::ui;

/// What is seen of the table of extensions: its columns, and which of its rows.
class ExtensionsRowsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<ExtensionsBench>(); }
    void cleanup() { m.reset(); }

    // The last column says what fairseq2 does: the ones before it give way, no further than can be read.
    void allColumnsAreSeenWhereThereIsRoom() {
        ExtensionsState state = sampleState();
        state.extensions[0].value = "libone_with_a_long_name.so:a_package_with_a_long_name::setup_with_a_long_name";
        m->page.setState(state);
        m->page.setState({});
        m->page.setState(state);
        QVERIFY(!table()->horizontalScrollBar()->isVisible());
        const int last = ExtensionsModel::ColumnCount - 1;
        QVERIFY(table()->columnWidth(last) >= static_cast<QAbstractItemView*>(table())->sizeHintForColumn(last));
        for (int column = 0; column < last; ++column)
            QVERIFY(table()->columnWidth(column) >= table()->horizontalHeader()->sectionSizeHint(column));

        m->page.resize(500, 640); // no room: they are scrolled, not squeezed
        m->page.setState({});
        m->page.setState(state);
        QVERIFY(table()->horizontalScrollBar()->isVisible());
        QVERIFY(table()->columnWidth(ExtensionsModel::EntryPoint) >= 110);
    }

    void whileReportsComeStatesAreWhole() {
        ExtensionsState state = sampleState();
        m->page.setState({});
        state.running = true;
        for (ExtensionReport& extension : state.extensions)
            extension.outcome = ExtensionOutcome::discovered;
        m->page.setState(state);
        state.extensions[0].outcome = ExtensionOutcome::registered;
        state.extensions[1].outcome = ExtensionOutcome::import_failed;
        m->page.setState(state);
        const int wanted = static_cast<QAbstractItemView*>(table())->sizeHintForColumn(ExtensionsModel::State);
        QVERIFY2(table()->columnWidth(ExtensionsModel::State) >= wanted,
                 qPrintable(QStringLiteral("%1 of %2").arg(table()->columnWidth(ExtensionsModel::State)).arg(wanted)));
    }

    // With what came first there was room for two rows: the failing one is not left at the top of eight.
    void theFirstRowsAreSeenWhenAllHaveCome() {
        m->page.setState({});
        ExtensionsState all = sampleState();
        for (int more = 0; more < 20; ++more)
            all.extensions.push_back(sampleExtension("more" + std::to_string(more), ExtensionOutcome::registered));
        all.running = true;
        ExtensionsState some = all;
        some.extensions.clear();
        for (const ExtensionReport& extension : all.extensions) {
            some.extensions.push_back(extension);
            m->page.setState(some);
            QCoreApplication::processEvents();
        }
        QCOMPARE(m->page.chosen(), QStringLiteral("lab_models"));
        QCOMPARE(table()->verticalScrollBar()->value(), 0);
    }

    // A page is filled before it has its place, and the first that failed is far down for the little room it has then.
    void theFirstRowsAreSeenOfAPageThatIsMadeInTheWindow() {
        ExtensionsState state = sampleState();
        state.running = true;
        for (int more = 0; more < 20; ++more) {
            const auto at = more < 4 ? state.extensions.begin() : state.extensions.end();
            state.extensions.insert(at, sampleExtension("more" + std::to_string(more), ExtensionOutcome::registered));
        }
        m->page.resize(900, 120);
        m->page.setState(state);
        QCoreApplication::processEvents();
        QVERIFY(table()->currentIndex().row() > 0);
        QVERIFY(table()->verticalScrollBar()->value() > 0);
        m->page.resize(900, 900);
        QTRY_COMPARE(table()->verticalScrollBar()->value(), 0);
        table()->verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        m->page.setState(state);
        m->page.resize(900, 940);
        QCoreApplication::processEvents();
        QVERIFY2(table()->verticalScrollBar()->value() > 0, "it stays where the person has put it");
    }

private:
    [[nodiscard]] QTableView* table() const { return m->table(); }

    std::unique_ptr<ExtensionsBench> m;
};

QTEST_MAIN(ExtensionsRowsTest)
#include "extensions_rows_test.moc"
