// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/stream.h"

#include <QObject>

#include <functional>

namespace fairlead::ui {

class CardEditor;
struct Colours;

/// Colours and folds the editor's text as far as it is seen, a document at a time, when Scintilla asks for it.
class CardStyler : public QObject {
    Q_OBJECT

public:
    explicit CardStyler(CardEditor& editor);

    /// Where the text's documents are to be had: a stream of exactly this text, or null while there is none.
    void setDocuments(std::function<const yaml::Stream*()> documents);
    /// Colours anew what is on the screen, and the rest when it is looked at.
    void restyle();
    void applyColours(const Colours& colours, const QFont& font);

private:
    void style(int end);
    void styleDocuments(const yaml::Stream& stream, qint64 begin, qint64 end);
    void styleLines(qint64 begin, qint64 end);
    void put(qint64 begin, std::string_view text, const std::string& styles);

    CardEditor& m_editor;
    std::function<const yaml::Stream*()> m_documents;
};

} // namespace fairlead::ui
