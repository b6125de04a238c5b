// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/rules/rules.h"
#include "core/checks/rules_table.h"

namespace fairlead {

namespace {

constexpr FieldMask addresses = mask_of(Field::checkpoint, Field::tokenizer);

constexpr CardRule table[] = {
    {{1, "FS001", "yaml-syntax",
      "fairseq2 reads cards with ruamel.yaml and reads a whole file before it looks at any of its cards: one text that "
      "cannot be read stops every card of every source. Only the first error of a document is shown; mend it, and the "
      "next one appears, if there is one. The other documents of the file are checked all the same."},
     RuleScope::document,
     0,
     check_yaml_syntax},
    {{2, "FS002", "duplicate-key",
      "A key stands twice in one mapping. Keys are the same if they are equal in Python: 1, 1.0 and true are one key, "
      "and quotes make no difference. fairseq2 then loads nothing. Only in a mapping that uses << it says nothing, and "
      "the last one wins. Remove one of the two."},
     RuleScope::document,
     0,
     check_duplicate_key},
    {{3, "FS003", "empty-document",
      "In a YAML file --- begins a document. With nothing behind it, at the end of a file or before another ---, it "
      "begins one that is null, and fairseq2 takes each document for a card: it then loads nothing. Remove the line."},
     RuleScope::document,
     0,
     check_empty_document},
    {{4, "FS004", "not-a-card",
      "fairseq2 takes every document of every .yaml and .yml file below a source for a card, hidden folders included, "
      "and loads nothing if one is not a mapping. Keep other YAML files elsewhere."},
     RuleScope::document,
     0,
     check_not_a_card},
    {{5, "FS005", "name-missing",
      "Every card needs a name, and the name must be text. What YAML reads as a number or a date, such as 7 or "
      "2024-01-01, is none until it stands in quotes. fairseq2 loads nothing as long as one card has no name."},
     RuleScope::mapping,
     0,
     check_name_missing},
    {{6, "FS006", "name-invalid",
      "A name is NAME, or NAME@ENVIRONMENT for a card that is laid over NAME in an environment. There is one @ at "
      "most, and something before it. fairseq2 loads nothing otherwise."},
     RuleScope::mapping,
     0,
     check_name_invalid},
    {{7, "FS007", "base-invalid",
      "The base of a card is the plain name of another card: text that is not blank and holds no @. The environment "
      "that is asked for counts for bases too. fairseq2 loads nothing otherwise."},
     RuleScope::mapping,
     mask_of(Field::base),
     check_base_invalid},
    {{8, "FS008", "duplicate-name",
      "A name, together with its environment, may stand only once over all files of all sources, those of fairseq2 "
      "itself included. Otherwise fairseq2 loads nothing, and does not say where the two are. Give one of them another "
      "name, or take its file out of the sources. Only in a checkpoint folder the last one wins."},
     RuleScope::card,
     0,
     check_duplicate_name},
    {{10, "FS010", "base-unknown",
      "A base is looked for when the card is used, not when the cards are loaded. Until then nobody notices that it "
      "does not exist, save that every search over all cards fails."},
     RuleScope::card,
     mask_of(Field::base),
     check_base_unknown},
    {{11, "FS011", "base-cycle",
      "Bases that lead back to where they began: fairseq2 follows them until Python gives up, and then says that some "
      "card of the loop cannot be copied. A card for an environment is laid over the plain card of its name, so that "
      "it must not name that card as its base."},
     RuleScope::card,
     mask_of(Field::base),
     check_base_cycle},
    {{12, "FS012", "environment-orphan",
      "A card for an environment, NAME@ENVIRONMENT, is laid over the plain card NAME. Without that one it is never "
      "found."},
     RuleScope::card,
     0,
     check_environment_orphan},
    {{13, "FS013", "tokenizer-ref-unknown",
      "tokenizer_ref names the card that has the tokenizer, if need be with an environment. It is looked for when the "
      "tokenizer is loaded."},
     RuleScope::mapping,
     mask_of(Field::tokenizer_ref),
     check_tokenizer_ref_unknown},
    {{14, "FS014", "tokenizer-ref-cycle",
      "fairseq2 follows tokenizer_ref for as long as the card that it leads to, or one of its bases, has one too. If "
      "that leads back to where it began, it never ends, and no error is shown: the program hangs."},
     RuleScope::mapping,
     mask_of(Field::tokenizer_ref),
     check_tokenizer_ref_cycle},
    {{15, "FS015", "environment-unknown",
      "If no card is written for the environment that is asked for, fairseq2 takes the plain card and says nothing. So "
      "a typing error in an environment is not noticed."},
     RuleScope::mapping,
     0,
     check_environment_unknown},
    {{16, "FS016", "yaml-directive",
      "%YAML 1.1 switches to the rules of YAML 1.1, in which yes, no, on and off are true and false and 017 is 15. "
      "Since fairseq2 reads all files with one parser, that goes on in files which are read later. %YAML 1.0, 1.3 and "
      "above end in an error that fairseq2 does not catch. Leave the line out, or write %YAML 1.2."},
     RuleScope::document,
     0,
     check_yaml_directive},
    {{17, "FS017", "tab",
      "YAML takes spaces only, where a line is indented and between words: a tab makes the file unreadable, and "
      "fairseq2 loads nothing. In comments and in quoted text a tab is fine."},
     RuleScope::document,
     0,
     check_tab},
    {{20, "FS020", "unknown-family",
      "A family has to be registered, by fairseq2 or by an extension, before a card of it can be used. fairseq2 itself "
      "has no dataset families: recipes bring them."},
     RuleScope::mapping,
     family_fields,
     check_unknown_family},
    {{21, "FS021", "unknown-architecture",
      "model_arch names a config that is registered for the family. Without it the family's default config is taken; a "
      "family whose config class has no default, as hg, needs it."},
     RuleScope::mapping,
     mask_of(Field::model_arch, Field::model_family),
     check_unknown_architecture},
    {{22, "FS022", "field-type",
      "fairseq2 asks for families, architecture, checkpoint, tokenizer, paths and url as text, and for restrict as "
      "true or false. null is neither: it is not the same as leaving the field out."},
     RuleScope::mapping,
     text_fields | mask_of(Field::restrict_),
     check_field_type},
    {{23, "FS023", "config-unknown-key",
      "An override names a field of the config class that its family has. One that the class does not have makes the "
      "card "
      "fail when it is used, as does any override for a family without a config."},
     RuleScope::mapping,
     trio_fields,
     check_config_unknown_key},
    {{24, "FS024", "config-type",
      "fairseq2 turns each value of a config into its field's type: text that is a number passes for a number, null "
      "only "
      "where the type allows it, a boolean and text only as themselves. What cannot be turned makes the card fail when "
      "it is used."},
     RuleScope::mapping,
     trio_fields,
     check_config_type},
    {{25, "FS025", "config-ignored",
      "Of X_config_overrides, X_config_override and X_config fairseq2 0.8 takes the first one that any card of the "
      "chain has, and ignores the other two on all of them, even if it is empty. Use the same key on all cards of a "
      "chain."},
     RuleScope::mapping,
     trio_fields,
     check_config_ignored},
    {{27, "FS027", "unknown-field",
      "fairseq2 passes over fields that it does not know. That may be meant, for a recipe or an extension of your own; "
      "it may also be a typing error, after which the field that was meant is missing."},
     RuleScope::mapping,
     mask_of(Field::unknown),
     check_unknown_field},
    {{28, "FS028", "legacy-field",
      "Cards that were written for an older fairseq2 have fields that 0.8 does not read any more, and says nothing "
      "about."},
     RuleScope::mapping,
     legacy_fields | addresses | trio_fields,
     check_legacy_field},
    {{29, "FS029", "null-masks",
      "null is a value. In an overlay base: null cuts the chain; in other fields it hides the value of a base. Only in "
      "X_config and its two sisters it counts as absent, so that the overrides of a base still apply."},
     RuleScope::mapping,
     0,
     check_null_masks},
    {{33, "FS033", "path-not-expanded",
      "fairseq2 takes a path as it is written: ~ is a folder of that name beside the card, and ${env:NAME} is replaced "
      "in configs only, never in checkpoint or tokenizer. Write the path in full."},
     RuleScope::mapping,
     addresses,
     check_path_not_expanded},
    {{37, "FS037", "gated",
      "A model card without a checkpoint is a gated model to fairseq2, and a tokenizer card without a tokenizer a "
      "gated tokenizer: it is not loaded, and the error points to its url. That is right for what needs permission, "
      "and for a card that is only a base for others."},
     RuleScope::card,
     0,
     check_gated},
    {{41, "FS041", "trust-remote-code",
      "With trust_remote_code the transformers library imports Python code that comes with the model. Whoever can "
      "change the repository can then run code on this computer."},
     RuleScope::mapping,
     trios[0].mask(),
     check_trust_remote_code},
    {{43, "FS043", "yaml-surprise",
      "Some plain words and numbers are read by fairseq2 otherwise than people, or other readers of YAML, would "
      "expect: yes and no are text, 017 is 17, 2024-01-01 is a date. Quotes make it clear."},
     RuleScope::mapping,
     0,
     check_yaml_surprise},
    {{46, "FS046", "override-directive",
      "In a config's overrides _del_ is a list of names to drop first, and _set_ a mapping whose values replace whole "
      "ones at the end. Of another type they make the card fail when it is used; a name in _del_ that is not there is "
      "passed over."},
     RuleScope::mapping,
     trio_fields,
     check_override_directive},
    {{66, "FS066", "deep-chain",
      "fairseq2 follows bases by recursion, and Python allows it 1000 calls in all: a chain of more than 983 cards "
      "ends in an error when a card is asked for, a little sooner where the program itself is deep in calls. The "
      "cards load, but cannot be used."},
     RuleScope::card,
     mask_of(Field::base),
     check_deep_chain},
    {{68, "FS068", "family-missing",
      "model_arch and the overrides of a config are read by a family. A card without one, on itself and on its bases, "
      "fails when it is used as a model, dataset or tokenizer. A card that is only a base for others needs none."},
     RuleScope::card,
     trio_fields | mask_of(Field::model_arch),
     check_family_missing},
    {{69, "FS069", "config-chain",
      "The overrides of all cards of a chain are laid over each other, and over the config of the architecture that "
      "the first of them to name one asks for. Each may be right for itself, and all of them together make no config: "
      "one card sets to null what another has a mapping for, or a card names another family than the one that its "
      "base's overrides were written for. The card fails when it is used."},
     RuleScope::card,
     trio_fields | family_fields | mask_of(Field::model_arch),
     check_config_chain},
};

} // namespace

std::span<const CardRule> card_rules() noexcept { return table; }

} // namespace fairlead
