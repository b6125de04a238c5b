// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

namespace fairlead::ui {

/// One line of text, with an icon before it if there is one, that gives way when there is no room: the whole text is
/// then in the tool tip, and always in what is copied.
class ElidedLabel : public QWidget {
    Q_OBJECT

public:
    explicit ElidedLabel(Qt::TextElideMode mode, QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }
    /// The text as it is painted at the present width.
    [[nodiscard]] QString shownText() const;
    void setIcon(const QIcon& icon);
    /// Said in the tool tip, after the text if that is elided.
    void setExplanation(const QString& text);
    /// The end of the text is bold, this many characters of it: a file's name behind its folder.
    void setBoldEnd(qsizetype characters);
    void setAlignment(Qt::Alignment alignment) { m_alignment = alignment; }
    /// It is shortened only below this width (pixels), or where its text is shorter.
    void setLeastWidth(int width);
    /// What the context menu copies; the text if it is empty.
    void setCopied(const QString& text) { m_copied = text; }

    /// How wide the bold end is (pixels).
    [[nodiscard]] int boldWidth() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Parts {
        QString plain;
        QString bold;
    };
    [[nodiscard]] int textWidth() const;
    [[nodiscard]] int iconWidth() const;
    [[nodiscard]] Parts fitted(int width) const;
    void updateToolTip();

    Qt::TextElideMode m_mode;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    QString m_text;
    QString m_explanation;
    QString m_copied;
    QIcon m_icon;
    qsizetype m_boldEnd = 0;
    int m_leastWidth = 48;
};

} // namespace fairlead::ui
