// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/entry_edit.h"
#include "core/yaml/stream.h"
#include "core/yaml/text_lines.h"

#include <QTest>

using namespace fairlead::yaml;

class EntryEditTest : public QObject {
    Q_OBJECT

    using Path = std::vector<std::string>;

private slots:
    void anEntryIsOneChange() {
        const Stream stream("a: {b: 1}\n");
        const EntryChanges made = set_entry(stream.documents().front(), Path{"a", "b"}, {.text = "22"});
        QCOMPARE(made.why_not, std::string());
        QCOMPARE(made.changes, (std::vector<TextChange>{{{7, 8}, "22"}}));
    }

    void aNullMakesWayForLines() {
        const Stream stream("a: null # b\n");
        const EntryChanges made = set_entry(stream.documents().front(), Path{"a", "b"}, {.text = "1"});
        QCOMPARE(made.changes, (std::vector<TextChange>{{{2, 7}, ""}, {{11, 11}, "\n  b: 1"}}));
    }

    void aNewEntryComesFirstOrLast() {
        const Stream lines("a: 1\nb: 2\n");
        const Document& block = lines.documents().front();
        QCOMPARE(set_entry(block, Path{"c"}, {.text = "x", .is_string = true}, NewEntry::first).changes,
                 (std::vector<TextChange>{{{0, 0}, "c: x\n"}}));
        QCOMPARE(set_entry(block, Path{"c"}, {.text = "1", .is_string = true}, NewEntry::last).changes,
                 (std::vector<TextChange>{{{9, 9}, "\nc: \"1\""}}));
        const Stream braces("{a: 1}");
        QCOMPARE(set_entry(braces.documents().front(), Path{"c"}, {.text = "1"}, NewEntry::first).changes,
                 (std::vector<TextChange>{{{1, 1}, "c: 1, "}}));
    }

    void keysGetQuotesWhereTheyNeedThem() {
        const Stream stream("a: 1\n");
        QCOMPARE(set_entry(stream.documents().front(), Path{"no", "b: c"}, {.text = "1"}).changes,
                 (std::vector<TextChange>{{{4, 4}, "\n\"no\":\n  \"b: c\": 1"}}));
    }

    void whatCannotBeSaysWhy() {
        for (const char* text : {"- a\n", "[", "", "text\n", "!!omap [a: 1]\n"}) {
            const Stream stream(text);
            const Document none;
            const Document& document = stream.documents().empty() ? none : stream.documents().front();
            QCOMPARE(set_entry(document, Path{"a"}, {.text = "1"}).why_not,
                     std::string("This document is no mapping that can be added to."));
            QVERIFY(set_entry(document, Path{"a"}, {.text = "1"}).changes.empty());
            QVERIFY(!remove_entry(document, Path{"a"}).why_not.empty());
        }
        const Stream stream("a: 1\n");
        QVERIFY(!set_entry(stream.documents().front(), Path{}, {.text = "1"}).why_not.empty());
        QCOMPARE(remove_entry(stream.documents().front(), Path{}).why_not, std::string("This document is no mapping."));
    }

    // A key may be as long as a file; what is said of it is for people.
    void ofALongKeyTheBeginningIsTold() {
        const Stream stream("a: 1\n");
        const auto why_not = [&](const std::string& key) {
            return remove_entry(stream.documents().front(), Path{key}).why_not;
        };
        const std::string longest(60, 'k');
        QCOMPARE(why_not(longest), longest + " is not written in this card.");
        QCOMPARE(why_not(longest + "k"), longest + "… is not written in this card.");
        const std::string cut(58, 'k');
        QCOMPARE(why_not(cut + "€€"), cut + "… is not written in this card."); // not inside a character
        QCOMPARE(why_not(cut.substr(1) + "€€"), cut.substr(1) + "€… is not written in this card.");
    }

    void anEntryGoesWithItsLine() {
        const Stream stream("a: 1\nb:\n  c: 2 # d\n");
        QCOMPARE(remove_entry(stream.documents().front(), Path{"a"}).changes, (std::vector<TextChange>{{{0, 5}, ""}}));
        QCOMPARE(remove_entry(stream.documents().front(), Path{"b", "c"}).changes,
                 (std::vector<TextChange>{{{5, 8}, ""}, {{10, 15}, ""}}));
    }

    void linesEndInThreeWays() {
        const std::string_view text = "ab\r\nc\rd\ne";
        QCOMPARE(line_begin(text, 1), 0U);
        QCOMPARE(line_end(text, 0), 2U);
        QCOMPARE(next_line(text, 0), 4U);
        QCOMPARE(next_line(text, 4), 6U);
        QCOMPARE(line_begin(text, 7), 6U);
        QCOMPARE(next_line(text, 8), 9U);
        QVERIFY(line_break(text) == "\r\n");
        QVERIFY(line_break("x\ry") == "\r");
        QVERIFY(line_break("x") == "\n");
    }
};

QTEST_GUILESS_MAIN(EntryEditTest)
#include "entry_edit_test.moc"
