// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "cards.h"

#include <QtTest>
#include <fmt/format.h>

using namespace fairlead;
using namespace fairlead::test;

namespace {

Catalog fixture(const char* name) {
    return Catalog::load({file_source(std::filesystem::path(FAIRLEAD_TEST_FIXTURES) / "sources" / name)}, in_order());
}

/// `key=text of the value (card)`, in the order of the fields.
QString fields_of(const Catalog& catalog, const ResolvedCard& card) {
    QStringList fields;
    for (const ResolvedField& field : card.fields) {
        const auto text = catalog.document(field.card).text();
        const auto written = [&](const yaml::Value& value) {
            return text_of(text.substr(value.range().begin, value.range().size()));
        };
        fields << QString("%1=%2 (%3)")
                      .arg(written(field.key), written(field.value), text_of(catalog.stored_name(field.card)));
    }
    return fields.join(' ');
}

/// A row of cards, each the base of the one before.
std::string chain_of(int count, const std::string& extra = {}) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += "name: c" + std::to_string(i) + "\n" + extra;
        if (i + 1 < count)
            text += "base: c" + std::to_string(i + 1) + "\n";
        text += i + 1 < count ? "---\n" : "";
    }
    return text;
}

QString error_of_chain(int count, const std::string& extra = {}) {
    return text_of(resolve_card(Catalog::load({memory(chain_of(count, extra))}), "c0").error);
}

} // namespace

class ResolveTest : public QObject {
    Q_OBJECT

private slots:
    void askedNames_data() {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("environments");
        QTest::addColumn<QString>("chain"); // or the error
        const auto row = [](const char* asked, const char* environments, const char* chain) {
            QTest::newRow(asked) << QString(asked) << environments << chain;
        };
        row("m", "user cluster", "m@user m@ b@cluster b@");
        row(" m ", "user cluster", "m@user m@ b@cluster b@");
        row("m@", "", "m@ b@");
        row("m@ ", "", "m@ b@");
        row("m@user", "user", "m@user m@ b@");
        row("m @ cluster ", "cluster", "m@cluster m@ b@cluster b@");
        row("m@nothing", "nothing", "m@ b@");
        row("m@a@b", "a@b", "m@ b@");
        row("b", "user cluster", "b@cluster b@");
        row("x", "user cluster", "AssetNotFoundError: x asset is not found.");
        row(" x @user", "user", "AssetNotFoundError:  x @user asset is not found.");
        row("", "user cluster", "AssetNotFoundError:  asset is not found.");
        row(" ", "user cluster", "AssetNotFoundError:   asset is not found.");
        row("@user", "user", "AssetNotFoundError: @user asset is not found.");
        row("orphan@user", "user", "AssetNotFoundError: orphan@user asset is not found.");
    }
    void askedNames() {
        QFETCH(QString, asked);
        QFETCH(QString, environments);
        QFETCH(QString, chain);
        const auto catalog =
            Catalog::load({memory("name: m\nbase: b\n---\nname: m@user\n---\nname: m@cluster\n---\nname: b\n---\n"
                                  "name: b@cluster\n---\nname: orphan@user\n")});
        const auto card = resolve_card(catalog, asked.toStdString(), " cluster ");
        QStringList searched;
        for (const auto& environment : card.environments)
            searched << text_of(environment);
        QCOMPARE(searched.join(' '), environments);
        QCOMPARE(card.error ? text_of(card.error) : names_of(catalog, card.chain), chain);
        QCOMPARE(text_of(card.name), asked);
    }

    void overlaysReplaceWholeKeys() {
        const auto catalog = fixture("overlay_replaces");
        QCOMPARE(fields_of(catalog, resolve_card(catalog, "m")),
                 "model_config={c: 3} (m@user) base=b (m@) checkpoint=w.pt (m@) tokenizer=user.model (b@user) "
                 "model_family=llama (b@)");
        QCOMPARE(fields_of(catalog, resolve_card(catalog, "m@")),
                 "base=b (m@) model_config={a: 1, b: 2} (m@) checkpoint=w.pt (m@) model_family=llama (b@) "
                 "tokenizer=tok.model (b@)");
    }
    void nullInAnOverlayCutsTheChain() {
        const auto catalog = fixture("overlay_cuts_base");
        const auto card = resolve_card(catalog, "m");
        QCOMPARE(names_of(catalog, card.chain), "m@user m@");
        QCOMPARE(fields_of(catalog, card), "base=null (m@user)");
        QCOMPARE(names_of(catalog, resolve_card(catalog, "m@").chain), "m@ b@");
    }
    void mergedFieldsStandWhereTheyAreWritten() {
        const auto catalog = fixture("merged_keys");
        const auto card = resolve_card(catalog, "m");
        const ResolvedField* arch = card.field("model_arch");
        QVERIFY(arch);
        const auto& stream = catalog.file(0).stream;
        QCOMPARE(stream.position(0, arch->key.range().begin).line, std::size_t(7));
        QCOMPARE(text_of(card.field("model_family")->value.string()), "qwen");
        QCOMPARE(stream.position(0, card.field("model_family")->key.range().begin).line, std::size_t(9));
    }
    void keysThatAreNoTextAreFields() {
        const auto catalog = Catalog::load({memory("name: m\nbase: b\n1: x\n'1': y\n---\nname: b\ntrue: z\n2: w\n")});
        QCOMPARE(fields_of(catalog, resolve_card(catalog, "m")), "base=b (m@) 1=x (m@) '1'=y (m@) 2=w (b@)");
    }
    void whatFairseq2SetsItselfIsNoField() {
        const auto catalog = Catalog::load({memory("name: m\n__source__: x\n__base_path__: y\nz: 1\n")});
        QCOMPARE(fields_of(catalog, resolve_card(catalog, "m")), "z=1 (m@)");
    }

    void basesAreTrimmedInFiles() {
        const Disk disk;
        disk.write("a.yaml", "name: m\nbase: \"\\u3000 b\\ud800 \"\n");
        const auto catalog = Catalog::load({file_source(disk.root())});
        const auto card = resolve_card(catalog, "m");
        QCOMPARE(QByteArray::fromStdString(std::string(card.fields[0].value.string())), QByteArray("b\xed\xa0\x80"));
        QCOMPARE(catalog.file(0).stream.position(0, card.fields[0].key.range().begin).line, std::size_t(2));
    }

    void missingBases() {
        const auto catalog = fixture("unknown_base");
        const auto child = resolve_card(catalog, "child");
        QCOMPARE(text_of(child.error), "AssetCardError: nobody base asset of the child asset card does not exist.");
        QCOMPARE(names_of(catalog, child.chain), "child@ parent@");
        QCOMPARE(text_of(resolve_card(catalog, "parent").error),
                 "AssetCardError: nobody base asset of the parent asset card does not exist.");
    }
    void cycles() {
        const auto catalog = fixture("base_cycle");
        for (const char* name : {"a", "b", "c", "d"}) {
            const auto card = resolve_card(catalog, name);
            QVERIFY(card.error);
            QCOMPARE(text_of(card.error->type), "AssetMetadataError");
            QVERIFY2(QRegularExpression("^Metadata of the [abc]@ asset cannot be copied\\.$")
                         .match(text_of(card.error->message))
                         .hasMatch(),
                     card.error->message.c_str());
            QCOMPARE(card.chain.size(), std::size_t(*name == 'd' ? 4 : 3));
        }
        QVERIFY(!resolve_card(catalog, "good").error);
    }
    void anOverlayThatNamesItsOwnCardIsACycle() {
        const auto catalog = fixture("overlay_cycle");
        const auto card = resolve_card(catalog, "m");
        QCOMPARE(text_of(card.error), "AssetMetadataError: Metadata of the m@ asset cannot be copied.");
        QCOMPARE(names_of(catalog, card.chain), "m@user m@");
        QVERIFY(!resolve_card(catalog, "m@").error);
        QVERIFY(!resolve_card(catalog, "m@other").error);
    }
    void anOverlayThatIsDeeperFailsFirst() {
        const std::string deep = std::string(20, '[') + "1" + std::string(20, ']');
        const auto catalog = Catalog::load({memory("name: m\n---\nname: m@user\nbase: m\nx: " + deep + "\n")});
        QCOMPARE(text_of(resolve_card(catalog, "m").error),
                 "AssetMetadataError: Metadata of the m@user asset cannot be copied.");
    }
    void longChainsEndAsCyclesDo_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>(
            "longest"); // measured with the real store, asked by a function that a main function calls
        const auto row = [](const char* field, int longest) { QTest::newRow(field) << QString(field) << longest; };
        row("x: text", 989);
        row("x: 1.5", 989);
        row("x: ~", 989);
        row("x: !!binary eA==", 989);
        row("x: []", 988);
        row("x: {}", 988);
        row("x: [1]", 987);
        row("x: {b: 1}", 987);
        row("x: [[1]]", 985);
        row("x: {b: {c: 1}}", 985);
        row("x: {b: {c: {d: 1}}}", 983);
        row("x: 2020-01-01", 986);
        row("x: 2020-01-01T00:00:00", 986);
        row("x: 2020-01-01T00:00:00Z", 980);
        row("x: 2020-01-01T00:00:00+00:07", 980);
        row("x: !!set {}", 985);
        row("x: !!set {1}", 984);
        row("x: !!set {2020-01-01}", 981);
        row("x: !!set {? [1, 2]}", 981);
        row("x: !!omap []", 987);
        row("x: !!omap [a: 1]", 987);
        row("x: !!omap [a: [1]]", 985);
        row("x: !!pairs [a: 1]", 984);
        row("x: {? [1, 2] : 1}", 984);
        row("x: &x [*x]", 987);
    }
    void longChainsEndAsCyclesDo() {
        QFETCH(QString, field);
        QFETCH(int, longest);
        const std::string extra = field.toStdString() + "\n";
        QCOMPARE(error_of_chain(longest, extra), "loads");
        QVERIFY(error_of_chain(longest + 1, extra).endsWith("@ asset cannot be copied."));
    }
    void aCardsFolderIsCopiedToo() {
        const Disk disk;
        disk.write("fits.yaml", chain_of(983));
        disk.write("too_long.yaml", chain_of(984));
        QVERIFY(!resolve_card(Catalog::load({file_source(disk / "fits.yaml")}), "c0").error);
        QCOMPARE(text_of(resolve_card(Catalog::load({file_source(disk / "too_long.yaml")}), "c0").error),
                 "AssetMetadataError: Metadata of the c983@ asset cannot be copied.");
    }
    void aVeryDeepValueCannotBeCopiedAtAll() {
        const std::string deep = std::string(440, '[') + "1" + std::string(440, ']');
        QVERIFY(!resolve_card(Catalog::load({memory("name: m\nx: " + deep + "\n")}), "m").error);
    }
    void aliasesMakeAValueDeeperThanItIsWritten() {
        const std::string open(400, '[');
        const std::string close(400, ']');
        std::string text = "name: m\nx: 1\n<<:\n"; // hides each `x` but the last, so that nothing is met before
        for (int i = 0; i < 500; ++i)
            text += fmt::format("- {{x: &a{} {}{}{}}}\n", i, open, i == 0 ? "1" : fmt::format("*a{}", i - 1), close);
        const auto catalog = Catalog::load({memory(text + "deep: *a499\n")});
        QCOMPARE(text_of(resolve_card(catalog, "m").error),
                 "AssetMetadataError: Metadata of the m@ asset cannot be copied.");
    }
    void theBasePathIsThatOfTheLeafsOverlay() {
        const Disk disk;
        disk.write("plain/a.yaml", "name: m\nbase: b\n---\nname: in_memory\n---\nname: hidden\n");
        disk.write("user/a.yaml", "name: m@user\n");
        disk.write("base/a.yaml", "name: b\n");
        const auto catalog = Catalog::load(
            {file_source(disk.root()), memory("name: in_memory@user\n---\nname: hidden@user\n__base_path__: x\n")},
            in_order());
        const auto root = text_of(std::filesystem::canonical(disk.root()).string());
        QCOMPARE(text_of(resolve_card(catalog, "m").base_path), root + "/user");
        QCOMPARE(text_of(resolve_card(catalog, "m@").base_path), root + "/plain");
        QCOMPARE(text_of(resolve_card(catalog, "in_memory").base_path), root + "/plain");
        QCOMPARE(text_of(resolve_card(catalog, "hidden").base_path), "");
    }

    void types_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("actual");
        QTest::newRow("null") << "~"
                              << "NoneType";
        QTest::newRow("list") << "[1]"
                              << "list";
        QTest::newRow("mapping") << "{}"
                                 << "dict";
        QTest::newRow("float") << "1.5"
                               << "float";
        QTest::newRow("date") << "2024-01-01"
                              << "datetime.date";
        QTest::newRow("datetime") << "2024-01-01T10:00:00Z"
                                  << "datetime.datetime";
        QTest::newRow("bytes") << "!!binary aGk="
                               << "bytes";
        QTest::newRow("set") << "!!set {a}"
                             << "set";
        QTest::newRow("omap") << "!!omap [a: 1]"
                              << "ruamel.yaml.compat.ordereddict";
    }
    void types() {
        QFETCH(QString, value);
        QFETCH(QString, actual);
        const auto catalog = Catalog::load({memory("name: m\nf: " + value.toStdString() + "\n")});
        const auto card = resolve_card(catalog, "m@user");
        const QString text =
            "AssetCardError: f field of the m asset card is expected to be of type `<class '%1'>`, but is "
            "of type `<class '%2'>` instead.";
        QCOMPARE(text_of(type_error(card, "f", yaml::Kind::string)), text.arg("str", actual));
        QCOMPARE(text_of(type_error(card, "f", yaml::Kind::boolean)), text.arg("bool", actual));
        QCOMPARE(text_of(type_error(card, "f", yaml::Kind::integer)), text.arg("int", actual));
        QVERIFY(!type_error(card, "absent", yaml::Kind::string));
    }
    void aBooleanIsAnIntegerButNotTheOtherWayRound() {
        const auto catalog = Catalog::load({memory("name: m\nb: true\ni: 1\nr: 1.0\n")});
        const auto card = resolve_card(catalog, "m");
        QVERIFY(!type_error(card, "b", yaml::Kind::integer));
        QVERIFY(!type_error(card, "b", yaml::Kind::boolean));
        QVERIFY(type_error(card, "i", yaml::Kind::boolean));
        QVERIFY(type_error(card, "i", yaml::Kind::real));
        QVERIFY(type_error(card, "b", yaml::Kind::real));
        QVERIFY(!type_error(card, "r", yaml::Kind::real));
    }
};

QTEST_APPLESS_MAIN(ResolveTest)
#include "resolve_test.moc"
