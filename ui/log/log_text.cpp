// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_text.h"

#include <QDateTime>
#include <QSaveFile>

namespace fairlead::ui {

namespace {

QString textOf(const LogPiece& piece) {
    return (piece.line < 0 ? piece.record.toText() : piece.record.trace[piece.line].toText()) + u'\n';
}

} // namespace

QString logText(const LogPieces& pieces) {
    QString text;
    for (const LogPiece& piece : pieces)
        text += textOf(piece);
    return text;
}

QString saveLog(const LogPieces& pieces, const QString& file) {
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return out.errorString();
    for (const LogPiece& piece : pieces) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(piece.record.time);
        const QString date = time.toOffsetFromUtc(time.offsetFromUtc()).toString(QStringLiteral("yyyy-MM-dd t  "));
        out.write((date + textOf(piece)).toUtf8());
    }
    return out.commit() ? QString() : out.errorString();
}

} // namespace fairlead::ui
