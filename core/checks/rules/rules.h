// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/check_context.h"

namespace fairlead {

// One function a rule; what each says to people is in card_rules.cpp and sources_rules.cpp.

// What cannot be read (unreadable_document.cpp).
void check_yaml_syntax(const CheckContext& context, Diagnostics& out);
void check_duplicate_key(const CheckContext& context, Diagnostics& out);
void check_yaml_directive(const CheckContext& context, Diagnostics& out);
void check_tab(const CheckContext& context, Diagnostics& out);

// Documents and names.
void check_empty_document(const CheckContext& context, Diagnostics& out);
void check_not_a_card(const CheckContext& context, Diagnostics& out);
void check_name_missing(const CheckContext& context, Diagnostics& out);
void check_name_invalid(const CheckContext& context, Diagnostics& out);
void check_base_invalid(const CheckContext& context, Diagnostics& out);
void check_duplicate_name(const CheckContext& context, Diagnostics& out);

// Sources.
void check_source_missing(const SourcesContext& context, Diagnostics& out);
void check_file_ignored(const SourcesContext& context, Diagnostics& out);
void check_source_nested(const SourcesContext& context, Diagnostics& out);

// Between cards.
void check_base_unknown(const CheckContext& context, Diagnostics& out);
void check_base_cycle(const CheckContext& context, Diagnostics& out);
void check_deep_chain(const CheckContext& context, Diagnostics& out);
void check_environment_orphan(const CheckContext& context, Diagnostics& out);
void check_tokenizer_ref_unknown(const CheckContext& context, Diagnostics& out);
void check_tokenizer_ref_cycle(const CheckContext& context, Diagnostics& out);
void check_environment_unknown(const CheckContext& context, Diagnostics& out);

// Families and architectures.
void check_unknown_family(const CheckContext& context, Diagnostics& out);
void check_unknown_architecture(const CheckContext& context, Diagnostics& out);
void check_family_missing(const CheckContext& context, Diagnostics& out);
void check_config_chain(const CheckContext& context, Diagnostics& out);

// Fields.
void check_field_type(const CheckContext& context, Diagnostics& out);
void check_config_unknown_key(const CheckContext& context, Diagnostics& out);
void check_config_type(const CheckContext& context, Diagnostics& out);
void check_override_directive(const CheckContext& context, Diagnostics& out);
void check_config_ignored(const CheckContext& context, Diagnostics& out);
void check_unknown_field(const CheckContext& context, Diagnostics& out);
void check_legacy_field(const CheckContext& context, Diagnostics& out);
void check_null_masks(const CheckContext& context, Diagnostics& out);
void check_path_not_expanded(const CheckContext& context, Diagnostics& out);
void check_gated(const CheckContext& context, Diagnostics& out);
void check_trust_remote_code(const CheckContext& context, Diagnostics& out);
void check_yaml_surprise(const CheckContext& context, Diagnostics& out);

// Extensions (extensions.cpp).
void check_extension_import(const SourcesContext& context, Diagnostics& out);
void check_extension_signature(const SourcesContext& context, Diagnostics& out);
void check_extension_failed(const SourcesContext& context, Diagnostics& out);
void check_extension_exit(const SourcesContext& context, Diagnostics& out);
void check_extension_timeout(const SourcesContext& context, Diagnostics& out);
void check_extension_crash(const SourcesContext& context, Diagnostics& out);
void check_registration_conflict(const SourcesContext& context, Diagnostics& out);
void check_extension_freezes(const SourcesContext& context, Diagnostics& out);

} // namespace fairlead
