// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QString>

#include <vector>

class QAction;

namespace fairlead::ui {

/// The keys of acts: the usual ones, and what is set in place of them. An act is known by its words and usual keys, so
/// that each page's own one has the same keys.
class Shortcuts : public QObject {
    Q_OBJECT

public:
    struct Act {
        QString name; ///< its words, without marks; what settings know it by
        QList<QKeySequence> usual;
    };

    using QObject::QObject;

    /// Takes note of actions (those that are null are not), and gives them the keys that are set.
    void adopt(const QList<QAction*>& actions);
    /// Keys by an act's name; an act that is not there has its usual ones.
    void setKeys(const QMap<QString, QList<QKeySequence>>& keys);

    /// In the order in which they were adopted, each once.
    [[nodiscard]] const std::vector<Act>& acts() const { return m_acts; }

private:
    [[nodiscard]] std::size_t actOf(const QString& name, const QList<QKeySequence>& usual);
    [[nodiscard]] QList<QKeySequence> keysOf(const Act& act) const { return m_keys.value(act.name, act.usual); }

    std::vector<Act> m_acts;
    struct Adopted {
        QPointer<QAction> action;
        std::size_t act; // in m_acts
    };
    std::vector<Adopted> m_actions;
    QMap<QString, QList<QKeySequence>> m_keys;
};

} // namespace fairlead::ui
