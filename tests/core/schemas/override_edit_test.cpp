// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/override_edit.h"

#include <QTest>

using namespace fairlead;

namespace {

using Path = std::vector<std::string>;

Path path_to(const QString& field) {
    Path path{"c"};
    for (const QString& part : field.split(QLatin1Char('.')))
        path.push_back(part.toStdString());
    return path;
}

/// The file after the edit of a document, or the reason in brackets.
QString outcome(const yaml::Stream& stream, std::size_t document, const OverrideEdit& edit) {
    if (!edit.why_not.empty())
        return QStringLiteral("[%1]").arg(QString::fromStdString(edit.why_not));
    std::string text;
    for (std::size_t i = 0; i < stream.documents().size(); ++i)
        text += i == document ? changed_text(stream.documents()[i].text(), edit.changes)
                              : std::string(stream.documents()[i].text());
    return QString::fromStdString(text);
}

QString written(const QString& file, std::size_t document, const QString& field, const QString& typed) {
    const yaml::Stream stream(file.toStdString());
    return outcome(stream, document,
                   write_override(stream, document, path_to(field), typed_scalar(typed.toStdString(), nullptr)));
}

QString removed(const QString& file, std::size_t document, const QString& field) {
    const yaml::Stream stream(file.toStdString());
    return outcome(stream, document, remove_override(stream, document, path_to(field)));
}

} // namespace

class OverrideEditTest : public QObject {
    Q_OBJECT

private slots:
    void writes_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("after");
        const auto row = [](const char* name, const char* before, const char* field, const char* typed,
                            const char* after) { QTest::newRow(name) << before << field << typed << after; };
        row("a value", "name: m\nc:\n  a: 1  # why\n  b: 2\n", "a", "5", "name: m\nc:\n  a: 5  # why\n  b: 2\n");
        row("a quoted value", "c: {a: \"x\"}\n", "a", "z", "c: {a: z}\n");
        row("an alias as the value", "x: &x 1\nc:\n  a: *x\n", "a", "2", "x: &x 1\nc:\n  a: 2\n");
        row("an anchor that is used", "c:\n  a: &x 1\ny: *x\n", "a", "2", "[y would change with it.]");
        row("an anchor that is not used", "c:\n  a: &x 1\n", "a", "2", "c:\n  a: &x 2\n");
        row("an omitted value", "c:\n  a:   # why\n  b: 1\n", "a", "2", "c:\n  a: 2   # why\n  b: 1\n");
        row("an omitted value in braces", "c: {a: , b: 1}\n", "a", "2", "c: {a: 2 , b: 1}\n");
        row("a key alone in braces", "c: {a, b: 1}\n", "a", "2", "c: {a: 2, b: 1}\n");
        row("a block scalar", "c:\n  a: |\n    x\n    y\n  b: 1\n", "a", "2", "c:\n  a: 2\n  b: 1\n");
        row("a folded one at the end", "c:\n  a: >-\n    x\n    y\n\n# end\n", "a", "2", "c:\n  a: 2\n\n# end\n");
        row("a value of two lines", "c:\n  a: x\n    y\n", "a", "2", "c:\n  a: 2\n");
        row("a value on its own line", "c:\n  a:\n    x\n", "a", "2", "c:\n  a:\n    2\n");
        row("a list in brackets", "c:\n  a: [1,\n    2]\n", "a", "2", "c:\n  a: 2\n");
        row("a list in lines", "c:\n  a:\n  - 1\n", "a", "2",
            "[a holds a list or a mapping here; change it in the text.]");
        row("a tag", "c:\n  a: !!str 1\n", "a", "2", "[a is written with a tag; change it in the text.]");
        row("a quoted key", "c:\n  \"a\" : 1\n", "a", "2", "c:\n  \"a\" : 2\n");
        row("a key with a question mark", "c:\n  ? a\n  : 1\n", "a", "2", "c:\n  ? a\n  : 2\n");
        row("beside one with a question mark", "c:\n  ? a\n  : 1\n", "b", "2", "c:\n  ? a\n  : 1\n  b: 2\n");

        row("a new key", "c:\n    a: 1\nz: 1\n", "b", "2", "c:\n    a: 1\n    b: 2\nz: 1\n");
        row("behind a comment", "c:\n  a: 1 # one\n  # more\nz: 1\n", "b", "2",
            "c:\n  a: 1 # one\n  b: 2\n  # more\nz: 1\n");
        row("behind a nested mapping", "c:\n  a:\n    x: 1\n", "b", "2", "c:\n  a:\n    x: 1\n  b: 2\n");
        row("behind a block scalar", "c:\n  a: |\n    x\n\nz: 1\n", "b", "2", "c:\n  a: |\n    x\n\n  b: 2\nz: 1\n");
        row("behind one that keeps its lines", "c:\n  a: |+\n    x\n\nz: 1\n", "b", "2",
            "c:\n  a: |+\n    x\n\n  b: 2\nz: 1\n");
        row("behind a block scalar at the end", "c:\n  a: |\n    x", "b", "2", "c:\n  b: 2\n  a: |\n    x");
        row("behind an omitted value", "c:\n  a:\n", "b", "2", "c:\n  a:\n  b: 2\n");
        row("behind an omitted value and a comment", "c:\n  a: # c\n# d\n", "b", "2", "c:\n  a: # c\n  b: 2\n# d\n");
        row("missing parents", "c:\n  a: 1\n", "b.x.z", "2", "c:\n  a: 1\n  b:\n    x:\n      z: 2\n");
        row("in the document's steps", "c:\n    a: 1\n", "b.x", "2", "c:\n    a: 1\n    b:\n        x: 2\n");
        row("no entry at all", "name: m\n", "a", "2", "name: m\nc:\n  a: 2\n");
        row("no final newline", "name: m", "a.b", "2", "name: m\nc:\n  a:\n    b: 2");
        row("CRLF", "name: m\r\nz: 1\r\n", "a", "2", "name: m\r\nz: 1\r\nc:\r\n  a: 2\r\n");
        row("CRLF in a mapping", "c:\r\n  a: 1\r\nz: 1", "b", "2", "c:\r\n  a: 1\r\n  b: 2\r\nz: 1");
        row("lone CR", "name: m\rz: 1\r", "a", "2", "name: m\rz: 1\rc:\r  a: 2\r");
        row("before an end marker", "name: m\n...\n", "a", "2", "name: m\nc:\n  a: 2\n...\n");
        row("before trailing comments", "name: m\n\n# the next\n---\nname: n\n", "a", "2",
            "name: m\nc:\n  a: 2\n\n# the next\n---\nname: n\n");
        row("after a marker", "---\nname: m\n", "a", "2", "---\nname: m\nc:\n  a: 2\n");
        row("a byte order mark", "\xEF\xBB\xBFname: m\n", "a", "2", "\xEF\xBB\xBFname: m\nc:\n  a: 2\n");
        row("a card in braces", "{name: m}\n", "a.b", "2", "{name: m, c: {a: {b: 2}}}\n");
        row("braces", "c: {a: 1}  # why\n", "b", "2", "c: {a: 1, b: 2}  # why\n");
        row("braces with a last comma", "c: {a: 1, }\n", "b", "2", "c: {a: 1, b: 2, }\n");
        row("empty braces", "c: { }\n", "b.x", "2", "c: {b: {x: 2} }\n");
        row("braces in lines", "c: {\n  a: 1 # one\n  }\n", "b", "2", "c: {\n  a: 1, b: 2 # one\n  }\n");
        row("null", "c: null  # why\nz: 1\n", "a", "2", "c:  # why\n  a: 2\nz: 1\n");
        row("tilde", "c: ~\n", "a.b", "2", "c:\n  a:\n    b: 2\n");
        row("nothing", "c:\nz: 1\n", "a", "2", "c:\n  a: 2\nz: 1\n");
        row("nothing, at the end", "c:", "a", "2", "c:\n  a: 2");
        row("null in braces", "{c: null, d: 1}\n", "a", "2", "{c: {a: 2}, d: 1}\n");
        row("null with an anchor", "c: &x null\n", "a", "2", "c: &x {a: 2}\n");
        row("a parent that is an alias", "x: &x {a: 1}\nc: *x\n", "a", "2",
            "[c is an alias (*x); what it stands for would change with it.]");
        row("a parent whose anchor is used", "c: &x {a: 1}\nz: *x\n", "a", "2", "[z would change with it.]");
        row("a parent that is no mapping", "c: 5\n", "a", "2", "[c holds 5, which is no mapping.]");
        row("over a merged value", "x: &x {a: 1, b: 2}\nc:\n  <<: *x\n", "a", "3",
            "x: &x {a: 1, b: 2}\nc:\n  <<: *x\n  a: 3\n");
        row("over a merged value in braces", "x: &x {a: 1}\nc: {<<: *x}\n", "a", "3",
            "x: &x {a: 1}\nc: {a: 3, <<: *x}\n");
        row("below a merged mapping", "x: &x {a: {b: 1, d: 1}}\nc:\n  <<: *x\n", "a.b", "3",
            "[a comes from another mapping by a merge key (<<); an own one would hide all of it.]");
        row("no YAML", "c: [\n", "a", "2", "[This document is no mapping that can be added to.]");
        row("_set_ wins, so it is changed", "c:\n  a: 1\n  _set_: {a: 2}\n", "a", "3", "c:\n  a: 1\n  _set_: {a: 3}\n");
        row("below _set_", "c:\n  _set_:\n    a:\n      b: 2\n", "a.d", "3",
            "c:\n  _set_:\n    a:\n      b: 2\n      d: 3\n");
        row("_del_ comes first", "c:\n  _del_: [a]\n", "a", "3", "c:\n  _del_: [a]\n  a: 3\n");
        row("a text like a number", "c: {a: 1}\n", "a", "'017'", "c: {a: \"017\"}\n");
        row("a text with a comma", "c: {a: 1}\n", "a", "x, y", "c: {a: \"x, y\"}\n");
        row("a text with a comma in lines", "c:\n  a: 1\n", "a", "x, y", "c:\n  a: x, y\n");
    }

    void writes() {
        QFETCH(QString, before);
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QTEST(written(before, 0, field, typed), "after");
    }

    void otherDocumentsStay() {
        QCOMPARE(written("name: a\n---\nname: b\n---\nname: c\n", 1, "x", "1"),
                 QStringLiteral("name: a\n---\nname: b\nc:\n  x: 1\n---\nname: c\n"));
        QCOMPARE(written("name: a\n--- # b\nname: b", 1, "x", "1"),
                 QStringLiteral("name: a\n--- # b\nname: b\nc:\n  x: 1"));
    }

    void removes_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("after");
        const auto row = [](const char* name, const char* before, const char* field, const char* after) {
            QTest::newRow(name) << before << field << after;
        };
        row("a line", "c:\n  a: 1\n  b: 2\nz: 1\n", "a", "c:\n  b: 2\nz: 1\n");
        row("its comment stays", "c:\n  a: 1  # why\n  b: 2\n", "a", "c:\n  # why\n  b: 2\n");
        row("with emptied parents", "name: m\nc:  # all\n  # this\n  a:\n    b: 1\nz: 1\n", "a.b",
            "name: m\n# all\n  # this\nz: 1\n");
        row("a parent that holds more", "c:\n  a:\n    b: 1\n    d: 2\n", "a.b", "c:\n  a:\n    d: 2\n");
        row("at the end", "name: m\nc:\n  a: 1", "a", "name: m\n");
        row("CRLF", "name: m\r\nc:\r\n  a: 1\r\nz: 1\r\n", "a", "name: m\r\nz: 1\r\n");
        row("the first in braces", "c: {a: 1, b: 2}\n", "a", "c: {b: 2}\n");
        row("the last in braces", "c: {a: 1, b: 2 }\n", "b", "c: {a: 1 }\n");
        row("in the middle", "c: {a: 1, b: 2, d: 3}\n", "b", "c: {a: 1, d: 3}\n");
        row("all in braces", "name: m\nc: {a: {b: 1}}  # x\n", "a.b", "name: m\n# x\n");
        row("a comment in braces", "c: {a: 1, # x\n  b: 2}\n", "b",
            "[There is a comment in between; remove it in the text.]");
        row("a block scalar", "c:\n  a: |\n    x\n  b: 1\n", "a", "c:\n  b: 1\n");
        row("from _set_", "c:\n  b: 1\n  _set_: {a: 2}\n", "a", "c:\n  b: 1\n");
        row("an anchor that is used", "c:\n  a: &x 1\n  b: 1\ny: *x\n", "a",
            "[The card could not be read with it. No `&x` stands before this alias in the document: define it, or put "
            "the value in "
            "quotes if it is a text.]");
        row("a merged one", "x: &x {a: 1}\nc:\n  <<: *x\n  b: 1\n", "a",
            "[a comes from another mapping by a merge key (<<); remove it there.]");
        row("below an alias", "x: &x {a: 1}\nc: *x\n", "a",
            "[c is an alias; what it stands for would change with it.]");
        row("none", "c: {b: 1}\n", "a", "[a is not written in this card.]");
    }

    void removes() {
        QFETCH(QString, before);
        QFETCH(QString, field);
        QTEST(removed(before, 0, field), "after");
    }

    void itsPlaceIsFound() {
        const yaml::Stream stream("c: {a: 1, o: {_set_: {b: 2}}}\n");
        const yaml::Document& document = stream.documents().front();
        QCOMPARE(path_of_override(document, path_to("a")), (Path{"c", "a"}));
        QCOMPARE(path_of_override(document, path_to("o.b")), (Path{"c", "o", "_set_", "b"}));
        QCOMPARE(path_of_override(document, path_to("o.x")), Path{});
        QCOMPARE(path_of_override(document, path_to("a.x")), Path{});
    }
};

QTEST_GUILESS_MAIN(OverrideEditTest)
#include "override_edit_test.moc"
