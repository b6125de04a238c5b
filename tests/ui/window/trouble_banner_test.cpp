// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/window/window_desk.h"

#include "ui/editor/card_editor.h"
#include "ui/editor/editor_page.h"
#include "ui/window/banner.h"
#include "ui/window/bottom_dock.h"
#include "ui/window/environment_label.h"
#include "ui/window/page_tabs.h"
#include "ui/window/status_line.h"
#include "ui/window/trouble_banner.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSettings>

using namespace fairlead;
using namespace fairlead::ui;

/// What the window says above all of sources that fairseq2 would not load.
class TroubleBannerTest : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowDesk> m;

    [[nodiscard]] PageTabs* tabs() const { return m->find<PageTabs>(); }
    [[nodiscard]] TroubleBanner* banner() const { return m->find<TroubleBanner>(); }
    [[nodiscard]] QString verdict() const { return m->find<StatusLine>()->verdict(); }
    [[nodiscard]] CardEditor* editor() const {
        const auto* page = qobject_cast<EditorPage*>(tabs()->currentWidget());
        return page ? &page->editor() : nullptr;
    }

private slots:
    void init() {
        QSettings().clear();
        m = std::make_unique<WindowDesk>(MainWindow::Memory::None);
    }
    void cleanup() { m.reset(); }

    void aBrokenFolderIsExplained() {
        m->write(QStringLiteral("asr.yaml"), "name: lab_asr\n---\nname: b\n---\n");
        m->write(QStringLiteral("old/asr.yaml"), "name: lab_asr\n");
        QVERIFY(m->start({m->folder.path()}));
        QVERIFY(banner()->isVisible());
        QCOMPARE(banner()->banner().title(),
                 QStringLiteral("fairseq2 would refuse to load anything: no card of any source, not just those of this "
                                "folder."));
        QVERIFY(banner()->banner().text().startsWith(QStringLiteral("2 causes: ")));
        QCOMPARE(verdict(), QStringLiteral("fairseq2 would load nothing"));
        QVERIFY(Hands::button(*banner(), QStringLiteral("Fix 1 of 2 causes…")) != nullptr);
        QVERIFY2(editor(), "the page shows a place of trouble at once");
        QVERIFY(m->find<BottomDock>()->isVisible());
    }

    void beyondALimitNothingIsClaimed() {
        QFile large(m->write(QStringLiteral("large.yaml"), "name: x\n"));
        QVERIFY(large.resize((64 << 20) + 1));
        QVERIFY(m->start({m->folder.path()}));
        QVERIFY(banner()->isVisible());
        QCOMPARE(banner()->banner().title(),
                 QStringLiteral("It is not known whether fairseq2 loads these sources: Fairlead reads them in part."));
        QCOMPARE(verdict(), QStringLiteral("Not known whether fairseq2 loads these sources"));
    }

    void bannerLinksAndNextCauseLeadToPlaces() {
        const QString a = m->write(QStringLiteral("a.yaml"), "name: a\n---\n");
        const QString b = m->write(QStringLiteral("b.yaml"), "name: b\n---\n");
        QVERIFY(m->start({m->folder.path()}));
        QSet<QString> visited;
        QAbstractButton* next = Hands::button(*banner(), QStringLiteral("Next cause"));
        QVERIFY(next != nullptr);
        for (int press = 0; press < 2; ++press) {
            QTest::mouseClick(next, Qt::LeftButton);
            QCOMPARE(m->navigator.current().begin, 8);
            visited.insert(m->navigator.current().file);
        }
        QCOMPARE(visited, (QSet<QString>{a, b}));
        m->navigator.go(Location::welcome());
        QCOMPARE(m->navigator.current().begin, -1);
        for (QLabel* label : banner()->findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("href=")))
                emit label->linkActivated(label->text().section(QLatin1Char('"'), 1, 1));
        QCOMPARE(m->navigator.current().begin, 8);
    }

    void aClosedBannerStaysAsVerdict() {
        m->write(QStringLiteral("a.yaml"), "name: a\n---\n");
        QVERIFY(m->start({m->folder.path()}));
        QAbstractButton* close = nullptr;
        for (QAbstractButton* button : banner()->findChildren<QAbstractButton*>())
            if (button->accessibleName() == QLatin1String("Close this banner"))
                close = button;
        QVERIFY(close);
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(!banner()->isVisible());
        QCOMPARE(verdict(), QStringLiteral("fairseq2 would load nothing"));
        m->workspace.edit(*m->workspace.fileAt(m->folder.filePath(QStringLiteral("a.yaml"))), 0, 0, "# x\n");
        QVERIFY(!banner()->isVisible());
        emit m->find<StatusLine>()->verdictClicked();
        QVERIFY(banner()->isVisible());
    }

    void mendingByTypingTakesTheBannerAway() {
        m->write(QStringLiteral("a.yaml"), "name: a\n---\n");
        QVERIFY(m->start({m->folder.path()}));
        QVERIFY(editor());
        QVERIFY(banner()->isVisible());
        QTest::keyClick(editor(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(editor(), QStringLiteral("name: b"));
        QTRY_VERIFY(!banner()->isVisible());
        QCOMPARE(verdict(), QStringLiteral("fairseq2 loads these sources after saving"));
        QVERIFY(m->window->isWindowModified());
        QCOMPARE(tabs()->tabText(tabs()->currentIndex()), QStringLiteral("a.yaml ●"));
        for (Buffer* buffer : m->buffers.modified())
            m->buffers.close(buffer);
    }

    void aCopyOfTheRegistryCanBeLookedAtAlone() {
        for (const RecordedSource& source : m->workspace.registry()->sources)
            for (const RecordedFile& file : source.files)
                m->write(QString::fromStdString(file.path), QByteArray::fromStdString(file.text));
        QVERIFY(m->start({m->folder.path()}));
        QVERIFY(banner()->isVisible());
        QCOMPARE(banner()->banner().title(), QStringLiteral("This folder repeats 88 cards of fairseq2.assets.cards."));
        QAbstractButton* alone = Hands::button(*banner(), QStringLiteral("Look at it alone"));
        QVERIFY(alone != nullptr);
        QSignalSpy loaded(&m->workspace, &Workspace::loaded);
        QTest::mouseClick(alone, Qt::LeftButton);
        QVERIFY(loaded.wait());
        QVERIFY(!banner()->isVisible());
        QCOMPARE(verdict(), QStringLiteral("Loads; librispeech_asr_100h fails when used"));
        QCOMPARE(m->find<EnvironmentLabel>()->sentence(),
                 QStringLiteral("fairseq2 0.8.1, recorded, without its cards"));
        QVERIFY(Hands::action(*m->window, QStringLiteral("Without fairseq2's Own Cards"))->isChecked());
    }
};

QTEST_MAIN(TroubleBannerTest)
#include "trouble_banner_test.moc"
