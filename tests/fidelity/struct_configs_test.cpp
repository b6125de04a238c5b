// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// Compares the configs that structs of C++ give with what fairseq2's hubs answered for the same classes in Python.
#include "core/families/config_class_schemas.h"
#include "core/registry/bundled.h"
#include "core/registry/card_config.h"
#include "core/schemas/config_overrides.h"
#include "core/schemas/config_tree_values.h"
#include "tests/fidelity/case_file.h"
#include "tests/fidelity/config_answer.h"
#include "tests/fidelity/mismatches.h"
#include "tests/fidelity/native_structs.h"
#include "tests/fidelity/shipped_structs.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <map>

using namespace fairlead;
using fidelity::Json;
using fidelity::Mismatches;

namespace {

std::map<std::string, std::string, std::less<>> variables; // of the case at hand

const char* look_up(const char* name) {
    const auto found = variables.find(std::string_view(name));
    return found == variables.end() ? nullptr : found->second.c_str();
}

/// A family whose config is a struct.
struct Family {
    explicit Family(const ConfigClass& config) : kls(config), schemas(config) {}

    const ConfigClass& kls;
    ConfigClassSchemas schemas;
};

/// The families of which there are structs, by `model` or `tokenizer` and their name.
using Families = std::map<std::pair<std::string, std::string>, Family>;

Families all_families() {
    using namespace fairseq2::models;
    Families families;
    const auto add = [&](const char* kind, const char* name, const ConfigClass& kls) {
        families.emplace(std::pair(kind, name), Family(kls));
    };
    add("model", "native", config_class<native_classes::Native>());
    add("model", "native_checked", config_class<native_classes::Checked>());
    add("model", "llama", config_class<llama::config::LLaMAConfig>());
    add("model", "wav2vec2", config_class<wav2vec2::config::Wav2Vec2Config>());
    add("model", "w2vbert", config_class<w2vbert::config::W2VBertConfig>());
    add("tokenizer", "llama", config_class<llama::tokenizer::LLaMATokenizerConfig>());
    add("tokenizer", "llama4", config_class<llama4::tokenizer::Llama4TokenizerConfig>());
    add("tokenizer", "qwen", config_class<qwen::tokenizer::QwenTokenizerConfig>());
    add("tokenizer", "olmo", config_class<olmo::tokenizer::OLMOTokenizerConfig>());
    add("tokenizer", "nllb", config_class<nllb::tokenizer::NllbTokenizerConfig>());
    add("tokenizer", "s2t_transformer", config_class<s2t_transformer::tokenizer::S2TTransformerTokenizerConfig>());
    add("tokenizer", "hg", config_class<hg::tokenizer::HgTokenizerConfig>());
    return families;
}

/// A config as an object of its struct, and back.
ConfigValue through_the_struct(const ConfigClass& kls, const ConfigValue& config) {
    return to_config_value(kls.to_tree(kls.from_tree(to_config_tree(config)).get()));
}

/// What the struct of a card's family makes of the card.
class Question {
public:
    Question(const Json& asked, const Families& families, const CardConfigs& shipped)
        : kind_(asked.value("kind", std::string("model"))),
          catalog_(Catalog::load({in_memory_source("cards", asked.at("cards"))})),
          card_(resolve_card(catalog_, asked.value("ask", std::string("m")))), shipped_(shipped) {
        const ResolvedField* family = card_.error ? nullptr : card_.field(kind_ + "_family");
        const auto found = family ? families.find({kind_, std::string(family->value.string())}) : families.end();
        family_ = found == families.end() ? nullptr : &found->second;
        family_name_ = family_ ? found->first.second : "";
    }

    [[nodiscard]] bool is_of_a_struct() const { return family_ != nullptr && base().has_value(); }

    [[nodiscard]] Json answer() const {
        std::string key;
        std::vector<ConfigOverride> overrides;
        for (const char* const suffix : {"_config_overrides", "_config_override", "_config"}) {
            key = kind_ + suffix;
            overrides = config_overrides(catalog_, card_.chain, key);
            if (!overrides.empty())
                break;
        }
        const ConfigValue base = through_the_struct(family_->kls, *this->base());
        const LoadedConfig loaded = load_config({.card_name = card_.card_name,
                                                 .key = key,
                                                 .family = family_name_,
                                                 .family_kind = kind_,
                                                 .type = family_->schemas.type(),
                                                 .base = base,
                                                 .overrides = overrides},
                                                {.schemas = family_->schemas.schemas(),
                                                 .validators = family_->schemas.validators(),
                                                 .directives = {replace_env_directive(look_up)}});
        if (loaded.error)
            return {{"error", fidelity::error_chain(*loaded.error)}};
        const auto schemas = family_->schemas.schemas();
        if (const ConfigValue made = through_the_struct(family_->kls, loaded.config);
            python_key(made) != python_key(loaded.config)) // by it true is 1, as in an integer of C++
            return {{"the struct holds", fidelity::config_changes(base, made, family_->kls.name, schemas)}};
        return {{"changes", fidelity::config_changes(base, loaded.config, family_->kls.name, schemas)}};
    }

private:
    /// The class's default as the struct has it, or the recorded config of an architecture; none: it is not known.
    [[nodiscard]] std::optional<ConfigValue> base() const {
        const ResolvedField* architecture = kind_ == "model" ? card_.field("model_arch") : nullptr;
        if (architecture == nullptr) {
            const auto object = family_->kls.from_tree({ConfigTree::Mapping{}});
            return to_config_value(family_->kls.to_tree(object.get()));
        }
        const CardConfig recorded = shipped_.ask(
            {.card_name = card_.card_name, .family = family_name_, .architecture = architecture->value.string()});
        if (recorded.base.is_null())
            return std::nullopt;
        return recorded.base;
    }

    std::string kind_;
    Catalog catalog_;
    ResolvedCard card_;
    const CardConfigs& shipped_;
    const Family* family_ = nullptr;
    std::string family_name_;
};

/// What is Python's alone: integers beyond 64 bits, and a bool that stays one in an integer's place, as the text of a
/// validate() shows.
bool is_pythons_alone(const Json& asked) {
    return asked.at("cards").get<std::string>().find("12345678901234567890123") != std::string::npos ||
           asked.at("expect").dump().find("(True), but is") != std::string::npos;
}

} // namespace

class StructConfigsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { shipped_ = std::make_unique<CardConfigs>(bundled_snapshot(), look_up); }

    void structsHaveTheFieldsOfTheirPythonClasses() {
        std::size_t compared = 0;
        for (const auto& [name, family] : families_) {
            for (const ConfigClass* kls : all_config_classes(family.kls)) {
                const auto recorded = bundled_snapshot()->find_schema(kls->name);
                if (!recorded)
                    continue;
                const ConfigSchema made = schema_of(*kls);
                QCOMPARE(made.fields.size(), recorded->fields.size());
                QCOMPARE(made.validates, recorded->validates);
                for (std::size_t index = 0; index < made.fields.size(); ++index, ++compared) {
                    const ConfigField& field = made.fields[index];
                    const ConfigField& other = recorded->fields[index];
                    QCOMPARE(field.name, other.name);
                    QCOMPARE(field.type, other.type);
                    QCOMPARE(field.type_tree.python, other.type_tree.python);
                    QCOMPARE(field.nested_class, other.nested_class);
                    QVERIFY2(field.default_value == other.default_value, field.name.c_str());
                }
            }
        }
        QVERIFY(compared > 80);
    }

    void answersAsFairseq2Does_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("least");
        QTest::newRow("every kind of field") << "native_configs" << 2200;
        QTest::newRow("classes of fairseq2") << "configs_shipped" << 450;
        QTest::newRow("random chains of cards") << "configs_generated" << 330;
    }
    void answersAsFairseq2Does() {
        QFETCH(QString, file);
        QFETCH(int, least);
        Mismatches mismatches;
        int compared = 0;
        for (const Json& asked : fidelity::load_cases(file.toStdString())) {
            variables.clear();
            for (const auto& [name, value] : fidelity::member(asked, "variables").items())
                if (const auto text = value.get<std::string>(); text.find("\\x") == std::string::npos)
                    variables[name] = text;
            const Question question(asked, families_, *shipped_);
            if (!question.is_of_a_struct() || is_pythons_alone(asked))
                continue;
            mismatches.asked();
            ++compared;
            const Json answer = question.answer();
            const Json expected = fidelity::recorded_config(asked.at("expect"));
            if (expected != answer && expected != Json{{"changes", "not shown"}})
                mismatches.add(asked, "config", fidelity::shown(expected), fidelity::shown(answer));
        }
        QVERIFY2(mismatches.none(), mismatches.summary().c_str());
        QVERIFY2(compared >= least, std::to_string(compared).c_str());
    }

private:
    Families families_ = all_families();
    std::unique_ptr<CardConfigs> shipped_;
};

QTEST_APPLESS_MAIN(StructConfigsTest)
#include "struct_configs_test.moc"
