// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/bundled.h"
#include "ui/log/mailbox_sink.h"
#include "ui/pages/architecture_page.h"
#include "ui/pages/family_page.h"
#include "ui/pages/link_list_view.h"
#include "ui/pages/used_by_panel.h"
#include "ui/text/english_plurals.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <spdlog/logger.h>

#include <memory>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

QStringList names(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
    QStringList all;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        all << model.index(row, 0, parent).data().toString();
    }
    return all;
}

QString header(const QTreeView& view, int column) {
    return view.model()->headerData(column, Qt::Horizontal).toString();
}

QString allText(const QWidget& widget) {
    QString text;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        text += label->text() + u'\n';
    }
    return text;
}

} // namespace

class PagesTest : public QObject {
    Q_OBJECT

    EnglishPlurals m_plurals;
    std::shared_ptr<const RegistrySnapshot> m_registry = bundled_snapshot();
    std::unique_ptr<Workspace> m_workspace;
    QTemporaryDir m_folder;

    void write(const QString& name, const QByteArray& text) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private slots:
    void initTestCase() {
        QVERIFY(QCoreApplication::installTranslator(&m_plurals));
        write(QStringLiteral("models.yaml"), "name: my_llama\nbase: llama3_2_1b\n---\n"
                                             "name: my_llama@cluster\ncheckpoint: /fsx/x\n---\n"
                                             "name: other\nmodel_family: llama\nmodel_arch: 7b\n");
        auto sink = std::make_shared<MailboxSink>(std::make_shared<LogMailbox>(100));
        m_workspace = std::make_unique<Workspace>(m_registry, std::make_shared<spdlog::logger>("test", sink));
        QSignalSpy loaded(m_workspace.get(), &Workspace::loaded);
        m_workspace->open({m_folder.path()});
        QVERIFY(loaded.wait());
    }

    void architectureBesideDefaultAndClosest() {
        const Theme theme;
        ArchitecturePage page(m_registry, QStringLiteral("llama"), QStringLiteral("llama3_2_1b"), theme);
        page.resize(1000, 700);
        page.show();
        const auto* view = page.findChild<QTreeView*>();
        QCOMPARE(header(*view, 2), QStringLiteral("Class default, 13 differ"));
        QCOMPARE(header(*view, 3), QStringLiteral("llama3_2_3b, 5 differ"));
        QVERIFY2(allText(page).contains(QStringLiteral("compile, FSDP, layer-wise AC, meta device")),
                 qPrintable(allText(page)));
        const auto combos = page.findChildren<QComboBox*>();
        QCOMPARE(combos.front()->itemText(0), QStringLiteral("All 21 fields"));
        combos.front()->setCurrentIndex(2);
        emit combos.front()->activated(2);
        QCOMPARE(view->model()->rowCount(), 5);
        QTest::keyClicks(page.findChild<QLineEdit*>(), QStringLiteral("num_layers"));
        QCOMPARE(names(*view->model()), QStringList{"num_layers"});
        page.findChild<QPushButton*>()->click();
        const QString yaml = QGuiApplication::clipboard()->text();
        QVERIFY2(yaml.startsWith(QStringLiteral("model_config_overrides:\n  model_dim: 2048\n")), qPrintable(yaml));
        QVERIFY2(yaml.contains(QStringLiteral("  rope_scale:\n    factor: 32.0\n")), qPrintable(yaml));
    }

    void theHeadingsWithTheirCountsAreWholeInANarrowWindow() {
        const Theme theme;
        ArchitecturePage page(m_registry, QStringLiteral("llama"), QStringLiteral("llama3_2_1b"), theme);
        page.resize(720, 500);
        page.show();
        auto* view = page.findChild<QTreeView*>();
        QTRY_VERIFY(view->verticalScrollBar()->isVisible());
        for (const int width : {760, 680, 720, 700, 660, 690}) {
            page.resize(width, 500);
            QTRY_VERIFY2(!view->horizontalScrollBar()->isVisible(), qPrintable(QString::number(width)));
        }
        for (const int column : {1, 2, 3})
            QVERIFY2(view->columnWidth(column) >= view->header()->sectionSizeHint(column),
                     qPrintable(QStringLiteral("%1: %2 of %3")
                                    .arg(column)
                                    .arg(view->columnWidth(column))
                                    .arg(view->header()->sectionSizeHint(column))));
    }

    void theSelectedFieldIsExplained() {
        const Theme theme;
        ArchitecturePage page(m_registry, QStringLiteral("llama"), QStringLiteral("llama3_2_1b"), theme);
        auto* view = page.findChild<QTreeView*>();
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            if (index.data().toString() == QStringLiteral("num_key_value_heads")) {
                view->setCurrentIndex(index);
            }
        }
        QVERIFY2(allText(page).contains(QStringLiteral("The number of key/value heads for Grouped Query Attention.")),
                 qPrintable(allText(page)));
    }

    void whatIsNotRegisteredIsSaid() {
        const Theme theme;
        ArchitecturePage page(m_registry, QStringLiteral("llama"), QStringLiteral("llama9"), theme);
        QVERIFY2(allText(page).contains(QStringLiteral("llama9 is no architecture of llama in this registry.")),
                 qPrintable(allText(page)));
        ArchitecturePage hg(m_registry, QStringLiteral("hg"), QStringLiteral("causal_lm"), theme);
        QCOMPARE(header(*hg.findChild<QTreeView*>(), 2), QStringLiteral("No class default"));
    }

    void familyListsArchitecturesAndCards() {
        const Theme theme;
        FamilyPage page(*m_workspace, FamilyKind::model, QStringLiteral("llama"), theme);
        const auto* list = page.findChild<LinkListView*>();
        const QModelIndex architectures = list->model()->index(0, 0);
        QCOMPARE(list->model()->rowCount(architectures), 13);
        QCOMPARE(names(*list->model(), list->model()->index(1, 0)),
                 (QStringList{"my_llama", "my_llama@cluster", "other"}));
        QCOMPARE(list->model()->index(2, 1).data().toString(), QStringLiteral("25"));
        QVERIFY2(allText(page).contains(QStringLiteral("28 cards")), qPrintable(allText(page)));
    }

    void usedByNamesCardsOwnerAndClosest() {
        const Theme theme;
        UsedByPanel panel(*m_workspace, theme);
        QSignalSpy count(&panel, &UsedByPanel::countChanged);
        panel.show(Location::ofArchitecture(QStringLiteral("llama"), QStringLiteral("llama3_2_1b")));
        QCOMPARE(count.takeLast().first().toString(), QStringLiteral("4 cards"));
        const auto lists = panel.findChildren<LinkListView*>();
        QCOMPARE(names(*lists[0]->model(), lists[0]->model()->index(0, 0)),
                 (QStringList{"my_llama", "my_llama@cluster"}));
        QCOMPARE(names(*lists[1]->model()).first(3), (QStringList{"llama3_2_3b", "llama3_1_8b", "llama3_1_70b"}));
        QVERIFY2(allText(panel).contains(QStringLiteral("fairseq2 0.8.1")), qPrintable(allText(panel)));
        QVERIFY2(allText(panel).contains(QStringLiteral("models/llama/config.py:")), qPrintable(allText(panel)));
        QSignalSpy followed(&panel, &UsedByPanel::linkActivated);
        lists[1]->setCurrentIndex(lists[1]->model()->index(0, 0));
        QTest::keyClick(lists[1], Qt::Key_Return);
        QCOMPARE(followed.takeFirst().first().value<Location>().architecture, QStringLiteral("llama3_2_3b"));
    }

    void cardsFollowTyping() {
        const Theme theme;
        FamilyPage page(*m_workspace, FamilyKind::tokenizer, QStringLiteral("char_tokenizer"), theme);
        page.show();
        const auto file = m_workspace->fileAt(m_folder.filePath(QStringLiteral("models.yaml")));
        QVERIFY(file.has_value());
        const QByteArray added = "---\nname: chars\ntokenizer_family: char_tokenizer\n";
        const auto size = static_cast<qint64>(m_workspace->session()->catalog().file(*file).stream.size());
        m_workspace->edit(*file, size, size, added);
        const auto* list = page.findChild<LinkListView*>();
        QTRY_COMPARE(names(*list->model(), list->model()->index(0, 0)), QStringList{"chars"});
        page.hide();
        m_workspace->edit(*file, size, size + added.size(), {});
        page.show();
        QTRY_VERIFY(names(*list->model(), list->model()->index(0, 0)) != QStringList{"chars"});
    }

    void whatUsesItTakesNoMoreRoomThanItNeeds() {
        const Theme theme;
        UsedByPanel panel(*m_workspace, theme);
        panel.resize(300, 700);
        panel.show(Location::ofArchitecture(QStringLiteral("llama"), QStringLiteral("llama3_2_1b")));
        panel.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        const auto lists = panel.findChildren<LinkListView*>();
        QCOMPARE(lists[0]->height(), lists[0]->sizeHint().height());
        QVERIFY2(lists[0]->height() < 200, qPrintable(QString::number(lists[0]->height())));
        const int before = lists[0]->height();
        lists[0]->collapse(lists[0]->model()->index(0, 0));
        QTRY_VERIFY(lists[0]->height() < before);
    }

    void allColumnsOfAConfigAreSeen() {
        const Theme theme;
        ArchitecturePage page(m_workspace->registry(), QStringLiteral("llama"), QStringLiteral("llama3_2_1b"), theme);
        const auto* view = page.findChild<QTreeView*>();
        for (const int width : {660, 760, 900, 1200}) {
            page.resize(width, 700);
            page.show();
            QVERIFY(QTest::qWaitForWindowExposed(&page));
            QVERIFY2(view->columnViewportPosition(4) + 60 <= view->viewport()->width(),
                     qPrintable(QStringLiteral("the last column is out of sight at %1").arg(width)));
        }
    }
};

QTEST_MAIN(PagesTest)
#include "pages_test.moc"
