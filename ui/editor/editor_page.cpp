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
#include "ui/text/act_words.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

namespace fairlead::ui {

namespace {

constexpr int refreshMilliseconds = 30;  // from a keystroke to its marks
constexpr std::size_t mostMarked = 2000; // findings in the text; more would be read by nobody

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
    loadText(LineCuts(buffer.text()));
    m_editor->styler().setDocuments([this]() -> const yaml::Stream* {
        return isKnown() ? &m_workspace.session()->catalog().file(*m_buffer.file()).stream : nullptr;
    });
    connectBuffer();
    connectEditor();
    bindSession();
}

EditorPage::~EditorPage() { m_buffer.setView(nullptr); }

void EditorPage::build(const EditorContext& context) {
    m_find = new FindBar(*m_editor, m_theme, this);
    auto* line = new LineBar(*m_editor, this);
    m_header = new EditorHeader(m_buffers, m_buffer, m_theme, this);
    m_notices = new EditorNotices(m_buffers, context.commands, m_buffer, *m_details, m_theme, this);
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
    for (QWidget* widget : std::initializer_list<QWidget*>{m_header, rule, m_notices, m_find, line})
        layout->addWidget(widget);
    layout->addWidget(halves, 1);
    setFocusProxy(m_editor);
    m_editor->setAccessibleName(tr("Card editor, %1").arg(m_buffer.title()));
    m_editor->setLinkFinder([this](qint64 offset) -> std::optional<ByteRange> {
        const auto target =
            isKnown() ? goToAt(*m_workspace.session(), *m_buffer.file(), m_cuts.toText(offset)) : std::nullopt;
        return target ? std::optional(toShown(target->word.begin, target->word.end)) : std::nullopt;
    });
    m_editor->setMenuFiller([this](QMenu& menu) { addAll(menu, m_actions->context()); });
    connect(m_details, &DetailPane::closed, m_editor, qOverload<>(&QWidget::setFocus));
    connect(m_actions, &EditorActions::fixesWanted, this, &EditorPage::openFixes);
    connect(m_actions, &EditorActions::goToWanted, this, &EditorPage::goToDefinition);
    connect(&m_actions->fixes(), &QAction::changed, this, &EditorPage::refreshSoon); // its keys stand in the text
    connect(m_header, &EditorHeader::copyWanted, this, &EditorPage::copyCard);
    connect(m_header, &EditorHeader::documentChosen, this, [this](quint32 document) {
        if (isKnown())
            m_navigator.go(locationOf(m_workspace.session()->catalog(), CardRef{*m_buffer.file(), document}));
    });
}

void EditorPage::connectBuffer() {
    connect(&m_buffer, &Buffer::textReplaced, this, [this] {
        takeText();
        refreshSoon();
    });
    connect(&m_buffer, &Buffer::edited, this, [this] {
        m_isStale = m_cuts.any(); // else it was the editor that did it
        if (m_isStale)
            refreshSoon();
    });
    connect(&m_buffer, &Buffer::readOnlyChanged, this, &EditorPage::updateReadOnly);
    connect(&m_buffer, &Buffer::keyChanged, this,
            [this] { m_editor->setAccessibleName(tr("Card editor, %1").arg(m_buffer.title())); });
    connect(&m_buffer, &Buffer::modifiedChanged, this, &EditorPage::statusChanged);
    connect(&m_buffer, &Buffer::noticesChanged, this, &EditorPage::statusChanged);
    connect(&m_buffer, &Buffer::fileChanged, this, &EditorPage::bindSession);
    connect(&m_workspace, &Workspace::edited, this, &EditorPage::refreshSoon);
}

void EditorPage::connectEditor() {
    connect(m_editor, &CardEditor::replaced, &m_buffer, &Buffer::replace);
    connect(m_editor, &CardEditor::replaced, this,
            [this](qint64 begin, qint64, const QByteArray& text) { checkLength(begin, text.size()); });
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
    if (std::exchange(m_isStale, false))
        takeText();
    std::vector<EditorProblem> problems;
    if (isKnown()) {
        const QString keys = keysOrName(m_actions->fixes());
        const std::vector<Finding> findings = findingsIn(*m_workspace.session(), *m_buffer.file());
        for (const Finding& finding : std::span(findings).first(std::min(findings.size(), mostMarked)))
            problems.push_back({toShown(finding.begin, finding.end), kindOf(*finding.diagnostic), finding.message,
                                m_buffer.isReadOnly() ? QString() : fixHint(finding.diagnostic->fixes, keys)});
        m_unmarked = findings.size() - problems.size();
    } else {
        m_unmarked = 0;
    }
    m_editor->marks().set(std::move(problems));
    showCutWords();
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
    if (m_editor->isTextReadOnly() && !m_buffer.isModified())
        return tr("Read-only");
    if (!m_buffer.isModified())
        return m_buffer.isUntitled() ? tr("Not saved yet") : tr("Saved");
    return m_buffer.isRecoveryKept() ? tr("Unsaved, recovery copy kept") : tr("Unsaved");
}

void EditorPage::openFixes() { openFixesAt(m_editor->cursor()); }

void EditorPage::goToDefinition() { follow(m_editor->cursor()); }

void EditorPage::follow(qint64 offset) {
    cursorMoved(); // Scintilla tells of it when it paints; back returns to where the cursor is
    if (const auto target =
            isKnown() ? goToAt(*m_workspace.session(), *m_buffer.file(), m_cuts.toText(offset)) : std::nullopt)
        m_navigator.go(target->target);
    else
        emit said(tr("Nothing is named here. %1 follows a base, an architecture, a family, a tokenizer or a name that "
                     "stands twice.")
                      .arg(keysOrName(m_actions->goTo())));
}

} // namespace fairlead::ui
