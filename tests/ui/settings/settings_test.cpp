// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settings/shell.h"

#include "ui/settings/settings.h"
#include "ui/settings/settings_keys.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace fairlead;
using namespace fairlead::ui;
using Here = VariableSetting::Here;

/// What is set, how it is kept, and what hosts and sources get of it.
class SettingsTest : public QObject {
    Q_OBJECT

    /// `NAME=value` and `-NAME`, sorted.
    static QString textOf(const std::vector<HostVariable>& changes) {
        QStringList lines;
        for (const HostVariable& change : changes)
            lines << (change.value ? QString::fromStdString(change.name + "=" + *change.value)
                                   : QStringLiteral("-") + QString::fromStdString(change.name));
        lines.sort();
        return lines.join(u' ');
    }
    static SettingsValues full() {
        SettingsValues values;
        values.tracing = true;
        values.setVariable(QStringLiteral("FAIRSEQ2_ASSET_DIR"), {Here::Set, QStringLiteral("~/cards; a, b=c ä")});
        values.setVariable(QStringLiteral("FAIRSEQ2_DEVICE"), {Here::Unset, {}});
        values.setVariable(QStringLiteral("FAIRSEQ2_CACHE_DIR"), {Here::Set, {}});
        values.switchedOff = {QStringLiteral("a"), QStringLiteral("b, c")};
        values.extensionSeconds = 120;
        values.editorCommand = QStringLiteral("code -g {file}:{line}");
        values.readsDirectories = true;
        values.editor = {QStringLiteral("DejaVu Sans Mono"), true, 4};
        values.theme = Theme::Choice::Dark;
        values.fontSize = 12;
        values.shortcuts = {{QStringLiteral("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Semicolon)}},
                            {QStringLiteral("Reload"), {}},
                            {QStringLiteral("Back"), {QKeySequence(Qt::Key_F3), QKeySequence(Qt::ALT | Qt::Key_B)}}};
        values.logRecords = 500;
        values.logMegabytes = 3;
        values.logLeastLevel = LogLevel::Info;
        values.logFolder = QStringLiteral("/tmp");
        return values;
    }

private slots:
    void init() { QSettings().clear(); }

    void onlyThePersonCanReadThem() {
        const auto permissions = [] { return QFile::permissions(QSettings().fileName()); };
        const QFile::Permissions wanted = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        {
            QSettings settings;
            settings.setValue(QStringLiteral("any"), 1);
        }
        QVERIFY(QFile::setPermissions(QSettings().fileName(), wanted | QFile::ReadGroup | QFile::ReadOther));
        Settings settings(shell({}));
        QCOMPARE(permissions(), wanted);
        QVERIFY(QFile::remove(QSettings().fileName()));
        SettingsValues values;
        values.setVariable(QStringLiteral("HF_TOKEN"), {Here::Set, QStringLiteral("s3cret")});
        settings.apply(values);
        QCOMPARE(permissions(), wanted);
    }

    void allIsKept() {
        {
            Settings settings(shell({}));
            QCOMPARE(settings.values(), SettingsValues());
            QSignalSpy changed(&settings, &Settings::changed);
            settings.apply(full());
            QCOMPARE(changed.size(), 1);
            settings.apply(full());
            QCOMPARE(changed.size(), 1);
        }
        Settings again(shell({}));
        QVERIFY(again.values() == full());
        QVERIFY(again.tracing().isOn());
        again.apply({});
        QCOMPARE(QSettings().allKeys(), QStringList());
    }

    void whatAnotherWindowHasSetStays() {
        const QString device = QStringLiteral("FAIRSEQ2_DEVICE");
        const QString cache = QStringLiteral("FAIRSEQ2_CACHE_DIR");
        Settings one(shell({}));
        Settings other(shell({}));
        SettingsValues values = one.values();
        values.theme = Theme::Choice::Dark;
        values.setVariable(device, {Here::Unset, {}});
        values.shortcuts = {{QStringLiteral("Quit"), {QKeySequence(Qt::Key_F3)}}};
        one.apply(values);
        values = other.values();
        values.fontSize = 12;
        values.setVariable(cache, {Here::Set, QStringLiteral("/c")});
        values.shortcuts = {{QStringLiteral("Back"), {}}};
        other.apply(values);
        values.setVariable(cache, {});
        values.logRecords = 500;
        other.apply(values);

        SettingsValues both;
        both.theme = Theme::Choice::Dark;
        both.fontSize = 12;
        both.logRecords = 500;
        both.setVariable(device, {Here::Unset, {}});
        both.shortcuts = {{QStringLiteral("Quit"), {QKeySequence(Qt::Key_F3)}}, {QStringLiteral("Back"), {}}};
        QVERIFY(Settings(shell({})).values() == both);
    }

    void whatCannotBeIsTheDefault_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        const auto row = [](QLatin1String key, const QVariant& value) {
            QTest::addRow("%s %s", key.data(), qPrintable(value.toString())) << QString(key) << value;
        };
        row(settings_keys::logRecords, -1);
        row(settings_keys::logRecords, QStringLiteral("many"));
        row(settings_keys::logRecords, 2'000'000'000);
        row(settings_keys::logMegabytes, 0);
        row(settings_keys::logLeastLevel, 17);
        row(settings_keys::extensionSeconds, 0);
        row(settings_keys::editorTabWidth, 0);
        row(settings_keys::fontSize, 500);
        row(settings_keys::theme, QStringLiteral("pink"));
        row(settings_keys::variables, QStringLiteral("x"));
        row(settings_keys::shortcuts, 1);
    }
    void whatCannotBeIsTheDefault() {
        QFETCH(const QString, key);
        QFETCH(const QVariant, value);
        QSettings().setValue(key, value);
        QVERIFY(Settings(shell({})).values() == SettingsValues());
    }

    void tracingSetsOrRemovesItsVariable_data() {
        QTest::addColumn<bool>("isInShell");
        QTest::addColumn<int>("wish"); // -1: none
        QTest::addColumn<bool>("isOn");
        QTest::addColumn<QString>("changes");
        QTest::newRow("no wish, not in the shell") << false << -1 << false << QString();
        QTest::newRow("no wish, in the shell") << true << -1 << true << QString();
        QTest::newRow("on, not in the shell") << false << 1 << true << QStringLiteral("FAIRSEQ2_EXTENSION_TRACE=1");
        QTest::newRow("on, in the shell") << true << 1 << true << QString();
        QTest::newRow("off, not in the shell") << false << 0 << false << QString();
        QTest::newRow("off, in the shell") << true << 0 << false << QStringLiteral("-FAIRSEQ2_EXTENSION_TRACE");
    }
    void tracingSetsOrRemovesItsVariable() {
        QFETCH(const bool, isInShell);
        QFETCH(const int, wish);
        QFETCH(const bool, isOn);
        QFETCH(const QString, changes);
        Settings settings(isInShell ? shell({{"FAIRSEQ2_EXTENSION_TRACE", "0"}}) : shell({}));
        SettingsValues values;
        if (wish >= 0)
            values.tracing = wish == 1;
        settings.apply(values);
        QCOMPARE(settings.tracing().isOn(), isOn);
        QCOMPARE(textOf(settings.changes()), changes);
        QCOMPARE(settings.variable()("FAIRSEQ2_EXTENSION_TRACE") != nullptr, isOn);
    }

    void theWishToTraceIsOne() {
        Settings settings(shell({}));
        QSignalSpy changed(&settings, &Settings::changed);
        settings.tracing().setOn(true);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(settings.values().tracing, std::optional(true));
        QVERIFY(Settings(shell({})).tracing().isOn());
        SettingsValues off = settings.values();
        off.tracing = false;
        QSignalSpy turned(&settings.tracing(), &ExtensionTracing::changed);
        settings.apply(off);
        QCOMPARE(turned.size(), 1);
        QCOMPARE(changed.size(), 2);
        settings.traceThisTime();
        QVERIFY(settings.tracing().isOn());
        QVERIFY(!Settings(shell({})).tracing().isOn()); // this time only
    }

    void tracingForThisTimeLeavesTheStoredWish_data() {
        QTest::addColumn<QVariant>("stored");
        QTest::newRow("none") << QVariant();
        QTest::newRow("off") << QVariant(false);
        QTest::newRow("on") << QVariant(true);
    }
    void tracingForThisTimeLeavesTheStoredWish() {
        QFETCH(const QVariant, stored);
        if (stored.isValid())
            QSettings().setValue(settings_keys::tracing, stored);
        const auto wish = [] { return QSettings().value(settings_keys::tracing); };
        Settings settings(shell({}));
        settings.traceThisTime();
        settings.traceThisTime();
        QCOMPARE(settings.values().tracing, std::optional(true));
        QVERIFY(settings.tracing().isOn());
        SettingsValues values = settings.values();
        values.fontSize = 12; // something else is stored
        settings.apply(values);
        QCOMPARE(QSettings().value(settings_keys::fontSize).toInt(), 12);
        QCOMPARE(wish().isValid(), stored.isValid());
        QCOMPARE(wish().toBool(), stored.toBool());
        values.tracing = false;
        settings.apply(values);
        QVERIFY(!settings.tracing().isOn());
        QCOMPARE(wish().toString(), QStringLiteral("false"));
        settings.traceThisTime();
        settings.tracing().setOn(false); // by the tool bar
        settings.tracing().setOn(true);
        QCOMPARE(wish().toString(), QStringLiteral("true"));
    }

    void variablesAreSetRemovedOrAsInTheShell() {
        const VariableLookup variables =
            shell({{"FAIRSEQ2_ASSET_DIR", "/a"}, {"FAIRSEQ2_CACHE_DIR", "/c"}, {"FAIRSEQ2_DEVICE", "cpu"}});
        SettingsValues values;
        values.setVariable(QStringLiteral("FAIRSEQ2_ASSET_DIR"), {Here::Set, QStringLiteral("/b")});
        values.setVariable(QStringLiteral("FAIRSEQ2_CACHE_DIR"), {Here::Set, QStringLiteral("/c")}); // as it is
        values.setVariable(QStringLiteral("FAIRSEQ2_DEVICE"), {Here::Unset, {}});
        values.setVariable(QStringLiteral("RANK"), {Here::Unset, {}}); // as it is
        values.setVariable(QStringLiteral("HF_HOME"), {Here::Set, {}});
        values.setVariable(QStringLiteral("FAIRSEQ2_EXTENSION_TRACE"), {Here::Set, QStringLiteral("1")});
        const std::vector<HostVariable> changes = variableChanges(values, false, variables);
        QCOMPARE(textOf(changes), QStringLiteral("-FAIRSEQ2_DEVICE FAIRSEQ2_ASSET_DIR=/b HF_HOME="));
        const VariableLookup changed = changedVariables(changes, variables);
        QCOMPARE(changed("FAIRSEQ2_ASSET_DIR"), "/b");
        QCOMPARE(changed("FAIRSEQ2_CACHE_DIR"), "/c");
        QVERIFY(changed("FAIRSEQ2_DEVICE") == nullptr);
        QCOMPARE(changed("HF_HOME"), "");
        QVERIFY(changed("RANK") == nullptr);
    }

    void whatLoadsOtherwiseIsLoadedAgain() {
        QVERIFY(full().loadsOtherThan({}));
        SettingsValues looks = full();
        looks.theme = Theme::Choice::Light;
        looks.logRecords = 7;
        looks.editor = {};
        looks.shortcuts.clear();
        QVERIFY(!looks.loadsOtherThan(full()));
        SettingsValues patient = full();
        patient.extensionSeconds = 121;
        QVERIFY(patient.loadsOtherThan(full()));
        looks.readsDirectories = false;
        QVERIFY(looks.loadsOtherThan(full()));
    }

    void fairseqsOwnVariablesComeFirst() {
        QStringList own;
        for (const KnownVariable& variable : knownVariables())
            if (variable.isOwn)
                own << QString::fromLatin1(variable.name);
        QCOMPARE(own.join(u' '), QStringLiteral("FAIRSEQ2_ASSET_DIR FAIRSEQ2_USER_ASSET_DIR FAIRSEQ2_CACHE_DIR "
                                                "FAIRSEQ2_EXTENSION_TRACE FAIRSEQ2_NO_PROGRESS FAIRSEQ2_DEVICE"));
        QVERIFY(std::ranges::is_partitioned(knownVariables(), &KnownVariable::isOwn));
    }
};

QTEST_MAIN(SettingsTest)
#include "settings_test.moc"
