// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/extension_report.h"
#include "ui/navigation/location.h"

#include <QScrollArea>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace fairlead::ui {

class Theme;

/// What belongs to an extension beside its trace: both owners of a conflict, what it has registered, what that lacks,
/// what it printed last, and what fairseq2 does at it. Places and names are links.
class ExtensionFacts : public QScrollArea {
    Q_OBJECT

public:
    /// `theme` outlives it.
    explicit ExtensionFacts(const Theme& theme, QWidget* parent = nullptr);

    /// Does nothing if that is what it shows.
    void setExtension(const ExtensionReport& extension, bool traced);
    /// Makes what it shows anew at the next call: in another theme.
    void forget() { m_shown.reset(); }
    /// All that it says, as rich text.
    [[nodiscard]] QString html() const;

signals:
    void placeActivated(const QString& file, int line);
    void linkActivated(const fairlead::ui::Location& location);

private:
    void clear();
    void addSection(const QString& title, const QString& about, const QString& html);
    void addConflict(const ReportedConflict& conflict);
    void addRegistered(const ExtensionReport& extension);
    void addLacks(const ExtensionReport& extension);
    void addOutput(const ExtensionReport& extension);
    void addFairseq2(const ExtensionReport& extension, bool traced);
    void follow(const QString& address);

    struct Shown {
        ExtensionReport extension;
        bool traced = false;
        bool operator==(const Shown&) const = default;
    };

    const Theme& m_theme;
    QVBoxLayout* m_layout;
    std::optional<Shown> m_shown;
};

} // namespace fairlead::ui
