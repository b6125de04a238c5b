// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "random_cards.h"

std::string RandomCards::name() {
    return std::string(
        pick({"asr", "asr_large", "asr_larg", "llm", "tok", "chars", "7", "2024-01-01", "base", "c00", "c11"}));
}

std::string RandomCards::line() {
    switch (below(30)) {
    case 0:
    case 1:
    case 2:
        return "base: " + name();
    case 3:
        return "base: " + std::string(pick({"null", "''", "a@b", "7", "[x]", "  spaced  "}));
    case 4:
    case 5:
        return "tokenizer_ref: " + name() + std::string(pick({"", "", "@user", "@cluster", "@clustr", "@"}));
    case 6:
    case 7:
        return "model_family: " + std::string(pick({"llama", "llma", "wav2vec2_asr", "hg", "null", "5"}));
    case 8:
    case 9:
        return "model_arch: " + std::string(pick({"7b", "llama3_1_8", "base_10h", "causal_lm", "null"}));
    case 10:
        return "dataset_family: generic_asr";
    case 11:
        return "tokenizer_family: " + std::string(pick({"llama", "char_tokenizer", "lama"}));
    case 12:
        return "model_config_overrides: " + std::string(pick({"{}", "null", "{a: yes}", "{_add_: {b: 1}}"}));
    case 13:
        return "model_config:\n  trust_remote_code: true\n  x: " + std::string(pick({"017", "1_000", "no", "{y: 1}"}));
    case 14:
        return "tokenizer_config_override: {a: 1}";
    case 15:
        return "num_shards: 2" + std::string(pick({"", "  # shards", " "}));
    case 16:
        return "use_v2_tokenizer: true";
    case 17:
        return "checkpoint: \"https://x/y" + std::string(pick({"", ";gated=true", ";path=z"})) + "\"";
    case 18:
        return "restrict: " + std::string(pick({"true", "yes", "null"}));
    case 19:
        return "url: " + std::string(pick({"https://x", "null", "2024-01-01"}));
    case 20:
        return std::string(pick({"note", "modle_family", "checkpont", "tokenizers", "langs"})) + ": " +
               std::string(pick({"1", "null", "text", "on"}));
    case 21:
        return "a:\tb";
    case 22:
        return "a: 1\na: 2";
    case 23:
        return "x: &anchor {k: v}\ny: *anchor";
    case 24:
        return "text: |\n  block\n\n";
    case 25: // what fits one family, or none, and may be laid over each other
    case 26:
    case 27:
        return "model_config: " + overrides();
    case 28:
        return "o: &o " + overrides() + "\nmodel_config: *o";
    default:
        return std::string(pick({"# a comment", "", "bad: [", "model_family: 'llama'", "q: \"2024-1-1\""}));
    }
}

std::string RandomCards::overrides() {
    return std::string(pick({"{num_layers: 3}", "{num_layer: 3}", "{rope_scale: {factor: 2.0}}", "{rope_scale: null}",
                             "{encoder_config: {num_encoder_layers: 3}}", "{_del_: [hf_name]}", "{hf_name: o/r}",
                             "{_set_: {max_seq_len: 3}}"}));
}

std::string RandomCards::card() {
    std::string text;
    if (!one_in(15)) {
        text = "name: " + name() + std::string(pick({"", "", "", "", "@user", "@cluster", "@clustr", "@a@b"})) + "\n";
    }
    const std::size_t lines = below(5);
    for (std::size_t i = 0; i < lines; ++i) {
        text += line() + "\n";
    }
    return text;
}

std::string RandomCards::document() {
    switch (below(14)) {
    case 0:
        return {};
    case 1:
        return std::string(pick({"# only a comment\n", "~\n", "- a\n- b\n", "text\n", "...\n", "{}\n"}));
    case 2:
        return "name: " + std::string(pick({"null", "''", "7", "2024-01-01", "[a]", "'@user'", "true", "' '"})) + "\n";
    default:
        return card();
    }
}

std::string RandomCards::file() {
    std::string text = one_in(25) ? std::string(pick({"%YAML 1.1\n---\n", "%YAML 1.3\n---\n", "\xEF\xBB\xBF"})) : "";
    const std::size_t documents = below(6);
    for (std::size_t i = 0; i < documents; ++i) {
        if (i > 0) {
            text += std::string(pick({"---\n", "---\n", "---\n", "--- # next\n", "...\n---\n", "...\n"}));
        }
        text += document();
    }
    if (one_in(8)) {
        text += std::string(pick({"---\n", "---", "---\n# end\n", "---\n  # end\n"}));
    }
    if (one_in(12)) { // CRLF
        std::string crlf;
        for (const char c : text) {
            crlf += c == '\n' ? "\r\n" : std::string(1, c);
        }
        return crlf;
    }
    return text;
}

std::string RandomCards::snippet() {
    switch (below(8)) {
    case 0:
        return std::string(pick({"\n", "---\n", " ", "\t", "#", "a", ":", "@", "\r", "\n---\n", "\xFF", "...\n"}));
    case 1:
        return card();
    case 2:
        return "---\n" + card();
    case 3:
        return document();
    case 4:
        return name();
    default:
        return line() + "\n";
    }
}
