// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>
#include <QString>

class QLabel;
class QTimer;
class QToolButton;

namespace fairlead::ui {

class ElidedLabel;
class Theme;

/// The line at the bottom of the window: where the cursor is and whether the text is saved, at the right what fairseq2
/// makes of the sources. A panel that is hidden stands here as a button.
class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(const Theme& theme, QWidget* parent = nullptr);

    /// Empty texts are not shown. `modified`: a dot means unsaved text.
    void setText(const QString& position, const QString& version, const QString& saved, bool modified);
    /// What fairseq2 makes of the sources: a button, which says `verdictClicked`. Without text there is none.
    void setVerdict(const QString& icon, const QString& text);
    /// How many files are not saved; shown if there are others than the one of `setText`.
    void setUnsaved(int count, const QString& toolTip);
    void setCounts(const QString& text);
    void setTime(const QString& text);
    /// In the place of the cursor's, for as long as it takes to read. Read aloud.
    void say(const QString& text);
    /// The same, about where the cursor is: not after it has gone elsewhere.
    void sayHere(const QString& text);
    /// A button for a panel, to be shown while that is hidden.
    QToolButton* addPanelButton(const QString& icon);

    [[nodiscard]] QString verdict() const;
    /// What is being said; empty: nothing.
    [[nodiscard]] QString message() const;

signals:
    void verdictClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* addLabel(const QString& name, bool right);
    void updateFonts();
    void updateShown();

    const Theme& m_theme;
    ElidedLabel* m_message;
    QTimer* m_silence; // after what was said
    QLabel* m_position;
    QLabel* m_version;
    QLabel* m_saved;
    QToolButton* m_verdict;
    QLabel* m_unsaved;
    QLabel* m_counts;
    QLabel* m_time;
    int m_panelButtons = 0;
    int m_unsavedCount = 0;
    bool m_isModified = false;  // what m_saved is about
    bool m_isAboutHere = false; // what is being said
};

} // namespace fairlead::ui
