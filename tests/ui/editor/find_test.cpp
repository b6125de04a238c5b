// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/desk.h"

#include "ui/editor/find_bar.h"
#include "ui/text/english_plurals.h"

#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QWheelEvent>

using namespace fairlead::ui;

/// Finding, replacing, going to a line and zooming, all by keys.
class FindTest : public QObject {
    Q_OBJECT

    const QString m_name = QStringLiteral("a.yaml");
    EnglishPlurals m_plurals;
    std::unique_ptr<Desk> m;
    EditorPage* m_page = nullptr;

    void open(const QByteArray& text) {
        m = std::make_unique<Desk>();
        m->write(m_name, text);
        m->load();
        m_page = m->show(m_name);
        QVERIFY(QTest::qWaitForWindowActive(m_page));
    }
    [[nodiscard]] CardEditor& editor() const { return m_page->editor(); }
    [[nodiscard]] FindBar* bar() const { return m_page->findChild<FindBar*>(); }
    /// What it says: how many there are, or what is wrong.
    [[nodiscard]] QString count() const {
        QStringList texts;
        for (const QLabel* label : bar()->findChildren<QLabel*>())
            if (label->isVisible() && !label->text().isEmpty())
                texts.append(label->text());
        return texts.join(QLatin1Char('|'));
    }
    [[nodiscard]] QByteArray selected() const {
        return editor().text(editor().selection().begin, editor().selection().end);
    }
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString& text) {
        for (const QChar sign : text) {
            if (sign.unicode() < 128) {
                QTest::keyClicks(QApplication::focusWidget(), QString(sign));
                continue;
            }
            QInputMethodEvent event; // as keyboards have it that write more than ASCII
            event.setCommitString(QString(sign));
            QApplication::sendEvent(QApplication::focusWidget(), &event);
        }
    }
    /// Presses Alt and the key, and waits until the button is down.
    void toggle(Qt::Key letter) const {
        for (const auto* button : bar()->findChildren<QToolButton*>())
            if (button->shortcut() == QKeySequence(Qt::ALT | letter)) {
                key(letter, Qt::AltModifier);
                QTRY_VERIFY(button->isChecked());
                return;
            }
        QFAIL("there is no such button");
    }
    void replaceBy(const QString& by) const {
        auto* field = bar()->findChildren<QLineEdit*>().at(1);
        QCOMPARE(field->accessibleName(), QStringLiteral("Replace by"));
        field->setFocus();
        type(by);
    }
    void click(const QString& text) const {
        for (auto* button : bar()->findChildren<QPushButton*>())
            if (button->text() == text)
                QTest::mouseClick(button, Qt::LeftButton);
    }

private slots:
    void initTestCase() { qApp->installTranslator(&m_plurals); }

    void findsForwardAndBackAroundTheEnds() {
        open("name: one\nbase: two\nurl: one\n# ONE\n");
        key(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(bar()->isVisible());
        type(QStringLiteral("one"));
        QCOMPARE(editor().selection(), (ByteRange{6, 9}));
        QTRY_COMPARE(count(), QStringLiteral("1 of 3"));
        key(Qt::Key_Return);
        QCOMPARE(editor().selection(), (ByteRange{25, 28}));
        QCOMPARE(count(), QStringLiteral("2 of 3"));
        key(Qt::Key_F3);
        QCOMPARE(editor().selection(), (ByteRange{31, 34}));
        key(Qt::Key_F3);
        QCOMPARE(editor().selection(), (ByteRange{6, 9}));
        key(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(editor().selection(), (ByteRange{31, 34}));
        key(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(editor().selection(), (ByteRange{25, 28}));
        key(Qt::Key_Escape);
        QVERIFY(!bar()->isVisible());
        QVERIFY(editor().hasFocus());
        QCOMPARE(editor().selection(), (ByteRange{25, 28}));
    }

    void options_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("options"); // the keys after Alt
        QTest::addColumn<QString>("said");
        QTest::addColumn<QByteArray>("first");
        const auto row = [](const char* name, const char* what, const char* options, const char* said,
                            const char* first) {
            QTest::newRow(name) << QString::fromUtf8(what) << QString::fromUtf8(options) << QString::fromUtf8(said)
                                << QByteArray(first);
        };
        row("any case", "LLAMA", "", "1 of 4", "llama");
        row("match case", "Llama", "C", "1 of 1", "Llama");
        row("whole words", "llama", "W", "1 of 2", "llama");
        row("both", "Llama", "CW", "1 of 1", "Llama");
        row("nothing", "nope", "", "Not found", "");
        row("beyond ASCII, any case", "Ü", "", "1 of 1", "\xC3\xBC");
        row("an expression's signs are plain", "b.", "", "1 of 1", "b.");
        row("expression", "llama\\d_\\d", "X", "1 of 1", "llama3_1");
        row("expression, match case", "[A-Z]lama", "XC", "1 of 1", "Llama");
        row("expression, whole words", "l+ama", "XW", "1 of 2", "llama");
        row("expression, line ends", "^name: (\\S+)$", "X", "1 of 2", "name: llama");
        row("expression beyond ASCII", ".$", "XC", "1 of 6", "a");
        row("expression, bad byte", "b.$", "X", "1 of 1", "b\xFE");
        row("empty places", "x*", "X", "1 of 1", "x");
        row("a bad expression", "lla(ma", "X", "missing closing parenthesis, at 7", "");
        row("another", "[a-", "X", "missing terminating ] for character class, at 4", "");
        row("and another", "*", "X", "quantifier does not follow a repeatable item, at 1", "");
        row("it backtracks without end", "(a+)+$x", "X", "Not found", "");
    }
    void options() {
        QFETCH(const QString, what);
        QFETCH(const QString, options);
        QFETCH(const QString, said);
        QFETCH(const QByteArray, first);
        open("name: llama\n# Llama \xC3\xBC\nname: llama3_1\nbase: llamas b. x\nurl: " + QByteArray(5000, 'a') +
             "b\nu: \xFF"
             "b\xFE\n");
        key(Qt::Key_F, Qt::ControlModifier);
        for (const QChar option : options)
            toggle(static_cast<Qt::Key>(option.unicode()));
        type(what);
        QTRY_COMPARE(count(), said);
        QCOMPARE(selected(), first);
        QVERIFY(!m_page->buffer().isModified());
    }

    void replacesOneAfterTheOther() {
        open("name: one\nurl: one\nbase: one\n");
        key(Qt::Key_H, Qt::ControlModifier);
        type(QStringLiteral("one"));
        replaceBy(QStringLiteral("two"));
        key(Qt::Key_Return);
        QCOMPARE(editor().text(), QByteArrayLiteral("name: two\nurl: one\nbase: one\n"));
        QCOMPARE(editor().selection(), (ByteRange{15, 18}));
        click(QStringLiteral("Replace"));
        QCOMPARE(editor().text(), QByteArrayLiteral("name: two\nurl: two\nbase: one\n"));
        key(Qt::Key_Escape);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editor().text(), QByteArrayLiteral("name: two\nurl: one\nbase: one\n"));
    }

    void replacesAllAsOneStep_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("by");
        QTest::addColumn<bool>("isExpression");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("said");
        QTest::newRow("plain") << QByteArray("a: one\r\nb: ONE\r\n") << "one"
                               << "$1 \\1" << false << QByteArray("a: $1 \\1\r\nb: $1 \\1\r\n") << "2 places replaced";
        QTest::newRow("shorter, longer") << QByteArray("xx.x") << "x"
                                         << "yy" << false << QByteArray("yyyy.yy") << "3 places replaced";
        QTest::newRow("groups") << QByteArray("name: a\nname: b\n") << "(\\w+): (\\w+)"
                                << "\\2=$1 $$ \\\\" << true << QByteArray("a=name $ \\\nb=name $ \\\n")
                                << "2 places replaced";
        QTest::newRow("what stands around it") << QByteArray("ab cb\n") << "(?<=a)b"
                                               << "d" << true << QByteArray("ad cb\n") << "1 place replaced";
        QTest::newRow("bytes of a group stay") << QByteArray("u: \xFF\xFEz\n") << "u: (.*)z"
                                               << "v: \\1" << true << QByteArray("v: \xFF\xFE\n") << "1 place replaced";
        QTest::newRow("by nothing") << QByteArray("a: 1 # note\n") << "\\s*#.*"
                                    << "" << true << QByteArray("a: 1\n") << "1 place replaced";
        QTest::newRow("a bad expression")
            << QByteArray("a: (1\n") << "("
            << "x" << true << QByteArray("a: (1\n") << "missing closing parenthesis, at 2";
        QTest::newRow("nothing there") << QByteArray("a: 1\n") << "q"
                                       << "x" << false << QByteArray("a: 1\n") << "Not found";
    }
    void replacesAllAsOneStep() {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, what);
        QFETCH(const QString, by);
        QFETCH(const bool, isExpression);
        QFETCH(const QByteArray, after);
        QFETCH(const QString, said);
        open(text);
        key(Qt::Key_R, Qt::ControlModifier);
        if (isExpression)
            toggle(Qt::Key_X);
        type(what);
        replaceBy(by);
        click(QStringLiteral("Replace all"));
        QCOMPARE(editor().text(), after);
        QCOMPARE(m_page->buffer().text(), after);
        QCOMPARE(count(), said);
        key(Qt::Key_Escape);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editor().text(), text);
        QVERIFY(!editor().canUndo());
    }

    void theFieldsKeepTheirRoom_data() {
        QTest::addColumn<int>("width");
        for (const int width : {400, 460, 576, 800, 1200})
            QTest::addRow("%d", width) << width;
    }
    // What is typed and what is said of it are read in a narrow editor too.
    void theFieldsKeepTheirRoom() {
        QFETCH(const int, width);
        open("name: a_name_of_a_card\nbase: a_name_of_a_card\n");
        m_page->resize(width, 600);
        key(Qt::Key_H, Qt::ControlModifier);
        type(QStringLiteral("a_name_of_a_card"));
        replaceBy(QStringLiteral("b"));
        click(QStringLiteral("Replace all"));
        QCOMPARE(count(), QStringLiteral("2 places replaced"));
        QTRY_COMPARE(m_page->width(), width);
        QCoreApplication::processEvents();
        auto* field = bar()->findChildren<QLineEdit*>().at(0);
        const int needed = field->fontMetrics().horizontalAdvance(field->text());
        QVERIFY2(field->width() > needed, qPrintable(QStringLiteral("%1 of %2").arg(field->width()).arg(needed)));
        for (const QWidget* child : bar()->findChildren<QWidget*>()) {
            const bool hasText = qobject_cast<const QLabel*>(child) || qobject_cast<const QAbstractButton*>(child);
            if (!hasText || !child->isVisible() || qobject_cast<const QLineEdit*>(child->parentWidget()))
                continue;
            QVERIFY2(child->width() >= child->sizeHint().width(), qPrintable(child->accessibleName()));
            QVERIFY2(bar()->rect().contains(QRect(child->mapTo(bar(), QPoint()), child->size())),
                     qPrintable(child->accessibleName()));
        }
        m_page->resize(1200, 600);
        QTRY_VERIFY(bar()->height() < 70); // two rows again
    }

    void aSelectionIsWhatIsLookedFor() {
        open("name: one\nbase: one\n");
        editor().select({6, 9});
        key(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(bar()->findChild<QLineEdit*>()->text(), QStringLiteral("one"));
        key(Qt::Key_Return);
        QCOMPARE(editor().selection(), (ByteRange{16, 19}));
        toggle(Qt::Key_X);
        bar()->findChild<QLineEdit*>()->clear();
        type(QStringLiteral("o.e"));
        key(Qt::Key_H, Qt::ControlModifier); // the bar is open: what was typed stays
        QCOMPARE(bar()->findChild<QLineEdit*>()->text(), QStringLiteral("o.e"));
        key(Qt::Key_Escape);
        editor().select({4, 5});
        key(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(bar()->findChild<QLineEdit*>()->text(), QStringLiteral("\\:"));
    }

    void goesToALine_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("cursor");
        QTest::newRow("a line") << QStringLiteral("2") << qint64(8);
        QTest::newRow("a line and a column") << QStringLiteral("2:4") << qint64(11);
        QTest::newRow("columns are characters") << QStringLiteral("3:3") << qint64(18);
        QTest::newRow("beyond the line's end") << QStringLiteral("1:99") << qint64(7);
        QTest::newRow("beyond the last line") << QStringLiteral("999") << qint64(22);
        QTest::newRow("before the first") << QStringLiteral("0") << qint64(0);
        QTest::newRow("letters are not taken") << QStringLiteral("x2y") << qint64(8);
    }
    void goesToALine() {
        QFETCH(const QString, typed);
        QFETCH(const qint64, cursor);
        open("name: a\nurl: x\n\xC3\xBC: \xC3\xBC\n");
        key(Qt::Key_G, Qt::ControlModifier);
        type(typed);
        key(Qt::Key_Return);
        QCOMPARE(editor().cursor(), cursor);
        QVERIFY(editor().hasFocus());
    }

    void escapeGoesNowhere() {
        open("name: a\nurl: x\n");
        editor().select({3, 3});
        key(Qt::Key_G, Qt::ControlModifier);
        type(QStringLiteral("2"));
        key(Qt::Key_Escape);
        QCOMPARE(editor().cursor(), qint64(3));
        QVERIFY(editor().hasFocus());
    }

    void zoomsByKeysAndWheel() {
        open("name: a\n");
        const long height = editor().send(QsciScintillaBase::SCI_TEXTHEIGHT, 0);
        key(Qt::Key_Plus, Qt::ControlModifier);
        key(Qt::Key_Equal, Qt::ControlModifier);
        QCOMPARE(editor().zoom(), 2);
        QVERIFY(editor().send(QsciScintillaBase::SCI_TEXTHEIGHT, 0) > height);
        key(Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(editor().zoom(), 1);
        key(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(editor().zoom(), 0);
        QCOMPARE(editor().send(QsciScintillaBase::SCI_TEXTHEIGHT, 0), height);
        QWheelEvent up(QPointF(50, 20), QPointF(50, 20), {}, QPoint(0, 120), Qt::NoButton, Qt::ControlModifier,
                       Qt::NoScrollPhase, false);
        QApplication::sendEvent(editor().viewport(), &up);
        QCOMPARE(editor().zoom(), 1);
    }
};

QTEST_MAIN(FindTest)
#include "find_test.moc"
