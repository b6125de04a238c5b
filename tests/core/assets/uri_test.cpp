// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "cards.h"

#include <QtTest>

using namespace fairlead;
using namespace fairlead::test;

namespace {

QString text_of(const UriResult& result) {
    return result.error ? test::text_of(result.error) : QString::fromStdString(result.value);
}

} // namespace

class UriTest : public QObject {
    Q_OBJECT

private slots:
    void valuesInAFolder_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("uri"); // HERE: the card's folder
        const auto row = [](const char* value, const char* uri) {
            QTest::newRow(value) << QString::fromUtf8(value) << uri;
        };
        row("w.pt", "file://HERE/w.pt");
        row("sub/./w.pt", "file://HERE/sub/w.pt");
        row("../w.pt", "file://HERE/../w.pt");
        row("''", "file://HERE");
        row("'.'", "file://HERE");
        row("/abs/w.pt", "file:///abs/w.pt");
        row("//abs/w.pt", "file://abs/w.pt");
        row("///abs/w.pt", "file:///abs/w.pt");
        row("a b@c+é.pt", "file://HERE/a%20b%40c%2B%C3%A9.pt");
        row("~/w.pt", "file://HERE/~/w.pt");
        row("${env:HOME}/w.pt", "file://HERE/%24%7Benv%3AHOME%7D/w.pt");
        row("hg://o/r", "hg://o/r");
        row("hg:o/r", "hg:o/r");
        row("C:\\w.pt", "c:\\w.pt");
        row("file:///with space", "file:///with space");
        row("file:x", "file:///x");
        row("'1:2'", "file://HERE/1%3A2");
        row("http://[x", "file://HERE/http%3A/%5Bx");
        row("\"\\udce9\"", "file://HERE/%E9");
        row("\"\\ud800\"", "UnicodeEncodeError: 'utf-8' codec can't encode a character: surrogates not allowed");
        row("[1]",
            "AssetCardError: checkpoint field of the m asset card is expected to be of type `<class 'str'>`, but is "
            "of type `<class 'list'>` instead.");
        row("~",
            "AssetCardError: checkpoint field of the m asset card is expected to be of type `<class 'str'>`, but is of "
            "type `<class 'NoneType'>` instead.");
    }
    void valuesInAFolder() {
        QFETCH(QString, value);
        QFETCH(QString, uri);
        const Disk disk;
        disk.write("cards/a.yaml", "name: m\ncheckpoint: " + value.toStdString() + "\n");
        const auto catalog = Catalog::load({file_source(disk.root())});
        const auto here = test::text_of(std::filesystem::canonical(disk / "cards").string());
        QCOMPARE(text_of(as_uri(resolve_card(catalog, "m"), "checkpoint")).replace(here, "HERE"), uri);
    }
    void theFolderIsEncodedToo() {
        const Disk disk;
        disk.write("my caf\xe9/a.yaml", "name: m\ncheckpoint: w.pt\n");
        const auto catalog = Catalog::load({file_source(disk.root())});
        const auto here = test::text_of(std::filesystem::canonical(disk.root()).string());
        QCOMPARE(text_of(as_uri(resolve_card(catalog, "m"), "checkpoint")), "file://" + here + "/my%20caf%E9/w.pt");
    }
    void withoutAFolderThereAreNoRelativePaths() {
        const auto catalog = Catalog::load({memory("name: m\ncheckpoint: w.pt\ntokenizer: /abs/t\n")});
        const auto card = resolve_card(catalog, " m@user");
        QCOMPARE(
            text_of(as_uri(card, "checkpoint")),
            "AssetCardError: checkpoint field of the m asset card is a relative pathname and cannot be converted to a "
            "URI.");
        QCOMPARE(text_of(as_uri(card, "tokenizer")), "file:///abs/t");
        QCOMPARE(text_of(as_uri(card, "x")), "AssetCardError: m asset card does not have a field named x.");
    }
};

QTEST_APPLESS_MAIN(UriTest)
#include "uri_test.moc"
