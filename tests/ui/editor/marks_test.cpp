// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/desk.h"

#include "ui/editor/card_styles.h"
#include "ui/editor/problem_marks.h"

using namespace fairlead;
using namespace fairlead::ui;

namespace {

using Sci = QsciScintillaBase;
using Kind = EditorProblem::Kind;

// Of a line, counted from 1.
QString annotationOf(CardEditor& editor, int line) {
    const auto index = static_cast<unsigned long>(line - 1);
    QByteArray text(editor.send(Sci::SCI_ANNOTATIONGETTEXT, index), '\0');
    editor.SendScintilla(Sci::SCI_ANNOTATIONGETTEXT, index, static_cast<void*>(text.data()));
    return QString::fromUtf8(text);
}

bool isSquiggled(CardEditor& editor, unsigned long indicator, long offset) {
    return editor.send(Sci::SCI_INDICATORVALUEAT, indicator, offset) != 0;
}

} // namespace

class MarksTest : public QObject {
    Q_OBJECT

    static CardEditor& editorWith(Desk& desk, std::vector<EditorProblem> problems) {
        desk.write(QStringLiteral("a.yaml"), "name: a\nbase: b\nurl: c\n");
        desk.load();
        CardEditor& editor = desk.show(QStringLiteral("a.yaml"))->editor();
        editor.marks().set(std::move(problems));
        return editor;
    }

private slots:
    void anInfoIsMarkedWithoutALineOfItsOwn() {
        Desk desk;
        CardEditor& editor = editorWith(
            desk, {{{8, 12}, Kind::Info, QStringLiteral("b is large.\nVery."), QStringLiteral("Ctrl+. to explain")}});
        QCOMPARE(editor.marks().kindAt(2), std::optional(Kind::Info));
        QVERIFY(isSquiggled(editor, InfoIndicator, 8));
        QCOMPARE(annotationOf(editor, 2), QString());
        QCOMPARE(editor.send(Sci::SCI_ANNOTATIONGETLINES, 1), 0);
        QCOMPARE(editor.marks().messagesAt(9), QStringList(QStringLiteral("b is large.\nVery.")));
        QCOMPARE(editor.marks().infoOf(2), QStringLiteral("b is large. Very.   Ctrl+. to explain"));
        QCOMPARE(editor.marks().infoOf(1), QString());
    }

    void errorsAndWarningsStandBelowTheirLine() {
        Desk desk;
        CardEditor& editor =
            editorWith(desk, {{{0, 4}, Kind::Warning, QStringLiteral("old"), {}},
                              {{8, 12}, Kind::Info, QStringLiteral("large"), {}},
                              {{8, 12}, Kind::Error, QStringLiteral("wrong"), QStringLiteral("hint")}});
        QCOMPARE(annotationOf(editor, 1), QStringLiteral("old"));
        QCOMPARE(annotationOf(editor, 2), QStringLiteral("wrong   hint"));
        QCOMPARE(editor.marks().kindAt(2), std::optional(Kind::Error));
    }

    void anErrorThatBecomesAnInfoLosesItsLine() {
        Desk desk;
        CardEditor& editor = editorWith(desk, {{{8, 12}, Kind::Error, QStringLiteral("wrong"), {}}});
        QCOMPARE(annotationOf(editor, 2), QStringLiteral("wrong"));
        editor.marks().set({{{8, 12}, Kind::Info, QStringLiteral("large"), {}}});
        QCOMPARE(editor.send(Sci::SCI_ANNOTATIONGETLINES, 1), 0);
        QCOMPARE(editor.marks().kindAt(2), std::optional(Kind::Info));
    }

    void theCursorsNoteStaysInSightWhenTheEditorShrinks() {
        Desk desk;
        desk.write(QStringLiteral("a.yaml"), QByteArray("# long\n").repeated(30) + "name: a\n");
        desk.load();
        EditorPage* page = desk.show(QStringLiteral("a.yaml"));
        CardEditor& editor = page->editor();
        page->resize(700, 500);
        page->show();
        const qint64 offset = editor.lineRange(30).begin;
        editor.marks().set({{{offset, offset + 1}, Kind::Error, QStringLiteral("a word ").repeated(30), {}}});
        editor.select({offset, offset});
        const auto seen = [&] {
            const long first = editor.send(Sci::SCI_GETFIRSTVISIBLELINE);
            const long row = editor.send(Sci::SCI_VISIBLEFROMDOCLINE, 29);
            return row >= first &&
                   row + editor.send(Sci::SCI_ANNOTATIONGETLINES, 29) < first + editor.send(Sci::SCI_LINESONSCREEN);
        };
        QVERIFY(seen());
        page->resize(700, 220);
        QVERIFY(seen());
        const long rows = editor.send(Sci::SCI_ANNOTATIONGETLINES, 29);
        page->resize(480, 220);
        QVERIFY(editor.send(Sci::SCI_ANNOTATIONGETLINES, 29) > rows);
        QVERIFY(seen());

        editor.send(Sci::SCI_SETFIRSTVISIBLELINE, 0); // somebody looks elsewhere
        page->resize(480, 200);
        QCOMPARE(editor.send(Sci::SCI_GETFIRSTVISIBLELINE), 0L);
    }

    void theInfoOfTheCursorsLineIsPaintedBehindIt() {
        Desk desk;
        CardEditor& editor = editorWith(desk, {{{8, 12}, Kind::Info, QStringLiteral("b is large"), {}}});
        const QColor ink = desk.theme.colours().info;
        const auto inkBehindLine = [&](int line) {
            const ByteRange range = editor.lineRange(line);
            const int left = static_cast<int>(editor.send(Sci::SCI_POINTXFROMPOSITION, 0, range.end)) + 4;
            const int top = static_cast<int>(editor.send(Sci::SCI_POINTYFROMPOSITION, 0, range.end));
            const int height = static_cast<int>(editor.send(Sci::SCI_TEXTHEIGHT, 0));
            const QImage picture = editor.viewport()->grab(QRect(left, top, 400, height)).toImage();
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    if (const QColor c = picture.pixelColor(x, y); c.blue() - c.red() > (ink.blue() - ink.red()) / 2)
                        return true;
            return false;
        };
        editor.select({0, 0});
        QVERIFY(!inkBehindLine(1));
        QVERIFY(!inkBehindLine(2));
        editor.select({10, 10});
        QVERIFY(inkBehindLine(2));
    }
};

QTEST_MAIN(MarksTest)
#include "marks_test.moc"
