// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colours.h"

#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class QApplication;

namespace fairlead::ui {

class SystemScheme;

/// Light or dark, as the system has it or as the person chose; palette, colours and icons that go with it.
/// Lives on the window's thread; one per program, handed to whoever paints.
class Theme : public QObject {
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };

    explicit Theme(QObject* parent = nullptr);
    ~Theme() override;

    /// Puts the style and the palette on the application, and follows the system from then on.
    void apply(QApplication& application, Choice choice = Choice::System);
    /// Switches a running application.
    void setChoice(Choice choice);
    /// The application's font in points; 0: as the system has it. What is shown follows at once.
    void setFontSize(int points);
    [[nodiscard]] Choice choice() const { return m_choice; }
    /// `system`, `light`, `dark`.
    [[nodiscard]] static std::optional<Choice> choiceOf(const QString& word);
    [[nodiscard]] static QString wordOf(Choice choice);

    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] const Colours& colours() const { return *m_colours; }

    /// One of the set in resources/icons by its name (`family`, `architecture`, `card`, `stops-load`, `error`,
    /// `warning`, `info`, `ok`, `fix`, `back`, …), painted in the colours of the theme, at any scale: states in
    /// colours of their own, things in the secondary text's, acts in the text's. An icon follows a switch of themes
    /// by itself; what holds a pixmap of it takes a new one at `changed`.
    [[nodiscard]] QIcon icon(const QString& name) const;
    /// The same in the accent's colour.
    [[nodiscard]] QIcon accentIcon(const QString& name) const;

    /// A step smaller than `font`, but no less than 11 pixels.
    [[nodiscard]] static QFont secondaryFont(const QFont& font);
    /// Of a page's title and of numbers that are to be seen first: bold, and half as high again as `font`.
    [[nodiscard]] static QFont titleFont(const QFont& font);
    /// The system's fixed font, as high as the application's: YAML, values, code.
    [[nodiscard]] static QFont fixedFont();

signals:
    void changed();

private:
    void update();

    Choice m_choice = Choice::System;
    bool m_dark = false;
    int m_fontSize = 0;
    QFont m_systemFont;
    std::shared_ptr<Colours> m_colours;    // shared with the style and the icons, which paint with what it holds
    mutable QHash<QString, QIcon> m_icons; // each is asked for by every row that has it
    std::unique_ptr<SystemScheme> m_system;
    QApplication* m_application = nullptr;
};

} // namespace fairlead::ui
