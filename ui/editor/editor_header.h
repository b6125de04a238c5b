// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace fairlead::ui {

class Buffer;
class BufferStore;
class CardChooser;
class ElidedLabel;
class Theme;
class Workspace;

/// The line above the text: path, card chooser, verdict in words. A package card has the offer to copy it beside that.
class EditorHeader : public QWidget {
    Q_OBJECT

public:
    /// All outlive it.
    EditorHeader(const BufferStore& buffers, const Buffer& buffer, const Theme& theme, QWidget* parent = nullptr);

    /// What has become of the text: titles, numbers, verdict.
    void refresh();
    void setDocument(quint32 document);
    [[nodiscard]] QString verdict() const;

signals:
    void documentChosen(quint32 document);
    void copyWanted();

private:
    void showPath();
    void showVerdict();

    const BufferStore& m_buffers;
    const Workspace& m_workspace;
    const Buffer& m_buffer;
    const Theme& m_theme;
    ElidedLabel* m_path;
    CardChooser* m_chooser;
    ElidedLabel* m_verdict;
    QPushButton* m_copy;
};

} // namespace fairlead::ui
