// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QString>

namespace fairlead::ui {

/// The rows of the registry that a person asked for: by a text in their names, by whose they are, by trouble. What is
/// above a row that stays, stays; what is below a row whose name has the text stays too.
class RegistryFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Scope { All, Yours, WithProblems };

    explicit RegistryFilter(QObject* parent = nullptr);

    void setWanted(const QString& text, Scope scope);
    [[nodiscard]] bool isFiltering() const { return !m_text.isEmpty() || m_scope != Scope::All; }
    [[nodiscard]] const QString& text() const { return m_text; }

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    [[nodiscard]] bool isInScope(const QModelIndex& index) const;
    [[nodiscard]] bool hasText(const QModelIndex& index) const;

    QString m_text;
    Scope m_scope = Scope::All;
};

} // namespace fairlead::ui
