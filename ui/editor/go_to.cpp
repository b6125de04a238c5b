// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/go_to.h"

#include "core/assets/resolve.h"
#include "ui/buffers/places.h"
#include "ui/problems/diagnostic_words.h"

namespace fairlead::ui {

namespace {

std::optional<Location> toCard(const Catalog& catalog, std::string_view name, std::string_view environment) {
    const auto card = catalog.find(name, environment);
    return card ? std::optional(locationOf(catalog, *card)) : std::nullopt;
}

// `m` or `m@env`, as tokenizer_ref may have it.
std::optional<Location> toReference(const Catalog& catalog, std::string_view reference) {
    const std::size_t sign = reference.find('@');
    if (sign == std::string_view::npos)
        return toCard(catalog, reference, {});
    return toCard(catalog, reference.substr(0, sign), reference.substr(sign + 1));
}

std::optional<Location> toOtherOwner(const Catalog& catalog, CardRef ref) {
    const Card& card = catalog.card(ref);
    if (!card.is_card())
        return std::nullopt;
    for (const CardRef other : catalog.find_all(card.name, card.environment))
        if (other != ref)
            return locationOf(catalog, other);
    return card.environment.empty() ? std::nullopt : toCard(catalog, card.name, {});
}

std::optional<Location> toFamily(const CheckSession& session, FamilyKind kind, std::string_view name) {
    if (session.registry() == nullptr || session.registry()->find_family(kind, name) == nullptr)
        return std::nullopt;
    return Location::ofFamily(kind, toText(name));
}

std::optional<Location> toArchitecture(const CheckSession& session, CardRef ref, const yaml::Value& root,
                                       std::string_view name) {
    std::string family;
    if (const yaml::Value own = root.find("model_family"); own && own.is_string()) {
        family = own.string();
    } else if (const Card& card = session.catalog().card(ref); card.is_card()) {
        const ResolvedCard resolved = resolve_card(session.catalog(), card.name, card.environment);
        if (const ResolvedField* field = resolved.field("model_family"); field != nullptr && field->value.is_string())
            family = field->value.string();
    }
    const FamilyRecord* record =
        session.registry() == nullptr ? nullptr : session.registry()->find_family(FamilyKind::model, family);
    if (record == nullptr || session.registry()->find_architecture(*record, name) == nullptr)
        return std::nullopt;
    return Location::ofArchitecture(QString::fromStdString(family), toText(name));
}

std::optional<Location> targetOf(const CheckSession& session, CardRef ref, const yaml::Value& root,
                                 const yaml::Value::Entry& entry) {
    if (!entry.key.is_string() || !entry.value.is_string())
        return std::nullopt;
    const std::string_view key = entry.key.string();
    const std::string_view value = entry.value.string();
    if (key == "name")
        return toOtherOwner(session.catalog(), ref);
    if (key == "base")
        return toCard(session.catalog(), value, {});
    if (key == "tokenizer_ref")
        return toReference(session.catalog(), value);
    if (key == "model_family")
        return toFamily(session, FamilyKind::model, value);
    if (key == "tokenizer_family")
        return toFamily(session, FamilyKind::tokenizer, value);
    if (key == "dataset_family")
        return toFamily(session, FamilyKind::dataset, value);
    return key == "model_arch" ? toArchitecture(session, ref, root, value) : std::nullopt;
}

} // namespace

std::optional<GoTo> goToAt(const CheckSession& session, quint32 file, qint64 offset) {
    const Catalog& catalog = session.catalog();
    const auto ref = documentAt(catalog, file, offset);
    if (!ref)
        return std::nullopt;
    const yaml::Value root = catalog.document(*ref).root();
    if (!root || root.kind() != yaml::Kind::mapping)
        return std::nullopt;
    const auto begin = static_cast<qint64>(catalog.file(file).stream.begin_of(ref->document));
    for (const yaml::Value::Entry& entry : root.entries()) {
        const ByteRange key{begin + entry.key.range().begin, begin + entry.key.range().end};
        const ByteRange value{begin + entry.value.range().begin, begin + entry.value.range().end};
        if (entry.merged || (!key.holds(offset) && !value.holds(offset)))
            continue;
        if (const auto target = targetOf(session, *ref, root, entry))
            return GoTo{value, *target};
    }
    return std::nullopt;
}

} // namespace fairlead::ui
