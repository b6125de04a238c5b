// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/variables.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace fairlead::ui {

namespace {

constexpr std::array variables = {
    KnownVariable{"FAIRSEQ2_ASSET_DIR", true, false},
    KnownVariable{"FAIRSEQ2_USER_ASSET_DIR", true, false},
    KnownVariable{"FAIRSEQ2_CACHE_DIR", true, false},
    KnownVariable{traceVariable, true, false},
    KnownVariable{"FAIRSEQ2_NO_PROGRESS", true, false},
    KnownVariable{"FAIRSEQ2_DEVICE", true, false},
    KnownVariable{"XDG_CONFIG_HOME", false, false},
    KnownVariable{"XDG_CACHE_HOME", false, false},
    KnownVariable{"RANK", false, false},
    KnownVariable{"WORLD_SIZE", false, false},
    KnownVariable{"LOCAL_RANK", false, false},
    KnownVariable{"LOCAL_WORLD_SIZE", false, false},
    KnownVariable{"CUDA_VISIBLE_DEVICES", false, false},
    KnownVariable{"HF_HOME", false, false},
    KnownVariable{"HF_HUB_CACHE", false, false},
    KnownVariable{"HF_HUB_OFFLINE", false, false},
    KnownVariable{"HF_ENDPOINT", false, false},
    KnownVariable{"HF_TOKEN", false, true},
};

// What ends a C string would end the value.
std::string valueOf(const QString& text) { return text.left(text.indexOf(QChar(u'\0'))).toStdString(); }

} // namespace

std::span<const KnownVariable> knownVariables() { return variables; }

std::vector<HostVariable> variableChanges(const SettingsValues& values, bool tracing, const VariableLookup& shell) {
    std::vector<HostVariable> changes;
    const auto change = [&](const std::string& name, std::optional<std::string> value) {
        const char* before = shell(name.c_str());
        const bool isSame = value ? before != nullptr && *value == before : before == nullptr;
        if (!isSame)
            changes.push_back({name, std::move(value)});
    };
    for (auto one = values.variables.begin(); one != values.variables.end(); ++one) {
        const std::string name = one.key().toStdString();
        if (name == traceVariable || one->here == VariableSetting::Here::AsInShell)
            continue;
        change(name, one->here == VariableSetting::Here::Set ? std::optional(valueOf(one->value)) : std::nullopt);
    }
    const bool isTracedInShell = shell(traceVariable) != nullptr;
    if (tracing != isTracedInShell)
        change(traceVariable, tracing ? std::optional<std::string>("1") : std::nullopt);
    return changes;
}

VariableLookup changedVariables(std::vector<HostVariable> changes, VariableLookup shell) {
    auto shared = std::make_shared<const std::vector<HostVariable>>(std::move(changes));
    return [shared, shell = std::move(shell)](const char* name) -> const char* {
        const auto change = std::ranges::find(*shared, std::string_view(name), &HostVariable::name);
        if (change == shared->end())
            return shell(name);
        return change->value ? change->value->c_str() : nullptr;
    };
}

} // namespace fairlead::ui
