// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resolved/value_nodes.h"

#include "ui/text/shortened.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int mostNodes = 2000;
constexpr std::size_t mostLevels = 24;
constexpr std::size_t longestValue = 400; // bytes; the rest is in the text

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("fairlead::ui::ValueNodes", text, nullptr, n);
}

bool isHolder(const yaml::Value& value) {
    switch (value.kind()) {
    case yaml::Kind::list:
    case yaml::Kind::tuple:
    case yaml::Kind::set:
    case yaml::Kind::mapping:
    case yaml::Kind::omap:
    case yaml::Kind::pairs:
        return true;
    default:
        return false;
    }
}

QString oneLine(std::string_view text) {
    return shortenedUtf8(text, longestValue)
        .replace(QLatin1Char('\n'), QChar(0x23CE))
        .replace(QLatin1Char('\r'), QString());
}

} // namespace

QString valueText(const yaml::Value& value) {
    switch (value.kind()) {
    case yaml::Kind::null:
        return QStringLiteral("null");
    case yaml::Kind::boolean:
        return value.boolean() ? QStringLiteral("true") : QStringLiteral("false");
    case yaml::Kind::integer:
        return oneLine(value.integer_text());
    case yaml::Kind::real:
        return QString::number(value.real(), 'g', QLocale::FloatingPointShortest);
    case yaml::Kind::string:
        return value.string().empty() ? QStringLiteral("\"\"") : oneLine(value.string());
    case yaml::Kind::date:
    case yaml::Kind::datetime:
        return toText(value.iso());
    case yaml::Kind::bytes:
        return tr("%n byte(s)", static_cast<int>(value.bytes().size()));
    case yaml::Kind::mapping:
    case yaml::Kind::omap:
        return tr("%n field(s)", static_cast<int>(value.size()));
    default:
        return tr("%n item(s)", static_cast<int>(value.size()));
    }
}

bool ValueNodes::mayGoOn() const { return m_count < mostNodes && m_above.size() < mostLevels; }

Location ValueNodes::placeOf(yaml::TextRange range) const {
    return Location::inFile(m_key, m_begin + range.begin, m_begin + range.end);
}

ResolvedNode ValueNodes::nodeOf(QString name, const yaml::Value& value) {
    ++m_count;
    ResolvedNode node;
    node.name = std::move(name);
    node.value = valueText(value);
    node.type = toText(yaml::python_type_name(value));
    node.isHolder = isHolder(value);
    node.place = placeOf(value.range());
    node.children = childrenOf(value);
    return node;
}

std::vector<ResolvedNode> ValueNodes::childrenOf(const yaml::Value& value) {
    std::vector<ResolvedNode> nodes;
    if (!isHolder(value) || value.size() == 0)
        return nodes;
    ResolvedNode more;
    more.name = QStringLiteral("…");
    more.value = tr("more than is shown here");
    more.isHolder = true;
    more.place = placeOf(value.range());
    if (!mayGoOn() || std::ranges::find(m_above, value.identity()) != m_above.end()) {
        nodes.push_back(more);
        return nodes;
    }
    m_above.push_back(value.identity());
    if (value.is_mapping() || value.kind() == yaml::Kind::pairs) {
        for (const yaml::Value::Entry& entry : value.entries()) {
            nodes.push_back(mayGoOn() ? nodeOf(valueText(entry.key), entry.value) : more);
            if (!mayGoOn())
                break;
        }
    } else {
        int number = 0;
        for (const yaml::Value& element : value.elements()) {
            nodes.push_back(mayGoOn() ? nodeOf(QString::number(++number), element) : more);
            if (!mayGoOn())
                break;
        }
    }
    m_above.pop_back();
    return nodes;
}

} // namespace fairlead::ui
