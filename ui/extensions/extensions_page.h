// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"
#include "ui/workspace/extensions_state.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QTableView;

namespace fairlead::ui {

class ExtensionFacts;
class ExtensionsHead;
class ExtensionsModel;
class Theme;
class TraceView;

/// Every extension with its state, and of the chosen one why it failed and what belongs to it.
class ExtensionsPage : public QWidget {
    Q_OBJECT

public:
    /// `theme` outlives it.
    explicit ExtensionsPage(const Theme& theme, QWidget* parent = nullptr);

    /// What a person chose stays chosen; until then it is the first one that failed.
    void setState(ExtensionsState state);
    /// Chooses an extension by its name, if it is there.
    void choose(const QString& name);
    [[nodiscard]] QString chosen() const;
    [[nodiscard]] Location location() const { return Location::ofExtension(chosen()); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

signals:
    void runWanted();
    void cancelWanted();
    void enabledWanted(const QString& extension, bool enabled);
    void placeActivated(const QString& file, int line);
    void linkActivated(const fairlead::ui::Location& location);
    void chosenChanged();

private:
    QWidget* makeTable(const Theme& theme);
    QWidget* makeDetail(const Theme& theme);
    void fillDetail();
    void scrollToChosen();
    [[nodiscard]] bool isStateCut() const;
    void fitColumns();
    void fitHeight();
    void copyTrace() const;
    void showMenu(const QPoint& position);
    [[nodiscard]] const ExtensionReport* chosenReport() const;

    const Theme& m_theme;
    ExtensionsState m_state;
    bool m_isUnfit = true; // its columns, for other rows or a run's end
    bool m_isFilling = false;
    bool m_isScrolled = false; // by the person
    bool m_isTooLow = false;   // for the height that its rows want
    QString m_wanted;          // chosen by the person: it is again, when it has come
    ExtensionsModel* m_model;
    ExtensionsHead* m_head;
    QTableView* m_table;
    QLabel* m_title;
    QPushButton* m_copy;
    QPushButton* m_switch;
    QLabel* m_noTrace;
    TraceView* m_trace;
    ExtensionFacts* m_facts;
    QLabel* m_empty;
    QStackedLayout* m_stack;
};

} // namespace fairlead::ui
