// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QString>

class QApplication;

namespace fairlead::ui {

/// The colours of `window.md` that have no role in QPalette.
struct Colours {
    QColor secondaryText, line, header, controlLine, accent, link;
    QColor error, errorGround, warning, warningGround, ok, info, infoGround;
    QColor yamlKey, yamlText, yamlNumber, yamlComment;
};

/// Light or dark, as the system has it or as the person chose; palette, colours and icons that go with it.
/// Lives on the window's thread; one per program, handed to whoever paints.
class Theme : public QObject {
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };

    explicit Theme(QObject* parent = nullptr);
    /// Puts Fusion and the palette on the application, and follows the system from then on.
    void apply(QApplication& application, Choice choice = Choice::System);

    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] const Colours& colours() const { return m_colours; }
    /// One of the set in resources/icons by its name (`family`, `architecture`, `card`, `stops-load`, `error`,
    /// `warning`, `info`, `ok`, `fix`, `back`, …), painted in the colours of the theme; states have colours of
    /// their own.
    [[nodiscard]] QIcon icon(const QString& name) const;

signals:
    void changed();

private:
    bool m_dark = false;
    Colours m_colours;
};

} // namespace fairlead::ui
