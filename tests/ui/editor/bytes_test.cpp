// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/desk.h"

using namespace fairlead::ui;

/// What is in a file stays in it, whatever the bytes; only what is typed changes.
class BytesTest : public QObject {
    Q_OBJECT

private slots:
    void texts_data();
    void texts();
    void typedCharacterIsAllThatChanges_data() { texts_data(); }
    void typedCharacterIsAllThatChanges();
    void enterTakesTheLineEndOfItsNeighbours_data();
    void enterTakesTheLineEndOfItsNeighbours();
    void enterIndentsByTheWidthThatIsSet();
};

void BytesTest::texts_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("plain") << QByteArray("name: a\nbase: b\n");
    QTest::newRow("CRLF") << QByteArray("name: a\r\nbase: b\r\n");
    QTest::newRow("lone CR") << QByteArray("name: a\rbase: b\r");
    QTest::newRow("mixed line ends") << QByteArray("a: 1\nb: 2\r\nc: 3\rd: 4\n\r\n");
    QTest::newRow("no final line end") << QByteArray("name: a");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFname: a\n");
    QTest::newRow("bad UTF-8") << QByteArray("name: \xFF\xC3( \xED\xA0\x80\n");
    QTest::newRow("NUL") << QByteArray("name: a\0b\nc: d\0", 16);
    QTest::newRow("only NULs") << QByteArray("\0\0\0", 3);
    QTest::newRow("NEL, LS, PS, NBSP") << QByteArray("a: \xC2\x85 \xE2\x80\xA8 \xE2\x80\xA9 \xC2\xA0\n");
    QTest::newRow("noncharacter") << QByteArray("a: \xEF\xB7\x90\n");
    QTest::newRow("astral") << QByteArray("a: \xF0\x9F\x98\x80\n");
    QTest::newRow("tabs and controls") << QByteArray("a:\tb\x01\x0C\x7F\n");
    QByteArray every;
    for (int byte = 0; byte < 256; ++byte)
        every += static_cast<char>(byte);
    QTest::newRow("every byte") << every;
}

void BytesTest::texts() {
    QFETCH(QByteArray, text);
    Desk desk;
    CardEditor editor(desk.theme);
    editor.loadText(text);
    QCOMPARE(editor.text(), text);
    QCOMPARE(editor.length(), text.size());
}

void BytesTest::typedCharacterIsAllThatChanges() {
    QFETCH(QByteArray, text);
    Desk desk;
    desk.write(QStringLiteral("cards.yaml"), text);
    desk.load();
    EditorPage* page = desk.show(QStringLiteral("cards.yaml"));
    CardEditor& editor = page->editor();
    const qint64 middle =
        editor.send(QsciScintillaBase::SCI_POSITIONBEFORE, static_cast<unsigned long>(text.size() / 2));
    editor.select({middle, middle});
    QTest::keyClick(&editor, Qt::Key_X);
    QByteArray expected = text;
    expected.insert(middle, 'x');
    QCOMPARE(page->buffer().text(), expected);
    QVERIFY(page->buffer().isModified());
    QVERIFY(desk.commands.save(&page->buffer()));
    QCOMPARE(desk.read(QStringLiteral("cards.yaml")), expected);

    QVERIFY(editor.canUndo());
    editor.send(QsciScintillaBase::SCI_UNDO);
    QVERIFY(!editor.canUndo());
    QVERIFY(desk.commands.save(&page->buffer()));
    QCOMPARE(desk.read(QStringLiteral("cards.yaml")), text);
    QVERIFY(!page->buffer().isModified());
    // The checks have followed every step.
    const auto file = page->buffer().file();
    QVERIFY(file.has_value());
    QCOMPARE(QByteArray::fromStdString(desk.workspace.session()->catalog().file(*file).stream.text()), text);
}

void BytesTest::enterTakesTheLineEndOfItsNeighbours_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("LF") << QByteArray("a: 1\nb: 2\n") << 4 << QByteArray("a: 1\n\nb: 2\n");
    QTest::newRow("CRLF") << QByteArray("a: 1\r\nb: 2\r\n") << 4 << QByteArray("a: 1\r\n\r\nb: 2\r\n");
    QTest::newRow("CRLF in a file of LF") << QByteArray("a: 1\nb: 2\r\n") << 9 << QByteArray("a: 1\nb: 2\r\n\r\n");
    QTest::newRow("last line without end") << QByteArray("a: 1\r\nb: 2") << 10 << QByteArray("a: 1\r\nb: 2\r\n");
    QTest::newRow("indentation") << QByteArray("a:\n  b: 1\n") << 9 << QByteArray("a:\n  b: 1\n  \n");
    QTest::newRow("deeper after a key") << QByteArray("a:\n") << 2 << QByteArray("a:\n  \n");
    QTest::newRow("as deep after a comment") << QByteArray("# a:\n") << 4 << QByteArray("# a:\n\n");
    QTest::newRow("empty text") << QByteArray() << 0 << QByteArray("\n");
}

void BytesTest::enterTakesTheLineEndOfItsNeighbours() {
    QFETCH(QByteArray, text);
    QFETCH(int, at);
    QFETCH(QByteArray, expected);
    Desk desk;
    CardEditor editor(desk.theme);
    editor.loadText(text);
    editor.select({at, at});
    QTest::keyClick(&editor, Qt::Key_Return);
    QCOMPARE(editor.text(), expected);
    editor.send(QsciScintillaBase::SCI_UNDO);
    QCOMPARE(editor.text(), text);
}

void BytesTest::enterIndentsByTheWidthThatIsSet() {
    Desk desk;
    CardEditor editor(desk.theme);
    EditorOptions options;
    options.tabWidth = 4;
    editor.setOptions(options);
    editor.loadText("a:\n");
    editor.select({2, 2});
    QTest::keyClick(&editor, Qt::Key_Return);
    QCOMPARE(editor.text(), QByteArray("a:\n    \n"));
}

QTEST_MAIN(BytesTest)
#include "bytes_test.moc"
