// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/bundled.h"
#include "core/registry/card_override.h"
#include "core/registry/registry_sources.h"

#include <QTest>

using namespace fairlead;

namespace {

/// A file of the person beside the registry's cards.
struct World {
    Catalog catalog;
    CardConfigs configs;
    std::uint32_t file = 0;

    explicit World(const std::string& text) : configs(bundled_snapshot()) {
        std::vector<AssetSource> sources = registry_sources(configs.registry());
        AssetSource own = recorded_source("package:own", {{.path = "own.yaml", .text = text}});
        own.from_registry = false;
        sources.push_back(std::move(own));
        catalog = Catalog::load(std::move(sources));
        file = static_cast<std::uint32_t>(catalog.files().size() - 1);
    }

    [[nodiscard]] OverridePlace place(std::string_view field, std::uint32_t document = 0,
                                      FamilyKind kind = FamilyKind::model) const {
        return {.configs = configs, .catalog = catalog, .card = {file, document}, .kind = kind, .field = field};
    }

    [[nodiscard]] QString text_of(const OverrideEdit& edit, std::uint32_t document = 0) const {
        if (!edit.why_not.empty())
            return QStringLiteral("[%1]").arg(QString::fromStdString(edit.why_not));
        return QString::fromStdString(changed_text(catalog.document({file, document}).text(), edit.changes));
    }
    [[nodiscard]] QString write(std::string_view field, std::string_view typed, std::uint32_t document = 0) const {
        return text_of(write_override(place(field, document), typed), document);
    }
    [[nodiscard]] QString remove(std::string_view field, std::uint32_t document = 0) const {
        return text_of(remove_override(place(field, document)), document);
    }
};

const std::string llama = "name: mine\nmodel_family: llama\nmodel_arch: llama3_2_1b\n";

QString text(const std::string& from) { return QString::fromStdString(from); }

} // namespace

class CardOverrideTest : public QObject {
    Q_OBJECT

private slots:
    void aCardWithoutOverridesGetsThem() {
        const World world(llama);
        QCOMPARE(world.write("max_seq_len", "4096"), text(llama + "model_config_overrides:\n  max_seq_len: 4096\n"));
        QCOMPARE(world.write("rope_scale.factor", "8"),
                 text(llama + "model_config_overrides:\n  rope_scale:\n    factor: 8\n"));
    }

    void whatItHasAlreadyIsWritten() {
        const World world(llama);
        QCOMPARE(world.write("max_seq_len", "131072"),
                 text(llama + "model_config_overrides:\n  max_seq_len: 131072\n"));
    }

    void theKeyThatCountsIsUsed() {
        const std::string base = "name: base\nbase: llama3_2_1b\nmodel_config: {dropout_p: 0.5}\n---\n";
        const World world(base + "name: leaf\nbase: base\n");
        QCOMPARE(world.write("max_seq_len", "4096", 1),
                 QStringLiteral("---\nname: leaf\nbase: base\nmodel_config:\n  max_seq_len: 4096\n"));
        const World own(llama + "model_config_override:\n  max_seq_len: 1\n");
        QCOMPARE(own.write("max_seq_len", "2"), text(llama + "model_config_override:\n  max_seq_len: 2\n"));
    }

    void theOverrideGoesIntoTheCardNotItsBase() {
        const World world("name: base\nbase: llama3_2_1b\nmodel_config_overrides: {max_seq_len: 5}\n---\n"
                          "name: leaf\nbase: base\n");
        QCOMPARE(world.write("max_seq_len", "7", 1),
                 QStringLiteral("---\nname: leaf\nbase: base\nmodel_config_overrides:\n  max_seq_len: 7\n"));
        QVERIFY(!override_facts(world.place("max_seq_len", 1)).is_written);
        QVERIFY(override_facts(world.place("max_seq_len", 0)).is_written);
    }

    void overlays() {
        const std::string plain = llama + "model_config_overrides:\n  max_seq_len: 5\n  num_layers: 3\n---\n";
        const World world(plain + "name: mine@user\nmodel_config_overrides: {max_seq_len: 6}\n");
        QCOMPARE(world.write("num_layers", "4", 1),
                 QStringLiteral("---\nname: mine@user\nmodel_config_overrides: {max_seq_len: 6, num_layers: 4}\n"));
        QCOMPARE(world.write("max_seq_len", "9", 0),
                 QStringLiteral("[mine@user hides the model_config_overrides of this card.]"));
        const World bare(plain + "name: mine@user\n");
        QCOMPARE(
            bare.write("max_seq_len", "6", 1),
            QStringLiteral("[This card would then hide all of the model_config_overrides of mine. Copy them into it "
                           "first.]"));
        QVERIFY(bare.write("max_seq_len", "6", 0).contains(QStringLiteral("max_seq_len: 6\n")));
        const World empty(llama + "---\nname: mine@user\nmodel_config_overrides:\n");
        QCOMPARE(empty.write("max_seq_len", "6", 1),
                 QStringLiteral("---\nname: mine@user\nmodel_config_overrides:\n  max_seq_len: 6\n"));
    }

    void whatFairseq2RefusesIsNotWritten() {
        const World world(llama);
        QCOMPARE(world.write("max_seq_len", "many"),
                 QStringLiteral("[fairseq2 would refuse it: invalid literal for int() with base 10: 'many']"));
        QCOMPARE(world.write("max_seq_len", "1.9"), QStringLiteral("[fairseq2 would make 1 of it.]"));
        QCOMPARE(world.write("max_seq_len", "[1]"),
                 QStringLiteral("[This is no single YAML value. Lists and mappings must be written in the text.]"));
        QCOMPARE(world.write("nothing", "1"),
                 QStringLiteral("[fairseq2 makes no config of this card that has this field.]"));
    }

    void aWrongValueIsMended() {
        const World world(llama + "model_config_overrides:\n  num_layers: x  # how many\n");
        QCOMPARE(world.write("num_layers", "4"),
                 text(llama + "model_config_overrides:\n  num_layers: 4  # how many\n"));
        QCOMPARE(world.write("max_seq_len", "4"),
                 text(llama + "model_config_overrides:\n  num_layers: x  # how many\n  max_seq_len: 4\n"));
    }

    void removing() {
        const std::string two = llama + "model_config_overrides:\n  max_seq_len: 4\n  rope_scale:\n    factor: 2\n";
        const World world(two);
        QCOMPARE(world.remove("rope_scale.factor"), text(llama + "model_config_overrides:\n  max_seq_len: 4\n"));
        QCOMPARE(World(llama + "model_config_overrides:\n  max_seq_len: 4\n").remove("max_seq_len"), text(llama));
        QCOMPARE(world.remove("num_layers"), QStringLiteral("[num_layers is not written in this card.]"));
        QCOMPARE(World(llama + "model_config: {max_seq_len: 4}\nmodel_config_override: {num_layers: 3}\n")
                     .remove("num_layers"),
                 QStringLiteral("[max_seq_len would become 4 with it.]"));
        QCOMPARE(World(llama + "model_config: {nonsense: 4, num_layers: 3}\n").remove("nonsense"),
                 text(llama + "model_config: {num_layers: 3}\n"));
    }

    void whatCannotBeSaysWhy() {
        const World world(llama + "---\nname: tok\nbase: llama3_2_1b\n---\nno card\n");
        const auto why = [&](const OverridePlace& place) {
            return QString::fromStdString(override_facts(place).why_no_write);
        };
        QCOMPARE(why(world.place("max_seq_len")), QString());
        QCOMPARE(why(world.place("nothing")), QStringLiteral("The config has no such field."));
        QCOMPARE(why(world.place("x", 0, FamilyKind::dataset)), QStringLiteral("This card has no such config."));
        QCOMPARE(why(world.place("x", 2)), QStringLiteral("This document is no card."));
        OverridePlace package = world.place("max_seq_len");
        package.card = *world.catalog.find("llama3_2_1b", "");
        QCOMPARE(why(package),
                 QStringLiteral("This card belongs to a package. Copy it to your cards to override its config."));
        QCOMPARE(world.text_of(write_override(package, "1")),
                 QStringLiteral("[This card belongs to a package. Copy it to your cards to override its config.]"));
        const World wrong("name: m\nmodel_family: llama\nmodel_arch: 7x\n");
        QCOMPARE(why(wrong.place("max_seq_len")),
                 QStringLiteral("fairseq2 makes no config of this card. Mend that first."));
        OverridePlace nearest = wrong.place("max_seq_len");
        nearest.architecture = "llama3_1_8b";
        QCOMPARE(why(nearest), QString());
        QVERIFY(wrong.text_of(write_override(nearest, "7")).endsWith("\nmodel_config_overrides:\n  max_seq_len: 7\n"));
        const World twice(llama + "---\n" + llama);
        QCOMPARE(why(twice.place("max_seq_len", 1)),
                 QStringLiteral("Another card is the one that fairseq2 finds as mine."));
    }

    void aTokenizerOfAnotherCard() {
        const World world("name: m\ntokenizer_ref: llama3_instruct\n");
        QCOMPARE(QString::fromStdString(override_facts(world.place("x", 0, FamilyKind::tokenizer)).why_no_write),
                 QStringLiteral("The config is that of the card that tokenizer_ref names. Write the override there."));
    }

    void valuesAndChoices() {
        const World world(llama);
        const OverrideFacts length = override_facts(world.place("max_seq_len"));
        QCOMPARE(length.text, std::string("131072"));
        QVERIFY(length.choices.empty());
        const OverrideFacts tied = override_facts(world.place("tied_embeddings"));
        QCOMPARE(tied.choices, (std::vector<std::string>{"true", "false"}));
        QCOMPARE(tied.text, std::string("true"));
    }

    /// Each scalar field of some families' configs takes its own value, and the card reads as before.
    void everyFieldTakesItsOwnValue() {
        int written = 0;
        for (const auto& [family, architecture] : {std::pair("llama", "llama3_2_1b"), std::pair("wav2vec2", "base"),
                                                   std::pair("w2vbert", "600m"), std::pair("qwen", "qwen3_8b")}) {
            const std::string card =
                std::string("name: m\nmodel_family: ") + family + "\nmodel_arch: " + architecture + "\n";
            const World world(card);
            const ResolvedCard resolved = resolve_card(world.catalog, "m");
            const auto config = card_config(world.configs, world.catalog, resolved, FamilyKind::model);
            QVERIFY2(config && !config->base.is_null(), family);
            for (const ConfigLeaf& leaf :
                 config_leaves(world.configs.registry(), config->class_name, config->loaded.config)) {
                const OverrideFacts facts = override_facts(world.place(leaf.path));
                if (!facts.why_no_write.empty())
                    continue;
                const QString now = world.write(leaf.path, facts.text);
                QVERIFY2(now.startsWith(text(card)), qPrintable(text(leaf.path) + ": " + now));
                ++written;
                for (const std::string& choice : facts.choices)
                    QVERIFY2(world.write(leaf.path, choice).startsWith(text(card)) ||
                                 world.write(leaf.path, choice).contains("is not valid"),
                             qPrintable(text(leaf.path) + ": " + world.write(leaf.path, choice)));
            }
        }
        QVERIFY2(written > 60, qPrintable(QString::number(written)));
    }
};

QTEST_GUILESS_MAIN(CardOverrideTest)
#include "card_override_test.moc"
