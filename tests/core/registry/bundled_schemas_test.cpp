// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/bundled.h"
#include "core/registry/config_json.h"
#include "core/registry/json_writer.h"
#include "core/registry/snapshot.h"
#include "tests/core/registry/joined.h"

#include <QtTest>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <thread>

using namespace fairlead;

/// The config schemas of the recorded fairseq2.
class BundledSchemasTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { snapshot_ = bundled_snapshot(); }

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
                QCOMPARE(joined(keys), joined(fields));
            }
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
        QCOMPARE(joined(validating), std::string("fairseq2.models.w2vbert.config.W2VBertConfig "
                                                 "fairseq2.models.wav2vec2.config.Wav2Vec2EncoderConfig"));
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

    void oneIsReadOnceByManyThreads() {
        const auto snapshot = bundled_snapshot();
        const std::string name = "fairseq2.models.llama.config.LLaMAConfig";
        std::vector<std::shared_ptr<const ConfigSchema>> found(8);
        {
            std::vector<std::jthread> threads;
            for (auto& schema : found) {
                threads.emplace_back([&] { schema = snapshot->find_schema(name); });
            }
        }
        QVERIFY(found.front());
        for (const auto& schema : found) {
            QCOMPARE(schema, found.front());
        }
        const auto& all = snapshot->schemas.list();
        const auto listed = std::ranges::find(all, name, &ConfigSchema::class_name);
        QVERIFY(listed != all.end());
        QCOMPARE(*listed, found.front());
    }

private:
    std::shared_ptr<const RegistrySnapshot> snapshot_;
};

QTEST_APPLESS_MAIN(BundledSchemasTest)
#include "bundled_schemas_test.moc"
