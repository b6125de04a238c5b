// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"
#include "ui/registry/document_names.h"
#include "ui/registry/registry_row.h"

#include <QAbstractItemModel>

#include <memory>
#include <set>

class QTimer;

namespace fairlead::ui {

class Theme;
class Workspace;

/// The registry and the open sources as a tree: families with architectures and cards, sources with files and cards.
///
/// Follows the workspace: an edit changes, adds and removes only the rows that it concerns, a moment later, so that
/// what is selected and unfolded stays.
class RegistryModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { NameColumn, DetailColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< RowKind as int
        TroubleRole,                 ///< Trouble as int
        YoursRole,
        DetailRole,       ///< the text of the second column, from either
        FoldedDetailRole, ///< the same of a folded row: what is wrong below it goes first
        HidesTroubleRole, ///< a folded row needs the mark of what is below it
        PathRole,         ///< on disk; empty if there is none
        UnsavedRole,      ///< a file with text that is not saved, or a source that holds one
    };

    RegistryModel(const Workspace& workspace, const Theme& theme, QObject* parent = nullptr);
    ~RegistryModel() override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const RegistryRow& row(const QModelIndex& index) const;
    /// Where a row leads to, by the session as it is now; none for what only holds other rows.
    [[nodiscard]] std::optional<Location> locationOf(const QModelIndex& index);
    /// A row that leads there: of a file with a place in it the card at that place. Invalid: none.
    [[nodiscard]] QModelIndex indexOf(const Location& location);
    /// All of them: a card has a row below each of its families too. That of `indexOf` comes last.
    [[nodiscard]] QModelIndexList indexesOf(const Location& location);
    [[nodiscard]] QModelIndex section(FamilyKind kind) const;
    [[nodiscard]] QModelIndex sourcesSection() const;
    /// Invalid for a recording, which has none.
    [[nodiscard]] QModelIndex extensionsSection() const;

    /// The keys from the section down, to name a row beyond this run, and back.
    [[nodiscard]] QStringList keyPath(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOfKeys(const QStringList& keys) const;

    /// The session has changed since the rows were made: an edit a moment ago, a load that others hear of first.
    [[nodiscard]] bool isBehind() const;

    /// The files of the present session whose text is not saved.
    void setUnsaved(std::set<quint32> files);

public slots:
    /// Catches up with the workspace at once.
    void update();

signals:
    /// The rows are those of the session as it is now.
    void updated();

private:
    void sync(RegistryRow& current, RegistryRow& wanted);
    void arrange(RegistryRow& current, RegistryRow& wanted);
    void dropRows(RegistryRow& parent, std::size_t first, std::size_t count);
    void takeRows(RegistryRow& parent, std::size_t first, RegistryRow& from, std::size_t begin, std::size_t count);
    void moveRow(RegistryRow& parent, std::size_t from, std::size_t to);
    [[nodiscard]] QModelIndex indexFor(const RegistryRow& row, int column = NameColumn) const;
    [[nodiscard]] bool isUnsaved(const RegistryRow& row) const;

    void catchUp();
    [[nodiscard]] std::optional<quint32> fileAt(const QString& key);

    const Workspace& m_workspace;
    const Theme& m_theme;
    DocumentNames m_names;
    std::unique_ptr<RegistryRow> m_root;
    std::set<quint32> m_unsaved;
    QTimer* m_soon;
    const CheckSession* m_shown; // that the rows were made of; only compared
    QString m_askedKey;          // of the file that was asked for last in that session: a cursor that moves asks again
    std::optional<quint32> m_askedFile;
};

} // namespace fairlead::ui
