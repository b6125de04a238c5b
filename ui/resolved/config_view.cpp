// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resolved/config_view.h"

#include "core/checks/suggest.h"
#include "core/registry/config_json.h"
#include "core/registry/json_tree.h"
#include "core/registry/json_writer.h"
#include "ui/buffers/buffer_key.h"
#include "ui/buffers/places.h"
#include "ui/problems/diagnostic_words.h"
#include "ui/resolved/resolved_tree.h"
#include "ui/resolved/value_nodes.h"
#include "ui/text/shortened.h"

#include <QCoreApplication>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr std::size_t longestValue = 400;

QString tr(const char* text) { return QCoreApplication::translate("fairlead::ui::ConfigView", text); }

QString valueText(const ConfigValue& value) {
    JsonWriter json;
    write_config(json, value);
    const std::string text = one_line(json_tree(std::move(json).take()));
    if (value.is_string() && text.empty())
        return QStringLiteral("\"\"");
    return shortenedUtf8(text, longestValue);
}

class Rows {
public:
    Rows(const CheckSession& session, const CardConfigs& configs, CardRef own)
        : m_catalog(session.catalog()), m_configs(configs), m_own(own) {}

    std::vector<ConfigRow> of(const CardConfig& config) {
        const auto before = config_leaves(m_configs.registry(), config.class_name, config.base);
        for (const ConfigLeaf& leaf : config_leaves(m_configs.registry(), config.class_name, config.loaded.config)) {
            ConfigRow row;
            row.field = toText(leaf.path);
            row.now = valueText(*leaf.value);
            const auto base = std::ranges::find(before, leaf.path, &ConfigLeaf::path);
            row.before = base == before.end() ? tr("none") : valueText(*base->value);
            row.variables = toText(leaf.value->variables());
            setPlace(row, leaf.origin());
            m_rows.push_back(std::move(row));
        }
        for (const ConfigIssue& issue : config.loaded.issues)
            addIssue(issue);
        return std::move(m_rows);
    }

private:
    void setPlace(ConfigRow& row, const ConfigOrigin& origin) const {
        if (origin.from != ConfigOrigin::From::card)
            return;
        const yaml::Stream& stream = m_catalog.file(origin.card.file).stream;
        const ValueNodes nodes(keyOfFile(m_catalog, origin.card.file),
                               static_cast<qint64>(stream.begin_of(origin.card.document)));
        row.card = titleOf(m_catalog, origin.card);
        row.line = static_cast<int>(stream.position(origin.card.document, origin.range.begin).line);
        row.isOwn = origin.card == m_own;
        row.place = nodes.placeOf(origin.range);
    }

    // A value that does not fit stands in the row of its field, a field that is not there in one of its own.
    void addIssue(const ConfigIssue& issue) {
        if (issue.value.origin().from != ConfigOrigin::From::card || issue.path.empty())
            return;
        const bool unknown = issue.what == ConfigIssue::What::unknown_key;
        if (!unknown && issue.what != ConfigIssue::What::value && issue.what != ConfigIssue::What::overflow &&
            issue.what != ConfigIssue::What::unsupported && issue.what != ConfigIssue::What::not_a_mapping)
            return;
        const QString path = toText(issue.path.substr(0, issue.path.find('[')));
        auto row = std::ranges::find(m_rows, path, &ConfigRow::field);
        if (row == m_rows.end()) {
            row = m_rows.insert(m_rows.end(), ConfigRow{});
            row->field = path;
            row->before = unknown ? tr("no such field") : tr("a config");
            row->isUnknown = true;
        }
        row->now = valueText(issue.value);
        row->trouble = toText(issue.text);
        setPlace(*row, issue.key.origin().from == ConfigOrigin::From::card ? issue.key.origin() : issue.value.origin());
    }

    const Catalog& m_catalog;
    const CardConfigs& m_configs;
    CardRef m_own;
    std::vector<ConfigRow> m_rows;
};

/// The architecture that was most likely meant by one that is none; empty: none is near.
std::string nearestArchitecture(const RegistrySnapshot& registry, const FamilyRecord& family, std::string_view wrong) {
    return nearest_name(wrong, [&](const std::function<void(std::string_view)>& offer) {
        for (const ArchitectureRecord* architecture : registry.architectures_of(family))
            offer(architecture->name);
    });
}

QString baseText(const CardConfig& config, bool nearest) {
    if (config.architecture.empty())
        return tr("class default");
    return nearest ? tr("%1 (nearest)").arg(toText(config.architecture)) : toText(config.architecture);
}

QString causeText(const ConfigError& error) {
    QString text = toText(error.error.type) + QStringLiteral(": ") + toText(error.error.message);
    if (!error.causes.empty())
        text += QLatin1Char(' ') + toText(error.causes.back().message);
    return text;
}

std::optional<ConfigView> viewOf(const CheckSession& session, const CardConfigs& configs, const ResolvedCard& resolved,
                                 CardRef ref, FamilyKind kind, const std::string& environment) {
    auto config = card_config(configs, session.catalog(), resolved, kind, environment);
    if (!config)
        return std::nullopt;
    ConfigView view;
    view.kind = kind;
    if (config->loaded.error) {
        view.words = tr("fairseq2 makes no config of this.");
        view.fairseq2Says = causeText(*config->loaded.error);
    } else if (!config->loaded.not_known.empty()) {
        view.words = tr("Not known for certain: %1").arg(toText(config->loaded.not_known.front()));
    }
    bool nearest = false;
    const ResolvedField* architecture = resolved.field("model_arch");
    const FamilyRecord* family = configs.registry().find_family(kind, config->family);
    if (config->base.is_null() && family != nullptr && kind == FamilyKind::model) {
        const std::string wrong =
            architecture && architecture->value.is_string() ? std::string(architecture->value.string()) : std::string();
        std::string name = nearestArchitecture(configs.registry(), *family, wrong);
        if (const auto all = configs.registry().architectures_of(*family);
            name.empty() && !family->default_config && !all.empty())
            name = all.front()->name;
        if (auto other = card_config(configs, session.catalog(), resolved, kind, environment, name)) {
            config = std::move(other);
            nearest = true;
            view.instead = name;
        }
    }
    view.className = toText(config->class_name.substr(config->class_name.rfind('.') + 1));
    view.base = baseText(*config, nearest);
    view.isClassDefault = config->architecture.empty();
    if (!config->base.is_null())
        view.rows = Rows(session, configs, ref).of(*config);
    return view;
}

} // namespace

std::vector<ConfigView> configViews(const CheckSession& session, const CardConfigs& configs, CardRef card,
                                    const QString& environment) {
    std::vector<ConfigView> views;
    if (!session.catalog().card(card).is_card())
        return views;
    const std::string added = environment.toStdString();
    const ResolvedCard resolved = resolve_card(session.catalog(), session.catalog().asked_name(card), added);
    if (resolved.error)
        return views;
    for (const FamilyKind kind : {FamilyKind::model, FamilyKind::dataset, FamilyKind::tokenizer})
        if (auto view = viewOf(session, configs, resolved, card, kind, added))
            views.push_back(std::move(*view));
    return views;
}

} // namespace fairlead::ui
