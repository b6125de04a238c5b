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
void write(QSettings& settings, const QString& key, const T& value, const T& before, const T& usual) {
    if (value == before)
        return;
    if (value == usual)
        settings.remove(key);
    else
        settings.setValue(key, value);
}

// A key for each of them that is there.
template <typename T, typename Text>
void writeGroup(QSettings& settings, const QString& group, const QMap<QString, T>& values,
                const QMap<QString, T>& before, Text textOf) {
    for (auto one = before.begin(); one != before.end(); ++one)
        if (!values.contains(one.key()))
            settings.remove(group + u'/' + one.key());
    for (auto one = values.begin(); one != values.end(); ++one)
        if (const auto old = before.find(one.key()); old == before.end() || *old != *one)
            settings.setValue(group + u'/' + one.key(), textOf(*one));
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
           extensionSeconds != other.extensionSeconds || readsDirectories != other.readsDirectories;
}

SettingsValues readSettings(QSettings& settings) {
    SettingsValues values;
    if (const QVariant tracing = settings.value(keys::tracing); tracing.isValid())
        values.tracing = tracing.toBool();
    values.variables = readVariables(settings);
    values.switchedOff = settings.value(keys::switchedOff).toStringList();
    values.extensionSeconds = number(settings, keys::extensionSeconds, 1, 3600, values.extensionSeconds);
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

void writeSettings(QSettings& settings, const SettingsValues& values, const SettingsValues& before) {
    const SettingsValues usual;
    const auto writeOne = [&](const QString& key, auto valueOf) {
        write(settings, key, valueOf(values), valueOf(before), valueOf(usual));
    };
    const auto wish = [](const SettingsValues& all) { return all.tracing ? QVariant(*all.tracing) : QVariant(); };
    writeOne(keys::tracing, wish);
    writeGroup(settings, keys::variables, values.variables, before.variables, [](const VariableSetting& setting) {
        return setting.here == VariableSetting::Here::Unset ? unset : setTo + setting.value;
    });
    writeGroup(settings, keys::shortcuts, values.shortcuts, before.shortcuts,
               [](const QList<QKeySequence>& sequences) { return QKeySequence::listToString(sequences); });
    writeOne(keys::switchedOff, [](const SettingsValues& all) { return all.switchedOff; });
    writeOne(keys::extensionSeconds, [](const SettingsValues& all) { return all.extensionSeconds; });
    writeOne(keys::editorCommand, [](const SettingsValues& all) { return all.editorCommand; });
    writeOne(keys::readsDirectories, [](const SettingsValues& all) { return all.readsDirectories; });
    writeOne(keys::editorFont, [](const SettingsValues& all) { return all.editor.font; });
    writeOne(keys::editorWraps, [](const SettingsValues& all) { return all.editor.wraps; });
    writeOne(keys::editorTabWidth, [](const SettingsValues& all) { return all.editor.tabWidth; });
    writeOne(keys::theme, [](const SettingsValues& all) { return Theme::wordOf(all.theme); });
    writeOne(keys::fontSize, [](const SettingsValues& all) { return all.fontSize; });
    writeOne(keys::logRecords, [](const SettingsValues& all) { return all.logRecords; });
    writeOne(keys::logMegabytes, [](const SettingsValues& all) { return all.logMegabytes; });
    writeOne(keys::logLeastLevel, [](const SettingsValues& all) { return static_cast<int>(all.logLeastLevel); });
    writeOne(keys::logFolder, [](const SettingsValues& all) { return all.logFolder; });
}

} // namespace fairlead::ui
