// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/stream.h"

#include <QTest>

using namespace fairlead::yaml;

/// What is refused: ruamel's class and words, ours for people, and the place.
class RefusalTest : public QObject {
    Q_OBJECT

private slots:
    void isRefused_data();
    void isRefused();
    void bothPlacesOfADoubledKeyAreTold();
    void aLongKeyIsCutBetweenCharacters();
    void aDoubledKeyWhoseValueIsTooDeepToShow();
    void doubledKeysBesideAMergeAreAWarning_data();
    void doubledKeysBesideAMergeAreAWarning();
    void tooMuchIsRefusedInWords_data();
    void tooMuchIsRefusedInWords();
};

void RefusalTest::isRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pythonClass");
    QTest::addColumn<QString>("pythonText");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QByteArray>("at"); // what the range covers
    const auto row = [](const char* text, const char* kind, const char* words, const char* message, const char* at) {
        QTest::newRow(text) << QByteArray(text) << kind << words << message << QByteArray(at);
    };
    const char* const scanner = "ruamel.yaml.scanner.ScannerError";
    const char* const parser = "ruamel.yaml.parser.ParserError";
    const char* const constructor = "ruamel.yaml.constructor.ConstructorError";
    const char* const tab = "A tab stands where YAML takes only spaces: replace the tab by spaces.";
    row("a:\tb", scanner, "found character '\\t' that cannot start any token", tab, "\t");
    row("\ta: b", scanner, "found character '\\t' that cannot start any token", tab, "\t");
    row("a: |\t\n  x", scanner, "expected chomping or indentation indicators, but found '\\t'", tab, "\t");
    row("a: @b", scanner, "found character '@' that cannot start any token",
        "A value cannot begin with `@`: put it in quotes.", "@");
    row("a: b: c", scanner, "mapping values are not allowed here",
        "A second `: ` in one value: put the value in quotes, or move the inner key to a line of its own.", ":");
    row("a: - b", scanner, "sequence entries are not allowed here",
        "A list cannot begin here: begin it on a line of its own, or put the value in quotes if it is a text.", "-");
    row("a: 1\nb", scanner, "could not find expected ':'",
        "This line stands where a key is expected, but no `: ` follows: add the colon, or indent the line if it "
        "belongs to the "
        "value above it.",
        "b");
    row("a: \"b", scanner, "found unexpected end of stream",
        "The text that begins with this quote is not closed before the end of the file: add the closing quote.", "b");
    row("a: \"\\q\"", scanner, "found unknown escape character 'q'",
        "This is no escape sequence: double the backslash, or use single quotes.", "\\q");
    row("a: [1", parser, "expected ',' or ']', but got '<stream end>'", "The bracket `[` is not closed: add `]`.", "1");
    row("[,]", parser, "expected the node content, but found ','",
        "A `,` stands where a value is expected: remove it, or give the value.", ",");
    row(", a", parser, "expected the node content, but found ','",
        "A `,` stands where a value is expected: remove it, or give the value.", ",");
    row("[a] b", parser, "expected '<document start>', but found ('<scalar>',)",
        "The value of the document has ended before this: bring it into the value above, or begin a new document with "
        "a line `---`.",
        "b");
    row("a: *x", "ruamel.yaml.composer.ComposerError", "found undefined alias 'x'",
        "No `&x` stands before this alias in the document: define it, or put the value in quotes if it is a text.",
        "*x");
    row("a: 1\na: 2", "ruamel.yaml.constructor.DuplicateKeyError",
        "found duplicate key \"a\" with value \"2\" (original value: \"1\")",
        "The key `a` stands twice in this mapping: remove or rename one of the two.", "a");
    row("{1: a, 1.0: b}", "ruamel.yaml.constructor.DuplicateKeyError",
        "found duplicate key \"1.0\" with value \"b\" (original value: \"a\")",
        "The key `1.0` stands twice in this mapping: remove or rename one of the two.", "1.0");
    row("a: !foo b", constructor, "could not determine a constructor for the tag '!foo'",
        "fairseq2 knows no tag `!foo`: remove it, or put the value in quotes if it is a text.", "!foo");
    row("a: &x !!seq\n  b", constructor, "expected a sequence node, but found scalar",
        "`!!seq` stands on something that is no list: remove the tag, or write a list.", "!!seq");
    row("- !!int\n  - b", constructor, "expected a scalar node, but found sequence",
        "This tag stands on a list or mapping, but is one for single values: remove the tag.", "!!int");
    const char* const resolved = "could not determine a constructor for the tag 'tag:yaml.org,2002:yaml'";
    const char* const non_specific =
        "The tag `!` has this text read as if it had no quotes, and so it is no text: remove the tag.";
    row("a: ! '!'", constructor, resolved, non_specific, "'!'");
    row("? ! \"&\\n\"", constructor, resolved, non_specific, "\"&\\n\"");
    row("! |-\n *\n", constructor, resolved, non_specific, "|-\n *");
    row("{a: 1}: b", constructor, "found unhashable key",
        "A mapping cannot be a key: write the key as a text. Braces that are meant as text need quotes.", "{a: 1}");
    row("<<: 1", constructor, "expected a mapping or list of mappings for merging, but found scalar",
        "`<<` merges a mapping or a list of mappings: give it one, as in `<<: *name`, or put the key in quotes.", "1");
    row("a: 2024-13-01", "ValueError", "month must be in 1..12",
        "There is no such date or time: correct it, or put it in quotes if it is a text.", "2024-13-01");
    row("a: 0o_", "ValueError", "invalid literal for int() with base 8: ''",
        "This is no number that Python can read: correct it, or put it in quotes if it is a text.", "0o_");
    row("a: !!bool maybe", "KeyError", "'maybe'", "`!!bool` takes true or false: correct the value, or remove the tag.",
        "maybe");
    row("? [a, [b]]\n: c", "TypeError", "unhashable type: 'list'",
        "A key that is a list cannot hold lists or mappings: write the key as a text.", "[a, [b]]");
    row("%YAML 1.3\n---\na", "AssertionError", "version minor part can only be 2 or 1, got (1, 3)",
        "This version of YAML cannot be read: write `%YAML 1.2`, or remove the line.", "%YAML 1.3");
    row("%YAML 2.0\n---\na", parser, "found incompatible YAML document (version 1.* is required)",
        "This version of YAML cannot be read: write `%YAML 1.2`, or remove the line.", "%YAML 2.0");
    row("a: \x01", "ruamel.yaml.reader.ReaderError",
        "unacceptable character #x0001: special characters are not allowed",
        "The control character U+0001 may not stand in YAML, not even in a comment: remove it, or write it as an "
        "escape in double quotes.",
        "\x01");
    row("a: \xFF.", "UnicodeDecodeError", "'utf-8' codec can't decode byte 0xff in position 3: invalid start byte",
        "The byte 0xFF is no UTF-8 here: save the file as UTF-8.", "\xFF");
}

void RefusalTest::isRefused() {
    QFETCH(QByteArray, text);
    QFETCH(QString, pythonClass);
    QFETCH(QString, pythonText);
    QFETCH(QString, message);
    QFETCH(QByteArray, at);
    const Stream stream(text.toStdString());
    const Problem* problem = stream.documents()[0].problem();
    QVERIFY(problem);
    QCOMPARE(QString::fromStdString(problem->python_class), pythonClass);
    QCOMPARE(QString::fromStdString(problem->python_text), pythonText);
    QCOMPARE(QString::fromStdString(problem->message), message);
    QCOMPARE(problem->raw, !pythonClass.startsWith("ruamel."));
    QCOMPARE(text.mid(static_cast<int>(problem->range.begin), static_cast<int>(problem->range.size())), at);
    QVERIFY(!stream.documents()[0].root());
    QCOMPARE(stream.first_problem().problem, problem);
}

void RefusalTest::bothPlacesOfADoubledKeyAreTold() {
    const Stream stream("name: a\nx: {y: 1,\n  y: 2}\n");
    const Problem* problem = stream.documents()[0].problem();
    QVERIFY(problem && problem->related);
    QCOMPARE(stream.position(0, problem->range.begin).line, std::size_t{3});
    QCOMPARE(stream.position(0, problem->related->begin).line, std::size_t{2});
    QCOMPARE(stream.position(0, problem->related->begin).column, std::size_t{5});
}

void RefusalTest::aLongKeyIsCutBetweenCharacters() {
    const std::string start(59, 'k');
    const Stream stream(start + "\u00e9tc: 1\n" + start + "\u00e9tc: 2\n");
    QVERIFY(stream.documents()[0].problem());
    QCOMPARE(
        QString::fromStdString(stream.documents()[0].problem()->message),
        QString("The key `%1…` stands twice in this mapping: remove or rename one of the two.").arg(start.c_str()));
}

// ruamel puts the values into its message, and Python does not get to the end of this one.
void RefusalTest::aDoubledKeyWhoseValueIsTooDeepToShow() {
    const auto nested = [](const std::string& inner) { return std::string(400, '[') + inner + std::string(400, ']'); };
    const std::string first = "x: 1\n<<:\n- {x: &a " + nested("1") + "}\n- {x: &b " + nested("*a") + "}\n";
    const std::string late = nested("{z: 1, z: *c}") + "\n"; // made when all that is above is
    for (const bool shown : {true, false}) {
        const Stream stream(first + (shown ? "- {x: &c [*b]}\n" : "- {x: &c " + nested("*b") + "}\n") + "m: " + late);
        const Problem* problem = stream.documents()[0].problem();
        QVERIFY(problem && problem->what == Refusal::duplicate_key);
        QCOMPARE(QString::fromStdString(problem->message),
                 QString("The key `z` stands twice in this mapping: remove or rename one of the two."));
        QCOMPARE(problem->raw, !shown);
        QCOMPARE(QString::fromStdString(problem->python_class),
                 QString(shown ? "ruamel.yaml.constructor.DuplicateKeyError" : "RecursionError"));
        const QString words = shown ? "found duplicate key \"z\" with value \"" + QString(801, '[') + '1' +
                                          QString(801, ']') + "\" (original value: \"1\")"
                                    : "maximum recursion depth exceeded while getting the repr of an object";
        QCOMPARE(QString::fromStdString(problem->python_text), words);
    }
}

void RefusalTest::doubledKeysBesideAMergeAreAWarning_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("own keys") << QByteArray("a: &x {k: 1}\nb: {<<: *x, l: 1, l: 2}\n");
    QTest::newRow("keys merged in line") << QByteArray("b: {<<: {l: 1, l: 2}}\n");
}

void RefusalTest::doubledKeysBesideAMergeAreAWarning() {
    QFETCH(QByteArray, text);
    const Stream stream(text.toStdString());
    QVERIFY(!stream.documents()[0].problem());
    QCOMPARE(stream.documents()[0].root().find("b").find("l").integer(), std::optional<std::int64_t>(2));
    QCOMPARE(stream.documents()[0].warnings().size(), std::size_t{1});
    const Problem& warning = stream.documents()[0].warnings()[0];
    QCOMPARE(
        QString::fromStdString(warning.message),
        QString(
            "The key stands twice in a mapping with `<<`, which ruamel.yaml does not notice: the last one wins. Remove "
            "or rename one of the two."));
    QCOMPARE(static_cast<int>(warning.range.begin), static_cast<int>(text.lastIndexOf('l')));
    QVERIFY(warning.related && warning.related->begin < warning.range.begin);
}

void RefusalTest::tooMuchIsRefusedInWords_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QByteArray chain = "a0: &a0 {k0: 1}\n";
    for (int i = 1; i < 3000; ++i) {
        const QByteArray n = QByteArray::number(i);
        chain += "a" + n + ": &a" + n + " {<<: *a" + QByteArray::number(i - 1) + ", k" + n + ": 1}\n";
    }
    QTest::newRow("depth") << QByteArray(100'000, '[')
                           << "The values are nested deeper than fairseq2 can read (484 levels): flatten them.";
    QTest::newRow("depth of a key")
        << "? " + QByteArray(300, '[') + QByteArray(300, ']') + "\n: a"
        << "The key is nested deeper than fairseq2 can read (195 levels): write it as a text.";
    QTest::newRow("merges of merges")
        << chain
        << "Merging (`<<`) makes over 1,048,576 entries in this document, more than are read: "
           "merge less.";
    QTest::newRow("size") << QByteArray((64 << 20) + 1, ' ')
                          << "The file is larger than 64 MiB, more than is read: split it.";
    QTest::newRow("documents that cannot be read")
        << QByteArray("---\n]\n").repeated(20'000)
        << "The file holds over 10,000 documents that cannot be read: is it YAML at all?";
    QTest::newRow("sexagesimal number")
        << "%YAML 1.1\n---\na: 1" + QByteArray(":1").repeated(1000)
        << "The number has over 500 parts between colons, more than are read: put it in quotes "
           "if it is a text.";
}

void RefusalTest::tooMuchIsRefusedInWords() {
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const Stream stream(text.toStdString());
    QCOMPARE(stream.documents().size(), std::size_t{1});
    const Problem* problem = stream.documents()[0].problem();
    QVERIFY(problem);
    QCOMPARE(QString::fromStdString(problem->message), message);
    QCOMPARE(stream.size(), static_cast<std::size_t>(text.size()));
}

QTEST_APPLESS_MAIN(RefusalTest)
#include "refusal_test.moc"
