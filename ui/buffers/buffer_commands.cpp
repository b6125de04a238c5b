// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/buffers/buffer_commands.h"

#include "ui/buffers/save_suggestion.h"
#include "ui/buffers/unsaved_dialog.h"
#include "ui/workspace/workspace.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

#include <spdlog/spdlog.h>

namespace fairlead::ui {

BufferCommands::BufferCommands(BufferStore& store, QWidget& window)
    : QObject(&window), m_store(store), m_window(window) {}

bool BufferCommands::save(Buffer* buffer) {
    if (buffer->isUntitled())
        return saveAs(buffer);
    return settle(buffer, m_store.save(buffer, {}), {});
}

bool BufferCommands::saveAs(Buffer* buffer) {
    const QString suggested = suggestedPath(m_store.workspace(), *buffer);
    QFileDialog dialog(&m_window, tr("Save %1").arg(buffer->title()), suggested,
                       tr("Card files (*.yaml *.yml);;All files (*)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setDefaultSuffix(QStringLiteral("yaml"));
    dialog.selectFile(suggested);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return false;
    const std::filesystem::path path = dialog.selectedFiles().constFirst().toStdString();
    return settle(buffer, m_store.saveAs(buffer, path, {}), path);
}

bool BufferCommands::saveAll() {
    bool all = true;
    for (Buffer* buffer : m_store.modified())
        all = save(buffer) && all;
    return all;
}

bool BufferCommands::close(Buffer* buffer) {
    if (buffer->isModified() && !mayClose({buffer}))
        return false;
    m_store.close(buffer);
    return true;
}

bool BufferCommands::mayClose(const std::vector<Buffer*>& buffers) {
    if (buffers.empty())
        return true;
    const UnsavedAnswer answer = askAboutUnsaved(buffers, &m_window);
    if (answer.choice == UnsavedAnswer::Choice::Cancel)
        return false;
    bool saved = true;
    for (Buffer* buffer : answer.toSave)
        saved = save(buffer) && saved;
    return saved;
}

bool BufferCommands::mayQuit() {
    if (!mayClose(m_store.modified()))
        return false;
    m_store.giveUpUnsaved();
    return true;
}

void BufferCommands::keepMine(Buffer* buffer) {
    const bool wanted = buffer->isSavePending();
    m_store.keepMine(buffer);
    if (wanted)
        save(buffer);
}

// `path` is empty where the buffer's own is meant.
bool BufferCommands::settle(Buffer* buffer, BufferStore::SaveOutcome outcome, const std::filesystem::path& path) {
    BufferStore::SaveConsent consent;
    if (const auto* question = std::get_if<SaveQuestion>(&outcome);
        question != nullptr && question->about == SaveQuestion::About::in_place) {
        if (!askInPlace(*question)) {
            m_store.workspace().log().files->info("{} was not saved", buffer->key().toStdString());
            return false;
        }
        consent.inPlace = true;
        outcome = path.empty() ? m_store.save(buffer, consent) : m_store.saveAs(buffer, path, consent);
    }
    return std::holds_alternative<std::monostate>(outcome);
}

bool BufferCommands::askInPlace(const SaveQuestion& question) {
    QMessageBox box(QMessageBox::Question, tr("Save in place"), QString::fromStdString(question.message),
                    QMessageBox::Cancel, &m_window);
    box.setTextFormat(Qt::PlainText);
    const QPushButton* write = box.addButton(tr("Save in place"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == write;
}

} // namespace fairlead::ui
