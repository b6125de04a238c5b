// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/log/log_records.h"
#include "tests/ui/support/hands.h"

#include "ui/log/log_bar.h"
#include "ui/log/log_model.h"
#include "ui/log/log_panel.h"
#include "ui/log/log_view.h"
#include "ui/text/english_plurals.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QToolButton>

using namespace fairlead::ui;

/// What a person does with the log.
class LogPanelTest : public QObject {
    Q_OBJECT

    EnglishPlurals m_plurals;
    Theme m_theme;
    std::shared_ptr<LogMailbox> m_mailbox;
    std::unique_ptr<LogStore> m_store;
    std::unique_ptr<LogPanel> m_panel;

    void add(std::vector<LogRecord> records) { post(*m_mailbox, *m_store, std::move(records)); }
    template <typename T>
    [[nodiscard]] T* in(const QString& accessibleName = {}) const {
        for (T* widget : m_panel->findChildren<T*>())
            if (accessibleName.isEmpty() || widget->accessibleName() == accessibleName)
                return widget;
        return nullptr;
    }
    [[nodiscard]] LogView* view() const { return in<LogView>(); }
    [[nodiscard]] QAbstractButton* follow() const { return Hands::button(*m_panel, QStringLiteral("Follow")); }
    [[nodiscard]] LogModel& model() const { return m_panel->model(); }
    [[nodiscard]] QRect cell(int row) const { return view()->visualRect(model().index(row, LogModel::Text)); }
    void clickAt(const QPoint& position) const {
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, Qt::NoModifier, position);
    }
    [[nodiscard]] static QString clipboard() { return QGuiApplication::clipboard()->text(); }
    [[nodiscard]] QStringList shown() const {
        QStringList texts;
        for (int row = 0; row < model().rowCount(); ++row)
            texts << model().index(row, LogModel::Text).data().toString();
        return texts;
    }

    [[nodiscard]] bool isSaid(const QString& text) const {
        return std::ranges::any_of(m_panel->findChildren<QLabel*>(),
                                   [&](const QLabel* label) { return label->isVisible() && label->text() == text; });
    }

private slots:
    void initTestCase() {
        qApp->installTranslator(&m_plurals);
        m_theme.apply(*qApp, Theme::Choice::Light);
    }
    void init() {
        m_mailbox = std::make_shared<LogMailbox>(100'000);
        m_store = std::make_unique<LogStore>(m_mailbox);
        m_panel = std::make_unique<LogPanel>(*m_store, m_theme);
        m_panel->resize(1000, 260);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }
    void cleanup() {
        m_panel.reset();
        m_store.reset();
    }

    void itFollowsUntilScrolledUp() {
        add(numbered(100));
        QScrollBar* bar = view()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        bar->setValue(0);
        QVERIFY(!m_panel->isFollowing());
        add(numbered(100));
        QCOMPARE(bar->value(), 0);
        follow()->click();
        QTRY_COMPARE(bar->value(), bar->maximum());
        add(numbered(100));
        QTRY_COMPARE(bar->value(), bar->maximum());
        QVERIFY(m_panel->isFollowing());
    }

    void itFollowsInAPanelThatBecomesLower() {
        add(numbered(100));
        const QScrollBar* bar = view()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        m_panel->setTracing(true); // with a strip above the records
        m_panel->resize(1000, 200);
        QTRY_COMPARE(bar->value(), bar->maximum());
        QVERIFY(m_panel->isFollowing());
        QVERIFY(view()->viewport()->rect().contains(cell(99)));
    }

    // The row with the cursor is the first one to go, in a panel that was opened and left alone.
    void itFollowsWhenTheRowWithTheCursorGoes() {
        m_store->setLimits({200, 10'000'000});
        add(numbered(200));
        view()->setFocus();
        QVERIFY(view()->currentIndex().isValid());
        const QScrollBar* bar = view()->verticalScrollBar();
        for (int round = 0; round < 5; ++round) {
            add(numbered(150));
            QCoreApplication::processEvents();
            QVERIFY2(m_panel->isFollowing(), qPrintable(QString::number(round)));
            QCOMPARE(bar->value(), bar->maximum());
        }
    }

    void whatIsInSightStaysWhenOldRecordsGo() {
        m_store->setLimits({200, 10'000'000});
        add(numbered(200));
        view()->verticalScrollBar()->setValue(100);
        const QString top = model().index(view()->rowAt(0), LogModel::Text).data().toString();
        QCOMPARE(top, QStringLiteral("100"));
        add(numbered(50));
        QTRY_COMPARE(model().index(view()->rowAt(0), LogModel::Text).data().toString(), QStringLiteral("100"));
        QVERIFY(!m_panel->isFollowing());
        follow()->click();
        add(numbered(50));
        QTRY_COMPARE(view()->verticalScrollBar()->value(), view()->verticalScrollBar()->maximum());
        QVERIFY(m_panel->isFollowing());
    }

    void levelOriginAndTextAreAskedFor() {
        add({record(LogLevel::Info, QStringLiteral("Alpha")),
             record(LogLevel::Error, QStringLiteral("beta"), QStringLiteral("files")),
             record(LogLevel::Debug, QStringLiteral("alpine"))});
        QCOMPARE(shown(), (QStringList{QStringLiteral("Alpha"), QStringLiteral("beta")}));
        in<QComboBox>(QStringLiteral("Least level shown"))->setFocus();
        Hands::key(Qt::Key_Home);
        QCOMPARE(shown().size(), 3);
        auto* origin = in<QComboBox>(QStringLiteral("Who said it"));
        QCOMPARE(origin->count(), 3);
        origin->setFocus();
        Hands::key(Qt::Key_Down); // checks
        QCOMPARE(shown(), (QStringList{QStringLiteral("Alpha"), QStringLiteral("alpine")}));
        add({record(LogLevel::Info, QStringLiteral("new"), QStringLiteral("a_first_one"))});
        QCOMPARE(origin->currentText(), QStringLiteral("checks")); // though the list has grown before it
        in<QLineEdit>()->setFocus();
        Hands::type(QStringLiteral("PIN"));
        QCOMPARE(shown(), QStringList{QStringLiteral("alpine")});
        Hands::key(Qt::Key_Escape);
        QCOMPARE(shown().size(), 2);
        origin->setFocus();
        Hands::key(Qt::Key_Home);
        QCOMPARE(shown().size(), 4);
    }

    void aBadExpressionKeepsTheLastGoodOne() {
        add({record(LogLevel::Info, QStringLiteral("ab")), record(LogLevel::Info, QStringLiteral("a(b"))});
        auto* expression = in<QToolButton>(QStringLiteral("Regular expression"));
        QTest::mouseClick(expression, Qt::LeftButton);
        in<QLineEdit>()->setFocus();
        Hands::type(QStringLiteral("^ab$"));
        QCOMPARE(shown(), QStringList{QStringLiteral("ab")});
        Hands::type(QStringLiteral("("));
        QCOMPARE(in<LogBar>()->fault(), QStringLiteral("missing closing parenthesis, at 6"));
        QVERIFY(in<QLineEdit>()->property("faulty").toBool());
        QVERIFY(isSaid(QStringLiteral("1 of 2 records · The expression cannot be used: missing closing parenthesis, at "
                                      "6. What was asked for before it stays.")));
        QCOMPARE(shown(), QStringList{QStringLiteral("ab")});
        const QImage image = in<QLineEdit>()->grab().toImage();
        QCOMPARE(image.pixelColor(image.width() / 2, 0), m_theme.colours().error); // its frame
        QTest::mouseClick(expression, Qt::LeftButton);                             // plain text again
        QCOMPARE(in<LogBar>()->fault(), QString());
        QCOMPARE(shown(), QStringList());
        in<QLineEdit>()->setText(QStringLiteral("A(B"));
        QCOMPARE(shown(), QStringList{QStringLiteral("a(b")});
    }

    void foldsOpenByClickAndKey() {
        add({traced(), record(LogLevel::Info, QStringLiteral("z"))});
        clickAt(cell(0).topLeft() + QPoint(8, 10));
        QCOMPARE(model().rowCount(), 6);
        clickAt(cell(0).topLeft() + QPoint(8, 10));
        QCOMPARE(model().rowCount(), 2);
        clickAt(cell(0).center());
        view()->setFocus();
        Hands::key(Qt::Key_Right);
        QCOMPARE(model().rowCount(), 6);
        Hands::key(Qt::Key_Down);
        Hands::key(Qt::Key_Left); // to the record
        QCOMPARE(view()->currentIndex().row(), 0);
        Hands::key(Qt::Key_Left);
        QCOMPARE(model().rowCount(), 2);
        Hands::key(Qt::Key_Return);
        QCOMPARE(model().rowCount(), 6);
        Hands::key(Qt::Key_End);
        QCOMPARE(view()->currentIndex().row(), 5);
        QVERIFY(Hands::click(*m_panel, QStringLiteral("Unfold all")));
        QCOMPARE(model().rowCount(), 6);
        QVERIFY(Hands::click(*m_panel, QStringLiteral("Fold all")));
        QCOMPARE(model().rowCount(), 2);
    }

    void placesAreLinks() {
        add({traced()});
        model().setUnfolded(0, true);
        QSignalSpy activated(m_panel.get(), &LogPanel::placeActivated);
        clickAt(cell(2).topLeft() + QPoint(60, 10));
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.at(0).at(0).toString(), QStringLiteral("/lab/lab_models/setup.py"));
        QCOMPARE(activated.at(0).at(1).toInt(), 33);
        clickAt(cell(2).topRight() - QPoint(20, -10)); // beside it
        clickAt(cell(1).topLeft() + QPoint(60, 10));   // an exception has none
        QCOMPARE(activated.size(), 1);
        view()->setCurrentIndex(model().index(4, LogModel::Text));
        view()->setFocus();
        Hands::key(Qt::Key_Return);
        QCOMPARE(activated.size(), 2);
        QCOMPARE(activated.at(1).at(1).toInt(), 43);
    }

    void copiesWhatIsSelectedOrAll() {
        add({traced(), record(LogLevel::Info, QStringLiteral("a")), record(LogLevel::Info, QStringLiteral("b"))});
        QVERIFY(Hands::click(*m_panel, QStringLiteral("Copy")));
        QCOMPARE(clipboard().count(u'\n'), 7);
        QVERIFY(clipboard().startsWith(traced().toText()));
        clickAt(cell(1).center());
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard(), timeText(1'000) + QStringLiteral("  Info  checks  a\n"));
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard().count(u'\n'), 2);
        Hands::action(*m_panel, QStringLiteral("Copy All"))->trigger();
        QCOMPARE(clipboard().count(u'\n'), 7);
    }

    void savesWhatIsShown() {
        const QTemporaryDir folder;
        add({traced(), record(LogLevel::Debug, QStringLiteral("not shown"))});
        QSignalSpy said(m_panel.get(), &LogPanel::said);
        const QString path = folder.filePath(QStringLiteral("a.log"));
        m_panel->saveTo(path);
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said.at(0).at(0).toString(), QStringLiteral("1 record saved to %1.").arg(path));
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(QString::fromUtf8(file.readAll()).endsWith(traced().toText() + u'\n'));
        const QString nowhere = folder.filePath(QStringLiteral("no/a.log"));
        m_panel->saveTo(nowhere);
        QTRY_COMPARE(said.size(), 2);
        QVERIFY(
            said.at(1).at(0).toString().startsWith(QStringLiteral("The log could not be saved to %1: ").arg(nowhere)));
    }

    void clearLeavesWordsInstead() {
        add(numbered(3));
        QVERIFY(view()->isVisible());
        QVERIFY(Hands::click(*m_panel, QStringLiteral("Clear")));
        QCOMPARE(m_store->count(), 0);
        QVERIFY(!view()->isVisible());
    }

    // No place of the list that is gone is looked for in a later one.
    void aClearedListLeavesNoPlaceBehind() {
        QScrollBar* bar = view()->verticalScrollBar();
        add(numbered(100));
        bar->setValue(50);
        QVERIFY(!m_panel->isFollowing());
        QVERIFY(Hands::click(*m_panel, QStringLiteral("Clear")));
        follow()->click();
        add(numbered(200));
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        in<QLineEdit>()->setText(QStringLiteral("1"));
        QTRY_COMPARE(model().shownCount(), 119);
        QVERIFY(m_panel->isFollowing());
        QVERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), bar->maximum());
    }

    void aNarrowBarKeepsWhatFilters() {
        for (const int width : {1200, 700, 500, 400}) {
            m_panel->resize(width, 260);
            QCoreApplication::processEvents();
            QCOMPARE(m_panel->width(), width);
            const auto isWhole = [&](const QWidget* control) {
                return control->isVisible() &&
                       m_panel->rect().contains(QRect(control->mapTo(m_panel.get(), QPoint()), control->size()));
            };
            QVERIFY(isWhole(in<QLineEdit>()));
            QVERIFY2(in<QLineEdit>()->width() >= 140, qPrintable(QString::number(width)));
            QVERIFY(isWhole(follow()));
            QVERIFY(isWhole(in<QComboBox>(QStringLiteral("Least level shown"))));
            QVERIFY(isWhole(in<QToolButton>(QStringLiteral("Regular expression"))));
            QCOMPARE(Hands::button(*m_panel, QStringLiteral("Clear")) != nullptr, width >= 700);
        }
    }

    // Beside the docks of a window of 1280 pixels the filter needs the room more than words that an icon can say.
    void wordsBecomeIconsBeforeTheFilterIsShort() {
        const auto* text = in<QLineEdit>();
        const auto* save = qobject_cast<QToolButton*>(Hands::button(*m_panel, QStringLiteral("Save…")));
        const auto* level = in<QComboBox>(QStringLiteral("Least level shown"));
        QVERIFY(save != nullptr);
        for (const auto& [width, worded] :
             {std::pair(980, true), std::pair(820, false), std::pair(700, false), std::pair(980, true)}) {
            m_panel->resize(width, 260);
            QCoreApplication::processEvents();
            QCOMPARE(save->toolButtonStyle(), worded ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
            QVERIFY(save->isVisible() && Hands::button(*m_panel, QStringLiteral("Unfold all")));
            QVERIFY2(text->width() >= 200, qPrintable(QString::number(text->width())));
            QVERIFY(level->width() >= level->sizeHint().width()); // its longest choice is read
        }
    }

    void aStripSaysThatTracingIsOn() {
        QSignalSpy off(m_panel.get(), &LogPanel::tracingOffWanted);
        m_panel->setTracing(true);
        QVERIFY(Hands::click(*m_panel, QStringLiteral("Switch off and reload")));
        QCOMPARE(off.size(), 1);
        m_panel->setTracing(false);
        QVERIFY(!Hands::button(*m_panel, QStringLiteral("Switch off and reload")));
    }
};

QTEST_MAIN(LogPanelTest)
#include "log_panel_test.moc"
