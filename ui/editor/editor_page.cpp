// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_page.h"

#include "ui/buffers/buffer_commands.h"
#include "ui/buffers/places.h"
#include "ui/detail/detail_pane.h"
#include "ui/editor/card_copy.h"
#include "ui/editor/card_editor.h"
#include "ui/editor/card_styler.h"
#include "ui/editor/editor_actions.h"
#include "ui/editor/editor_header.h"
#include "ui/editor/editor_notices.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/go_to.h"
#include "ui/editor/line_bar.h"
#include "ui/editor/problem_marks.h"
#include "ui/navigation/navigator.h"
#include "ui/problems/diagnostic_words.h"
#include "ui/problems/findings.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

namespace fairlead::ui {

namespace {

constexpr int refreshMilliseconds = 30; // from a keystroke to its marks

EditorProblem::Kind kindOf(const Diagnostic& diagnostic) {
    switch (weightOf(diagnostic)) {
    case Weight::StopsLoad:
        return EditorProblem::Kind::StopsLoad;
    case Weight::Error:
        return EditorProblem::Kind::Error;
    case Weight::Warning:
        return EditorProblem::Kind::Warning;
    default:
        return EditorProblem::Kind::Info;
    }
}

void addAll(QMenu& menu, const QList<QAction*>& actions) {
    for (QAction* action : actions)
        action == nullptr ? void(menu.addSeparator()) : menu.addAction(action);
}

} // namespace

EditorPage::EditorPage(const EditorContext& context, Buffer& buffer, QWidget* parent)
    : QWidget(parent), m_workspace(context.workspace), m_buffers(context.buffers), m_navigator(context.navigator),
      m_theme(context.theme), m_buffer(buffer), m_editor(new CardEditor(context.theme, this)),
      m_details(new DetailPane(context.theme, this)) {
    build(context);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &EditorPage::refresh);
    m_editor->loadText(buffer.text());
    m_editor->setTextReadOnly(buffer.isReadOnly());
    m_editor->styler().setDocuments([this]() -> const yaml::Stream* {
        return isKnown() ? &m_workspace.session()->catalog().file(*m_buffer.file()).stream : nullptr;
    });
    buffer.setView(m_editor);
    connectBuffer();
    connectEditor();
    bindSession();
}

EditorPage::~EditorPage() { m_buffer.setView(nullptr); }

void EditorPage::build(const EditorContext& context) {
    m_find = new FindBar(*m_editor, m_theme, this);
    auto* line = new LineBar(*m_editor, this);
    m_header = new EditorHeader(m_workspace, m_buffer, m_theme, this);
    auto* notices = new EditorNotices(m_buffers, context.commands, m_buffer, *m_details, m_theme, this);
    m_actions = new EditorActions(*m_editor, *m_find, *line, m_theme, *this);
    auto* halves = new QSplitter(Qt::Vertical, this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_editor);
    halves->addWidget(m_details);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);
    auto* rule = new QFrame(this);
    rule->setFrameShape(QFrame::HLine);
    rule->setForegroundRole(QPalette::Mid);
    rule->setFixedHeight(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_header, rule, notices, m_find, line})
        layout->addWidget(widget);
    layout->addWidget(halves, 1);
    setFocusProxy(m_editor);
    m_editor->setAccessibleName(tr("Card editor, %1").arg(m_buffer.title()));
    m_editor->setLinkFinder([this](qint64 offset) -> std::optional<ByteRange> {
        const auto target = isKnown() ? goToAt(*m_workspace.session(), *m_buffer.file(), offset) : std::nullopt;
        return target ? std::optional(target->word) : std::nullopt;
    });
    m_editor->setMenuFiller([this](QMenu& menu) { addAll(menu, m_actions->context()); });
    connect(m_details, &DetailPane::closed, m_editor, qOverload<>(&QWidget::setFocus));
    connect(m_actions, &EditorActions::fixesWanted, this, &EditorPage::openFixes);
    connect(m_actions, &EditorActions::goToWanted, this, &EditorPage::goToDefinition);
    connect(m_header, &EditorHeader::copyWanted, this, &EditorPage::copyCard);
    connect(m_header, &EditorHeader::documentChosen, this, [this](quint32 document) {
        if (isKnown())
            m_navigator.go(locationOf(m_workspace.session()->catalog(), CardRef{*m_buffer.file(), document}));
    });
}

void EditorPage::connectBuffer() {
    connect(&m_buffer, &Buffer::textReplaced, this, [this] {
        m_editor->takeText(m_buffer.text());
        refreshSoon();
    });
    connect(&m_buffer, &Buffer::readOnlyChanged, this, [this] {
        m_editor->setTextReadOnly(m_buffer.isReadOnly());
        emit m_editor->undoStateChanged();
        emit statusChanged();
    });
    connect(&m_buffer, &Buffer::keyChanged, this,
            [this] { m_editor->setAccessibleName(tr("Card editor, %1").arg(m_buffer.title())); });
    connect(&m_buffer, &Buffer::modifiedChanged, this, &EditorPage::statusChanged);
    connect(&m_buffer, &Buffer::noticesChanged, this, &EditorPage::statusChanged);
    connect(&m_buffer, &Buffer::fileChanged, this, &EditorPage::bindSession);
    connect(&m_workspace, &Workspace::edited, this, &EditorPage::refreshSoon);
}

void EditorPage::connectEditor() {
    connect(m_editor, &CardEditor::replaced, &m_buffer, &Buffer::replace);
    connect(m_editor, &CardEditor::cursorMoved, this, &EditorPage::cursorMoved);
    connect(m_editor, &CardEditor::widthChanged, this, [this] { m_editor->marks().layOut(); });
    connect(m_editor, &CardEditor::linkFollowed, this, &EditorPage::follow);
    connect(m_editor, &QsciScintillaBase::SCN_MODIFYATTEMPTRO, this, &EditorPage::sayReadOnly);
    connect(m_editor, &CardEditor::iconClicked, this, [this](int line) {
        const ByteRange range = m_editor->lineRange(line);
        m_editor->select({range.begin, range.begin});
        openFixesAt(range.begin);
    });
}

bool EditorPage::isKnown() const { return m_workspace.session() != nullptr && m_buffer.file().has_value(); }

void EditorPage::bindSession() {
    m_editor->styler().restyle();
    refresh();
}

void EditorPage::refreshSoon() {
    if (!m_refresh.isActive())
        m_refresh.start();
}

void EditorPage::refresh() {
    m_refresh.stop();
    std::vector<EditorProblem> problems;
    if (isKnown())
        for (const Finding& finding : findingsIn(*m_workspace.session(), *m_buffer.file()))
            problems.push_back({{finding.begin, finding.end},
                                kindOf(*finding.diagnostic),
                                finding.message,
                                m_buffer.isReadOnly() ? QString() : fixHint(finding.diagnostic->fixes)});
    m_editor->marks().set(std::move(problems));
    m_header->refresh();
    m_card.reset(); // its number may be the same, but what it holds is not
    cursorMoved();
}

void EditorPage::cursorMoved() {
    if (m_navigator.current().samePage(location()))
        m_navigator.noteCurrent(location());
    const auto now = card();
    if (now && now != m_card)
        m_header->setDocument(now->document);
    if (std::exchange(m_card, now) != now)
        emit cardChanged();
    emit statusChanged();
}

void EditorPage::showPlace(const Location& location) {
    if (location.begin >= 0)
        m_editor->select({location.begin, location.end});
    m_editor->setFocus();
}

Location EditorPage::location() const {
    const ByteRange selection = m_editor->selection();
    return Location::inFile(m_buffer.key(), selection.begin, selection.end);
}

std::optional<CardRef> EditorPage::card() const {
    return isKnown() ? documentAt(m_workspace.session()->catalog(), *m_buffer.file(), m_editor->cursor())
                     : std::nullopt;
}

QString EditorPage::positionText() const {
    const qint64 cursor = m_editor->cursor();
    return tr("Ln %1, Col %2").arg(m_editor->lineOf(cursor)).arg(m_editor->columnOf(cursor));
}

QString EditorPage::yamlText() const {
    const auto ref = card();
    if (!ref)
        return tr("YAML 1.2");
    const auto documents = m_workspace.session()->catalog().file(ref->file).stream.documents();
    return documents[ref->document].is_yaml_1_1() ? tr("YAML 1.1") : tr("YAML 1.2");
}

QString EditorPage::savedText() const {
    if (m_buffer.isReadOnly())
        return tr("Read-only");
    if (!m_buffer.isModified())
        return m_buffer.isUntitled() ? tr("Not saved yet") : tr("Saved");
    return m_buffer.isRecoveryKept() ? tr("Unsaved, recovery copy kept") : tr("Unsaved");
}

void EditorPage::sayReadOnly() { emit said(tr("This text cannot be changed. %1").arg(m_buffer.readOnlyReason())); }

void EditorPage::openFixes() { openFixesAt(m_editor->cursor()); }

void EditorPage::goToDefinition() { follow(m_editor->cursor()); }

void EditorPage::follow(qint64 offset) {
    cursorMoved(); // Scintilla tells of it when it paints; back returns to where the cursor is
    if (const auto target = isKnown() ? goToAt(*m_workspace.session(), *m_buffer.file(), offset) : std::nullopt)
        m_navigator.go(target->target);
    else
        emit said(tr("Nothing is named here. F12 follows a base, an architecture, a family, a tokenizer or a name that "
                     "stands twice."));
}

} // namespace fairlead::ui
