// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/container/missing.h"

#include <string>
#include <utility>

namespace fairlead {
inline namespace abi1 {
namespace container {
namespace {

constexpr std::size_t most_keys_named = 10;

std::string asker_text(const Key& key, const Registration* asked_by) {
    std::string text = key ? "Asked for under the key " + *key : "Asked for without a key";
    if (asked_by != nullptr) {
        const Key& own_key = asked_by->key;
        text += " by `" + asked_by->kls.printed() + "`" + (own_key ? " with key " + *own_key : std::string());
        text += " (" + asked_by->registrant.printed() + ")";
    }
    return text + ".";
}

std::string keys_text(std::span<const Key> keys) {
    if (keys.empty())
        return {};
    std::string text = " It is registered ";
    std::size_t named = 0;
    for (const Key& key : keys) {
        if (named == most_keys_named) {
            text += " and " + std::to_string(keys.size() - named) + " more";
            break;
        }
        text += (named++ == 0 ? "" : ", ") + (key ? "with key " + *key : "without a key");
    }
    return text + ".";
}

std::vector<Registrant> registrants_of(std::initializer_list<const Registration*> registrations) {
    std::vector<Registrant> registrants;
    for (const Registration* registration : registrations)
        if (registration != nullptr)
            registrants.push_back(registration->registrant);
    return registrants;
}

} // namespace

DependencyNotFoundError missing_dependency(const TypeId& kls, const Key& key, const Registration* asked_by,
                                           std::span<const Key> keys) {
    // The blank at the end is fairseq2's.
    std::string text =
        "No registered provider found for `" + kls.printed() + "`" + (key ? " with key " + *key + ". " : ".");
    return {kls, key, std::move(text), asker_text(key, asked_by) + keys_text(keys), registrants_of({asked_by})};
}

DependencyNotFoundError empty_dependency(const Registration& registration, const Registration* asked_by) {
    const TypeId& kls = registration.kls;
    const Key& key = registration.key;
    std::string text = "Registered provider for `" + kls.printed() + "`" + (key ? " with key " + *key : std::string()) +
                       " returned `None`.";
    return {kls, key, std::move(text),
            asker_text(key, asked_by) + " It is registered by " + registration.registrant.printed() + ".",
            registrants_of({asked_by, &registration})};
}

} // namespace container
} // namespace abi1
} // namespace fairlead
