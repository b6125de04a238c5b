// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/open_window.h"

#include "ui/buffers/apply_fixes.h"
#include "ui/detail/detail_pane.h"
#include "ui/editor/fixes_menu.h"
#include "ui/editor/problem_marks.h"

#include <QClipboard>

using namespace fairlead;
using namespace fairlead::ui;

/// Quick fixes as a person gets at them: Ctrl+. at the cursor, or a click on the icon in the margin.
class QuickFixesTest : public QObject {
    Q_OBJECT

    const QString m_name = QStringLiteral("a.yaml");
    const QByteArray m_text = "# keep\r\nname: a\r\nurl: x\r\n---\r\n";
    const QByteArray m_fixed = "# keep\r\nname: a\r\nurl: x\r\n";
    std::unique_ptr<OpenWindow> m;

    [[nodiscard]] static FixesMenu* menu() { return qobject_cast<FixesMenu*>(QApplication::activePopupWidget()); }
    [[nodiscard]] static QStringList actionsOf(const QMenu& menu) {
        QStringList texts;
        for (const QAction* action : menu.actions())
            if (!action->isSeparator())
                texts.append(action->text().section(QLatin1Char('\t'), 0, 0));
        return texts;
    }
    static bool choose(const QString& text) {
        for (QAction* action : menu() ? menu()->actions() : QList<QAction*>())
            if (action->text().startsWith(text)) {
                QTest::mouseClick(menu(), Qt::LeftButton, {}, menu()->actionGeometry(action).center());
                return true;
            }
        return false;
    }
    void fixesAtTheEnd() const {
        OpenWindow::key(Qt::Key_End, Qt::ControlModifier);
        OpenWindow::key(Qt::Key_Up);
        OpenWindow::key(Qt::Key_Period, Qt::ControlModifier);
    }

private slots:
    void init() {
        QSettings().clear();
        m = std::make_unique<OpenWindow>();
    }
    void cleanup() { m.reset(); }

    void enterTakesTheCertainFixAsOneStep() {
        m->write(m_name, m_text);
        QVERIFY(m->startWith(m_name));
        fixesAtTheEnd();
        QVERIFY(menu());
        QCOMPARE(
            actionsOf(*menu()),
            (QStringList{QStringLiteral("Remove this --- (line 4)"), QStringLiteral("Start a new card here: name:"),
                         QStringLiteral("Show What Would Change"), QStringLiteral("Explain FS003 empty-document"),
                         QStringLiteral("Copy fairseq2's Error Text")}));
        OpenWindow::key(Qt::Key_Return);
        QCOMPARE(m->editor()->text(), m_fixed);
        QVERIFY(m->editor()->hasFocus());
        QVERIFY(m->isLogged(LogLevel::Info, QStringLiteral("fixes"),
                            QStringLiteral("Fixed, not saved yet: Remove this --- (line 4)")));
        QCOMPARE(m->read(m_name), m_text);
        OpenWindow::key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m->editor()->text(), m_text);
        QVERIFY(!m->page()->buffer().isModified());
        QTRY_VERIFY(m->action(QStringLiteral("Redo"))->isEnabled());
        OpenWindow::key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m->editor()->text(), m_fixed);
        OpenWindow::key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(m->read(m_name), m_fixed);
    }

    void theIconInTheMarginOpensThem() {
        m->write(m_name, m_text);
        QVERIFY(m->startWith(m_name));
        CardEditor* editor = m->editor();
        const long line = editor->send(QsciScintillaBase::SCI_POSITIONFROMLINE, 3);
        const auto y = static_cast<int>(editor->send(QsciScintillaBase::SCI_POINTYFROMPOSITION, 0, line));
        QTest::mouseClick(editor->viewport(), Qt::LeftButton, {}, QPoint(8, y + 6));
        QVERIFY(menu());
        QCOMPARE(editor->cursor(), qint64(line));
        QVERIFY(choose(QStringLiteral("Remove this --- (line 4)")));
        QCOMPARE(editor->text(), m_fixed);
    }

    void whereThereIsNoProblemItIsSaid() {
        m->write(m_name, m_text);
        m->write(QStringLiteral("good.yaml"), "name: good\nbase: llama3_1_8b\ncheckpoint: /x\ntokenizer: /y\n");
        QVERIFY(m->startWith(m_name));
        OpenWindow::key(Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(m->said(), QStringLiteral("There is no problem in this line, only in others of this file."));
        QCOMPARE(m->editor()->text(), m_text);
        m->navigator.go(Location::inFile(m->path(QStringLiteral("good.yaml")), 0, 0));
        OpenWindow::key(Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(m->said(), QStringLiteral("There is no problem in this file."));
    }

    void whatWouldChangeIsShownFirst() {
        m->write(m_name, "name: a\nmodel_family: llama\nmodel_arch: llama3_1_8\ncheckpoint: /x\n");
        QVERIFY(m->startWith(m_name));
        OpenWindow::key(Qt::Key_Down);
        OpenWindow::key(Qt::Key_Down);
        OpenWindow::key(Qt::Key_Period, Qt::ControlModifier);
        QVERIFY2(choose(QStringLiteral("Show What Would Change")), "not in the menu");
        const auto* details = m->page()->findChild<DetailPane*>();
        QVERIFY(details->isVisible());
        QVERIFY2(details->text().contains(QStringLiteral("-model_arch: llama3_1_8\n+model_arch: llama3_1_8b\n")),
                 qPrintable(details->text()));
        QVERIFY(m->click(QStringLiteral("Apply")));
        QCOMPARE(m->editor()->text(), QByteArrayLiteral("name: a\nmodel_family: llama\nmodel_arch: llama3_1_8b\n"
                                                        "checkpoint: /x\n"));
        QVERIFY(!details->isVisible());
    }

    void theRuleIsExplainedAndFairseq2IsQuoted() {
        m->write(m_name, m_text);
        QVERIFY(m->startWith(m_name));
        fixesAtTheEnd();
        QVERIFY(choose(QStringLiteral("Explain FS003")));
        const auto* details = m->page()->findChild<DetailPane*>();
        QVERIFY(details->isVisible());
        QCOMPARE(details->title(), QStringLiteral("FS003 empty-document"));
        fixesAtTheEnd();
        QVERIFY(choose(QStringLiteral("Copy fairseq2's Error Text")));
        QVERIFY2(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("AssetMetadataError: ")),
                 qPrintable(QGuiApplication::clipboard()->text()));
    }

    void theOtherOwnerOfANameIsAStepAway() {
        m->write(m_name, "name: twice\n");
        m->write(QStringLiteral("b.yaml"), "# first\nname: twice\n");
        QVERIFY(m->startWith(m_name));
        OpenWindow::key(Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(choose(QStringLiteral("Go to b.yaml:2")));
        QCOMPARE(m->navigator.current().file, m->path(QStringLiteral("b.yaml")));
        QCOMPARE(m->editor()->selection(), (ByteRange{14, 19}));
        OpenWindow::key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m->navigator.current().file, m->path(m_name));
    }

    // Each card of a loop is told of it, but a line only once.
    void aLoopIsSaidOnceInALine() {
        m->write(m_name, "name: a\nbase: b\n---\nname: b\nbase: a\n");
        QVERIFY(m->startWith(m_name));
        for (const int line : {2, 5}) {
            const QStringList messages = m->editor()->marks().messagesOfLine(line);
            QVERIFY2(messages.size() == 1 && messages.first().contains(QStringLiteral("the bases lead back")),
                     qPrintable(messages.join(QLatin1Char('\n'))));
        }
    }

    // The edits of a fix are for the text that was checked.
    void aFileThatIsAnotherOnDiskIsNotFixed() {
        m->write(m_name, m_text);
        QVERIFY(m->start({m->cards()}));
        m->buffers->close(m->buffers->find(m->path(m_name)));
        const QByteArray newer = "# written by another program\nname: b\nurl: yyyyyyyy\n";
        m->write(m_name, newer);
        const Fix fix = m->workspace->session()->diagnostics().front()->fixes.front();
        QVERIFY(!applyFixes(*m->buffers, {&fix}));
        QCOMPARE(m->said(), QStringLiteral("a.yaml was changed by another program. Look at its problems again."));
        QCOMPARE(m->buffers->find(m->path(m_name))->text(), newer);
        QCOMPARE(m->read(m_name), newer);
    }

    void packageCardsOfferNoFix() {
        m->write(m_name, "name: a\n");
        QVERIFY(m->startWith(m_name));
        m->navigator.go(Location::inFile(QStringLiteral("registry:models/llama.yaml"), 0, 0));
        QVERIFY(m->editor());
        const QByteArray before = m->editor()->text();
        OpenWindow::type(QStringLiteral("x"));
        QCOMPARE(m->editor()->text(), before);
        QCOMPARE(m->said(), QStringLiteral("This text cannot be changed. This file belongs to fairseq2.assets.cards."));
    }
};

QTEST_MAIN(QuickFixesTest)
#include "quick_fixes_test.moc"
