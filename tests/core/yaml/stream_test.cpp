// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/print.h"
#include "core/yaml/stream.h"

#include <QTest>

using namespace fairlead::yaml;

class StreamTest : public QObject {
    Q_OBJECT

private slots:
    void positionsCountLinesAndCodePoints_data();
    void positionsCountLinesAndCodePoints();
    void positionsFarInsideADocument();
    void everyByteHasItsDocument();
    void anEditReadsOnlyWhatItTouches_data();
    void anEditReadsOnlyWhatItTouches();
    void valuesOutliveTheEditThatReplacesThem();
    void anEditBeyondTheEndIsCut();
    void anEmptyFileCanBeFilledAndEmptied();
};

void StreamTest::positionsCountLinesAndCodePoints_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset"); // in the second document
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("its start") << QByteArray("a: 1\n---\nb: 2\n") << 0 << 2 << 1;
    QTest::newRow("in a line") << QByteArray("a: 1\n---\nb: 2\n") << 7 << 3 << 4;
    QTest::newRow("its end") << QByteArray("a: 1\n---\nb: 2\n") << 9 << 4 << 1;
    QTest::newRow("beyond its end") << QByteArray("a: 1\n---\nb: 2\n") << 99 << 4 << 1;
    QTest::newRow("after two-byte and four-byte characters")
        << QByteArray("a\n---\n\xC3\xA9\xF0\x9F\x98\x80: b") << 12 << 3 << 5;
    QTest::newRow("CRLF is one break") << QByteArray("a\r\n---\r\nb: c\r\nd") << 13 << 5 - 1 << 3 - 1;
    QTest::newRow("between CR and LF") << QByteArray("a\r\n---\r\nb") << 4 << 2 << 5;
    QTest::newRow("lone CR is a break") << QByteArray("a\r---\rb: c") << 7 << 3 << 4;
    QTest::newRow("NEL is none") << QByteArray("a\n---\n\xC2\x85"
                                               "b")
                                 << 6 << 3 << 2;
}

void StreamTest::positionsCountLinesAndCodePoints() {
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    QFETCH(int, line);
    QFETCH(int, column);
    const Stream stream(text.toStdString());
    QCOMPARE(stream.documents().size(), std::size_t{2});
    const Position position = stream.position(1, static_cast<std::uint32_t>(offset));
    QCOMPARE(static_cast<int>(position.line), line);
    QCOMPARE(static_cast<int>(position.column), column);
    QCOMPARE(position.offset, std::min(stream.begin_of(1) + static_cast<std::size_t>(offset), stream.size()));
}

void StreamTest::positionsFarInsideADocument() {
    // Lines of many lengths, so that their ends fall on every side of whatever the text is cut into.
    std::string text = "a: 1\n---\n";
    const std::size_t begin = text.find('-');
    for (std::size_t length = 0; text.size() < 20'000; length = (length + 7) % 90)
        text += "# " + std::string(length, 'x') + (length % 3 == 0 ? "\xC3\xA9\r\n" : length % 3 == 1 ? "\r" : "\n");
    text += "{" + std::string(9'000, ' ') + "b: 1}";
    const Stream stream(text);
    QCOMPARE(stream.documents().size(), std::size_t{2});
    QVERIFY(stream.documents()[1].problem() == nullptr);
    std::size_t line = 2;
    std::size_t column = 1;
    for (std::size_t at = begin; at <= text.size(); ++at) {
        const Position position = stream.position(1, static_cast<std::uint32_t>(at - begin));
        QCOMPARE(position.offset, at);
        QCOMPARE(position.line, line);
        QCOMPARE(position.column, column);
        const char c = at < text.size() ? text[at] : ' ';
        if (c == '\n' || (c == '\r' && text[at + 1] != '\n')) {
            ++line;
            column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            ++column;
        }
    }
}

void StreamTest::everyByteHasItsDocument() {
    const Stream stream("a: 1\n---\nb: 2\n---\n");
    const std::size_t expected[] = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2};
    for (std::size_t offset = 0; offset <= stream.size(); ++offset)
        QCOMPARE(stream.document_at(offset), expected[offset]);
}

void StreamTest::anEditReadsOnlyWhatItTouches_data() {
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("removed");
    QTest::addColumn<int>("inserted");
    // Documents begin at 0, 5, 14, 23 and 32.
    QTest::newRow("a character") << 30 << 31 << QByteArray("x") << 3 << 1 << 1;
    QTest::newRow("a character more") << 30 << 30 << QByteArray("x") << 3 << 1 << 1;
    QTest::newRow("a quote that is not closed") << 30 << 30 << QByteArray("\"") << 3 << 1 << 1;
    QTest::newRow("a new marker") << 31 << 31 << QByteArray("\n---\ny: 2") << 3 << 1 << 2;
    QTest::newRow("a marker taken away") << 23 << 27 << QByteArray() << 2 << 2 << 1;
    QTest::newRow("all") << 0 << 40 << QByteArray("z: 1") << 0 << 5 << 1;
}

void StreamTest::anEditReadsOnlyWhatItTouches() {
    QFETCH(int, begin);
    QFETCH(int, end);
    QFETCH(QByteArray, text);
    QFETCH(int, first);
    QFETCH(int, removed);
    QFETCH(int, inserted);
    Stream stream("a: 1\n---\nb: 1\n---\nc: 1\n---\nd: 1\n---\ne: 1");
    QCOMPARE(stream.documents().size(), std::size_t{5});
    const StreamChange change =
        stream.replace(static_cast<std::size_t>(begin), static_cast<std::size_t>(end), text.toStdString());
    QCOMPARE(static_cast<int>(change.first), first);
    QCOMPARE(static_cast<int>(change.removed), removed);
    QCOMPARE(static_cast<int>(change.inserted), inserted);
    QCOMPARE(static_cast<int>(stream.documents().size()), 5 - removed + inserted);
}

void StreamTest::valuesOutliveTheEditThatReplacesThem() {
    Stream stream("name: one\n---\nname: two\n");
    std::vector<Document> removed;
    stream.replace(20, 23, "three", &removed);
    QCOMPARE(removed.size(), std::size_t{1});
    QCOMPARE(removed[0].root().find("name").string(), std::string_view("two"));
    QCOMPARE(QByteArray::fromStdString(stream.text()), QByteArray("name: one\n---\nname: three\n"));
    QCOMPARE(stream.documents()[1].root().find("name").string(), std::string_view("three"));
}

void StreamTest::anEditBeyondTheEndIsCut() {
    Stream stream("a: 1");
    stream.replace(3, 100, "2");
    stream.replace(50, 40, "\n");
    QCOMPARE(QByteArray::fromStdString(stream.text()), QByteArray("a: 2\n"));
}

void StreamTest::anEmptyFileCanBeFilledAndEmptied() {
    Stream stream;
    QCOMPARE(stream.size(), std::size_t{0});
    QVERIFY(stream.documents().empty() && !stream.first_problem().problem);
    const StreamChange filled = stream.replace(0, 0, "a: 1");
    QCOMPARE(filled.inserted, std::size_t{1});
    QCOMPARE(QByteArray::fromStdString(to_json(stream.documents()[0].root())), QByteArray("{\"a\":1}"));
    const StreamChange emptied = stream.replace(0, 4, "");
    QCOMPARE(emptied.removed, std::size_t{1});
    QVERIFY(stream.documents().empty());
}

QTEST_APPLESS_MAIN(StreamTest)
#include "stream_test.moc"
