// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/bundled.h"
#include "core/registry/config_json.h"
#include "core/registry/json_writer.h"
#include "core/registry/snapshot.h"
#include "tests/core/registry/schema_check.h"

#include <QDir>
#include <QFile>
#include <QtTest>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

using namespace fairlead;

namespace {

std::string join(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

QByteArray read_file(const char* path) {
    QFile file(QString::fromUtf8(FAIRLEAD_SOURCE_DIR) + '/' + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string architecture_names(const RegistrySnapshot& snapshot, const FamilyRecord& family) {
    std::vector<std::string> names;
    for (const ArchitectureRecord* architecture : snapshot.architectures_of(family)) {
        names.push_back(architecture->name);
    }
    return join(names);
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
        QCOMPARE(join(snapshot_->schemes), std::string("file hg http https s3"));
        QCOMPARE(join(snapshot_->environments), std::string("user"));
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
        QCOMPARE(QString::fromStdString(join(family->capabilities)), capabilities);
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
        QCOMPARE(join(names),
                 std::string("char_tokenizer gemma3n llama llama4 mistral qwen nllb olmo s2t_transformer hg"));
        QCOMPARE(join(without_config), std::string("char_tokenizer gemma3n mistral"));
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

    void configsAreComplete() {
        for (const FamilyRecord* family : snapshot_->families_of(FamilyKind::model)) {
            const auto schema = snapshot_->find_schema(family->config_class.value());
            QVERIFY2(schema, family->name.c_str());
            for (const ArchitectureRecord& architecture : family->architectures) {
                QVERIFY2(!architecture.config_error, architecture.name.c_str());
                const auto config = nlohmann::ordered_json::parse(architecture.config.text);
                std::vector<std::string> keys;
                std::vector<std::string> fields;
                for (const auto& [key, value] : config.items()) {
                    keys.push_back(key);
                }
                for (const ConfigField& field : schema->fields) {
                    fields.push_back(field.name);
                }
                QCOMPARE(join(keys), join(fields));
            }
        }
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

    void schemaField_data() {
        QTest::addColumn<QString>("class_name");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("nested_class");
        const auto row = [](const char* name, const char* class_name, const char* type, const char* kind,
                            const char* value, const char* nested_class = "") {
            QTest::newRow(name) << class_name << type << kind << value << nested_class;
        };
        row("model_dim", "llama.config.LLaMAConfig", "int", "int", "4096");
        row("pad_idx", "llama.config.LLaMAConfig", "int | None", "union", "null");
        row("rope_theta", "llama.config.LLaMAConfig", "float", "float", "10000.0");
        row("init_std_scale", "llama.config.LLaMAConfig", "none | layer | stack", "literal", "\"layer\"");
        row("rope_scale", "llama.config.LLaMAConfig", "LLaMARoPEScaleConfig", "dataclass",
            R"({"factor":8.0,"frequency_factors":[1.0,4.0],"original_context_length":8192})",
            "fairseq2.models.llama.config.LLaMARoPEScaleConfig");
        row("frequency_factors", "llama.config.LLaMARoPEScaleConfig", "tuple[float, float]", "tuple", "[1.0,4.0]");
        row("input_dims", "jepa.config.JepaEncoderConfig", "tuple[int, ...]", "tuple", "[224,224]");
        row("yarn_scale_config", "olmo.config.OLMOConfig", "YaRNScaleConfig | None", "union", "null",
            "fairseq2.models.olmo.config.YaRNScaleConfig");
        row("rms_norm_eps", "olmo.config.OLMOConfig", "float", "float", "1e-06");
        row("layer_types", "olmo.config.OLMOConfig", "list[sliding_attention | full_attention] | None", "union",
            "null");
        row("dtype", "hg.config.HuggingFaceModelConfig", "torch.dtype | None", "union", "null");
        row("load_kwargs", "hg.config.HuggingFaceModelConfig", "dict[str, Any] | None", "union", "null");
        row("hf_name", "hg.config.HuggingFaceModelConfig", "str", "str", "");
        row("norm_order", "wav2vec2.config.Wav2Vec2EncoderConfig", "POST | PRE", "enum", "\"POST\"");
        row("target_langs", "s2t_transformer.tokenizer.S2TTransformerTokenizerConfig", "set[str]", "set", "[\"en\"]");
        row("task", "s2t_transformer.tokenizer.S2TTransformerTokenizerConfig", "translation | transcription", "literal",
            "\"translation\"");
    }
    void schemaField() {
        QFETCH(QString, class_name);
        QFETCH(QString, type);
        QFETCH(QString, kind);
        QFETCH(QString, value);
        QFETCH(QString, nested_class);
        const auto schema = snapshot_->find_schema("fairseq2.models." + class_name.toStdString());
        QVERIFY(schema);
        const auto* field = schema->find_field(QTest::currentDataTag());
        QVERIFY(field);
        QCOMPARE(QString::fromStdString(field->type), type);
        QCOMPARE(std::string(to_string(field->type_tree.kind)), kind.toStdString());
        JsonWriter json;
        if (field->default_value) {
            write_config(json, *field->default_value);
        }
        QCOMPARE(QString::fromStdString(std::move(json).take()), value);
        QCOMPARE(field->required, value.isEmpty());
        QCOMPARE(QString::fromStdString(field->nested_class), nested_class);
        QVERIFY(field->init);
    }

    void schemasHaveDocumentation() {
        const auto schema = snapshot_->find_schema("fairseq2.models.llama.config.LLaMAConfig");
        QCOMPARE(schema->documentation.substr(0, 48),
                 std::string("Holds the configuration of a LLaMA model.\n\nThe d"));
        QCOMPARE(schema->find_field("num_key_value_heads")->documentation,
                 std::string("The number of key/value heads for Grouped Query Attention."));
        QCOMPARE(schema->find_field("ffn_inner_dim_scale")->documentation,
                 std::string("The scale factor for the dimensionality of inner projection layers in\n"
                             "feed-forward networks."));
        QCOMPARE(schema->place, (RegistrationPlace{"fairseq2/models/llama/config.py", 19}));
        QVERIFY(!schema->find_field("no_such_field"));
        QVERIFY(!snapshot_->find_schema("no.such.Class"));
    }

    void schemasAreClosed() {
        std::vector<std::string> validating;
        std::size_t fields = 0;
        for (const auto& schema : snapshot_->schemas.list()) {
            fields += schema->fields.size();
            QVERIFY2(schema->dataclass && !schema->error && !schema->post_init, schema->class_name.c_str());
            if (schema->validates) {
                validating.push_back(schema->class_name);
            }
            for (const ConfigField& field : schema->fields) {
                QVERIFY2(!field.default_error, field.name.c_str());
                QVERIFY2(field.nested_class.empty() || snapshot_->find_schema(field.nested_class),
                         field.nested_class.c_str());
            }
        }
        QCOMPARE(snapshot_->schemas.list().size(), std::size_t{28});
        QCOMPARE(fields, std::size_t{288});
        QCOMPARE(join(validating), std::string("fairseq2.models.w2vbert.config.W2VBertConfig "
                                               "fairseq2.models.wav2vec2.config.Wav2Vec2EncoderConfig"));
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
        QVERIFY2(errors.empty(), join(errors).c_str());

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
        QCOMPARE(join(schema_errors(schema, snapshot.dump(), true)), join(expected));
    }

    void schemasAreReadOnceByManyThreads() {
        const auto snapshot = bundled_snapshot();
        const RegistrySnapshot copy = *snapshot;
        std::vector<const ConfigSchemas::List*> lists(8);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < lists.size(); ++i) {
                threads.emplace_back([&, i] { lists[i] = &(i % 2 == 0 ? *snapshot : copy).schemas.list(); });
            }
        }
        for (const auto* list : lists) {
            QCOMPARE(list, lists.front());
            QCOMPARE(list->size(), std::size_t{28});
        }
    }

private:
    std::shared_ptr<const RegistrySnapshot> snapshot_;
};

QTEST_APPLESS_MAIN(BundledTest)
#include "bundled_test.moc"
