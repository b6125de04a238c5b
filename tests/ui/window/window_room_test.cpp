// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_desk.h"

#include "ui/detail/elided_label.h"
#include "ui/detail/notice_bar.h"
#include "ui/editor/card_editor.h"
#include "ui/editor/editor_page.h"
#include "ui/registry/registry_panel.h"
#include "ui/resolved/config_section.h"
#include "ui/resolved/resolved_panel.h"
#include "ui/window/bottom_dock.h"
#include "ui/window/environment_label.h"
#include "ui/window/main_tool_bar.h"
#include "ui/window/page_tabs.h"
#include "ui/window/right_dock.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QSettings>
#include <QStatusBar>
#include <QTabBar>

using namespace fairlead;
using namespace fairlead::ui;

/// Who gets the room of a window that has little, or much.
class WindowRoomTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("fairlead"));
        QCoreApplication::setApplicationName(QStringLiteral("window-room-test"));
    }
    void init() {
        QSettings().clear();
        m = std::make_unique<WindowDesk>(MainWindow::Memory::Keep);
    }
    void cleanup() { m.reset(); }

    void eachPanelAtTheRightKeepsItsWidth() {
        const QString path = m->write(QStringLiteral("a.yaml"), "name: a\nmodel_family: llama\nmodel_arch: 7b\n");
        QVERIFY(m->start({m->folder.path()}));
        const auto* dock = m->find<RightDock>();
        QTRY_VERIFY(dock->isVisible() && dock->width() > 350);
        const int resolved = dock->width();
        m->navigator.go(Location::ofArchitecture(QStringLiteral("llama"), QStringLiteral("7b")));
        QTRY_VERIFY(dock->width() < resolved - 40);
        m->navigator.go(Location::inFile(path));
        for (int round = 0; round < 5; ++round) { // it is given back what it had, and does not shrink by it
            QTRY_VERIFY(std::abs(dock->width() - resolved) < 5);
            m->navigator.go(Location::ofArchitecture(QStringLiteral("llama"), QStringLiteral("7b")));
            QTRY_VERIFY(dock->width() < resolved - 40);
            m->navigator.go(Location::inFile(path));
        }
        QTRY_VERIFY(std::abs(dock->width() - resolved) < 5);
    }

    void aFileIsCalledByItsFolderAndTheVerdictIsWhole() {
        const QString path = m->write(QStringLiteral("a_folder_with_a_name/of_some_length/asr.yaml"), "name: a\n---\n");
        QVERIFY(m->start({m->folder.path()}));
        m->navigator.go(Location::inFile(path));
        QCOMPARE(tabs()->tabText(tabs()->currentIndex()),
                 QStringLiteral("a_folder_with_a_name/of_some_length/asr.yaml"));
        const QString expected = QStringLiteral("fairseq2 would not load this file");
        const ElidedLabel* found = nullptr;
        for (const ElidedLabel* label : tabs()->currentWidget()->findChildren<ElidedLabel*>())
            if (label->text() == expected)
                found = label;
        QVERIFY(found);
        QTRY_VERIFY2(found->width() >= found->sizeHint().width(), qPrintable(QString::number(found->width())));
    }

    void aPanelOpenedFromTheStatusLineHasTabs() {
        QVERIFY(m->start({}));
        const auto* dock = m->find<BottomDock>();
        QVERIFY(dock->isHidden());
        QAbstractButton* log = nullptr;
        for (QAbstractButton* button : m->window->statusBar()->findChildren<QAbstractButton*>())
            if (button->isVisible() && button->text().startsWith(QStringLiteral("Log")))
                log = button;
        QVERIFY(log);
        QTest::mouseClick(log, Qt::LeftButton);
        QVERIFY(dock->isVisible());
        const auto* bar = dock->findChild<QTabBar*>();
        QCOMPARE(bar->currentIndex(), 1);
        QTRY_VERIFY2(bar->width() > bar->tabRect(1).right() && bar->height() >= bar->tabRect(1).height(),
                     qPrintable(QStringLiteral("%1×%2").arg(bar->width()).arg(bar->height())));
    }

    void aNarrowWindowKeepsItsTabsAndVerdict() {
        m->write(QStringLiteral("a.yaml"), "name: a\nmodel_family: llama\nmodel_arch: 7x\n---\n");
        QVERIFY(m->start({m->folder.path()}));
        m->window->resize(900, 700);
        QCoreApplication::processEvents();
        QCOMPARE(m->window->width(), 900);
        const auto* bottom = m->find<BottomDock>();
        QVERIFY(bottom->isVisible());
        const auto* bar = bottom->findChild<QTabBar*>();
        for (int tab = 0; tab < bar->count(); ++tab)
            QVERIFY2(bar->rect().contains(bar->tabRect(tab)) && bar->width() >= bar->sizeHint().width(),
                     qPrintable(bar->tabText(tab)));
        QVERIFY(m->find<RegistryPanel>()->width() >= 220);
    }

    void aNarrowWindowKeepsTheFilesName() {
        m->write(QStringLiteral("a_folder_with_a_name/of_some_length/librispeech.yaml"),
                 "name: a_card_with_a_name_of_some_length\nmodel_family: llama\nmodel_arch: 7x\n");
        QVERIFY(m->start({m->folder.path()}));
        const ElidedLabel* path = nullptr;
        for (const ElidedLabel* label : tabs()->currentWidget()->findChildren<ElidedLabel*>())
            if (label->text().endsWith(QStringLiteral("librispeech.yaml")))
                path = label;
        QVERIFY(path && m->find<RightDock>()->isVisible());
        for (const int width : {1400, 1200, 1100, 1000, 900}) {
            m->window->resize(width, 700);
            QCoreApplication::processEvents();
            QVERIFY2(path->shownText().endsWith(QStringLiteral("librispeech.yaml")),
                     qPrintable(QStringLiteral("%1: %2").arg(width).arg(path->shownText())));
        }
    }

    void theResolvedCardsWordsAreWholeInASmallWindow() {
        m->write(QStringLiteral("a.yaml"),
                 "name: a\nmodel_family: llama\nmodel_arch: 7x\nmodel_config: {num_layers: 3}\n"
                 "tokenizer: x\ntokenizer_family: llama\ntokenizer_config: {}\n---\n");
        QVERIFY(m->start({m->folder.path()}));
        m->navigator.go(Location::inFile(m->folder.filePath(QStringLiteral("a.yaml")), 2));
        const auto* panel = m->find<ResolvedPanel>();
        for (const QSize& size : {QSize(1280, 800), QSize(900, 560), QSize(1280, 800)}) {
            m->window->resize(size);
            QTest::qWait(100);
            QTRY_VERIFY(panel->isVisible() && panel->config().isVisible());
            int read = 0;
            for (const QLabel* label : panel->findChildren<QLabel*>()) {
                if (!label->isVisible() || label->text().isEmpty())
                    continue;
                ++read;
                const int wanted =
                    label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
                QVERIFY2(label->height() >= wanted, qPrintable(label->text()));
            }
            QVERIFY(read >= 4);
            const QCheckBox& only = panel->config().onlyWhatDiffers();
            QVERIFY2(only.width() >= only.sizeHint().width(), qPrintable(only.text()));
            const bool isWhole = size.height() == 800;
            QVERIFY(!isWhole || only.text() == QStringLiteral("Only what differs"));
            const auto notices = panel->config().findChildren<NoticeBar*>();
            const auto notice =
                std::find_if(notices.begin(), notices.end(), [](auto* bar) { return bar->isVisible(); });
            QVERIFY(notice != notices.end());
            QCOMPARE((*notice)->text().contains(QStringLiteral("AssetCardError")), isWhole);
            QCOMPARE((*notice)->toolTip().contains(QStringLiteral("AssetCardError")), !isWhole);
        }
    }

    void theEnvironmentsSentenceHasTheRoomThatIsThere() {
        QVERIFY(m->start({}));
        const auto* label = m->find<EnvironmentLabel>();
        const auto* bar = m->find<MainToolBar>();
        for (const auto& [width, least] : {std::pair(1280, 600), std::pair(900, 450)}) {
            m->window->resize(width, 700);
            QCoreApplication::processEvents();
            QVERIFY2(label->width() >= least, qPrintable(QString::number(label->width())));
            for (const QAbstractButton* button : bar->findChildren<QAbstractButton*>())
                if (button->isVisible())
                    QVERIFY2(bar->rect().contains(QRect(button->mapTo(bar, QPoint()), button->size())) &&
                                 button->width() >= button->minimumSizeHint().width(),
                             qPrintable(button->text()));
        }
    }

    void hugeNamesDoNotBlowUpTheWindow() {
        m->write(QStringLiteral("a.yaml"), "name: " + QByteArray(1'000'000, 'x') + "\n");
        QVERIFY(m->start({m->folder.path()}));
        QVERIFY(editor());
        QCoreApplication::processEvents();
        for (const QWidget* widget : m->window->findChildren<QWidget*>()) {
            const QSize least = widget->minimumSizeHint().expandedTo(QSize(
                0, widget->hasHeightForWidth() && widget->isVisible() ? widget->heightForWidth(widget->width()) : 0));
            QVERIFY2(least.width() < 1200 && least.height() < 700,
                     qPrintable(QStringLiteral("%1 in %2: %3 x %4")
                                    .arg(QString::fromLatin1(widget->metaObject()->className()),
                                         QString::fromLatin1(widget->parent()->metaObject()->className()))
                                    .arg(least.width())
                                    .arg(least.height())));
        }
        QVERIFY(m->window->width() < 2000 && m->window->height() < 2000);
    }

private:
    [[nodiscard]] PageTabs* tabs() const { return m->find<PageTabs>(); }
    [[nodiscard]] CardEditor* editor() const {
        const auto* page = qobject_cast<EditorPage*>(tabs()->currentWidget());
        return page ? &page->editor() : nullptr;
    }

    std::unique_ptr<WindowDesk> m;
};

QTEST_MAIN(WindowRoomTest)
#include "window_room_test.moc"
