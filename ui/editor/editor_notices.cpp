// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_notices.h"

#include "core/checks/unified_diff.h"
#include "ui/buffers/buffer_commands.h"
#include "ui/buffers/buffer_key.h"
#include "ui/detail/detail_pane.h"
#include "ui/detail/notice_bar.h"

#include <QAction>
#include <QVBoxLayout>

namespace fairlead::ui {

namespace {

std::string_view view(const QByteArray& bytes) { return {bytes.constData(), static_cast<std::size_t>(bytes.size())}; }

} // namespace

EditorNotices::EditorNotices(BufferStore& store, BufferCommands& commands, Buffer& buffer, DetailPane& details,
                             const Theme& theme, QWidget* parent)
    : QWidget(parent), m_store(store), m_commands(commands), m_buffer(buffer), m_details(details),
      m_readOnly(new NoticeBar(NoticeBar::Kind::Info, theme, this)),
      m_cut(new NoticeBar(NoticeBar::Kind::Info, theme, this)),
      m_disk(new NoticeBar(NoticeBar::Kind::Warning, theme, this)),
      m_recovered(new NoticeBar(NoticeBar::Kind::Warning, theme, this)),
      m_interrupted(new NoticeBar(NoticeBar::Kind::Warning, theme, this)),
      m_error(new NoticeBar(NoticeBar::Kind::Error, theme, this)) {
    QAction* saveAgain = makeAction(tr("Save"), tr("Make the file again"), &EditorNotices::saveAgain);
    QAction* saveAs = makeAction(tr("Save as…"), tr("Save this text as another file"), &EditorNotices::saveAs);
    m_changedActions = {
        makeAction(tr("Show difference"), tr("From the file as it is now to the text here"),
                   &EditorNotices::showDiskDifference),
        makeAction(tr("Take theirs"), tr("Read the file again; undo brings your text back"),
                   &EditorNotices::takeTheirs),
        makeAction(tr("Keep mine"), tr("Keep the text here; saving writes over the other"), &EditorNotices::keepMine)};
    m_deletedActions = {saveAgain, saveAs};
    m_recoveredActions = {
        makeAction(tr("Show difference"), tr("From the text here to the one recovered"),
                   &EditorNotices::showRecoveredDifference),
        makeAction(tr("Restore"), tr("Go on with the recovered text; it is not saved yet"), &EditorNotices::restore),
        makeAction(tr("Discard"), tr("Forget the recovered text"), &EditorNotices::discard)};
    m_interruptedActions = {
        makeAction(tr("Show difference"), tr("From the text here to what the file held before"),
                   &EditorNotices::showBeforeDifference),
        makeAction(tr("Restore"), tr("Go on with what the file held before; it is not saved yet"),
                   &EditorNotices::restoreBefore),
        makeAction(tr("Discard"), tr("Delete the copy of what the file held before"), &EditorNotices::discardBefore)};
    m_readOnlyActions = {saveAs};
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    for (NoticeBar* bar : {m_error, m_disk, m_interrupted, m_recovered, m_readOnly, m_cut})
        layout->addWidget(bar);
    connect(&buffer, &Buffer::noticesChanged, this, &EditorNotices::refresh);
    connect(&buffer, &Buffer::readOnlyChanged, this, &EditorNotices::refresh);
    connect(&buffer, &Buffer::keyChanged, this, &EditorNotices::refresh);
    refresh();
}

QAction* EditorNotices::makeAction(const QString& text, const QString& toolTip, void (EditorNotices::*slot)()) {
    auto* action = new QAction(text, this);
    action->setToolTip(toolTip);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void EditorNotices::refresh() {
    const bool said = m_buffer.isReadOnly() && !isMadeKey(m_buffer.key()); // of the others the header speaks
    m_readOnly->say(said ? tr("Read-only. %1").arg(m_buffer.readOnlyReason()) : QString(), m_readOnlyActions);
    m_cut->say(m_cutWords);
    m_error->say(m_buffer.saveError(), m_deletedActions);
    showDisk();
    showRecovered();
    showInterrupted();
    const bool any = said || !m_cutWords.isEmpty() || !m_buffer.saveError().isEmpty() ||
                     m_buffer.disk() != Buffer::Disk::Same || m_buffer.recovered() != nullptr ||
                     m_buffer.heldBefore() != nullptr;
    setVisible(any);
}

void EditorNotices::setCutWords(const QString& words) {
    if (std::exchange(m_cutWords, words) != words)
        refresh();
}

void EditorNotices::showDisk() {
    switch (m_buffer.disk()) {
    case Buffer::Disk::Same:
        m_disk->say({});
        break;
    case Buffer::Disk::Changed: {
        QString text = tr("%1 was changed by another program.").arg(m_buffer.title());
        if (m_buffer.isSavePending())
            text += QLatin1Char(' ') + tr("Your text was not saved.");
        m_disk->say(text, m_changedActions);
        break;
    }
    case Buffer::Disk::Deleted:
        m_disk->say(tr("%1 was deleted by another program. Its text is still here.").arg(m_buffer.title()),
                    m_deletedActions);
        break;
    }
}

void EditorNotices::showRecovered() {
    const bool any = m_buffer.recovered() != nullptr;
    m_recovered->say(any ? tr("Unsaved text of %1 was recovered.").arg(m_buffer.title()) : QString(),
                     m_recoveredActions);
}

void EditorNotices::showInterrupted() {
    const bool any = m_buffer.heldBefore() != nullptr;
    m_interrupted->say(any ? tr("A save of %1 was interrupted. What it held before was kept.").arg(m_buffer.title())
                           : QString(),
                       m_interruptedActions);
}

void EditorNotices::showBeforeDifference() {
    if (m_buffer.heldBefore() == nullptr)
        return;
    const std::string name = m_buffer.title().toStdString();
    const std::string text =
        unified_diff(view(m_buffer.text()), *m_buffer.heldBefore(), name, name + tr(" before").toStdString());
    m_details.showDifference(tr("From %1 as it is to what it held before the save").arg(m_buffer.title()),
                             QByteArray::fromStdString(text));
}

void EditorNotices::restoreBefore() {
    m_details.closePane();
    m_store.restoreBefore(&m_buffer);
}

void EditorNotices::discardBefore() {
    m_details.closePane();
    m_store.discardBefore(&m_buffer);
}

void EditorNotices::showDiskDifference() {
    const std::string name = m_buffer.title().toStdString();
    const std::string text = unified_diff(view(m_buffer.diskText()), view(m_buffer.text()),
                                          name + tr(" on disk").toStdString(), name + tr(" here").toStdString());
    m_details.showDifference(tr("From %1 on disk to the text here").arg(m_buffer.title()),
                             QByteArray::fromStdString(text));
}

void EditorNotices::showRecoveredDifference() {
    if (m_buffer.recovered() == nullptr)
        return;
    const std::string name = m_buffer.title().toStdString();
    const std::string text =
        unified_diff(view(m_buffer.text()), m_buffer.recovered()->text, name, name + tr(" recovered").toStdString());
    m_details.showDifference(tr("From %1 as it is to the recovered text").arg(m_buffer.title()),
                             QByteArray::fromStdString(text));
}

void EditorNotices::takeTheirs() {
    m_details.closePane();
    m_store.takeTheirs(&m_buffer);
}

void EditorNotices::keepMine() {
    m_details.closePane();
    m_commands.keepMine(&m_buffer);
}

void EditorNotices::saveAgain() { m_commands.save(&m_buffer); }

void EditorNotices::saveAs() { m_commands.saveAs(&m_buffer); }

void EditorNotices::restore() {
    m_details.closePane();
    m_store.restore(&m_buffer);
}

void EditorNotices::discard() {
    m_details.closePane();
    m_store.discardRecovered(&m_buffer);
}

} // namespace fairlead::ui
