// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/desk.h"

#include "ui/buffers/apply_fixes.h"

#include <QAccessible>

#include <spdlog/sinks/ostream_sink.h>

#include <sstream>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

const Fix* certainFix(const CheckSession& session) {
    for (const Diagnostic* diagnostic : session.diagnostics()) {
        for (const Fix& fix : diagnostic->fixes) {
            if (fix.certain)
                return &fix;
        }
    }
    return nullptr;
}

} // namespace

class FixesTest : public QObject {
    Q_OBJECT

    const QByteArray m_text = "name: a\r\nmodel_family: llama # keep\r\nmodel_arch: 7b\r\nurl: x\r\n---\r\n";

private slots:
    void aFixIsOneStepAndOnlyItsBytes() {
        Desk desk;
        desk.write(QStringLiteral("a.yaml"), m_text);
        desk.load();
        EditorPage* page = desk.show(QStringLiteral("a.yaml"));
        QVERIFY(!desk.workspace.session()->verdict().loads());
        const Fix* found = certainFix(*desk.workspace.session());
        QVERIFY(found != nullptr);
        const Fix fix = *found; // the session changes with the edit
        QVERIFY(applyFixes(desk.buffers, {&fix}));
        QCOMPARE(page->editor().text(), m_text.chopped(5));
        QVERIFY(desk.workspace.session()->verdict().loads());
        QCOMPARE(desk.read(QStringLiteral("a.yaml")), m_text);
        page->editor().send(QsciScintillaBase::SCI_UNDO);
        QCOMPARE(page->editor().text(), m_text);
        QVERIFY(!page->buffer().isModified());
        QVERIFY(!desk.workspace.session()->verdict().loads());
        page->editor().send(QsciScintillaBase::SCI_REDO);
        QVERIFY(desk.commands.save(&page->buffer()));
        QCOMPARE(desk.read(QStringLiteral("a.yaml")), m_text.chopped(5));
    }

    void allCertainFixesAreOneStep() {
        const QByteArray text = "name: 2024-01-01\nurl: x\n---\nname: 7\nurl: x\n---\n";
        Desk desk;
        desk.write(QStringLiteral("a.yaml"), text);
        desk.load();
        EditorPage* page = desk.show(QStringLiteral("a.yaml"));
        std::vector<Fix> fixes;
        for (const Diagnostic* diagnostic : desk.workspace.session()->diagnostics()) {
            for (const Fix& fix : diagnostic->fixes) {
                if (fix.certain)
                    fixes.push_back(fix);
            }
        }
        QCOMPARE(fixes.size(), std::size_t(3));
        QVERIFY(applyFixes(desk.buffers, {&fixes[0], &fixes[1], &fixes[2]}));
        QCOMPARE(page->editor().text(), QByteArrayLiteral("name: \"2024-01-01\"\nurl: x\n---\nname: \"7\"\nurl: x\n"));
        page->editor().send(QsciScintillaBase::SCI_UNDO);
        QCOMPARE(page->editor().text(), text);
        QVERIFY(!page->editor().canUndo());
    }

    void theSessionsOwnFixIsSaidAfterItIsGone() {
        Desk desk;
        desk.write(QStringLiteral("a.yaml"), m_text);
        desk.load();
        desk.show(QStringLiteral("a.yaml"));
        std::ostringstream log;
        const auto sink = std::make_shared<spdlog::sinks::ostream_sink_mt>(log);
        sink->set_pattern("%v");
        desk.workspace.log().fixes->sinks().push_back(sink);
        QVERIFY(applyFixes(desk.buffers, {certainFix(*desk.workspace.session())})); // gone with the edit
        desk.workspace.log().fixes->sinks().clear();
        QVERIFY2(log.str().find("Fixed, not saved yet: Remove this --- (line 5)\n") != std::string::npos,
                 log.str().c_str());
    }

    void aFixOfAClosedFileOpensItUnsaved() {
        Desk desk;
        desk.write(QStringLiteral("a.yaml"), m_text);
        desk.load();
        const Fix fix = *certainFix(*desk.workspace.session());
        QVERIFY(applyFixes(desk.buffers, {&fix}));
        Buffer* buffer = desk.buffers.find(desk.path(QStringLiteral("a.yaml")));
        QVERIFY(buffer != nullptr && buffer->isModified());
        QCOMPARE(buffer->text(), m_text.chopped(5));
        QCOMPARE(desk.read(QStringLiteral("a.yaml")), m_text);
    }

    void theEditorIsNamedAndReadAloud() {
        Desk desk;
        desk.write(QStringLiteral("a.yaml"), "name: \xC3\xBC\n");
        desk.load();
        EditorPage* page = desk.show(QStringLiteral("a.yaml"));
        QAccessibleInterface* editor = QAccessible::queryAccessibleInterface(&page->editor());
        QVERIFY(editor != nullptr);
        QCOMPARE(editor->role(), QAccessible::EditableText);
        QVERIFY2(editor->text(QAccessible::Name).contains(QStringLiteral("a.yaml")),
                 qPrintable(editor->text(QAccessible::Name)));
        QCOMPARE(editor->text(QAccessible::Value), QStringLiteral("name: ü\n"));
        QVERIFY(editor->textInterface() != nullptr && editor->editableTextInterface() != nullptr);
        QCOMPARE(editor->textInterface()->characterCount(), 8);
        QCOMPARE(editor->textInterface()->text(6, 7), QStringLiteral("ü"));
    }
};

QTEST_MAIN(FixesTest)
#include "fixes_test.moc"
