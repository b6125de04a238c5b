// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fairlead::ui {

/// Scintilla's style numbers: what a byte of the text is.
enum class CardStyle : char {
    Plain = 0, ///< punctuation, markers, what is not read
    Key,
    Text,   ///< a value that fairseq2 reads as a string
    Scalar, ///< any other: number, boolean, null, date
    Comment,
    Property, ///< anchor, alias, tag
    Directive,
};

/// Styles of the lines under a faulty one, above those of the text.
enum class NoteStyle : char { Error = 40, ErrorHint, Warning, WarningHint, Info, InfoHint };

/// Scintilla's margins, markers and indicators as the editor uses them.
enum CardMargin : unsigned long { IconMargin = 0, NumberMargin = 1, FoldMargin = 2 };
enum CardMarker : int { InfoMarker = 0, WarningMarker, ErrorMarker, StopsLoadMarker };
enum CardIndicator : unsigned long {
    ErrorIndicator = 8,
    WarningIndicator,
    InfoIndicator,
    LinkIndicator,
    LinkColourIndicator,
    FoundIndicator,
};

} // namespace fairlead::ui
