// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace fairlead::ui {

/// A text as the editor can show it: Scintilla measures a line as a whole whenever it paints it, which takes seconds
/// for a line of some megabytes. Longer lines end in words that say how much is left out. Offsets are bytes.
class LineCuts {
public:
    static constexpr qint64 longestLine = 30'000; ///< shown whole: some 20 ms to measure

    /// Of a text without such lines: nothing is cut.
    LineCuts() = default;
    explicit LineCuts(const QByteArray& text);

    [[nodiscard]] bool any() const { return !m_cuts.empty(); }
    /// `text` as it is shown; it is the one that this was made of.
    [[nodiscard]] QByteArray shown(const QByteArray& text) const;
    /// What is left out is where the words about it begin.
    [[nodiscard]] qint64 toShown(qint64 offset) const;
    [[nodiscard]] qint64 toText(qint64 shown) const;

    [[nodiscard]] int firstLine() const { return m_firstLine; } ///< the first one cut, from 1
    [[nodiscard]] qint64 firstLength() const { return m_firstLength; }

private:
    struct Cut {
        qint64 begin = 0; // in the text: what is left out
        qint64 end = 0;
        qint64 shown = 0; // where its words begin
        QByteArray words;
    };
    void cutLine(const QByteArray& text, qint64 begin, qint64 end);

    std::vector<Cut> m_cuts;
    int m_firstLine = 0;
    qint64 m_firstLength = 0;
};

/// `4,194,304 bytes`
[[nodiscard]] QString bytesInWords(qint64 count);

} // namespace fairlead::ui
