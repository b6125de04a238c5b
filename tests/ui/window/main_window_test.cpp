// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/window/window_desk.h"

#include "ui/editor/card_editor.h"
#include "ui/editor/editor_page.h"
#include "ui/registry/registry_panel.h"
#include "ui/registry/registry_view.h"
#include "ui/welcome/welcome_page.h"
#include "ui/window/bottom_dock.h"
#include "ui/window/environment_label.h"
#include "ui/window/page_tabs.h"
#include "ui/window/right_dock.h"
#include "ui/window/status_line.h"
#include "ui/window/trouble_banner.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMenuBar>
#include <QSettings>
#include <QUrl>
#include <QWindow>

#include <algorithm>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

QStringList menusOf(const MainWindow& window) {
    QStringList texts;
    for (const QAction* menu : window.menuBar()->actions())
        texts.append(menu->text().remove(QLatin1Char('&')));
    return texts;
}

} // namespace

class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m.reset(); }

    void withoutPathsItWelcomes();
    void welcomeCountsLeadIntoTheTree();
    void anArchitectureFollowsTheRegistryThereAndBack();
    void backAndForwardGoWhereOneWas();
    void panesByKey();
    void droppedFoldersAreOpened();
    void droppedFilesAreAdded();
    void eachDroppedFileHasAPage();
    void whatIsDroppedTogetherIsLoadedOnce();
    void theTitleNamesAFileAsItIsCalled();
    void recentPathsAreKept();
    void exampleIsUnsavedAndHasTwoErrors();
    void closingTheLastPageWelcomes();
    void pagesAndUnfoldedRowsAreRemembered();
    void menusAreComplete();

private:
    [[nodiscard]] PageTabs* tabs() const { return m->find<PageTabs>(); }
    [[nodiscard]] TroubleBanner* banner() const { return m->find<TroubleBanner>(); }
    [[nodiscard]] QString verdict() const { return m->find<StatusLine>()->verdict(); }
    [[nodiscard]] CardEditor* editor() const {
        const auto* page = qobject_cast<EditorPage*>(tabs()->currentWidget());
        return page ? &page->editor() : nullptr;
    }
    [[nodiscard]] QAbstractButton* buttonCalled(const QWidget& parent, const QString& text) const;

    std::unique_ptr<WindowDesk> m;
};

void MainWindowTest::initTestCase() {
    QCoreApplication::setOrganizationName(QStringLiteral("fairlead"));
    QCoreApplication::setApplicationName(QStringLiteral("main-window-test"));
}

void MainWindowTest::init() {
    QSettings().clear();
    m = std::make_unique<WindowDesk>(MainWindow::Memory::Keep);
}

QAbstractButton* MainWindowTest::buttonCalled(const QWidget& parent, const QString& text) const {
    for (QAbstractButton* button : parent.findChildren<QAbstractButton*>())
        if (button->text().remove(QLatin1Char('&')).startsWith(text))
            return button;
    return nullptr;
}

void MainWindowTest::withoutPathsItWelcomes() {
    QVERIFY(m->start({}));
    QVERIFY(qobject_cast<WelcomePage*>(tabs()->currentWidget()));
    QCOMPARE(tabs()->count(), 1);
    QVERIFY(!banner()->isVisible());
    QCOMPARE(verdict(), QStringLiteral("fairseq2 loads these sources"));
    QCOMPARE(m->find<EnvironmentLabel>()->sentence(), QStringLiteral("fairseq2 0.8.1, recorded"));
    QVERIFY(!Hands::action(*m->window, QStringLiteral("Reload"))->isEnabled());
    QAbstractButton* open = buttonCalled(*tabs()->currentWidget(), QStringLiteral("Open a folder of cards"));
    QVERIFY(open);
    QVERIFY2(open->hasFocus(), "the first thing to do has the focus");
}

void MainWindowTest::welcomeCountsLeadIntoTheTree() {
    QVERIFY(m->start({}));
    auto* welcome = qobject_cast<WelcomePage*>(tabs()->currentWidget());
    emit welcome->familiesWanted(FamilyKind::tokenizer);
    const auto* view = m->find<RegistryView>();
    QCOMPARE(view->currentIndex().data().toString(), QStringLiteral("Tokenizers"));
    QVERIFY(view->hasFocus());
}

void MainWindowTest::anArchitectureFollowsTheRegistryThereAndBack() {
    QVERIFY(m->start({}));
    m->navigator.go(Location::ofArchitecture(QStringLiteral("llama"), QStringLiteral("llama3_2_1b")));
    const auto isThere = [this] {
        const auto labels = tabs()->currentWidget()->findChildren<QLabel*>();
        return std::ranges::none_of(labels, [](const QLabel* label) {
            return label->isVisible() &&
                   label->text().contains(QStringLiteral("is no architecture of llama in this registry."));
        });
    };
    QVERIFY(isThere());
    const auto recorded = m->workspace.registry();
    QSignalSpy loaded(&m->workspace, &Workspace::loaded);
    m->workspace.setRegistry(std::make_shared<RegistrySnapshot>());
    QVERIFY(loaded.wait());
    QVERIFY(!isThere());
    m->workspace.setRegistry(recorded);
    QVERIFY(loaded.wait());
    QVERIFY(isThere());
}

void MainWindowTest::backAndForwardGoWhereOneWas() {
    QVERIFY(m->start({}));
    m->navigator.go(Location::ofFamily(FamilyKind::model, QStringLiteral("llama")));
    m->navigator.go(Location::ofArchitecture(QStringLiteral("llama"), QStringLiteral("7b")));
    QCOMPARE(tabs()->count(), 3);
    QTest::keyClick(m->window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(tabs()->currentLocation(), Location::ofFamily(FamilyKind::model, QStringLiteral("llama")));
    QTest::keyClick(m->window.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(tabs()->currentLocation().architecture, QStringLiteral("7b"));
    tabs()->setCurrentIndex(0); // by the mouse
    QTest::keyClick(m->window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(tabs()->currentLocation().architecture, QStringLiteral("7b"));
}

void MainWindowTest::panesByKey() {
    m->write(QStringLiteral("a.yaml"), "name: a\n---\n");
    QVERIFY(m->start({m->folder.path()}));
    const auto isIn = [](const QWidget* pane) {
        const QWidget* focus = QApplication::focusWidget();
        return focus && (focus == pane || pane->isAncestorOf(focus));
    };
    QTest::keyClick(m->window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(isIn(m->find<RegistryPanel>()));
    QTest::keyClick(m->window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(isIn(tabs()));
    QTest::keyClick(m->window.get(), Qt::Key_3, Qt::ControlModifier);
    QVERIFY(isIn(m->find<RightDock>()));
    QTest::keyClick(m->window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(isIn(m->find<BottomDock>()));
    QTest::keyClick(m->window.get(), Qt::Key_F6);
    QVERIFY(isIn(m->find<RegistryPanel>()));
    QTest::keyClick(m->window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(isIn(m->find<BottomDock>()));
}

void MainWindowTest::droppedFoldersAreOpened() {
    QVERIFY(m->start({}));
    m->write(QStringLiteral("cards/a.yaml"), "name: a\n");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m->folder.filePath(QStringLiteral("cards")))});
    QSignalSpy settled(m->window.get(), &MainWindow::settled);
    QVERIFY(m->drop(data));
    QVERIFY(settled.wait());
    QCOMPARE(m->workspace.paths(), QStringList{m->folder.filePath(QStringLiteral("cards"))});
    QVERIFY(editor());
}

void MainWindowTest::droppedFilesAreAdded() {
    m->write(QStringLiteral("cards/a.yaml"), "name: a\n");
    const QString file = m->write(QStringLiteral("b.yaml"), "name: b\n");
    QVERIFY(m->start({m->folder.filePath(QStringLiteral("cards"))}));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QSignalSpy settled(m->window.get(), &MainWindow::settled);
    QVERIFY(m->drop(data));
    QVERIFY(settled.wait());
    QCOMPARE(m->workspace.paths().size(), 2);
    QCOMPARE(m->navigator.current().file, file);
    QCOMPARE(tabs()->tabText(tabs()->currentIndex()), QStringLiteral("b.yaml"));
}

void MainWindowTest::eachDroppedFileHasAPage() {
    QList<QUrl> files;
    for (const QString& name : {QStringLiteral("a.yaml"), QStringLiteral("b.yaml"), QStringLiteral("c.yaml")})
        files.append(QUrl::fromLocalFile(m->write(name, "name: " + name.left(1).toUtf8() + '\n')));
    QVERIFY(m->start({m->folder.path()}));
    while (tabs()->count() > 0)
        tabs()->removeTab(0);
    QMimeData data;
    data.setUrls(files.mid(1));
    QVERIFY(m->drop(data));
    QTRY_COMPARE(tabs()->count(), 2);
    QCOMPARE(tabs()->tabText(0), QStringLiteral("b.yaml"));
    QCOMPARE(tabs()->tabText(1), QStringLiteral("c.yaml"));
    QCOMPARE(tabs()->currentIndex(), 0);
}

void MainWindowTest::whatIsDroppedTogetherIsLoadedOnce() {
    m->write(QStringLiteral("cards/a.yaml"), "name: a\n");
    QVERIFY(m->start({m->folder.filePath(QStringLiteral("cards"))}));
    QList<QUrl> files;
    for (const QString& name : {QStringLiteral("b.yaml"), QStringLiteral("c.yaml"), QStringLiteral("d.yaml")})
        files.append(QUrl::fromLocalFile(m->write(name, "name: " + name.left(1).toUtf8() + '\n')));
    QMimeData data;
    data.setUrls(files);
    QSignalSpy started(&m->workspace, &Workspace::loadStarted);
    QSignalSpy settled(m->window.get(), &MainWindow::settled);
    QVERIFY(m->drop(data));
    QVERIFY(settled.wait());
    QCOMPARE(m->workspace.paths().size(), 4);
    QCOMPARE(started.count(), 1);

    const QString other = QFileInfo(m->write(QStringLiteral("others/e.yaml"), "name: e\n")).path();
    data.setUrls(files +
                 QList<QUrl>{QUrl::fromLocalFile(other), QUrl::fromLocalFile(other + QStringLiteral("/e.yaml"))});
    QVERIFY(m->drop(data));
    QVERIFY(settled.wait());
    QCOMPARE(m->workspace.paths().size(), 4); // the folder and the three files outside
    QCOMPARE(started.count(), 2);
}

void MainWindowTest::theTitleNamesAFileAsItIsCalled() {
    const QString file = m->write(QStringLiteral("cards/a[*].yaml"), "name: a\n");
    QVERIFY(m->start({QFileInfo(file).path()}));
    m->navigator.go(Location::inFile(file));
    QCOMPARE(m->window->windowHandle()->title(), QStringLiteral("a[*].yaml – Fairlead"));
}

void MainWindowTest::recentPathsAreKept() {
    QVERIFY(m->start({}));
    m->write(QStringLiteral("cards/a.yaml"), "name: a\n");
    auto* welcome = qobject_cast<WelcomePage*>(tabs()->currentWidget());
    QSignalSpy settled(m->window.get(), &MainWindow::settled);
    emit welcome->recentChosen(m->folder.filePath(QStringLiteral("cards")));
    QVERIFY(settled.wait());
    QCOMPARE(m->recent.paths(), QStringList{m->folder.filePath(QStringLiteral("cards"))});
    QCOMPARE(RecentPaths().paths(), m->recent.paths());
}

void MainWindowTest::exampleIsUnsavedAndHasTwoErrors() {
    QVERIFY(m->start({}));
    QSignalSpy loaded(&m->workspace, &Workspace::loaded);
    QTest::mouseClick(buttonCalled(*tabs()->currentWidget(), QStringLiteral("Try the example card")), Qt::LeftButton);
    QVERIFY(editor());
    QVERIFY(loaded.wait());
    QCOMPARE(m->workspace.session()->summary().errors, 2U);
    QVERIFY(banner()->isVisible());
    qInfo() << tabs()->tabText(tabs()->currentIndex());
    QVERIFY(tabs()->tabText(tabs()->currentIndex()).startsWith(QStringLiteral("my_llama.yaml")));
    for (Buffer* buffer : std::vector(m->buffers.buffers()))
        m->buffers.close(buffer);
}

void MainWindowTest::closingTheLastPageWelcomes() {
    QVERIFY(m->start({}));
    m->navigator.go(Location::ofFamily(FamilyKind::model, QStringLiteral("llama")));
    QTest::keyClick(m->window.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(tabs()->count(), 1);
    QTest::keyClick(m->window.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(tabs()->count(), 1);
    QVERIFY(qobject_cast<WelcomePage*>(tabs()->currentWidget()));
}

void MainWindowTest::pagesAndUnfoldedRowsAreRemembered() {
    const QString path = m->write(QStringLiteral("a.yaml"), "name: a\nmodel_family: llama\n");
    QVERIFY(m->start({m->folder.path()}));
    m->navigator.go(Location::ofFamily(FamilyKind::model, QStringLiteral("llama")));
    m->navigator.go(Location::inFile(path, 14, 26));
    m->find<RegistryView>()->collapseAll();
    m->find<RegistryPanel>()->unfold({QStringLiteral("Models"), QStringLiteral("Models\tllama")});
    QVERIFY(m->window->close());

    m->window = std::make_unique<MainWindow>(WindowServices{m->theme, m->workspace, m->environment, m->buffers,
                                                            m->navigator, m->log, m->recent, m->settings},
                                             MainWindow::Memory::Keep);
    QVERIFY(m->start({m->folder.path()}));
    QCOMPARE(tabs()->count(), 2);
    QCOMPARE(tabs()->currentLocation().file, path);
    QCOMPARE(editor()->selection(), (ByteRange{14, 26}));
    QCOMPARE(m->find<RegistryPanel>()->unfolded(),
             (QStringList{QStringLiteral("Models"), QStringLiteral("Models\tllama")}));
}

void MainWindowTest::menusAreComplete() {
    QVERIFY(m->start({}));
    QCOMPARE(menusOf(*m->window),
             (QStringList{QStringLiteral("File"), QStringLiteral("Edit"), QStringLiteral("View"), QStringLiteral("Go"),
                          QStringLiteral("Environment"), QStringLiteral("Tools"), QStringLiteral("Help")}));
    QSet<QKeySequence> keys;
    for (const QAction* action : m->window->actions())
        for (const QKeySequence& key : action->shortcuts()) {
            QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
            keys.insert(key);
        }
    for (const char* key : {"Ctrl+O", "F5", "Shift+F5", "Alt+Left", "Alt+Right", "F6", "Ctrl+1", "Ctrl+2", "Ctrl+3",
                            "Ctrl+4", "F8", "Shift+F8", "Ctrl+S", "Ctrl+N", "Ctrl+W"})
        QVERIFY2(keys.contains(QKeySequence(QString::fromLatin1(key))), key);
}

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
