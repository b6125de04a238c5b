// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/container/error_text.h"
#include "tests/core/families/hubs/calls.h"

#include <QTest>
#include <fairlead/init_fairseq2.h>
#include <type_traits>

using namespace fairlead;
using fairlead::test::thrown_by;

namespace {

std::unique_ptr<DependencyResolver> store_of(const std::string& cards) {
    return init_fairseq2({.extras = [&](DependencyContainer& c) { register_in_memory_assets(c, "memory", cards); },
                          .no_progress = true,
                          .variable = golden::no_variable});
}

const char* const cards = "{name: m, text: a, yes: true, one: 1, half: 0.5, nothing: null, big: 12345678901234567890, "
                          "at: 'hg://owner/repo', list: [1, {k: 2024-01-02}], relative: x/y}\n---\n"
                          "{name: m@user, text: b}\n---\n{name: n, base: m, one: 2}\n---\n{name: o, base: gone}\n";

// A field is one that the card has.
static_assert(!std::is_constructible_v<AssetCardField, std::shared_ptr<const families::CardContents>, std::string>);

} // namespace

/// Cards as programs see them.
class AssetCardTest : public QObject {
    Q_OBJECT

private slots:
    void fieldsHaveTheTypesThatPythonTellsApart() {
        const auto resolver = store_of(cards);
        const AssetCard card = retrieve_card(*resolver, "m");
        QCOMPARE(card.field("text").as_string(), std::string("b")); // of the environment
        QCOMPARE(card.field("yes").as_boolean(), true);
        QCOMPARE(card.field("yes").as_integer(), std::int64_t(1));
        QCOMPARE(card.field("one").as_integer(), std::int64_t(1));
        QCOMPARE(card.field("half").as_real(), 0.5);
        QCOMPARE(card.field("at").as_uri().scheme(), std::string("hg"));
        QCOMPARE(card.field("at").name(), std::string("at"));
        const auto type_text = [](const char* field, const char* wanted, const char* is) {
            return std::string("AssetCardError: ") + field +
                   " field of the m asset card is expected to be of type `<class '" + wanted +
                   "'>`, but is of type `<class '" + is + "'>` instead.";
        };
        QCOMPARE(thrown_by([&] { (void)card.field("one").as_real(); }), type_text("one", "float", "int"));
        QCOMPARE(thrown_by([&] { (void)card.field("one").as_boolean(); }), type_text("one", "bool", "int"));
        QCOMPARE(thrown_by([&] { (void)card.field("half").as_integer(); }), type_text("half", "int", "float"));
        QCOMPARE(thrown_by([&] { (void)card.field("nothing").as_string(); }), type_text("nothing", "str", "NoneType"));
        QCOMPARE(thrown_by([&] { (void)card.field("list").as_uri(); }), type_text("list", "str", "list"));
        QCOMPARE(thrown_by([&] { (void)card.field("big").as_integer(); }),
                 std::string("RawError: Python int too large to convert to C long"));
        QCOMPARE(thrown_by([&] { (void)card.field("relative").as_uri(); }),
                 std::string("AssetCardError: relative field of the m asset card is a relative pathname and cannot be "
                             "converted to a URI."));
    }

    void fieldsAreThoseOfTheBaseToo() {
        const auto resolver = store_of(cards);
        const AssetCard card = retrieve_card(*resolver, " n ");
        QCOMPARE(card.name(), std::string("n"));
        QCOMPARE(card.field("one").as_integer(), std::int64_t(2));
        QVERIFY(card.has_field("half"));
        QVERIFY(card.maybe_get_field("nothing"));
        QVERIFY(!card.has_field("none"));
        QVERIFY(!card.maybe_get_field("none"));
        QCOMPARE(thrown_by([&] { (void)card.field("none"); }),
                 std::string("AssetCardError: n asset card does not have a field named none."));
    }

    void aValueIsAPlainTree() {
        const auto resolver = store_of(cards);
        const ConfigTree tree = retrieve_card(*resolver, "m").field("list").value();
        QVERIFY(tree == (ConfigTree{ConfigTree::List{{std::int64_t(1)},
                                                     {ConfigTree::Mapping{{"k", {std::string("2024-01-02")}}}}}}));
        const auto endless = store_of("{name: m, loop: &a [*a]}\n");
        QCOMPARE(thrown_by([&] { (void)retrieve_card(*endless, "m").field("loop").value(); }),
                 std::string("RawError: maximum recursion depth exceeded"));
    }

    void aCardOutlivesItsResolver() {
        auto resolver = store_of(cards);
        const AssetCard card = retrieve_card(*resolver, "n");
        const AssetCardField field = card.field("text");
        resolver.reset();
        QCOMPARE(field.as_string(), std::string("b"));
        QCOMPARE(card.field("half").as_real(), 0.5);
    }

    void cardsAreFound() {
        const auto resolver = store_of("{name: a, kind: x}\n---\n{name: b, base: a}\n---\n{name: c, kind: 1}\n");
        const auto found = find_cards(*resolver, "kind", "x");
        QCOMPARE(found.size(), 2U);
        QCOMPARE(found[0].name(), std::string("a"));
        QCOMPARE(found[1].name(), std::string("b"));
        QVERIFY(find_cards(*resolver, "kind", "1").empty()); // a number is no text
        QVERIFY(maybe_retrieve_card(*resolver, "c"));
        QVERIFY(!maybe_retrieve_card(*resolver, "d"));
        QVERIFY(!maybe_retrieve_card(*resolver, " "));
        QCOMPARE(thrown_by([&] { (void)retrieve_card(*resolver, "d"); }),
                 std::string("AssetNotFoundError: d asset is not found."));
        const auto broken = store_of(cards);
        QCOMPARE(thrown_by([&] { (void)maybe_retrieve_card(*broken, "o"); }),
                 std::string("AssetCardError: gone base asset of the o asset card does not exist."));
        QCOMPARE(thrown_by([&] { (void)find_cards(*broken, "text", "b"); }),
                 std::string("AssetCardError: gone base asset of the o asset card does not exist."));
    }
};

QTEST_GUILESS_MAIN(AssetCardTest)
#include "asset_card_test.moc"
