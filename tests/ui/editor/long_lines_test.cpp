// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are made to be too much: one line of megabytes, a name as long as a file, findings without number.
#include "tests/ui/support/saving_window.h"

#include "ui/editor/problem_marks.h"
#include "ui/problems/problems_model.h"
#include "ui/problems/problems_panel.h"
#include "ui/resolved/resolved_panel.h"

#include <QClipboard>
#include <QLabel>
#include <QMenu>

#include <algorithm>
#include <ctime>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

constexpr qint64 mebi = 1'048'576;

// Of this process, on all of its threads.
double cpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

} // namespace

class LongLinesTest : public QObject {
    Q_OBJECT

    // What opening 12,000 plain cards takes here and now, in seconds: it grows as the rest does where the machine or
    // the build is slow. 0.13 s, once.
    double m_plain = 0;

    static double secondsOfPlainCards() {
        QByteArray text;
        for (int i = 0; i < 12'000; ++i)
            text += "---\nname: c" + QByteArray::number(i) + "\nmodel_family: llama\nmodel_arch: llama3_8b\n";
        SavingWindow window;
        window.write(QStringLiteral("a.yaml"), text);
        const double before = cpuSeconds();
        if (!window.startWith(QStringLiteral("a.yaml")) || window.window->grab().isNull())
            return 0;
        return cpuSeconds() - before;
    }
    [[nodiscard]] QByteArray inWords(double seconds) const {
        return QStringLiteral("%1 s of CPU, %2 times plain cards").arg(seconds).arg(seconds / m_plain).toUtf8();
    }

private slots:
    void initTestCase() {
        m_plain = secondsOfPlainCards();
        m_plain = std::min(m_plain, secondsOfPlainCards()); // the first one also warms up
        QVERIFY(m_plain > 0);
    }
    void init() { QSettings().clear(); }

    void theWindowOpensWhateverTheLength_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        const QString cut = QStringLiteral(". Lines of more than 30,000 bytes are shown cut, and the text cannot be "
                                           "changed by hand.");
        const QByteArray card = "name: x\nmodel_family: llama\nmodel_arch: llama3_8b\n";
        QTest::newRow("value") << card + "note: " + QByteArray(24 * mebi, 'a') + '\n'
                               << QStringLiteral("Line 4 has 25,165,830 bytes") + cut;
        QTest::newRow("comment") << card + "# " + QByteArray(24 * mebi, 'a')
                                 << QStringLiteral("Line 4 has 25,165,826 bytes") + cut;
        QTest::newRow("name") << "name: " + QByteArray(24 * mebi, 'n') + "\nmodel_family: llama\n"
                              << QStringLiteral("Line 1 has 25,165,830 bytes") + cut;
        QTest::newRow("bad values") << "name: x\nmodel_family: llama\nmodel_arch: " + QByteArray(8 * mebi, 'b') +
                                           "\nbase: " + QByteArray(8 * mebi, 'c') + '\n'
                                    << QStringLiteral("Line 3 has 8,388,620 bytes") + cut;
    }
    // The uncut text took 0.55 s a megabyte for each paint.
    void theWindowOpensWhateverTheLength() {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, said);
        SavingWindow window;
        window.write(QStringLiteral("a.yaml"), text);
        const double before = cpuSeconds();
        QVERIFY(window.startWith(QStringLiteral("a.yaml")));
        QVERIFY(!window.window->grab().isNull());
        QTest::qWait(200); // the panels follow by timers of their own
        const double took = cpuSeconds() - before;
        QVERIFY2(took < 20 * m_plain, inWords(took).constData());
        QCOMPARE(window.notices(), QStringList(said));
        QVERIFY(window.editor()->length() < 40'000);
        QCOMPARE(window.page()->buffer().text(), text);
        QVERIFY(!window.page()->buffer().isModified());
    }

    void aTextWithLinesCutTakesNoKeys() {
        SavingWindow window;
        const QByteArray text = "name: " + QByteArray(mebi, 'n') + '\n';
        window.write(QStringLiteral("a.yaml"), text);
        QVERIFY(window.startWith(QStringLiteral("a.yaml")));
        SavingWindow::type(QStringLiteral("x"));
        QCOMPARE(window.page()->buffer().text(), text);
        QCOMPARE(window.said(), QStringLiteral("This text cannot be changed. Some of its lines are too long."));
        QCOMPARE(window.page()->savedText(), QStringLiteral("Read-only"));
    }

    void aFixStillReachesIt() {
        SavingWindow window;
        const QByteArray text = "name: a\nnote: " + QByteArray(mebi, 'n') + "\nmodel_family: llama\n";
        window.write(QStringLiteral("a.yaml"), text + "---\n");
        QVERIFY(window.startWith(QStringLiteral("a.yaml")));
        window.navigator.go(Location::inFile(window.path(QStringLiteral("a.yaml")), text.size(), text.size()));
        QCOMPARE(window.page()->positionText(), QStringLiteral("Ln 4, Col 1"));
        SavingWindow::key(Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
        SavingWindow::key(Qt::Key_Return);
        QTRY_COMPARE(window.page()->buffer().text(), text);
        QTRY_VERIFY(!window.editor()->text().contains("---"));
        QCOMPARE(window.page()->savedText().left(7), QStringLiteral("Unsaved"));
        window.page()->setFocus();
        SavingWindow::save();
        QTRY_COMPARE(window.read(QStringLiteral("a.yaml")), text);
    }

    void aTextThatBecomesShortIsEditedAgain() {
        SavingWindow window;
        window.write(QStringLiteral("a.yaml"), "name: " + QByteArray(mebi, 'n') + '\n');
        QVERIFY(window.startWith(QStringLiteral("a.yaml")));
        QCOMPARE(window.notices().size(), 1);
        window.write(QStringLiteral("a.yaml"), "name: short\n");
        window.buffers->checkDisk();
        QCOMPARE(window.editor()->text(), QByteArray("name: short\n"));
        QCOMPARE(window.notices(), QStringList());
        SavingWindow::type(QStringLiteral("#"));
        QCOMPARE(window.page()->buffer().text(), QByteArray("#name: short\n"));
    }

    void whatWouldMakeALineTooLongIsTakenBack() {
        SavingWindow window;
        window.write(QStringLiteral("a.yaml"), "name: a\n");
        QVERIFY(window.startWith(QStringLiteral("a.yaml")));
        QApplication::clipboard()->setText(QString(4 * mebi, QLatin1Char('p')));
        const double before = cpuSeconds();
        SavingWindow::key(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(window.said(), QStringLiteral("This would make a line of 4,194,311 bytes. Lines of more than "
                                                   "120,000 bytes cannot be edited here."));
        QVERIFY(!window.window->grab().isNull());
        const double took = cpuSeconds() - before;
        QCOMPARE(window.page()->buffer().text(), QByteArray("name: a\n"));
        QCOMPARE(window.editor()->text(), QByteArray("name: a\n"));
        SavingWindow::type(QStringLiteral("#"));
        QCOMPARE(window.page()->buffer().text(), QByteArray("#name: a\n"));
        // The line is laid out once when it comes; to paint it would lay it out again.
        const double beforeOne = cpuSeconds();
        window.editor()->loadText(QByteArray(4 * mebi, 'p'));
        const double one = cpuSeconds() - beforeOne;
        QVERIFY2(took < 1.5 * one, qPrintable(QStringLiteral("%1 s, laid out in %2 s").arg(took).arg(one)));
    }

    void anActOfSeveralEditsIsTakenBackAsOne() {
        SavingWindow window;
        window.write(QStringLiteral("a.yaml"), "name: a\nnote: b\n");
        QVERIFY(window.startWith(QStringLiteral("a.yaml")));
        SavingWindow::type(QStringLiteral("#"));
        window.editor()->applyEdits(
            {{16, 16, QByteArray(200'000, 'q')}, {8, 8, QByteArray(200'000, 'p')}}); // from the last, as fixes do
        QTRY_COMPARE(window.said(), QStringLiteral("This would make a line of 200,007 bytes. Lines of more than "
                                                   "120,000 bytes cannot be edited here."));
        QCoreApplication::processEvents();
        QCOMPARE(window.editor()->text(), QByteArray("#name: a\nnote: b\n"));
        QCOMPARE(window.page()->buffer().text(), QByteArray("#name: a\nnote: b\n"));
        window.editor()->applyEdits({{0, 0, QByteArray(200'000, 'p')}}); // and the next one too
        QTRY_COMPARE(window.editor()->text(), QByteArray("#name: a\nnote: b\n"));
    }

    void veryManyFieldsAreShownInPart() {
        SavingWindow window;
        QByteArray text = "name: a\nmodel_family: llama\nmodel_arch: llama3_8b\n";
        for (int i = 0; i < 50'000; ++i)
            text += "f" + QByteArray::number(100'000 + i) + ": 1\n";
        window.write(QStringLiteral("a.yaml"), text);
        const double before = cpuSeconds();
        QVERIFY(window.startWith(QStringLiteral("a.yaml")));
        auto* resolved = window.window->findChild<ResolvedPanel*>();
        QTRY_COMPARE(resolved->shown().fields.size(), std::size_t(1000));
        QCOMPARE(resolved->shown().moreFields, 49'002);
        const double took = cpuSeconds() - before;
        QVERIFY2(took < 10 * m_plain, inWords(took).constData());
        const auto footers = resolved->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(footers, [](const QLabel* label) {
            return label->text() == QStringLiteral("The first 1000 of 50002 fields are shown.");
        }));
    }

    void findingsWithoutNumberAreCountedAndShownInPart() {
        SavingWindow window;
        QByteArray text;
        for (int i = 0; i < 12'000; ++i)
            text += "---\nname: c" + QByteArray::number(i) + "\nmodel_family: llama\nmodel_arch: none_such\n";
        window.write(QStringLiteral("a.yaml"), text);
        const double before = cpuSeconds();
        QVERIFY(window.startWith(QStringLiteral("a.yaml")));
        QVERIFY(!window.window->grab().isNull());
        const double took = cpuSeconds() - before;
        QVERIFY2(took < 10 * m_plain, inWords(took).constData());
        QCOMPARE(window.notices(),
                 QStringList(QStringLiteral("The first 2000 problems are marked in the text, 22000 more are not.")));
        QCOMPARE(window.editor()->marks().problems().size(), std::size_t(2000));
        auto* problems = window.window->findChild<ProblemsPanel*>();
        problems->refresh();
        QCOMPARE(problems->model().rowCount(), 5000);
        QCOMPARE(problems->count(), 24'000);
        const auto footers = problems->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(footers, [](const QLabel* label) {
            return label->text().startsWith(QStringLiteral("The first 5000 problems are listed, 19000 more are not."));
        }));
    }
};

QTEST_MAIN(LongLinesTest)
#include "long_lines_test.moc"
