// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"
#include "ui/registry/registry_filter.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QTimer;

namespace fairlead::ui {

class RegistryModel;
class RegistryView;
class Theme;
class Workspace;

/// The registry with its filter: what is registered, which cards there are, where there is trouble.
class RegistryPanel : public QWidget {
    Q_OBJECT

public:
    RegistryPanel(Workspace& workspace, RegistryModel& model, const Theme& theme, QWidget* parent = nullptr);

    /// Unfolds the section and puts the cursor on it.
    void showSection(FamilyKind kind);
    void showSources();
    /// Puts the cursor on a row of a place, or on the folded row that hides it; where it is on one already, it stays.
    /// Tells nobody. Where the rows are behind the session, as while one types, a moment later. Of a place without a
    /// row nothing is selected, until there is one.
    void follow(const Location& location);
    /// The same for a place that the person went to: what hides its row is unfolded.
    void reveal(const Location& location);

    /// Which rows are unfolded, to be kept beyond this run.
    [[nodiscard]] QStringList unfolded() const;
    void unfold(const QStringList& rows);
    /// As it is at first: all sections, down to what stops the load.
    void unfoldByDefault();

public slots:
    void focusView();

signals:
    void locationChosen(const fairlead::ui::Location& location);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void focusFilter();
    void makeFilterLine(const Theme& theme);
    void applyFilter();
    void choose(const QModelIndex& index);
    void showMenu(const QPoint& position);
    void showRow(const QModelIndex& index);
    void wait(const Location& location, bool isToReveal);
    void goOn();
    [[nodiscard]] QModelIndex rowFor(const Location& location) const;
    [[nodiscard]] bool isFoldedAway(const QModelIndex& index) const;
    void updateEmpty();
    [[nodiscard]] QModelIndex sourceOf(const QModelIndex& index) const;

    Workspace& m_workspace;
    RegistryModel& m_model;
    RegistryFilter* m_filter;
    QLineEdit* m_text;
    QComboBox* m_scope;
    RegistryView* m_view;
    QLabel* m_empty;
    QTimer* m_typed;
    std::optional<Location> m_toFollow;          // when the rows have caught up
    bool m_isToReveal = false;                   // that place, whatever hides it
    std::optional<QStringList> m_unfoldedBefore; // the filter unfolds what it finds; then back to this
};

} // namespace fairlead::ui
