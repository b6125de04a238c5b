// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/card_copy.h"

namespace fairlead::ui {

QByteArray copyOfCard(const Catalog& catalog, CardRef ref) {
    const yaml::Document& document = catalog.document(ref);
    std::string text(document.text());
    if (const yaml::Value root = document.root())
        if (const yaml::Value name = root.find("name"); name && name.is_string() && !name.is_alias()) {
            const bool quoted =
                name.style() == yaml::Style::single_quoted || name.style() == yaml::Style::double_quoted;
            text.insert(name.range().begin + (quoted ? 1 : 0), "my_");
        }
    const yaml::TextRange marker = document.marker();
    if (marker.size() > 0)
        text.erase(0, text.find_first_not_of(" \t\r\n", marker.end));
    else
        text.erase(0, std::min(text.find_first_not_of("\r\n"), text.size()));
    while (text.ends_with("\n\n"))
        text.pop_back();
    return QByteArray::fromStdString(text);
}

} // namespace fairlead::ui
