// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/print.h"
#include "core/yaml/stream.h"

#include <QTest>

using namespace fairlead::yaml;

/// How a file is split, and that a document which cannot be read leaves the others alone.
class DocumentsTest : public QObject {
    Q_OBJECT

private slots:
    void aFileIsSplit_data();
    void aFileIsSplit();
    void theFramesAreKnown();
    void rulesOfYaml11Leak_data();
    void rulesOfYaml11Leak();
    void theFirstProblemIsTheOneRuamelMeets_data();
    void theFirstProblemIsTheOneRuamelMeets();
};

// A document a line: its text as JSON, then its value, `!` if it is refused, or `-` if it is none.
static QByteArray outline(const Stream& stream) {
    std::string lines;
    for (const Document& document : stream.documents()) {
        lines += json_string(document.text()) + " ";
        lines += document.problem() ? "!" : document.is_document() ? to_json(document.root()) : "-";
        lines += "\n";
    }
    return QByteArray::fromStdString(lines);
}

void DocumentsTest::aFileIsSplit_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("outline");
    const auto row = [](const char* name, const char* text, const char* lines) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(lines);
    };
    row("nothing", "", "");
    row("comment", "# c\n", "\"# c\\n\" -\n");
    row("marker alone", "---", "\"---\" null\n");
    row("two markers", "---\n---\n", "\"---\\n\" null\n\"---\\n\" null\n");
    row("comment before a marker", "# c\n---\na: 1\n", "\"# c\\n---\\na: 1\\n\" {\"a\":1}\n");
    row("trailing marker", "a: 1\n---\n# c\n", "\"a: 1\\n\" {\"a\":1}\n\"---\\n# c\\n\" null\n");
    row("end marker makes none", "a: 1\n...\n# c\n", "\"a: 1\\n...\\n\" {\"a\":1}\n\"# c\\n\" -\n");
    row("text after an end marker", "a: 1\n...\nb: 2\n", "\"a: 1\\n...\\n\" {\"a\":1}\n\"b: 2\\n\" {\"b\":2}\n");
    row("second end marker", "a: 1\n...\n...\nb: 2\n",
        "\"a: 1\\n...\\n\" {\"a\":1}\n\"...\\n\" !\n\"b: 2\\n\" {\"b\":2}\n");
    row("text beside an end marker", "a: 1\n... b\nc: 1\n", "\"a: 1\\n... b\\n\" !\n\"c: 1\\n\" {\"c\":1}\n");
    row("content on the marker's line", "--- {a: 1}\n", "\"--- {a: 1}\\n\" {\"a\":1}\n");
    row("mapping on the marker's line", "--- a: 1\n---\nb", "\"--- a: 1\\n\" !\n\"---\\nb\" \"b\"\n");
    row("no markers", "---a", "\"---a\" \"---a\"\n");
    row("indented marker", "a: 1\n ---", "\"a: 1\\n ---\" {\"a\":\"1 ---\"}\n");
    row("marker in quotes", "a: \"x\n---\ny\"\n---\nb: 1\n",
        "\"a: \\\"x\\n\" !\n\"---\\ny\\\"\\n\" \"y\\\"\"\n\"---\\nb: 1\\n\" {\"b\":1}\n");
    row("marker in brackets", "[a,\n---\nb: 1\n", "\"[a,\\n\" !\n\"---\\nb: 1\\n\" {\"b\":1}\n");
    row("directive belongs to what follows", "a: 1\n%YAML 1.2\n---\nb: 1",
        "\"a: 1\\n\" {\"a\":1}\n\"%YAML 1.2\\n---\\nb: 1\" {\"b\":1}\n");
    row("directive after a bad document", "a: [\n%YAML 1.2\n# c\n---\nb: 1",
        "\"a: [\\n\" !\n\"%YAML 1.2\\n# c\\n---\\nb: 1\" {\"b\":1}\n");
    row("bad directive", "a: 1\n%YAML x\n---\nb: 1\n---\nc: 1",
        "\"a: 1\\n\" {\"a\":1}\n\"%YAML x\\n---\\nb: 1\\n\" !\n\"---\\nc: 1\" {\"c\":1}\n");
    row("bad version", "%YAML 1.3\n---\na\n---\nb: 017", "\"%YAML 1.3\\n---\\na\\n\" !\n\"---\\nb: 017\" {\"b\":17}\n");
    row("bad bytes in one of three", "a: 1\n---\nb: \xFF\n---\nc: 1",
        "\"a: 1\\n\" {\"a\":1}\n\"---\\nb: \xEF\xBF\xBD\\n\" !\n\"---\\nc: 1\" {\"c\":1}\n");
    row("carriage returns", "a: 1\r---\rb: 1\r\n---\r\nc",
        "\"a: 1\\r\" {\"a\":1}\n\"---\\rb: 1\\r\\n\" {\"b\":1}\n\"---\\r\\nc\" \"c\"\n");
}

void DocumentsTest::aFileIsSplit() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, outline);
    const Stream stream(text.toStdString());
    QCOMPARE(::outline(stream), outline);
    QCOMPARE(QByteArray::fromStdString(stream.text()), text);
}

void DocumentsTest::theFramesAreKnown() {
    const Stream stream("# c\n%YAML 1.1 # d\n--- a\n...\n--- b\n");
    const Document& first = stream.documents()[0];
    QCOMPARE(first.text().substr(first.marker().begin, first.marker().size()), std::string_view("---"));
    QCOMPARE(first.text().substr(first.version_directive().begin, first.version_directive().size()),
             std::string_view("%YAML 1.1"));
    QVERIFY(first.is_yaml_1_1());
    QCOMPARE(stream.documents()[1].marker(), (TextRange{0, 3}));
    QCOMPARE(stream.documents()[1].version_directive(), TextRange{});
}

void DocumentsTest::rulesOfYaml11Leak_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("outline");
    const QByteArray one = "%YAML 1.1\n---\na: 1\n";
    QTest::newRow("into the first document")
        << one << QByteArray("b: yes\n---\nc: yes\n")
        << QByteArray("\"b: yes\\n\" {\"b\":true}\n\"---\\nc: yes\\n\" {\"c\":\"yes\"}\n");
    QTest::newRow("not where it has a marker")
        << one << QByteArray("---\nb: yes\n") << QByteArray("\"---\\nb: yes\\n\" {\"b\":\"yes\"}\n");
    QTest::newRow("not from a document before the last")
        << one + "---\nx: 1\n"
        << QByteArray("b: yes\n") << QByteArray("\"b: yes\\n\" {\"b\":\"yes\"}\n");
    QTest::newRow("within the file") << QByteArray("a: 1") << one + "---\nb: 017\n---\nd: n\n%YAML 1.2\n---\nc: 017\n"
                                     << QByteArray("\"%YAML 1.1\\n---\\na: 1\\n\" {\"a\":1}\n\"---\\nb: 017\\n\" "
                                                   "{\"b\":15}\n\"---\\nd: n\\n\" {\"d\":false}\n\"%YAML "
                                                   "1.2\\n---\\nc: 017\\n\" {\"c\":17}\n");
    QTest::newRow("into the values before it") << QByteArray() << QByteArray("a: 017\n%YAML 1.1\n---\n")
                                               << QByteArray("\"a: 017\\n\" {\"a\":15}\n\"%YAML 1.1\\n---\\n\" null\n");
    QTest::newRow("through a comment") << one << QByteArray("# c\n") << QByteArray("\"# c\\n\" -\n");
}

void DocumentsTest::rulesOfYaml11Leak() {
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, outline);
    const Carry carry = Stream(before.toStdString()).carry_out();
    QCOMPARE(::outline(Stream(file.toStdString(), carry)), outline);
    QCOMPARE(Stream("# nothing", carry).carry_out(), carry);
}

void DocumentsTest::theFirstProblemIsTheOneRuamelMeets_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pythonClass");
    QTest::addColumn<int>("document");
    const QByteArray filler = QByteArray("# " + QByteArray(97, 'x') + "\n").repeated(100); // 10,000 characters
    QTest::newRow("by order") << QByteArray("a: 1\n---\nb: [\n---\nc: *x\n") << "ruamel.yaml.parser.ParserError" << 1;
    QTest::newRow("what follows `...` comes before the values")
        << QByteArray("a: 1\na: 2\n...\n\"un") << "ruamel.yaml.scanner.ScannerError" << 1;
    QTest::newRow("the values come before what follows `---`")
        << QByteArray("a: 1\na: 2\n---\n\"un") << "ruamel.yaml.constructor.DuplicateKeyError" << 0;
    QTest::newRow("a control character nearby")
        << QByteArray("a: [\n---\nb: \x01\n") << "ruamel.yaml.reader.ReaderError" << 1;
    QTest::newRow("a control character far off") << "a: b: c\n---\n" + filler + "b: \x01\n"
                                                 << "ruamel.yaml.scanner.ScannerError" << 0;
    QTest::newRow("bytes before characters") << QByteArray("a: \x01\n---\nb: \xFF\n") << "UnicodeDecodeError" << 1;
}

void DocumentsTest::theFirstProblemIsTheOneRuamelMeets() {
    QFETCH(QByteArray, text);
    QFETCH(QString, pythonClass);
    QFETCH(int, document);
    const Stream stream(text.toStdString());
    const Stream::FirstProblem first = stream.first_problem();
    QVERIFY(first.problem);
    QCOMPARE(QString::fromStdString(first.problem->python_class), pythonClass);
    QCOMPARE(static_cast<int>(first.document), document);
}

QTEST_APPLESS_MAIN(DocumentsTest)
#include "documents_test.moc"
