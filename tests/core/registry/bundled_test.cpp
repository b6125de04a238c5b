// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/bundled.h"
#include "core/registry/snapshot.h"
#include "tests/core/registry/joined.h"
#include "tests/core/registry/schema_check.h"

#include <QDir>
#include <QFile>
#include <QtTest>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

using namespace fairlead;

namespace {

QByteArray read_file(const char* path) {
    QFile file(QString::fromUtf8(FAIRLEAD_SOURCE_DIR) + '/' + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string architecture_names(const RegistrySnapshot& snapshot, const FamilyRecord& family) {
    std::vector<std::string> names;
    for (const ArchitectureRecord* architecture : snapshot.architectures_of(family)) {
        names.push_back(architecture->name);
    }
    return joined(names);
}

} // namespace

class BundledTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { snapshot_ = bundled_snapshot(); }

    void isTheFileInTheTree() {
        const auto json = bundled_snapshot_json();
        QCOMPARE(QByteArray(json.data(), static_cast<qsizetype>(json.size())),
                 read_file("resources/fairseq2-0.8.1.json"));
        const auto card = bundled_example_card();
        QCOMPARE(QByteArray(card.data(), static_cast<qsizetype>(card.size())),
                 read_file("resources/examples/my_llama.yaml"));
    }

    void hasAllOfFairseq2() {
        QCOMPARE(snapshot_->fairseq2_version, std::string("0.8.1"));
        QVERIFY(snapshot_->recorded);
        QVERIFY(!snapshot_->notice.empty());
        QCOMPARE(snapshot_->count(FamilyKind::model), std::size_t{15});
        QCOMPARE(snapshot_->count(FamilyKind::tokenizer), std::size_t{10});
        QCOMPARE(snapshot_->count(FamilyKind::dataset), std::size_t{0});
        QCOMPARE(snapshot_->architecture_count(), std::size_t{69});
        QCOMPARE(snapshot_->card_count(), std::size_t{88});
        QCOMPARE(joined(snapshot_->schemes), std::string("file hg http https s3"));
        QCOMPARE(joined(snapshot_->environments), std::string("user"));
    }

    void modelFamily_data() {
        QTest::addColumn<QString>("class_name");
        QTest::addColumn<QString>("config_class");
        QTest::addColumn<QString>("capabilities");
        QTest::addColumn<QString>("architectures");
        const auto row = [](const char* name, const char* class_name, const char* config_class,
                            const char* capabilities, const char* architectures) {
            QTest::newRow(name) << class_name << config_class << capabilities << architectures;
        };
        row("jepa", "jepa.model.JepaModel", "jepa.config.JepaConfig", "meta",
            "tiny small base large huge giant gigantic");
        row("jepa_classifier", "jepa.classifier.model.JepaClassifierModel",
            "jepa.classifier.config.JepaClassifierConfig", "meta", "base large huge");
        row("gemma3n", "gemma3n.model.Gemma3nModel", "gemma3n.config.Gemma3nConfig", "fsdp layerwise_ac meta",
            "e2b e4b");
        row("llama", "transformer_lm.model.TransformerLM", "llama.config.LLaMAConfig",
            "compilation fsdp layerwise_ac meta",
            "7b 13b 33b 65b llama2_7b llama2_13b llama2_70b llama3_8b llama3_70b llama3_1_8b llama3_1_70b "
            "llama3_2_3b llama3_2_1b");
        row("llama4", "transformer_lm.model.TransformerLM", "llama4.config.Llama4Config",
            "model_parallelism compilation fsdp layerwise_ac meta", "llama4_scout_17b_16e llama4_maverick_17b_128e");
        row("mistral", "transformer_lm.model.TransformerLM", "mistral.config.MistralConfig",
            "compilation fsdp layerwise_ac meta", "7b");
        row("nllb", "transformer.model.TransformerModel", "nllb.config.NllbConfig", "fsdp layerwise_ac meta",
            "dense_300m dense_600m dense_1b dense_3b");
        row("olmo", "transformer_lm.model.TransformerLM", "olmo.config.OLMOConfig",
            "compilation fsdp layerwise_ac meta", "olmo2_1b olmo2_7b olmo2_13b olmo2_32b olmo3_7b olmo3_32b");
        row("qwen", "transformer_lm.model.TransformerLM", "qwen.config.QwenConfig",
            "compilation fsdp layerwise_ac meta",
            "qwen25_3b qwen25_7b qwen25_14b qwen25_32b qwen25_1_5b qwen3_0.6b qwen3_1.7b qwen3_4b qwen3_8b qwen3_14b "
            "qwen3_32b");
        row("s2t_conformer", "transformer.model.TransformerModel", "s2t_conformer.config.S2TConformerConfig",
            "fsdp layerwise_ac meta", "medium");
        row("s2t_transformer", "transformer.model.TransformerModel", "s2t_transformer.config.S2TTransformerConfig",
            "fsdp layerwise_ac meta", "tiny small medium large");
        row("w2vbert", "w2vbert.model.W2VBertModel", "w2vbert.config.W2VBertConfig", "meta", "300m 600m");
        row("wav2vec2", "wav2vec2.model.Wav2Vec2Model", "wav2vec2.config.Wav2Vec2Config", "fsdp layerwise_ac meta",
            "base large large_lv60k");
        row("wav2vec2_asr", "wav2vec2.asr.model.Wav2Vec2AsrModel", "wav2vec2.asr.config.Wav2Vec2AsrConfig",
            "fsdp layerwise_ac meta", "base_10h base_100h large_10h large_100h large_lv60k_10h large_lv60k_100h");
        row("hg", "torch.nn.modules.module.Module", "hg.config.HuggingFaceModelConfig", "fsdp",
            "causal_lm seq2seq_lm auto custom");
    }
    void modelFamily() {
        QFETCH(QString, class_name);
        QFETCH(QString, config_class);
        QFETCH(QString, capabilities);
        QFETCH(QString, architectures);
        const auto* family = snapshot_->find_family(FamilyKind::model, QTest::currentDataTag());
        QVERIFY(family);
        const QString package = class_name.startsWith("torch.") ? "" : "fairseq2.models.";
        QCOMPARE(QString::fromStdString(family->class_name), package + class_name);
        QCOMPARE(QString::fromStdString(family->config_class.value()), "fairseq2.models." + config_class);
        QCOMPARE(QString::fromStdString(joined(family->capabilities)), capabilities);
        QCOMPARE(QString::fromStdString(architecture_names(*snapshot_, *family)), architectures);
        QCOMPARE(family->restrict, std::optional(true));
        QVERIFY(!family->owner);
        QCOMPARE(family->place.file, std::string("fairseq2/composition/models.py"));
        QVERIFY(family->place.line > 200);
    }

    void tokenizerFamiliesInOrder() {
        std::vector<std::string> names;
        std::vector<std::string> without_config;
        for (const FamilyRecord* family : snapshot_->families_of(FamilyKind::tokenizer)) {
            names.push_back(family->name);
            if (!family->config_class) {
                without_config.push_back(family->name);
            }
            QVERIFY(family->architectures.empty());
            QVERIFY(!family->restrict);
            QCOMPARE(bool(family->default_config), family->config_class.has_value());
        }
        QCOMPARE(joined(names),
                 std::string("char_tokenizer gemma3n llama llama4 mistral qwen nllb olmo s2t_transformer hg"));
        QCOMPARE(joined(without_config), std::string("char_tokenizer gemma3n mistral"));
    }

    void architectureHasPlaceAndConfig() {
        const auto* llama = snapshot_->find_family(FamilyKind::model, "llama");
        const auto* architecture = snapshot_->find_architecture(*llama, "llama3_2_1b");
        QVERIFY(architecture);
        QCOMPARE(architecture->place, (RegistrationPlace{"fairseq2/models/llama/config.py", 257}));
        const auto config = nlohmann::json::parse(architecture->config.text);
        QCOMPARE(config.at("model_dim").get<int>(), 2048);
        QCOMPARE(config.at("rope_scale").at("factor").dump(), std::string("32.0"));
        QCOMPARE(config.at("ffn_inner_dim_scale").dump(), std::string("0.6666666666666666"));
        QCOMPARE(config.at("shard_embed_dim").get<bool>(), false);
        QVERIFY(architecture->config.text.find("\"rope_theta\":500000.0,") != std::string::npos);
        const auto defaults = nlohmann::json::parse(llama->default_config.text);
        QCOMPARE(defaults.at("model_dim").get<int>(), 4096);
        QCOMPARE(defaults.at("pad_idx").dump(), std::string("null"));
        QVERIFY(!snapshot_->find_architecture(*llama, "llama3_1_8"));
    }

    void hgHasNoDefault() {
        const auto* hg = snapshot_->find_family(FamilyKind::model, "hg");
        QVERIFY(!hg->default_config);
        QCOMPARE(
            hg->default_error,
            std::optional(RecordedError{
                "TypeError", "HuggingFaceModelConfig.__init__() missing 1 required keyword-only argument: 'hf_name'"}));
        for (const FamilyRecord& family : snapshot_->families) {
            QCOMPARE(bool(family.default_config), family.config_class && &family != hg);
        }
    }

    void cardsAreWhereTheTextHasThem() {
        QCOMPARE(snapshot_->sources.size(), std::size_t{1});
        const RecordedSource& source = snapshot_->sources.front();
        QCOMPARE(source.name, std::string("package:fairseq2.assets.cards"));
        QCOMPARE(source.folder, std::string("fairseq2/assets/cards"));
        QCOMPARE(source.files.size(), std::size_t{14});
        QVERIFY(std::ranges::is_sorted(source.files, {}, &RecordedFile::path));
        std::set<std::string> names;
        for (const RecordedFile& file : source.files) {
            const auto lines = QByteArray::fromStdString(file.text).split('\n');
            for (const RecordedCard& card : file.cards) {
                QCOMPARE(lines.value(card.line - 1), QByteArray::fromStdString("name: " + card.name).chopped(1));
                names.insert(card.name);
            }
        }
        QCOMPARE(names.size(), std::size_t{88});
    }

    void nothingTellsOfTheMachine() {
        const auto json = bundled_snapshot_json();
        for (const auto* trace : {"site-packages", ".cache", "\"/", "/root", "/home", "/usr", "/tmp", "0x"}) {
            QVERIFY2(json.find(trace) == std::string_view::npos, trace);
        }
    }

    void writtenAgainIsTheSame() {
        const auto written = write_snapshot(*snapshot_);
        QVERIFY(written == bundled_snapshot_json());
        QVERIFY(write_snapshot(read_snapshot(written)) == written);
    }

    void fitsItsJsonSchema() {
        const auto schema = read_file("resources/snapshot.schema.json").toStdString();
        const auto errors = schema_errors(schema, bundled_snapshot_json(), true);
        QVERIFY2(errors.empty(), joined(errors).c_str());

        auto snapshot = nlohmann::json::parse(bundled_snapshot_json());
        snapshot["families"][0]["kind"] = "modle";
        snapshot["families"][1]["architectures"][2]["line"] = -1;
        snapshot["sources"][0]["files"][3].erase("text");
        snapshot["schemas"]["fairseq2.models.jepa.config.JepaConfig"]["fields"][0]["typ"] = "int";
        snapshot["runtime"]["torch"] = 2;
        const std::vector<std::string> expected = {
            "/families/0/kind: must be one of [\"model\",\"dataset\",\"tokenizer\"]",
            "/families/1/architectures/2/line: must be at least 0",
            "/runtime/torch: must be of type \"string\"",
            "/schemas/fairseq2.models.jepa.config.JepaConfig/fields/0: the member typ is not in the schema",
            "/sources/0/files/3: has no member text",
        };
        QCOMPARE(joined(schema_errors(schema, snapshot.dump(), true)), joined(expected));
    }

private:
    std::shared_ptr<const RegistrySnapshot> snapshot_;
};

QTEST_APPLESS_MAIN(BundledTest)
#include "bundled_test.moc"
