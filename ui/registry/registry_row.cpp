// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/registry_row.h"

#include <cstring>

namespace fairlead::ui {

QString RegistryRow::foldedDetail() const {
    if (!hidesTrouble())
        return detail;
    return detail.isEmpty() ? wordOf(trouble) : wordOf(trouble) + QStringLiteral(" · ") + detail;
}

RegistryRow& RegistryRow::append(std::unique_ptr<RegistryRow> child) {
    child->parent = this;
    child->row = static_cast<int>(children.size());
    children.push_back(std::move(child));
    return *children.back();
}

void RegistryRow::renumber(std::size_t from) {
    for (std::size_t index = from; index < children.size(); ++index) {
        children[index]->parent = this;
        children[index]->row = static_cast<int>(index);
    }
}

bool RegistryRow::takeOver(const RegistryRow& other) {
    const bool changed = trouble != other.trouble || yours != other.yours || std::strcmp(icon, other.icon) != 0 ||
                         text != other.text || detail != other.detail;
    trouble = other.trouble;
    yours = other.yours;
    icon = other.icon;
    card = other.card;
    key = other.key;
    text = other.text;
    detail = other.detail;
    explanation = other.explanation;
    path = other.path;
    return changed;
}

} // namespace fairlead::ui
