// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of text that is not saved, and of cards that are being written.
#include "tests/ui/support/open_window.h"

#include "ui/registry/registry_model.h"
#include "ui/window/trouble_banner.h"
#include "ui/workspace/open_sources.h"

#include <QLabel>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

QStringList unsavedRows(const RegistryModel& model) {
    QStringList rows;
    const QModelIndex sources = model.sourcesSection();
    const auto walk = [&](const auto& self, const QModelIndex& parent) -> void {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (index.data(RegistryModel::UnsavedRole).toBool())
                rows.append(index.data(Qt::AccessibleTextRole).toString());
            self(self, index);
        }
    };
    walk(walk, sources);
    return rows;
}

QString unsavedCount(const OpenWindow& window) {
    const auto* label = window.window->findChild<QLabel*>(QStringLiteral("Unsaved files"));
    return label->isVisible() ? label->text() : QString();
}

} // namespace

class UnsavedTest : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenWindow> m;
    [[nodiscard]] QString verdict() const { return m->window->findChild<StatusLine*>()->verdict(); }
    [[nodiscard]] bool isBannerSeen() const { return m->window->findChild<TroubleBanner*>()->isVisible(); }

private slots:
    void init() {
        QSettings().clear();
        m = std::make_unique<OpenWindow>();
    }
    void cleanup() { m.reset(); }

    void everyFileThatAFixChangedIsShownUnsaved() {
        for (const QString& name : {QStringLiteral("a.yaml"), QStringLiteral("b.yaml"), QStringLiteral("c.yaml")})
            m->write(name, "name: " + name.left(1).toUtf8() + "\n---\n");
        QVERIFY(m->startWith(QStringLiteral("a.yaml")));
        const auto& model = *m->window->findChild<RegistryModel*>();
        QCOMPARE(unsavedRows(model), QStringList());
        QCOMPARE(verdict(), QStringLiteral("fairseq2 would load nothing"));
        QVERIFY(m->click(QStringLiteral("Fix 3 of 3 causes…")));
        QVERIFY(m->click(QStringLiteral("Fix")));
        const QString folder = nameOfSource(sourceOfPath(m->cards()));
        QTRY_COMPARE(
            unsavedRows(model),
            (QStringList{folder + QStringLiteral(", unsaved, 3 cards"), QStringLiteral("a.yaml, unsaved, 1 card"),
                         QStringLiteral("b.yaml, unsaved, 1 card"), QStringLiteral("c.yaml, unsaved, 1 card")}));
        QCOMPARE(unsavedCount(*m), QStringLiteral("● 3 files unsaved"));
        QCOMPARE(verdict(), QStringLiteral("fairseq2 loads these sources after saving"));
        m->page()->setFocus();
        OpenWindow::key(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(verdict(), QStringLiteral("fairseq2 loads these sources"));
        QCOMPARE(unsavedRows(model), QStringList());
        QCOMPARE(unsavedCount(*m), QString());
        QCOMPARE(m->read(QStringLiteral("c.yaml")), QByteArray("name: c\n"));
    }

    void theFileInFrontIsNotCountedTwice() {
        m->write(QStringLiteral("a.yaml"), "name: a\n");
        QVERIFY(m->startWith(QStringLiteral("a.yaml")));
        OpenWindow::type(QStringLiteral("# x"));
        QCOMPARE(unsavedCount(*m), QString());
        QCOMPARE(m->page()->savedText().left(7), QStringLiteral("Unsaved"));
        QCOMPARE(unsavedRows(*m->window->findChild<RegistryModel*>()).size(), 2); // the folder, the file
        m->navigator.go(Location::welcome());
        QCOMPARE(unsavedCount(*m), QStringLiteral("● 1 file unsaved"));
    }

    void aNewCardIsNoTroubleWhileItIsTyped() {
        m->write(QStringLiteral("a.yaml"), "name: a\n");
        QVERIFY(m->startWith(QStringLiteral("a.yaml")));
        OpenWindow::key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(m->waitUntilLoaded());
        OpenWindow::type(QStringLiteral("model_family: llama"));
        QCOMPARE(verdict(), QStringLiteral("fairseq2 would load nothing after saving"));
        QVERIFY2(!isBannerSeen(), "the text is on no disk yet");
        emit m->window->findChild<StatusLine*>()->verdictClicked();
        QVERIFY2(isBannerSeen(), "it was asked for");
        OpenWindow::key(Qt::Key_Return);
        OpenWindow::type(QStringLiteral("name: a")); // as another card
        QVERIFY(!isBannerSeen());
        const quint32 file = *m->workspace->fileAt(m->path(QStringLiteral("a.yaml")));
        m->workspace->setText(file, "---\n---\n");
        QVERIFY2(isBannerSeen(), "a file on the disk has trouble of its own");
    }

    void aWordAboutAPlaceGoesWithTheCursor() {
        m->write(QStringLiteral("a.yaml"), "name: a\nmodel_family: llama\nmodel_arch: none\n");
        QVERIFY(m->startWith(QStringLiteral("a.yaml")));
        OpenWindow::key(Qt::Key_Down);
        OpenWindow::key(Qt::Key_Period, Qt::ControlModifier);
        QCOMPARE(m->said(), QStringLiteral("There is no problem in this line, only in others of this file."));
        OpenWindow::key(Qt::Key_Down);
        QTRY_COMPARE_WITH_TIMEOUT(m->said(), QString(), 1000);
    }

    void whatFailedIsSaidWhereverTheCursorGoes() {
        m->write(QStringLiteral("a.yaml"), "name: a\n# b\n");
        QVERIFY(m->startWith(QStringLiteral("a.yaml")));
        m->buffers->fail(QStringLiteral("It failed."));
        OpenWindow::key(Qt::Key_Down);
        QTRY_VERIFY(m->page()->positionText().startsWith(QStringLiteral("Ln 2")));
        QCOMPARE(m->said(), QStringLiteral("It failed."));
    }

    void theEnvironmentLeavesTheTimeOfACheckAlone() {
        m->write(QStringLiteral("a.yaml"), "name: a\n");
        QVERIFY(m->startWith(QStringLiteral("a.yaml")));
        const auto* time = m->window->findChild<QLabel*>(QStringLiteral("Duration"));
        QVERIFY2(time->text().startsWith(QStringLiteral("Loaded in ")), qPrintable(time->text()));
        OpenWindow::type(QStringLiteral("# x"));
        QTRY_VERIFY2(time->text().startsWith(QStringLiteral("Checked in ")), qPrintable(time->text()));
        const QString before = time->text();
        emit m->environment.changed(); // of a report, or how far it is
        QCOMPARE(time->text(), before);
        QCOMPARE(verdict(), QStringLiteral("fairseq2 loads these sources after saving"));
    }

    void whatCannotBeReadIsCounted() {
        m->write(QStringLiteral("a.yaml"), "name: a\n---\nb: [\n---\nname: c\n");
        m->write(QStringLiteral("d.yaml"), "}\n");
        QVERIFY(m->startWith(QStringLiteral("a.yaml")));
        const auto* counts = m->window->findChild<QLabel*>(QStringLiteral("Counts"));
        QVERIFY2(counts->text().startsWith(QStringLiteral("90 cards read, 2 not readable · ")),
                 qPrintable(counts->text()));
        QVERIFY(m->isLogged(LogLevel::Info, QStringLiteral("checks"),
                            QStringLiteral("Read and checked 2 cards in 2 files of 1 source (2 not readable) in")));
    }
};

QTEST_MAIN(UnsavedTest)
#include "unsaved_test.moc"
