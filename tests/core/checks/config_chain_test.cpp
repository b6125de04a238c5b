// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS069 beside what fixtures/checks/rules has: registries that do not know all, chains that are made to take time, and
// cards that are mended while one types.
#include "checked_texts.h"
#include "core/registry/bundled.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace fairlead;

namespace {

const std::string asks_hg = "model_family: hg\nmodel_arch: causal_lm\ncheckpoint: hg://o/r\n";

/// The bundled registry, as if hg's architectures had been recorded without their configs.
std::shared_ptr<const RegistrySnapshot> without_configs() {
    auto registry = std::make_shared<RegistrySnapshot>(*bundled_snapshot());
    for (FamilyRecord& family : registry->families) {
        if (family.kind == FamilyKind::model && family.name == "hg") {
            for (ArchitectureRecord& architecture : family.architectures) {
                architecture.config = {};
            }
        }
    }
    return registry;
}

CheckSession checked_text(const std::string& text, std::shared_ptr<const RegistrySnapshot> registry) {
    SessionOptions options;
    options.registry = std::move(registry);
    options.alone = true;
    options.sources.push_back(checked::source("cards", {{"a.yaml", text}}));
    return CheckSession::load(std::move(options));
}

std::size_t count(const CheckSession& session, std::uint16_t rule) {
    const std::vector<const Diagnostic*> all = session.diagnostics();
    return static_cast<std::size_t>(
        std::ranges::count_if(all, [&](const Diagnostic* one) { return one->rule == rule; }));
}

struct RandomCard {
    std::string head;
    std::string key; ///< what stands before the overrides, and after them
    std::string end;
    std::string overrides;
};

std::string pick(std::mt19937_64& random, const std::vector<std::string>& of) { return of[random() % of.size()]; }

std::string random_overrides(std::mt19937_64& random) {
    return pick(random, {"{num_layers: 3}", "{num_layer: 3}", "{rope_scale: {factor: 2.0}}",
                         "{encoder_config: {num_encoder_layers: 3}}", "{_set_: {rope_theta: 3.0}}"});
}

RandomCard random_card(std::mt19937_64& random, std::size_t number) {
    const bool overlay = number > 5;
    RandomCard card;
    card.head = "name: c" + std::to_string(overlay ? number - 6 : number);
    card.head += overlay ? pick(random, {"@user", "@lab"}) : "";
    if (number > 0 && !overlay && random() % 5 != 0) {
        card.head += "\nbase: c" + std::to_string(random() % number);
    }
    card.head += pick(random, {"", "", "", "\nmodel_family: llama\nmodel_arch: llama3_2_1b",
                               "\nmodel_family: qwen\nmodel_arch: qwen25_7b",
                               "\nmodel_family: wav2vec2_asr\nmodel_arch: base_10h"});
    card.key = pick(random, {"\n# ", "\nmodel_config: ", "\nmodel_config_overrides: ", "\no: &o "});
    card.end = card.key == "\no: &o " ? "\nmodel_config: *o\n" : "\n";
    card.overrides = random_overrides(random);
    return card;
}

std::string joined(const std::vector<RandomCard>& cards) {
    std::string text;
    for (const RandomCard& card : cards) {
        text += (text.empty() ? "" : "---\n") + card.head + card.key + card.overrides + card.end;
    }
    return text;
}

} // namespace

class ConfigChainTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsNotRecordedMayFit() {
        const std::string chain = "name: a\n" + asks_hg + "model_config: {hf_name: o/r}\n---\n" +
                                  "name: b\nbase: a\nmodel_config: {_del_: [hf_name]}\n";
        QCOMPARE(count(checked_text(chain, bundled_snapshot()), 69), std::size_t{1});
        QCOMPARE(count(checked_text(chain, without_configs()), 69), std::size_t{0});
        const std::string alone = "name: a\n" + asks_hg + "model_config: {_del_: [hf_name]}\n";
        QCOMPARE(count(checked_text(alone, bundled_snapshot()), 24), std::size_t{1});
        QCOMPARE(count(checked_text(alone, without_configs()), 24), std::size_t{0});
    }

    // Each step of typing finds what a fresh look at the text finds.
    void itComesAndGoesWithWhatTheOthersSay() {
        const std::string base = "name: base\ncheckpoint: hg://o/r\nmodel_config: {num_layers: 3}\n";
        const std::string leaf = "---\nname: leaf\nbase: base\nmodel_family: llama\nmodel_arch: llama3_2_1b\n";
        const std::string lab = "---\nname: base@lab\nmodel_config: {shared_layers: 3}\n";
        const auto spoilt = [](std::string text) { return text.replace(text.find("num_layers"), 10, "shared_layers"); };
        CheckSession session = checked_text(base + leaf, bundled_snapshot());
        const std::pair<std::string, std::size_t> steps[] = {{base + leaf, 0},
                                                             {spoilt(base) + leaf, 1},
                                                             {base + leaf, 0},
                                                             {base + leaf + lab, 1},
                                                             {leaf.substr(4) + lab + "---\n" + base, 1},
                                                             {base + leaf, 0}};
        for (const auto& [text, found] : steps) {
            session.set_text(0, text);
            QCOMPARE(count(session, 69), found);
            QCOMPARE(checked::everything(session), checked::everything(checked_text(text, bundled_snapshot())));
        }
    }

    // The same at random: cards that change what they are based on, asked as and override.
    void typingFindsWhatAFreshLookFinds() {
        std::size_t found = 0;
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            std::mt19937_64 random(seed);
            std::vector<RandomCard> cards(8);
            for (std::size_t i = 0; i < cards.size(); ++i) {
                cards[i] = random_card(random, i);
            }
            CheckSession session = checked_text(joined(cards), bundled_snapshot());
            for (int step = 0; step < 15; ++step) {
                const std::size_t changed = random() % cards.size();
                if (random() % 4 == 0) {
                    cards[changed] = random_card(random, changed);
                } else {
                    cards[changed].overrides = random_overrides(random);
                }
                session.set_text(0, joined(cards));
                const std::string text = joined(cards);
                QVERIFY2(checked::everything(session) == checked::everything(checked_text(text, bundled_snapshot())),
                         qPrintable(QStringLiteral("seed %1, step %2").arg(seed).arg(step)));
                found += count(session, 69);
            }
        }
        QVERIFY2(found > 100, qPrintable(QString::number(found)));
    }

    // As many environments as cards: their product is looked at up to a limit.
    void manyEnvironmentsEnd() {
        std::string text = "name: base\nmodel_family: llama\nmodel_arch: llama3_2_1b\ncheckpoint: hg://o/r\n";
        for (int i = 0; i < 5'000; ++i) {
            const std::string number = std::to_string(i);
            text += "---\nname: base@e" + number + "\nmodel_config: {num_layers: 3}\n";
            text += "---\nname: c" + number + "\nbase: base\nmodel_config: {num_layers: 3}\n";
        }
        QCOMPARE(count(checked_text(text, bundled_snapshot()), 69), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(ConfigChainTest)
#include "config_chain_test.moc"
