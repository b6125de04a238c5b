// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/card_editor.h"

#include <QRegularExpression>
#include <QString>

#include <optional>
#include <vector>

namespace fairlead::ui {

struct SearchFor {
    QString text;
    bool matchCase = false;
    bool wholeWords = false;
    bool isExpression = false; ///< a regular expression, as Perl has them; it does not go over the end of a line
};

/// What was looked for, ready to be looked for in a text. Empty places are never found.
class TextSearch {
public:
    explicit TextSearch(const SearchFor& what);

    /// What is wrong with a regular expression, in words: `missing closing parenthesis, at 5`. Empty: nothing.
    [[nodiscard]] QString fault() const;

    /// The first place that begins at or after `from`, or none.
    [[nodiscard]] std::optional<ByteRange> next(const CardEditor& editor, qint64 from) const;
    /// The last place that ends at or before `from`, or none.
    [[nodiscard]] std::optional<ByteRange> previous(const CardEditor& editor, qint64 from) const;
    struct Places {
        std::vector<ByteRange> ranges;
        bool areAll = true; ///< false: there are more than the limit, or the expression took too long
    };
    [[nodiscard]] Places all(const CardEditor& editor, std::size_t limit) const;
    /// What is to stand in found places: `by`, in which `\1` or `$1` is an expression's first group.
    [[nodiscard]] std::vector<QByteArray> replacements(const CardEditor& editor, const std::vector<ByteRange>& places,
                                                       const QString& by) const;

private:
    [[nodiscard]] std::optional<ByteRange> plain(const CardEditor& editor, qint64 from, qint64 to) const;
    [[nodiscard]] std::vector<ByteRange> inLine(const CardEditor& editor, int line) const;

    SearchFor m_what;
    bool m_byExpression;
    QByteArray m_bytes;              // of a plain text
    QRegularExpression m_expression; // its pattern is empty for a plain text
};

} // namespace fairlead::ui
