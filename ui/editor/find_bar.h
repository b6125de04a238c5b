// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/text_search.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace fairlead::ui {

class FindOptions;
class Theme;

/// Find and replace in an editor, in a strip above the text. Every place is marked while it is open. A bad regular
/// expression is explained beside it. In a narrow strip the options have a row of their own.
class FindBar : public QWidget {
    Q_OBJECT

public:
    /// Hidden at first. Both outlive it.
    FindBar(CardEditor& editor, const Theme& theme, QWidget* parent = nullptr);

    /// Takes a selection of one line as what to look for, if the editor has the focus.
    void openToFind();
    void openToReplace();
    /// The acts that do what the two buttons do: their keys stand in the tool tips. Both outlive it.
    void nameKeys(const QAction& next, const QAction& previous);

    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    void findNext();
    void findPrevious();
    void replaceOne();
    void replaceAll();
    void closeBar();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build(const Theme& theme);
    void open();
    void placeOptions();
    void setReplaceShown(bool shown);
    void find(bool forward, qint64 from, bool isTyping = false);
    void findWhileTyping();
    void mark();
    void showPlaces();
    /// How many there are, and why what is looked for is none.
    void say(const QString& text, const QString& fault = {});
    void replaceBy(const std::vector<ByteRange>& places, const TextSearch& search);
    [[nodiscard]] TextSearch search() const;
    [[nodiscard]] QToolButton* makeButton(const QIcon& icon, const QString& text, const QKeySequence& key);

    CardEditor& m_editor;
    const Theme& m_theme;
    QLineEdit* m_find;
    QLineEdit* m_replace;
    QLabel* m_count;
    QLabel* m_fault;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    FindOptions* m_options;
    QHBoxLayout* m_top = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QWidget* m_replaceRow;
    TextSearch::Places m_found;
    QTimer m_delay;
    qint64 m_origin = 0; // where the search began
};

} // namespace fairlead::ui
