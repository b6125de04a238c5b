// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS041 trust-remote-code: the config of `hg` passes it to transformers, which then runs code from the download.
#include "core/checks/rules/rules.h"

namespace fairlead {

namespace {

bool is_hugging_face(const CheckContext& context) {
    const ChainLink* const holder = context.chain.holder(Field::model_family);
    if (holder == nullptr) {
        return false;
    }
    const yaml::Value family = context.value_on(*holder, Field::model_family);
    return family.is_string() && family.string() == "hg";
}

} // namespace

void check_trust_remote_code(const CheckContext& context, Diagnostics& out) {
    for (const Field key : trios[0].keys) {
        const yaml::Value config = context.own.value(key);
        if (!config || !config.is_mapping()) {
            continue;
        }
        const auto entry = config.find_entry("trust_remote_code");
        if (!entry || entry->value.kind() != yaml::Kind::boolean || !entry->value.boolean() ||
            !is_hugging_face(context)) {
            continue;
        }
        const yaml::TextRange range{entry->key.range().begin,
                                    std::max(entry->key.range().end, entry->value.range().end)};
        out.add(41, Severity::warning, context, range,
                "trust_remote_code: true runs Python code from the download on this computer. Keep it only for "
                "repositories that you trust.")
            .short_message = "runs code";
    }
}

} // namespace fairlead
