// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/catalog.h"
#include "core/registry/snapshot.h"
#include "ui/registry/trouble.h"

#include <QString>

#include <memory>
#include <vector>

namespace fairlead::ui {

/// What a row of the registry stands for.
enum class RowKind : std::uint8_t {
    Root,
    Section, ///< Models, Tokenizers, Datasets, Sources, Extensions
    Family,
    Group, ///< of a family: Architectures, Your cards, Package cards
    Architecture,
    Card, ///< of a family
    Source,
    File,
    Document, ///< of a file: a card, or what should be one
    Note,     ///< of a source: what was not read
    Extension,
};

/// A row and what is below it. Texts are made when the tree is built, so that a row never points into a session that
/// has changed since.
struct RegistryRow {
    RowKind kind = RowKind::Root;
    FamilyKind familyKind = FamilyKind::model;
    Trouble trouble = Trouble::None; ///< the worst of this and of what is below
    bool yours = false;              ///< of the person's own sources, or above something that is
    const char* icon = "";           ///< of the set
    CardRef card;                    ///< of a Card or Document; of a File its `file`; of a Source its index as `file`
    QString key;                     ///< tells it from its siblings, and stays when they change
    QString text;
    QString detail;      ///< the second column: a count, or a word for trouble
    QString explanation; ///< a sentence for the tool tip; may be empty
    QString path;        ///< on disk, of a Source, File or Note; empty if it has none

    RegistryRow* parent = nullptr;
    int row = 0; ///< among its siblings
    std::vector<std::unique_ptr<RegistryRow>> children;

    /// Its mark and word stand on rows below it, and on it while it is folded.
    [[nodiscard]] bool hidesTrouble() const {
        return trouble != Trouble::None &&
               (kind == RowKind::Section || kind == RowKind::Family || kind == RowKind::Group);
    }
    /// What a folded row says in the second column: `errors · 15 families`.
    [[nodiscard]] QString foldedDetail() const;
    RegistryRow& append(std::unique_ptr<RegistryRow> child);
    /// Puts `row` and `parent` of the children right, from one of them on.
    void renumber(std::size_t from = 0);
    /// Takes over all that is seen of another row with the same place; not its children. True if anything changed.
    bool takeOver(const RegistryRow& other);
};

} // namespace fairlead::ui
