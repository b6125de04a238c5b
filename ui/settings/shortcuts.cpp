// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shortcuts.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>

#include <algorithm>

namespace fairlead::ui {

namespace {

QString nameOf(const QAction& action) {
    QString name = action.text();
    name.remove(u'&').remove(u'…').replace(u'/', u' ');
    name = name.trimmed();
    const bool isOfDock = qobject_cast<const QDockWidget*>(action.parent()) != nullptr;
    return isOfDock && !name.isEmpty() ? Shortcuts::tr("Show %1").arg(name) : name;
}

} // namespace

std::size_t Shortcuts::actOf(const QString& name, const QList<QKeySequence>& usual) {
    QString unique = name;
    for (int number = 2;; ++number) {
        const auto found = std::ranges::find(m_acts, unique, &Act::name);
        if (found == m_acts.end()) {
            m_acts.push_back({unique, usual});
            return m_acts.size() - 1;
        }
        if (found->usual == usual)
            return static_cast<std::size_t>(found - m_acts.begin());
        unique = QStringLiteral("%1 (%2)").arg(name, QString::number(number)); // another act in the same words
    }
}

void Shortcuts::adopt(const QList<QAction*>& actions) {
    std::erase_if(m_actions, [](const Adopted& adopted) { return adopted.action.isNull(); });
    for (QAction* action : actions) {
        if (!action || action->isSeparator() || action->menu())
            continue;
        const QString name = nameOf(*action);
        if (name.isEmpty())
            continue;
        const std::size_t act = actOf(name, action->shortcuts());
        m_actions.push_back({action, act});
        if (m_keys.contains(m_acts[act].name))
            action->setShortcuts(keysOf(m_acts[act]));
    }
}

void Shortcuts::setKeys(const QMap<QString, QList<QKeySequence>>& keys) {
    if (keys == m_keys)
        return;
    m_keys = keys;
    for (const Adopted& adopted : m_actions)
        if (adopted.action)
            adopted.action->setShortcuts(keysOf(m_acts[adopted.act]));
}

} // namespace fairlead::ui
