// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/environment_picker.h"

#include "core/files/read.h"
#include "ui/navigation/navigator.h"
#include "ui/text/shortened.h"
#include "ui/text/tool_tip.h"
#include "ui/theme/theme.h"
#include "ui/window/environment_label.h"
#include "ui/workspace/open_sources.h"

#include <QActionGroup>

#include <algorithm>
#include <utility>

namespace fairlead::ui {

namespace {

constexpr qsizetype mostLines = 8;    // of the search path, in the menu
constexpr qsizetype longestLine = 60; // letters, in the menu

QString runsCode() {
    return EnvironmentPicker::tr("Loads the extensions of this machine in a process of their own: their code runs");
}

} // namespace

EnvironmentPicker::EnvironmentPicker(Environment& environment, Navigator& navigator, const Theme& theme,
                                     EnvironmentLabel& label, QObject* parent)
    : QObject(parent), m_environment(environment), m_navigator(navigator), m_label(label),
      m_kinds(new QActionGroup(this)), m_open(new QAction(tr("Choose &Environment"), this)),
      m_extensions(new QAction(theme.icon(QStringLiteral("extension")), tr("E&xtensions"), this)) {
    m_open->setShortcut(Qt::CTRL | Qt::Key_E);
    m_extensions->setToolTip(tr("What became of each extension"));
    m_menu.setToolTipsVisible(true);
    add(Environment::Kind::Recorded, tr("What fairseq2 itself registers, as recorded; runs nothing"));
    m_native = add(Environment::Kind::Native, runsCode());
    m_end = m_menu.addSeparator();
    m_menu.addAction(m_extensions);
    connect(m_open, &QAction::triggered, this, [this] {
        m_menu.popup(m_label.mapToGlobal(QPoint(0, m_label.height() + 2)));
        m_menu.setActiveAction(m_kinds->checkedAction()); // where the arrow keys begin
    });
    connect(&label, &QAbstractButton::clicked, m_open, &QAction::trigger);
    connect(m_extensions, &QAction::triggered, this, &EnvironmentPicker::showExtensions);
    connect(&environment, &Environment::changed, this, &EnvironmentPicker::update);
    update();
}

QAction* EnvironmentPicker::add(Environment::Kind kind, const QString& toolTip) {
    QAction* action = m_kinds->addAction(Environment::nameOf(kind));
    action->setCheckable(true);
    action->setToolTip(toolTip);
    action->setData(static_cast<int>(kind));
    m_menu.addAction(action);
    connect(action, &QAction::triggered, this, [this, kind] {
        m_environment.choose(kind);
        if (kind == Environment::Kind::Native)
            showExtensions();
    });
    return action;
}

void EnvironmentPicker::setSearchPath(std::span<const SearchPlace> places) {
    QStringList lines;
    for (const SearchPlace& place : places)
        lines << shortPath(QString::fromStdString(printable_path(place.path)));
    const QString note = lines.isEmpty() ? tr("There is no folder that native extensions are looked for in")
                                         : tr("Native extensions are looked for in") + u'\n' + lines.join(u'\n');
    m_label.setNote(note);
    m_native->setToolTip(toolTipOf(runsCode() + u'\n' + note));
    qDeleteAll(std::exchange(m_lines, {}));
    if (lines.size() > mostLines) {
        const auto more = static_cast<int>(lines.size() - mostLines + 1);
        lines = lines.first(mostLines - 1) << tr("and %n other(s)", nullptr, more);
    }
    for (const QString& line : std::as_const(lines)) {
        auto* action = new QAction(shortened(line, longestLine).replace(u'&', QStringLiteral("&&")), this);
        action->setEnabled(false);
        m_menu.insertAction(m_end, action);
        m_lines << action;
    }
}

void EnvironmentPicker::showExtensions() {
    const auto& extensions = m_environment.extensions().extensions;
    const auto failed = std::ranges::find_if(
        extensions, [](const ExtensionReport& extension) { return is_failure(extension.outcome); });
    m_navigator.go(
        Location::ofExtension(failed == extensions.end() ? QString() : QString::fromStdString(failed->name)));
}

QList<QAction*> EnvironmentPicker::environmentActions() const { return m_kinds->actions(); }

void EnvironmentPicker::update() {
    for (QAction* action : m_kinds->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_environment.kind()));
    m_extensions->setEnabled(m_environment.kind() == Environment::Kind::Native);
}

} // namespace fairlead::ui
