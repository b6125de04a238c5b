// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_values.h"

#include "ui/settings/settings_keys.h"

#include <QSettings>

#include <algorithm>
#include <limits>

namespace fairlead::ui {

namespace keys = settings_keys;

namespace {

const QString unset = QStringLiteral("unset");
const QString setTo = QStringLiteral("set:");

int number(const QSettings& settings, const QString& key, int least, int most, int otherwise) {
    bool isNumber = false;
    const int value = settings.value(key).toInt(&isNumber);
    return isNumber && value >= least && value <= most ? value : otherwise;
}

// One that is its default is not written, so that a later default counts.
template <typename T>
void write(QSettings& settings, const QString& key, const T& value, const T& usual) {
    if (value == usual)
        settings.remove(key);
    else
        settings.setValue(key, value);
}

QMap<QString, VariableSetting> readVariables(QSettings& settings) {
    QMap<QString, VariableSetting> variables;
    settings.beginGroup(keys::variables);
    for (const QString& name : settings.childKeys()) {
        const QString text = settings.value(name).toString();
        if (text == unset)
            variables.insert(name, {VariableSetting::Here::Unset, {}});
        else if (text.startsWith(setTo))
            variables.insert(name, {VariableSetting::Here::Set, text.mid(setTo.size())});
    }
    settings.endGroup();
    return variables;
}

QMap<QString, QList<QKeySequence>> readShortcuts(QSettings& settings) {
    QMap<QString, QList<QKeySequence>> shortcuts;
    settings.beginGroup(keys::shortcuts);
    for (const QString& act : settings.childKeys()) {
        QList<QKeySequence> keys = QKeySequence::listFromString(settings.value(act).toString());
        keys.removeAll(QKeySequence());
        shortcuts.insert(act, keys);
    }
    settings.endGroup();
    return shortcuts;
}

} // namespace

void SettingsValues::setVariable(const QString& name, const VariableSetting& setting) {
    if (setting.here == VariableSetting::Here::AsInShell)
        variables.remove(name);
    else
        variables.insert(name, setting);
}

bool SettingsValues::loadsOtherThan(const SettingsValues& other) const {
    return tracing != other.tracing || variables != other.variables || switchedOff != other.switchedOff ||
           readsDirectories != other.readsDirectories;
}

SettingsValues readSettings(QSettings& settings) {
    SettingsValues values;
    if (const QVariant tracing = settings.value(keys::tracing); tracing.isValid())
        values.tracing = tracing.toBool();
    values.variables = readVariables(settings);
    values.switchedOff = settings.value(keys::switchedOff).toStringList();
    values.editorCommand = settings.value(keys::editorCommand).toString();
    values.readsDirectories = settings.value(keys::readsDirectories).toBool();
    values.editor.font = settings.value(keys::editorFont).toString();
    values.editor.wraps = settings.value(keys::editorWraps).toBool();
    values.editor.tabWidth = number(settings, keys::editorTabWidth, 1, 8, values.editor.tabWidth);
    values.theme = Theme::choiceOf(settings.value(keys::theme).toString()).value_or(values.theme);
    values.fontSize = number(settings, keys::fontSize, 6, 32, values.fontSize);
    values.shortcuts = readShortcuts(settings);
    values.logRecords = number(settings, keys::logRecords, 100, 1'000'000, values.logRecords);
    values.logMegabytes = number(settings, keys::logMegabytes, 1, 1024, values.logMegabytes);
    values.logLeastLevel = static_cast<LogLevel>(number(settings, keys::logLeastLevel, 0, logLevelCount - 1, 0));
    values.logFolder = settings.value(keys::logFolder).toString();
    return values;
}

void writeSettings(QSettings& settings, const SettingsValues& values) {
    const SettingsValues usual;
    if (values.tracing)
        settings.setValue(keys::tracing, *values.tracing);
    else
        settings.remove(keys::tracing);
    settings.remove(keys::variables);
    for (auto one = values.variables.begin(); one != values.variables.end(); ++one)
        settings.setValue(keys::variables + u'/' + one.key(),
                          one->here == VariableSetting::Here::Unset ? unset : setTo + one->value);
    settings.remove(keys::shortcuts);
    for (auto one = values.shortcuts.begin(); one != values.shortcuts.end(); ++one)
        settings.setValue(keys::shortcuts + u'/' + one.key(), QKeySequence::listToString(*one));
    write(settings, keys::switchedOff, values.switchedOff, usual.switchedOff);
    write(settings, keys::editorCommand, values.editorCommand, usual.editorCommand);
    write(settings, keys::readsDirectories, values.readsDirectories, usual.readsDirectories);
    write(settings, keys::editorFont, values.editor.font, usual.editor.font);
    write(settings, keys::editorWraps, values.editor.wraps, usual.editor.wraps);
    write(settings, keys::editorTabWidth, values.editor.tabWidth, usual.editor.tabWidth);
    write(settings, keys::theme, Theme::wordOf(values.theme), Theme::wordOf(usual.theme));
    write(settings, keys::fontSize, values.fontSize, usual.fontSize);
    write(settings, keys::logRecords, values.logRecords, usual.logRecords);
    write(settings, keys::logMegabytes, values.logMegabytes, usual.logMegabytes);
    write(settings, keys::logLeastLevel, static_cast<int>(values.logLeastLevel), static_cast<int>(usual.logLeastLevel));
    write(settings, keys::logFolder, values.logFolder, usual.logFolder);
}

} // namespace fairlead::ui
