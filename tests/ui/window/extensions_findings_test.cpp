// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/extensions_desk.h"
#include "ui/editor/card_editor.h"
#include "ui/editor/editor_page.h"
#include "ui/extensions/extensions_page.h"
#include "ui/pages/source_page.h"
#include "ui/problems/problems_model.h"
#include "ui/problems/problems_view.h"
#include "ui/registry/registry_model.h"
#include "ui/window/bottom_dock.h"
#include "ui/window/environment_label.h"
#include "ui/window/page_tabs.h"
#include "ui/window/status_line.h"

#include <QLabel>
#include <QTextDocumentFragment>

#include <algorithm>

using namespace fairlead;
using namespace fairlead::ui;

/// What is wrong with extensions is read off the window, and leads to its place.
class ExtensionsFindingsTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m = std::make_unique<ExtensionsDesk>();
        QVERIFY(m->open());
    }
    void cleanup() { m.reset(); }

    void everyStateIsReadOffThePage() {
        m->choose();
        QCOMPARE(m->environment.extensions().extensions.size(), std::size_t(3));
        auto* page = m->find<ExtensionsPage>();
        QVERIFY(page != nullptr);
        QCOMPARE(page->chosen(), QStringLiteral("thrower"));
        QCOMPARE(m->environment.extensions().runs, 2);
        QCOMPARE(m->find<StatusLine>()->verdict(), QStringLiteral("fairseq2 would not start"));
        QVERIFY(m->find<MainToolBar>()->environment().sentence().contains(QStringLiteral("SIGSEGV")));

        // The tree leads to each.
        auto* tree = m->find<RegistryModel>();
        const QModelIndex section = tree->extensionsSection();
        QCOMPARE(tree->rowCount(section), 3);
        QCOMPARE(section.data(RegistryModel::DetailRole).toString(), QStringLiteral("2 of 3 failed"));
        const QModelIndex crasher = tree->index(2, 0, section);
        QCOMPARE(crasher.data(RegistryModel::DetailRole).toString(), QStringLiteral("crashed (SIGSEGV)"));
        m->navigator.go(*tree->locationOf(crasher));
        QCOMPARE(page->chosen(), QStringLiteral("crasher"));
    }

    void aPlaceOpensItsLine() {
        m->choose();
        auto* page = m->find<ExtensionsPage>();
        const ExtensionReport& thrower = m->environment.extensions().extensions[1];
        QVERIFY(!thrower.errors.empty());
        const auto frame = std::ranges::find_if(thrower.errors.front().frames,
                                                [](const ReportedFrame& own) { return own.own && own.line > 0; });
        QVERIFY(frame != thrower.errors.front().frames.end());
        emit page->placeActivated(QString::fromStdString(frame->file), frame->line);
        auto* source = m->find<SourcePage>();
        QVERIFY(source != nullptr);
        QCOMPARE(source->line(), frame->line);
        m->navigator.back();
        QCOMPARE(m->find<PageTabs>()->currentLocation().kind, Location::Kind::Extensions);
    }

    void aProblemOfAnExtensionLeadsToItsManifest() {
        m->choose();
        auto* problems = m->find<ProblemsModel>();
        QVERIFY(problems != nullptr && problems->rowCount() > 0);
        const auto location = problems->locationAt(problems->index(0, 0));
        QVERIFY(location.has_value());
        QCOMPARE(location->kind, Location::Kind::Source);
        QCOMPARE(location->file, m->lab.filePath(QStringLiteral("lab.toml")));
        QVERIFY(location->line > 4);
        QTest::keyClick(m->window.get(), Qt::Key_F8); // there is no card to go to
    }

    void brokenYamlOfAPackageIsAProblemThatOpensItsFile() {
        const auto write = [&](const QString& name, const QByteArray& text) {
            QFile file(m->lab.filePath(name));
            return file.open(QFile::WriteOnly) && file.write(text) == text.size();
        };
        QVERIFY(QDir(m->lab.path()).mkpath(QStringLiteral("lab/assets/more")));
        QVERIFY(write(QStringLiteral("lab/assets/more/broken.yaml"), "name: fine\n---\nname: [\n"));
        QVERIFY(write(QStringLiteral("lab/assets/empty.yaml"), "name: also_fine\n---\n"));
        QVERIFY(m->setEntryPoints("cards = \"LIBRARIES/libbrings_assets.so:lab::setup\"\n"));
        m->choose();
        QCOMPARE(m->find<StatusLine>()->verdict(), QStringLiteral("fairseq2 would load nothing"));
        const auto& rows = m->find<ProblemsModel>()->rows();
        const auto row = std::ranges::find_if(rows, [](const ProblemRow& one) { return one.diagnostic.rule == 1; });
        QVERIFY(row != rows.end());
        auto* view = m->find<ProblemsView>();
        const QModelIndex where =
            view->model()->index(static_cast<int>(row - rows.begin()), ProblemsModel::WhereColumn);
        QCOMPARE(where.data().toString(), QStringLiteral("more/broken.yaml:3:7"));
        for (const ProblemRow& one : rows)
            QVERIFY2(one.diagnostic.fixes.empty(), "what belongs to a package is mended nowhere here");

        m->find<BottomDock>()->showPanel(0); // the problems
        QVERIFY(QTest::qWaitFor([&] { return view->viewport()->rect().contains(view->visualRect(where).center()); }));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(where).center());
        auto* page = qobject_cast<EditorPage*>(m->find<PageTabs>()->currentWidget());
        QVERIFY(page != nullptr);
        QCOMPARE(page->editor().text(), QByteArray("name: fine\n---\nname: [\n"));
        QCOMPARE(m->navigator.current().begin, qint64(21));
        QTest::keyClicks(&page->editor(), QStringLiteral("x"));
        QCOMPARE(page->editor().text(), QByteArray("name: fine\n---\nname: [\n"));
        QCOMPARE(m->find<StatusLine>()->message(),
                 QStringLiteral("This text cannot be changed. This file belongs to lab.assets."));
    }

    void whatAnExtensionLacksIsReadOffThePage() {
        QVERIFY(m->setEntryPoints("needs = \"LIBRARIES/libregisters.so:registers::lacks\"\n"));
        m->choose();
        m->find<MainToolBar>()->picker().extensionsAction()->trigger();
        auto* page = m->find<ExtensionsPage>();
        QVERIFY(page != nullptr && page->isVisible());
        QLabel* said = nullptr;
        for (QLabel* label : page->findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("Needed by")))
                said = label;
        QVERIFY2(said != nullptr, "what it lacks is not said");
        const QString text = QTextDocumentFragment::fromHtml(said->text()).toPlainText();
        QVERIFY2(text.contains(QStringLiteral("No registered provider found for `<class 'registers.Third'>`.")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Needed by registers.NeedsThird with the key large, registered at ")),
                 qPrintable(text));

        said->setFocus(); // the link by keys: its place on the page depends on the font
        QTest::keyClick(said, Qt::Key_Tab);
        QTest::keyClick(said, Qt::Key_Return);
        auto* source = qobject_cast<SourcePage*>(m->find<PageTabs>()->currentWidget());
        QVERIFY(source != nullptr);
        QVERIFY(m->navigator.current().file.endsWith(QStringLiteral("/registers.cpp")));
    }

private:
    std::unique_ptr<ExtensionsDesk> m;
};

QTEST_MAIN(ExtensionsFindingsTest)
#include "extensions_findings_test.moc"
