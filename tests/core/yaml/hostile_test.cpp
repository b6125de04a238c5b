// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/print.h"
#include "core/yaml/stream.h"

#include <QTest>

#include <ctime>

using namespace fairlead::yaml;

/// Texts made to take forever: what takes more than linear time takes minutes here, not the seconds that are allowed.
class HostileTest : public QObject {
    Q_OBJECT

private slots:
    void takesTimeLikeItsSize_data();
    void takesTimeLikeItsSize();
};

void HostileTest::takesTimeLikeItsSize_data() {
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
    const auto many = [](const char* text, int times) { return QByteArray(text).repeated(times); };
    const auto numbered = [](const char* before, const char* after, int times) {
        QByteArray text;
        for (int i = 0; i < times; ++i)
            text += before + QByteArray::number(i) + after;
        return text;
    };
    row("open brackets", many("[", 1'000'000));
    row("open braces with keys", many("{a: ", 300'000));
    row("question marks", many("? ", 500'000));
    row("question marks on lines", many("?\n", 500'000));
    row("dashes", many("- ", 500'000));
    row("pairs in brackets on one line", "[" + many("a: b,", 200'000) + "]");
    row("the same beyond ASCII", "[" + many("\xC3\xA9: b,", 200'000) + "]");
    row("keys of a mapping", numbered("k", ": v\n", 200'000));
    row("keys that are numbers", numbered("", ": v\n", 200'000));
    row("anchors", numbered("- &a", " x\n", 200'000));
    row("aliases", "- &a x\n" + many("- *a\n", 300'000));
    row("aliases of what holds them", "&x [" + many("*x, ", 300'000) + "]");
    row("a long key", many("a", 2'000'000) + ": b");
    row("a long quoted key", "\"" + many("a", 2'000'000) + "\": b");
    row("quoted lines", "\"" + many("a\n", 500'000) + "\"");
    row("plain lines", many("a\n", 500'000));
    row("comments", many("#\n", 500'000));
    row("spaces", many(" ", 5'000'000) + "a: b");
    row("blank lines of a block scalar", "a: |\n" + many(" \n", 500'000));
    row("white space beyond ASCII", many("a\xE2\x80\xA8", 500'000));
    row("documents", many("---\n", 200'000));
    row("documents that cannot be read", many("---\n]\n", 100'000));
    row("directives", many("%FOO\n", 300'000) + "--- a");
    row("tag handles", numbered("%TAG !e", "! x\n", 50'000) + "--- a");
    row("directives that cannot be read", many("a: 1\n%YAML x\n", 50'000));
    row("lines before a marker", "a: [\n" + many("%x\n", 300'000) + "---\nb");
    row("NULs", QByteArray(2'000'000, '\0'));
    row("bytes that are no UTF-8", QByteArray(2'000'000, '\xFF'));
    row("hexadecimal digits", "a: 0x" + many("f", 2'000'000));
    row("hexadecimal numbers", many(("- 0x" + QByteArray(3500, 'f') + "\n").constData(), 300));
    row("exponent", "a: 1e" + many("9", 2'000'000));
    row("sexagesimal number", "%YAML 1.1\n---\na: 1" + many(":1", 200'000));
    row("large parts of sexagesimal numbers",
        "%YAML 1.1\n---\n" +
            many(("- !!int \"1" + many((":" + many("9", 4300)).constData(), 499) + "\"\n").constData(), 10));
    row("merges of nothing", many("<<: {}\n", 500'000));
    row("merges of what merges nothing", "a: &a {<<: {}}\n" + many("<<: *a\n", 500'000));
    row("tags", many("- !!str x\n", 100'000));
    row("set", "!!set {" + numbered("k", ",", 100'000) + "}");
    QByteArray merges = "a0: &a0 {x: 1}\n";
    for (int i = 1; i < 100; ++i) {
        const QByteArray n = QByteArray::number(i);
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        merges += "a" + n + ": &a" + n + " {<<: [" + before + ", " + before + "], k" + n + ": 1}\n";
    }
    row("merges that double", merges);
    // A value of 200,000 levels, none of them met before the innermost of the document; then one that is to be shown.
    QByteArray deep = "name: m\nx: 1\n<<:\n";
    for (int i = 0; i < 500; ++i) {
        const QByteArray inner = i == 0 ? QByteArray("1") : "*a" + QByteArray::number(i - 1);
        deep += "- {x: &a" + QByteArray::number(i) + " " + many("[", 400) + inner + many("]", 400) + "}\n";
    }
    row("aliases in aliases", deep + "b: *a499\n");
    row("a key twice, for aliases in aliases", deep + "b: " + many("[", 450) + "{z: 1, z: *a499}" + many("]", 450));
}

void HostileTest::takesTimeLikeItsSize() {
    QFETCH(QByteArray, text);
    const std::clock_t begin = std::clock();
    const Stream stream(text.toStdString());
    if (!stream.documents().empty())
        static_cast<void>(to_json(stream.documents()[0].root(), 1 << 20));
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    QCOMPARE(stream.size(), static_cast<std::size_t>(text.size()));
    QVERIFY2(seconds < 8, qPrintable(QString("%1 s").arg(seconds)));
}

QTEST_APPLESS_MAIN(HostileTest)
#include "hostile_test.moc"
