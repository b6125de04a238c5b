// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/open_window.h"

#include "ui/welcome/welcome_page.h"
#include "ui/window/bottom_dock.h"
#include "ui/window/right_dock.h"

#include <QAbstractItemView>
#include <QDockWidget>
#include <QDropEvent>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

using namespace fairlead;
using namespace fairlead::ui;

/// What the next start of the program brings back, and the ways in: recent ones and what is dropped on the window.
class StateTest : public QObject {
    Q_OBJECT

    const QString m_a = QStringLiteral("a.yaml");
    const QString m_b = QStringLiteral("b.yaml");
    std::unique_ptr<OpenWindow> m;

    [[nodiscard]] QDockWidget* dock(const QString& name) const { return m->window->findChild<QDockWidget*>(name); }

    bool startAgain() const {
        if (!m->window->close())
            return false;
        for (Buffer* buffer : std::vector(m->buffers->buffers()))
            m->buffers->close(buffer);
        return m->start({m->cards()});
    }
    [[nodiscard]] bool drop(QWidget* on, const QString& path) const {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        // As the window system has it: who does not take it leaves it to who holds it.
        for (QWidget* widget = on; widget; widget = widget->parentWidget()) {
            enter.ignore();
            if (widget->acceptDrops())
                QApplication::sendEvent(widget, &enter);
            if (!enter.isAccepted())
                continue;
            QApplication::sendEvent(widget, &drop);
            return drop.isAccepted();
        }
        return false;
    }

private slots:
    void init() {
        QSettings().clear();
        m = std::make_unique<OpenWindow>();
        m->write(m_a, "name: a\nurl: x\n");
        m->write(m_b, "name: b\nurl: x\n");
        QVERIFY(m->startWith(m_a));
    }
    void cleanup() { m.reset(); }

    void sizeDocksAndPagesComeBack() {
        m->window->resize(1111, 777);
        dock(QStringLiteral("registryDock"))->hide();
        auto* bottom = m->window->findChild<BottomDock*>();
        bottom->show();
        bottom->setCurrentPanel(1);
        auto* right = m->window->findChild<RightDock*>();
        m->window->addDockWidget(Qt::LeftDockWidgetArea, right);
        m->navigator.go(Location::ofArchitecture(QStringLiteral("llama"), QStringLiteral("7b")));
        m->navigator.go(Location::inFile(m->path(m_b), 6, 7));
        QVERIFY(startAgain());
        QCOMPARE(m->window->size(), QSize(1111, 777));
        QVERIFY(!dock(QStringLiteral("registryDock"))->isVisible());
        bottom = m->window->findChild<BottomDock*>();
        QVERIFY(bottom->isVisible());
        QCOMPARE(bottom->currentPanel(), 1);
        QCOMPARE(m->window->dockWidgetArea(m->window->findChild<RightDock*>()), Qt::LeftDockWidgetArea);
        std::vector<QString> pages;
        for (const Location& page : m->tabs()->locations())
            pages.push_back(page.kind == Location::Kind::File ? page.file : page.architecture);
        QCOMPARE(pages, (std::vector<QString>{m->path(m_a), QStringLiteral("7b"), m->path(m_b)}));
        QCOMPARE(m->page()->buffer().path(), m->path(m_b));
        QCOMPARE(m->editor()->selection(), (ByteRange{6, 7}));
    }

    void severitiesThatAreLeftOutStayLeftOut() {
        m->window->findChild<BottomDock*>()->show();
        const auto toggle = [this] {
            for (QAbstractButton* button : m->window->findChildren<QAbstractButton*>())
                if (button->toolTip() == QStringLiteral("Show warnings"))
                    return button;
            return static_cast<QAbstractButton*>(nullptr);
        };
        QVERIFY(toggle() != nullptr && toggle()->isChecked());
        QTest::mouseClick(toggle(), Qt::LeftButton);
        QVERIFY(startAgain());
        QVERIFY(!toggle()->isChecked());
        QTest::mouseClick(toggle(), Qt::LeftButton);
        QVERIFY(startAgain());
        QVERIFY(toggle()->isChecked());
    }

    void zoomIsThatOfAllEditorsAndIsKept() {
        m->navigator.go(Location::inFile(m->path(m_b), 0, 0));
        OpenWindow::key(Qt::Key_Plus, Qt::ControlModifier);
        OpenWindow::key(Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(m->editor()->zoom(), 2);
        m->navigator.go(Location::inFile(m->path(m_a), 0, 0));
        QCOMPARE(m->editor()->zoom(), 2);
        m->write(QStringLiteral("c.yaml"), "name: c\n");
        m->navigator.go(Location::inFile(m->path(QStringLiteral("c.yaml")), 0, 0));
        QCOMPARE(m->editor()->zoom(), 2);
        QVERIFY(startAgain());
        QCOMPARE(m->editor()->zoom(), 2);
        OpenWindow::key(Qt::Key_0, Qt::ControlModifier);
        m->navigator.go(Location::inFile(m->path(m_a), 0, 0));
        QCOMPARE(m->editor()->zoom(), 0);
    }

    void aPageWhoseFileIsGoneIsLeftOut() {
        m->navigator.go(Location::inFile(m->path(m_b), 0, 0));
        QVERIFY(m->window->close());
        for (Buffer* buffer : std::vector(m->buffers->buffers()))
            m->buffers->close(buffer);
        QVERIFY(QFile::remove(m->path(m_b)));
        QVERIFY(m->start({m->cards()}));
        QCOMPARE(m->tabs()->count(), 1);
        QCOMPARE(m->page()->buffer().path(), m->path(m_a));
    }

    void recentOnesAreInTheMenuAndOnTheWelcomePage() {
        const QString other = m->folder.filePath(QStringLiteral("other & more"));
        QVERIFY(QDir().mkpath(other));
        QSignalSpy settled(m->window.get(), &MainWindow::settled);
        QVERIFY(drop(m->window.get(), other));
        QVERIFY(settled.wait(20'000));
        QVERIFY(drop(m->window.get(), m->cards()));
        QVERIFY(settled.wait(20'000));
        QCOMPARE(m->recent.paths(), (QStringList{m->cards(), other}));
        auto* menu = m->action(QStringLiteral("Open Recent"))->menu();
        emit menu->aboutToShow();
        QCOMPARE(menu->actions().at(1)->text(), QString(other).replace(QLatin1Char('&'), QLatin1String("&&")));
        menu->actions().at(1)->trigger();
        QVERIFY(settled.wait(20'000));
        QCOMPARE(m->workspace->paths(), QStringList{other});

        m->navigator.go(Location::welcome());
        auto* welcome = qobject_cast<WelcomePage*>(m->tabs()->currentWidget());
        QVERIFY(welcome);
        auto* list = welcome->findChild<QAbstractItemView*>();
        QVERIFY(list);
        QVERIFY2(list->model()->index(1, 0).data().toString().contains(QStringLiteral("cards")),
                 qPrintable(list->model()->index(1, 0).data().toString()));
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        OpenWindow::key(Qt::Key_Return);
        QVERIFY(settled.wait(20'000));
        QCOMPARE(m->workspace->paths(), QStringList{m->cards()});
    }

    void aFileDroppedOnTheTextIsOpenedNotWritten() {
        const QString outside = m->folder.filePath(QStringLiteral("outside.yaml"));
        QVERIFY(QFile::copy(m->path(m_b), outside));
        const QByteArray before = m->editor()->text();
        CardEditor* editor = m->editor();
        QSignalSpy settled(m->window.get(), &MainWindow::settled);
        QVERIFY(drop(editor->viewport(), outside));
        QVERIFY(settled.wait(20'000));
        QCOMPARE(editor->text(), before);
        QCOMPARE(m->page()->buffer().path(), outside);
        QCOMPARE(m->workspace->paths(), (QStringList{m->cards(), outside}));
    }
};

QTEST_MAIN(StateTest)
#include "state_test.moc"
