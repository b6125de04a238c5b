// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/window/window_desk.h"
#include "ui/editor/card_editor.h"
#include "ui/settings/settings_dialog.h"
#include "ui/window/bottom_dock.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QScrollBar>
#include <QSettings>

using namespace fairlead;
using namespace fairlead::ui;

/// Whatever the keyboard comes to says what it is.
class NamesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QAccessible::setActive(true); }
    void init() {
        QSettings().clear();
        m = std::make_unique<WindowDesk>(MainWindow::Memory::None);
        m->write(QStringLiteral("a.yaml"),
                 "name: a\nmodel_family: llama\nmodel_arch: llama3_2_1b\ncheckpoint: /x\n---\n");
    }
    void cleanup() { m.reset(); }

    void everyPageHasNames_data() {
        QTest::addColumn<Location>("location");
        QTest::newRow("welcome") << Location::welcome();
        QTest::newRow("file") << Location::inFile(m_file);
        QTest::newRow("family") << Location::ofFamily(FamilyKind::model, QStringLiteral("llama"));
        QTest::newRow("architecture") << Location::ofArchitecture(QStringLiteral("llama"),
                                                                  QStringLiteral("llama3_2_1b"));
        QTest::newRow("extensions") << Location::ofExtension();
        QTest::newRow("source") << Location::inSource(QStringLiteral("/etc/passwd"), 1);
    }
    void everyPageHasNames() {
        QFETCH(Location, location);
        QVERIFY(m->start({m->folder.path()}));
        if (location.kind == Location::Kind::File)
            location.file = m->folder.filePath(QStringLiteral("a.yaml"));
        m->navigator.go(location);
        for (const int panel : {0, 1}) {
            m->find<BottomDock>()->showPanel(panel);
            QTest::qWait(150);
            QCOMPARE(nameless(*m->window), QString());
        }
        if (location.kind == Location::Kind::File)
            for (const Qt::Key key : {Qt::Key_H, Qt::Key_G}) {
                m->find<CardEditor>()->setFocus();
                Hands::key(key, Qt::ControlModifier);
                QCOMPARE(nameless(*m->window), QString());
            }
    }

    // Alt and a letter that two have goes to one of them, to which one nobody can tell.
    void noLetterMeansTwoThings_data() { everyPageHasNames_data(); }
    void noLetterMeansTwoThings() {
        QFETCH(Location, location);
        QVERIFY(m->start({m->folder.path()}));
        if (location.kind == Location::Kind::File)
            location.file = m->folder.filePath(QStringLiteral("a.yaml"));
        m->navigator.go(location);
        auto* bar = m->find<QMenuBar>();
        for (const int panel : {0, 1}) {
            m->find<BottomDock>()->showPanel(panel);
            QTest::qWait(150);
            QStringList texts = textsOf(bar->actions());
            for (const auto* button : m->window->findChildren<QAbstractButton*>())
                if (button->isVisible())
                    texts << button->text();
            QCOMPARE(lettersOfTwo(texts), QString());
        }
        for (QAction* action : bar->actions()) {
            emit action->menu()->aboutToShow();
            QCOMPARE(lettersOfTwo(textsOf(action->menu()->actions())), QString());
        }
    }

    // "Find Next" beside "Open Folder": one way to write what a menu does. "Trace extensions" is its box's name.
    void everyMenuIsWrittenAlike() {
        QVERIFY(m->start({m->folder.path()}));
        m->navigator.go(Location::inFile(m->folder.filePath(QStringLiteral("a.yaml"))));
        int read = 0;
        for (QAction* menu : m->find<QMenuBar>()->actions()) {
            emit menu->menu()->aboutToShow();
            if (menu->text() == QStringLiteral("Env&ironment"))
                continue;
            for (const QAction* action : menu->menu()->actions()) {
                if (action->text().isEmpty() || action->text() == QStringLiteral("Trace exten&sions"))
                    continue;
                QVERIFY2(isTitle(action->text()), qPrintable(action->text()));
                ++read;
            }
        }
        QVERIFY2(read > 30, qPrintable(QString::number(read)));
    }

    void everySettingHasAName() {
        QVERIFY(m->start({m->folder.path()}));
        QAction* settings = Hands::action(*m->window, QStringLiteral("Settings…"));
        QVERIFY(settings != nullptr);
        settings->trigger();
        auto* dialog = m->find<SettingsDialog>();
        QVERIFY(dialog != nullptr);
        auto* list = dialog->findChild<QListWidget*>();
        QVERIFY(list->count() > 0);
        for (int row = 0; row < list->count(); ++row) {
            list->setCurrentRow(row);
            QTest::qWait(50);
            QCOMPARE(nameless(*dialog), QString());
        }
        dialog->reject();
    }

private:
    /// What one comes to by the keyboard, is seen, and has no name; or that there is nothing to come to.
    static QString nameless(const QWidget& window) {
        QStringList found;
        bool hasAny = false;
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0 || widget->focusProxy() != nullptr)
                continue;
            hasAny = true;
            QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
            if (accessible == nullptr || accessible->text(QAccessible::Name).trimmed().isEmpty())
                found << QStringLiteral("%1 in %2")
                             .arg(QLatin1String(widget->metaObject()->className()),
                                  QLatin1String(widget->parentWidget()->metaObject()->className()));
        }
        return hasAny ? found.join(QStringLiteral(", ")) : QStringLiteral("nothing to come to");
    }

    /// Whether each word of it but the small ones begins with a capital letter.
    static bool isTitle(QString text) {
        const QStringList small{QStringLiteral("and"), QStringLiteral("to"), QStringLiteral("the"),
                                QStringLiteral("as")};
        const QStringList words = text.remove(u'&').split(u' ');
        return std::all_of(words.begin(), words.end(), [&](const QString& word) {
            return word.front().isUpper() || (&word != &words.front() && small.contains(word));
        });
    }

    static QStringList textsOf(const QList<QAction*>& actions) {
        QStringList texts;
        for (const QAction* action : actions)
            texts << action->text();
        return texts;
    }
    /// The texts that have a letter together.
    static QString lettersOfTwo(const QStringList& texts) {
        QHash<QString, QStringList> byLetter;
        for (const QString& text : texts)
            if (const QKeySequence letter = QKeySequence::mnemonic(text); !letter.isEmpty())
                byLetter[letter.toString()] << text;
        QStringList found;
        for (const QStringList& same : byLetter)
            if (same.size() > 1)
                found << same.join(QStringLiteral(" = "));
        return found.join(QStringLiteral(", "));
    }

    QString m_file = QStringLiteral("a.yaml");
    std::unique_ptr<WindowDesk> m;
};

QTEST_MAIN(NamesTest)
#include "names_test.moc"
