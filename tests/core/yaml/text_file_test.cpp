// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/text_file.h"
#include "core/yaml/utf8.h"

#include <QTest>

using namespace fairlead::yaml;

/// Bytes and characters as Python and ruamel's reader meet them.
class TextFileTest : public QObject {
    Q_OBJECT

private slots:
    void badCharactersAreFound_data();
    void badCharactersAreFound();
    void everyCharacterIsJudged();
    void blocksAreRead_data();
    void blocksAreRead();
    void decodingFailsInItsPiece_data();
    void decodingFailsInItsPiece();
};

void TextFileTest::badCharactersAreFound_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::addColumn<QByteArray>("reason"); // of the decoder
    QTest::newRow("none") << QByteArray("a\t\r\n\xC3\xA9\xC2\x85\xF0\x9F\x98\x80") << -1 << -1 << QByteArray();
    QTest::newRow("NUL") << QByteArray("0123456789\0", 11) << 10 << 11 << QByteArray();
    QTest::newRow("DEL") << QByteArray("0123456789\x7F") << 10 << 11 << QByteArray();
    QTest::newRow("C1 control") << QByteArray("a\xC2\x80") << 1 << 3 << QByteArray();
    QTest::newRow("U+FFFE") << QByteArray("\xEF\xBF\xBE") << 0 << 3 << QByteArray();
    QTest::newRow("lone continuation") << QByteArray("a\x80") << 1 << 2 << QByteArray("invalid start byte");
    QTest::newRow("overlong") << QByteArray("\xE0\x80\x80") << 0 << 1 << QByteArray("invalid continuation byte");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 0 << 1 << QByteArray("invalid continuation byte");
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << 0 << 1
                                    << QByteArray("invalid continuation byte");
    QTest::newRow("third byte wrong") << QByteArray("\xE2\x82z") << 0 << 2 << QByteArray("invalid continuation byte");
    QTest::newRow("cut short") << QByteArray("\xF0\x9F\x98") << 0 << 3 << QByteArray("unexpected end of data");
}

void TextFileTest::badCharactersAreFound() {
    QFETCH(QByteArray, text);
    QFETCH(int, begin);
    QFETCH(int, end);
    QFETCH(QByteArray, reason);
    const auto bad = find_bad_character(text.toStdString(), 0);
    QCOMPARE(bad ? static_cast<int>(bad->begin) : -1, begin);
    QCOMPARE(bad ? static_cast<int>(bad->end) : -1, end);
    QCOMPARE(QByteArray(bad && bad->decode_reason ? bad->decode_reason : ""), reason);
}

void TextFileTest::everyCharacterIsJudged() {
    // The fast path looks at 64 bytes at once: every byte, at each place among harmless ones, and behind a character
    // that lies over two such blocks.
    constexpr std::size_t size = 140;
    for (int byte = 0; byte < 0x80; ++byte) {
        const bool good = (byte >= 0x20 && byte < 0x7F) || byte == '\t' || byte == '\n' || byte == '\r';
        for (std::size_t place = 0; place < size; ++place) {
            std::string text(size, 'x');
            if (place != 63 && place != 64)
                text.replace(63, 2, "\xC3\xA9");
            text[place] = static_cast<char>(byte);
            const auto bad = find_bad_character(text, 0);
            QVERIFY2(good ? !bad : bad && bad->begin == place,
                     qPrintable(QString("byte %1 at %2").arg(byte).arg(place)));
        }
    }
    for (std::size_t place = 0; place < size; ++place) {
        std::string text(size, 'x');
        text[place] = '\xE9';
        QCOMPARE(find_non_ascii(text, 0), place);
        QCOMPARE(find_non_ascii(text, place + 1), size);
        QVERIFY(find_bad_character(text, 0)->decode_reason);
    }
}

void TextFileTest::blocksAreRead_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("read");
    QTest::newRow("the first two blocks at once") << QByteArray(20'000, 'x') << 8191 << 2;
    QTest::newRow("the third") << QByteArray(20'000, 'x') << 8192 << 3;
    QTest::newRow("in characters") << QByteArray("\xC3\xA9").repeated(8192) << 16'382 << 2;
    QTest::newRow("a CRLF is one") << QByteArray("\r\n").repeated(8192) << 16'382 << 2;
}

void TextFileTest::blocksAreRead() {
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    QFETCH(int, read);
    const std::string copy = text.toStdString();
    QCOMPARE(static_cast<int>(TextFile(copy).read_of(static_cast<std::size_t>(offset))), read);
}

void TextFileTest::decodingFailsInItsPiece_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("read"); // 0: it does not fail
    QTest::addColumn<QString>("error");
    QTest::newRow("good") << QByteArray("\xC3\xA9").repeated(10'000) << 0 << "";
    QTest::newRow("at once") << QByteArray("a: \xFF") << 1
                             << "'utf-8' codec can't decode byte 0xff in position 3: invalid start byte";
    QTest::newRow("cut at the end") << QByteArray("a: \xE2\x82") << 1
                                    << "'utf-8' codec can't decode bytes in position 0-1: unexpected end of data";
    QTest::newRow("half a surrogate at the end")
        << QByteArray("a: \xED\xA0") << 1
        << "'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte";
    QTest::newRow("in the second piece") << QByteArray(8193, 'x') + "\xFF" << 3
                                         << "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte";
    QTest::newRow("a character over two pieces") << QByteArray(8191, 'x') + "\xC3\xA9" << 0 << "";
}

void TextFileTest::decodingFailsInItsPiece() {
    QFETCH(QByteArray, text);
    QFETCH(int, read);
    QFETCH(QString, error);
    const std::string copy = text.toStdString();
    const auto failure = TextFile(copy).decode_error();
    QCOMPARE(failure ? static_cast<int>(failure->read) : 0, read);
    QCOMPARE(QString::fromStdString(failure ? failure->text : ""), error);
}

QTEST_APPLESS_MAIN(TextFileTest)
#include "text_file_test.moc"
