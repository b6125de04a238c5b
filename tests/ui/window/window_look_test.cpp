// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/plain_user.h"
#include "tests/ui/window/window_desk.h"

#include "ui/editor/card_editor.h"
#include "ui/editor/editor_page.h"
#include "ui/registry/registry_view.h"
#include "ui/welcome/welcome_page.h"
#include "ui/window/bottom_dock.h"
#include "ui/window/page_tabs.h"

#include <QAccessible>
#include <QLabel>
#include <QSettings>

#include <sys/stat.h>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

/// What a window has when it is painted for the first time.
class FirstFrame : public QObject {
public:
    explicit FirstFrame(const WindowDesk& desk) : m_desk(desk) { desk.window->installEventFilter(this); }
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::Paint || rows >= 0)
            return false;
        const auto* tree = m_desk.find<RegistryView>();
        rows = 0;
        for (QModelIndex row = tree->indexAt(QPoint(5, 5)); row.isValid(); row = tree->indexBelow(row))
            ++rows;
        pages = m_desk.find<PageTabs>()->count();
        return false;
    }
    int rows = -1;
    int pages = -1;

private:
    const WindowDesk& m_desk;
};

/// What the labels on a widget say that are seen.
QStringList textsOn(const QWidget& widget) {
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisible())
            texts << label->text();
    return texts;
}

} // namespace

/// What is seen of the window, and when.
class WindowLookTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m.reset(); }

    void itIsSeenBeforeAnythingIsRead();
    void theFirstFrameHasTheRegistry();
    void anEmptyFolderIsSaidToBeEmpty();
    void aFolderThatCannotBeReadIsNotSaidToBeEmpty();
    void whatIsNoFileIsNotSaidToBeEmpty();
    void everythingHasAName_data();
    void everythingHasAName();
    void themesSwitchWhileRunning();

private:
    [[nodiscard]] PageTabs* tabs() const { return m->find<PageTabs>(); }
    [[nodiscard]] CardEditor* editor() const {
        const auto* page = qobject_cast<EditorPage*>(tabs()->currentWidget());
        return page ? &page->editor() : nullptr;
    }

    std::unique_ptr<WindowDesk> m;
};

void WindowLookTest::initTestCase() {
    QCoreApplication::setOrganizationName(QStringLiteral("fairlead"));
    QCoreApplication::setApplicationName(QStringLiteral("window-look-test"));
}

void WindowLookTest::init() {
    QSettings().clear();
    m = std::make_unique<WindowDesk>(MainWindow::Memory::Keep);
}

void WindowLookTest::itIsSeenBeforeAnythingIsRead() {
    m->write(QStringLiteral("cards/a.yaml"), "name: a\n");
    const QString folder = m->folder.filePath(QStringLiteral("cards"));
    QSignalSpy started(&m->workspace, &Workspace::loadStarted);
    QSignalSpy settled(m->window.get(), &MainWindow::settled);
    m->window->start({folder});
    QCOMPARE(m->workspace.paths(), QStringList{folder});
    QCOMPARE(started.size(), 0);
    m->window->show();
    QCOMPARE(started.size(), 0);
    const auto isSaid = [&] {
        for (const QLabel* label : m->window->findChildren<QLabel*>())
            if (label->isVisible() && label->text() == QStringLiteral("Reading %1…").arg(folder))
                return true;
        return false;
    };
    QVERIFY(isSaid());
    QVERIFY(settled.wait());
    QCOMPARE(started.size(), 1);
    QVERIFY(editor());
    QVERIFY(!isSaid());
}

void WindowLookTest::theFirstFrameHasTheRegistry() {
    const FirstFrame frame(*m);
    QSignalSpy settled(m->window.get(), &MainWindow::settled);
    m->window->start({});
    m->window->show();
    QTRY_VERIFY(frame.rows >= 0);
    QVERIFY2(frame.rows > 20, "the families of the recording");
    QCOMPARE(frame.pages, 0); // the welcome page takes as long as all the rest, and comes with the next one
    QTRY_VERIFY(qobject_cast<WelcomePage*>(tabs()->currentWidget()));
    QVERIFY(tabs()->currentWidget()->isVisible());
    QVERIFY(!settled.isEmpty() || settled.wait());
    QCOMPARE(tabs()->count(), 1);
}

void WindowLookTest::anEmptyFolderIsSaidToBeEmpty() {
    QVERIFY(m->start({m->folder.path()}));
    auto* welcome = qobject_cast<WelcomePage*>(tabs()->currentWidget());
    QVERIFY(welcome);
    const QStringList texts = textsOn(*welcome);
    QVERIFY2(
        texts.contains(QStringLiteral("No .yaml or .yml file was found in %1. New File starts one, Reload looks again.")
                           .arg(m->folder.path())),
        qPrintable(texts.join(QLatin1Char('\n'))));
    m->write(QStringLiteral("a.yaml"), "name: a\n");
    QSignalSpy settled(m->window.get(), &MainWindow::settled);
    QTest::keyClick(m->window.get(), Qt::Key_F5);
    QVERIFY(settled.wait());
    for (const QLabel* label : welcome->findChildren<QLabel*>())
        QVERIFY(!label->isVisible() || !label->text().startsWith(QStringLiteral("No .yaml")));
}

void WindowLookTest::aFolderThatCannotBeReadIsNotSaidToBeEmpty() {
    const QString closed = m->folder.filePath(QStringLiteral("closed"));
    QVERIFY(QDir().mkdir(closed));
    AsPlainUser::give(m->folder.path());
    AsPlainUser::give(closed);
    QVERIFY(QFile::setPermissions(closed, {}));
    {
        const AsPlainUser plain;
        QVERIFY(m->start({closed}));
    }
    const QStringList texts = textsOn(*tabs()->currentWidget());
    QVERIFY(QFile::setPermissions(closed, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY2(texts.contains(QStringLiteral("%1 cannot be read: Permission denied. Reload looks again.").arg(closed)),
             qPrintable(texts.join(QLatin1Char('\n'))));
}

void WindowLookTest::whatIsNoFileIsNotSaidToBeEmpty() {
    const QString pipe = m->folder.filePath(QStringLiteral("pipe.yaml"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(m->start({pipe}));
    const QStringList texts = textsOn(*tabs()->currentWidget());
    QVERIFY2(texts.contains(
                 QStringLiteral("%1 is a FIFO (a named pipe), not a regular file. Reload looks again.").arg(pipe)),
             qPrintable(texts.join(QLatin1Char('\n'))));
}

void WindowLookTest::everythingHasAName_data() {
    QTest::addColumn<QString>("page");
    for (const char* page : {"welcome", "family", "architecture", "text", "text with the find bar", "log"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

void WindowLookTest::everythingHasAName() {
    QFETCH(const QString, page);
    const QString path = m->write(QStringLiteral("a.yaml"), "name: a\nmodel_family: llama\nmodel_arch: 7x\n---\n");
    QVERIFY(m->start({m->folder.path()}));
    if (page == QLatin1String("welcome"))
        m->navigator.go(Location::welcome());
    else if (page == QLatin1String("family"))
        m->navigator.go(Location::ofFamily(FamilyKind::model, QStringLiteral("llama")));
    else if (page == QLatin1String("architecture"))
        m->navigator.go(Location::ofArchitecture(QStringLiteral("llama"), QStringLiteral("7b")));
    else
        m->navigator.go(Location::inFile(path));
    if (page.endsWith(QLatin1String("find bar")))
        QTest::keyClick(editor(), Qt::Key_F, Qt::ControlModifier);
    if (page == QLatin1String("log"))
        m->find<BottomDock>()->setCurrentPanel(1);
    QCoreApplication::processEvents();
    int named = 0;
    const auto visit = [&named](const auto& self, QAccessibleInterface* interface) -> void {
        const QAccessible::State state = interface->state();
        if (state.invisible)
            return;
        QObject* object = interface->object();
        if (state.focusable && object && object->isWidgetType()) {
            ++named;
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty(),
                     qPrintable(QStringLiteral("%1 '%2' in %3 has no name")
                                    .arg(QString::fromLatin1(object->metaObject()->className()), object->objectName(),
                                         QString::fromLatin1(object->parent()->metaObject()->className()))));
        }
        for (int child = 0; child < interface->childCount(); ++child)
            if (QAccessibleInterface* below = interface->child(child); below && below->object())
                self(self, below);
    };
    visit(visit, QAccessible::queryAccessibleInterface(m->window.get()));
    QVERIFY2(named > 8, qPrintable(QStringLiteral("only %1 widgets were reached").arg(named)));
    for (const QWidget* widget : m->window->findChildren<QWidget*>()) { // and those that it does not lead to
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                 qPrintable(QStringLiteral("%1 '%2' has no name")
                                .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
    }
}

void WindowLookTest::themesSwitchWhileRunning() {
    QVERIFY(m->start({}));
    const QColor light = m->window->grab().toImage().pixelColor(5, 5);
    m->theme.setChoice(Theme::Choice::Dark);
    const QColor dark = m->window->grab().toImage().pixelColor(5, 5);
    QCOMPARE(light, QColor(0xf4f5f7));
    QCOMPARE(dark, QColor(0x22262b));
    m->theme.setChoice(Theme::Choice::Light);
}

QTEST_MAIN(WindowLookTest)
#include "window_look_test.moc"
