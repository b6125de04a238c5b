// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace fairlead::ui {

/// The head of a page on something registered: its name, what it is, and lines of facts. Links in them are Locations.
class PageHeader : public QWidget {
    Q_OBJECT

public:
    explicit PageHeader(QWidget* parent = nullptr);

    /// `about` and `lines` are rich text; plain parts have to be escaped (`QString::toHtmlEscaped`).
    void setText(const QString& title, const QString& about, const QStringList& lines);

signals:
    void linkActivated(const fairlead::ui::Location& location);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QLabel* makeLabel();
    void fit();

    QLabel* m_title;
    QLabel* m_about;
    QVBoxLayout* m_lines;
    QStringList m_texts; // of the lines, with the places where a class name may be broken
};

/// A link to a place for rich text: `<a href="…">text</a>`, the text escaped.
[[nodiscard]] QString linkTo(const Location& location, const QString& text);
/// The place that such a link's address names, or none.
[[nodiscard]] std::optional<Location> locationOfLink(const QString& address);
/// A name of code in the fixed font, for rich text.
[[nodiscard]] QString code(const QString& text);
/// The same of a class with its module; for the lines of a PageHeader, which break it where it is too long.
[[nodiscard]] QString className(const QString& text);

} // namespace fairlead::ui
