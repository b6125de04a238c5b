// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/environments_page.h"

#include "core/extensions/manifest_search.h"
#include "core/files/read.h"
#include "ui/settings/variables.h"

#include <QCheckBox>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <system_error>
#include <utility>

namespace fairlead::ui {

using Here = VariableSetting::Here;

namespace {

constexpr int restTime = 300;  // milliseconds after a keystroke
constexpr int mostThreads = 4; // at a time; more would only wait for the same folders

QPlainTextEdit* makeLines(QWidget* parent, const QString& name, int rows) {
    auto* edit = new QPlainTextEdit(parent);
    edit->setFont(Theme::fixedFont());
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setTabChangesFocus(true);
    edit->setAccessibleName(name);
    edit->setFixedHeight(rows * QFontMetrics(edit->font()).lineSpacing() + 16);
    return edit;
}

QStringList linesOf(const QPlainTextEdit& edit) {
    QStringList lines;
    for (const QString& line : edit.toPlainText().split(u'\n'))
        if (const QString text = line.trimmed(); !text.isEmpty() && !lines.contains(text))
            lines << text;
    return lines;
}

} // namespace

EnvironmentsPage::EnvironmentsPage(VariableLookup shell, QWidget* parent)
    : SettingsPage(tr("Environments"), QStringLiteral("environment"), parent), m_shell(std::move(shell)),
      m_own(new QCheckBox(tr("&Look in these folders, in place of what FAIRLEAD_EXTENSION_PATH says in your shell"),
                          this)),
      m_path(makeLines(this, tr("Folders of extensions"), 4)), m_places(new QLabel(this)),
      m_switchedOff(makeLines(this, tr("Extensions that are not loaded"), 3)), m_seconds(new QSpinBox(this)),
      m_editor(new QLineEdit(this)) {
    body()->addWidget(
        makeHeading(tr("Search path of native extensions"), tr("one folder, or one manifest, in a line")));
    body()->addWidget(m_own);
    body()->addWidget(m_path);
    m_places->setWordWrap(true);
    m_places->setTextFormat(Qt::PlainText);
    m_places->setForegroundRole(QPalette::PlaceholderText);
    body()->addWidget(m_places);
    body()->addWidget(
        makeHeading(tr("Extensions switched off"), tr("by their names, one in a line: they are not loaded")));
    body()->addWidget(m_switchedOff);
    body()->addWidget(makeHeading(tr("Time limit"), tr("of an extension, to be opened, and then for its function")));
    m_seconds->setRange(1, 3600);
    m_seconds->setSuffix(tr(" s"));
    m_seconds->setAccessibleName(tr("Seconds that an extension may take"));
    m_seconds->setMaximumWidth(widestControl);
    body()->addWidget(m_seconds);
    body()->addWidget(
        makeNote(tr("One that takes longer is ended, and the others are loaded without it. fairseq2 itself would "
                    "wait.")));
    body()->addWidget(makeHeading(tr("Places in sources"), tr("what opens them")));
    m_editor->setPlaceholderText(tr("Fairlead itself; else a command such as: code -g {file}:{line}"));
    m_editor->setAccessibleName(tr("Command that opens a place in a source"));
    m_editor->setFont(Theme::fixedFont());
    body()->addWidget(m_editor);
    body()->addWidget(makeNote(tr("{file} stands for the file, {line} for the line.")));
    body()->addStretch(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(restTime);
    connect(&m_soon, &QTimer::timeout, this, &EnvironmentsPage::look);
    connect(m_own, &QCheckBox::clicked, this, &SettingsPage::edited);
    connect(m_own, &QCheckBox::toggled, m_path, &QWidget::setEnabled);
    connect(m_own, &QCheckBox::toggled, this, &EnvironmentsPage::updatePlaces);
    connect(m_path, &QPlainTextEdit::textChanged, this, &EnvironmentsPage::updatePlaces);
    for (const QPlainTextEdit* lines : {m_path, m_switchedOff})
        connect(lines, &QPlainTextEdit::textChanged, this, &SettingsPage::edited);
    connect(m_seconds, &QSpinBox::valueChanged, this, &SettingsPage::edited);
    connect(m_editor, &QLineEdit::textEdited, this, &SettingsPage::edited);
}

VariableSetting EnvironmentsPage::path() const {
    return m_own->isChecked() ? VariableSetting{Here::Set, linesOf(*m_path).join(u':')} : VariableSetting();
}

// What is looked into, as the search itself has it.
void EnvironmentsPage::updatePlaces() {
    SettingsValues values;
    values.setVariable(QString::fromLatin1(extensionPathVariable), path());
    m_wanted.clear();
    for (const SearchPlace& place :
         extension_search_path(changedVariables(variableChanges(values, false, m_shell), m_shell)))
        m_wanted.push_back(place.path);
    showPlaces();
    m_soon.start();
}

void EnvironmentsPage::showPlaces() {
    QStringList places;
    for (const std::filesystem::path& place : m_wanted) {
        const QString path = QString::fromStdString(printable_path(place));
        places << (m_missing.contains(place) ? tr("%1 (not there)").arg(path) : path);
    }
    m_places->setText(tr("Looked into, in this order: %1").arg(places.join(QStringLiteral(", "))));
}

// A folder may be on a computer that does not answer: it is not waited for, nor asked at every keystroke.
void EnvironmentsPage::look() {
    if (m_threads.running() >= mostThreads)
        return m_soon.start();
    m_threads.start([this, line = m_threads.line(), wanted = m_wanted] {
        std::set<std::filesystem::path> missing;
        for (const std::filesystem::path& place : wanted)
            if (std::error_code none; !std::filesystem::exists(place, none))
                missing.insert(place);
        line.post([this, wanted, missing = std::move(missing)] {
            if (wanted != m_wanted)
                return;
            m_missing = missing;
            showPlaces();
        });
    });
}

void EnvironmentsPage::setValues(const SettingsValues& values) {
    const QSignalBlocker blocker(this);
    const VariableSetting setting = values.variable(QString::fromLatin1(extensionPathVariable));
    const bool isSet = setting.here == Here::Set;
    const char* inShell = m_shell(extensionPathVariable);
    const QString text = isSet ? setting.value : inShell ? QString::fromStdString(printable_path(inShell)) : QString();
    m_own->setChecked(isSet);
    m_path->setEnabled(isSet);
    m_path->setPlainText(text.split(u':', Qt::SkipEmptyParts).join(u'\n'));
    m_switchedOff->setPlainText(values.switchedOff.join(u'\n'));
    m_seconds->setValue(values.extensionSeconds);
    m_editor->setText(values.editorCommand);
    updatePlaces();
    look();
}

void EnvironmentsPage::takeValues(SettingsValues& values) const {
    values.setVariable(QString::fromLatin1(extensionPathVariable), path());
    values.switchedOff = linesOf(*m_switchedOff);
    values.extensionSeconds = m_seconds->value();
    values.editorCommand = m_editor->text().trimmed();
}

} // namespace fairlead::ui
