// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resolved/resolved_tree.h"

#include "ui/buffers/buffer_key.h"
#include "ui/buffers/places.h"
#include "ui/resolved/value_nodes.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace fairlead::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("fairlead::ui::ResolvedView", text); }

constexpr std::size_t mostFields = 1000;

bool overlap(yaml::TextRange left, yaml::TextRange right) { return left.begin <= right.end && right.begin <= left.end; }

// The findings that count in a field, by card: its errors and warnings.
class Troubles {
public:
    explicit Troubles(const CheckSession& session) : m_session(session) {}

    // The worst one whose place is in the field, its key included.
    void find(const ResolvedField& field, ResolvedNode& node) {
        const yaml::TextRange range{std::min(field.key.range().begin, field.value.range().begin),
                                    std::max(field.key.range().end, field.value.range().end)};
        for (const Diagnostic* diagnostic : of(field.card)) {
            const Weight weight = weightOf(*diagnostic);
            if (!overlap(diagnostic->place->range, range) || (node.trouble && *node.trouble <= weight))
                continue;
            node.trouble = weight;
            node.troubleText = messageOf(m_session.catalog(), *diagnostic);
        }
    }

private:
    const std::vector<const Diagnostic*>& of(CardRef card) {
        const auto [found, isNew] = m_byCard.try_emplace({card.file, card.document});
        if (isNew) {
            found->second = m_session.diagnostics_of(card);
            std::erase_if(found->second, [&](const Diagnostic* diagnostic) {
                return weightOf(*diagnostic) == Weight::Info || !diagnostic->place ||
                       diagnostic->place->file != card.file || diagnostic->place->document != card.document;
            });
        }
        return found->second;
    }

    const CheckSession& m_session;
    std::map<std::pair<quint32, quint32>, std::vector<const Diagnostic*>> m_byCard;
};

ResolvedNode nodeOf(const Catalog& catalog, Troubles& troubles, const ResolvedField& field, CardRef own) {
    const yaml::Stream& stream = catalog.file(field.card.file).stream;
    ValueNodes nodes(keyOfFile(catalog, field.card.file), static_cast<qint64>(stream.begin_of(field.card.document)));
    ResolvedNode node;
    node.name = valueText(field.key);
    node.value = valueText(field.value);
    node.type = toText(yaml::python_type_name(field.value));
    node.children = nodes.childrenOf(field.value);
    node.isHolder = !node.children.empty();
    node.card = titleOf(catalog, field.card);
    node.line = static_cast<int>(stream.position(field.card.document, field.key.range().begin).line);
    node.isOwn = field.card == own;
    node.place = nodes.placeOf(field.value.range());
    troubles.find(field, node);
    return node;
}

// Why a document is no card, in words; fairseq2's own are in the finding.
QString whyNot(const CheckSession& session, CardRef card) {
    for (const Diagnostic* diagnostic : session.diagnostics_of(card))
        if (diagnostic->load)
            return messageOf(session.catalog(), *diagnostic);
    return session.catalog().card(card).state == CardState::no_document ? tr("There is no card here.")
                                                                        : tr("This document is no card.");
}

QString saysOf(const CheckSession& session, CardRef card) {
    for (const Diagnostic* diagnostic : session.diagnostics_of(card))
        if (diagnostic->load && !diagnostic->fairseq2_says.empty())
            return toText(diagnostic->fairseq2_says);
    return {};
}

} // namespace

ResolvedView resolvedView(const CheckSession& session, CardRef ref, const QString& environment) {
    const Catalog& catalog = session.catalog();
    ResolvedView view;
    view.title = titleOf(catalog, ref);
    const Card& card = catalog.card(ref);
    if (!card.is_card()) {
        view.words = whyNot(session, ref);
        view.fairseq2Says = saysOf(session, ref);
        return view;
    }
    const ResolvedCard resolved = resolve_card(catalog, catalog.asked_name(ref), environment.toStdString());
    for (const CardRef link : resolved.chain)
        view.chain.push_back({titleOf(catalog, link), locationOf(catalog, link), link == ref});
    std::vector<const ResolvedField*> fields;
    fields.reserve(resolved.fields.size());
    for (const ResolvedField& field : resolved.fields)
        fields.push_back(&field);
    std::ranges::stable_sort(fields, {}, &ResolvedField::name);
    if (fields.size() > mostFields) {
        view.moreFields = static_cast<int>(fields.size() - mostFields);
        fields.resize(mostFields);
    }
    Troubles troubles(session);
    for (const ResolvedField* field : fields)
        view.fields.push_back(nodeOf(catalog, troubles, *field, ref));
    if (resolved.error) {
        view.words = tr("fairseq2 cannot resolve this card.");
        view.fairseq2Says = toText(resolved.error->type) + QStringLiteral(": ") + toText(resolved.error->message);
    } else if (std::ranges::find(resolved.chain, ref) == resolved.chain.end()) {
        view.words = tr("Another card of this name comes first: that one is resolved here.");
    }
    return view;
}

} // namespace fairlead::ui
