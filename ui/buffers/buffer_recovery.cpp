// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Unsaved text, kept where a crash cannot reach it, and what earlier instances left.
#include "ui/buffers/buffer_key.h"
#include "ui/buffers/buffer_store.h"
#include "ui/buffers/disk_watch.h"
#include "ui/buffers/recovery_keeper.h"
#include "ui/workspace/workspace.h"

#include <QTimer>

#include <algorithm>
#include <spdlog/spdlog.h>

namespace fairlead::ui {

void BufferStore::startKeeper() {
    m_keeper = std::make_unique<RecoveryKeeper>(std::make_unique<RecoveryStore>(m_recoveryDirectory));
    connect(m_keeper.get(), &RecoveryKeeper::kept, this, [this](quint64 token) {
        const auto buffer = std::ranges::find(m_buffers, token, &Buffer::m_recoveryToken);
        if (buffer == m_buffers.end())
            return;
        m_workspace.log().files->debug("Kept a copy of the unsaved text of {}", (*buffer)->title().toStdString());
        if (!std::exchange((*buffer)->m_recoveryKept, true))
            emit(*buffer)->noticesChanged();
    });
    connect(m_keeper.get(), &RecoveryKeeper::failed, this, [this](const QString& message) {
        m_workspace.log().files->error("No copy of the unsaved text could be kept: {}", message.toStdString());
    });
    connect(m_keeper.get(), &RecoveryKeeper::found, this, &BufferStore::offer);
}

void BufferStore::keepSoon(Buffer& buffer) {
    if (m_keeper == nullptr)
        return;
    if (std::ranges::find(m_toKeep, &buffer) == m_toKeep.end())
        m_toKeep.push_back(&buffer);
    if (!m_keepTimer->isActive())
        m_keepTimer->start();
}

void BufferStore::keepForRecovery() {
    for (Buffer* buffer : std::exchange(m_toKeep, {})) {
        if (!buffer->isModified())
            continue;
        if (buffer->m_recoveryToken == 0)
            buffer->m_recoveryToken = m_keeper->newToken();
        RecoveredText text;
        text.path = buffer->m_path;
        text.title = buffer->title().toStdString();
        text.text = buffer->m_text.toStdString();
        text.stamp = buffer->m_stamp;
        m_keeper->keep(buffer->m_recoveryToken, std::move(text));
    }
}

void BufferStore::forgetRecovery(Buffer& buffer) {
    std::erase(m_toKeep, &buffer);
    if (const quint64 token = std::exchange(buffer.m_recoveryToken, 0); token != 0)
        m_keeper->forget(token);
    if (std::exchange(buffer.m_recoveryKept, false))
        emit buffer.noticesChanged();
}

void BufferStore::giveUpUnsaved() {
    for (Buffer* buffer : m_buffers) {
        if (buffer->isModified())
            m_workspace.log().files->info("Gave up the unsaved text of {}", buffer->title().toStdString());
        forgetRecovery(*buffer);
    }
}

void BufferStore::offerRecovered() {
    if (m_keeper == nullptr)
        return;
    m_keeper->takeOver();
    QMetaObject::invokeMethod(this, &BufferStore::offerInterrupted, Qt::QueuedConnection);
}

void BufferStore::offerInterrupted() {
    for (InterruptedSave& save : take_interrupted_saves(m_recoveryDirectory)) {
        Buffer* buffer = openForRecovery(save.file);
        if (buffer == nullptr || buffer->m_interrupted)
            continue; // the copy stays where it is
        m_workspace.log().files->warn("A save of {} was interrupted; what it held before is in {}",
                                      buffer->title().toStdString(), printable_path(save.copy));
        buffer->m_interrupted = std::move(save);
        emit buffer->noticesChanged();
        emit recovered(buffer);
    }
}

void BufferStore::restoreBefore(Buffer* buffer) {
    if (buffer->heldBefore() == nullptr || buffer->isReadOnly())
        return;
    buffer->m_isBeforeTaken = true;
    buffer->setText(QByteArray::fromStdString(buffer->m_interrupted->before));
    m_workspace.log().files->info("Restored what {} held before a save that was interrupted",
                                  buffer->title().toStdString());
    emit buffer->noticesChanged();
}

void BufferStore::discardBefore(Buffer* buffer) {
    if (buffer->heldBefore() == nullptr)
        return;
    forgetInterrupted(*buffer);
    m_workspace.log().files->info("Discarded what {} held before a save that was interrupted",
                                  buffer->title().toStdString());
    emit buffer->noticesChanged();
}

void BufferStore::forgetInterrupted(Buffer& buffer) {
    forget_interrupted_save(*buffer.m_interrupted);
    buffer.m_interrupted.reset();
    buffer.m_isBeforeTaken = false;
}

void BufferStore::offer(quint64 token, const RecoveredText& text) {
    Buffer* buffer =
        text.path.empty() ? untitled(QString::fromStdString(text.title), {}, {}) : openForRecovery(text.path);
    if (buffer == nullptr)
        return; // not forgotten: the next instance may have more luck
    if (buffer->m_text == QByteArray::fromStdString(text.text)) {
        m_keeper->forget(token); // saved just before the end
        return;
    }
    m_workspace.log().files->warn("Unsaved text of {} was recovered", buffer->title().toStdString());
    buffer->m_recovered.push_back({token, text});
    emit buffer->noticesChanged();
    emit recovered(buffer);
}

Buffer* BufferStore::openForRecovery(const std::filesystem::path& path) {
    const QString key = keyOfPath(path);
    const auto stamp = stamp_file(path);
    const auto* error = std::get_if<FileError>(&stamp);
    if (error == nullptr || error->what != FileError::What::missing)
        return open(key);
    if (Buffer* buffer = find(key))
        return buffer;
    Buffer* buffer = add(key);
    buffer->m_path = path;
    m_watch->add(key);
    bind(*buffer);
    emit opened(buffer);
    setDisk(*buffer, Buffer::Disk::Deleted);
    return buffer;
}

void BufferStore::restore(Buffer* buffer) {
    if (buffer->m_recovered.empty() || buffer->isReadOnly())
        return;
    const Buffer::Offer offer = buffer->m_recovered.front();
    buffer->m_recovered.erase(buffer->m_recovered.begin());
    forgetRecovery(*buffer);
    buffer->m_recoveryToken = offer.token;
    buffer->m_recoveryKept = true;
    const QByteArray onDisk = buffer->m_saved;
    const auto stamp = buffer->m_stamp;
    buffer->setText(QByteArray::fromStdString(offer.text.text));
    if (stamp && stamp != offer.text.stamp) {
        // The text was made from another state of the file than the one on disk, or while there was none.
        buffer->m_theirs = onDisk;
        buffer->m_theirStamp = stamp;
        setDisk(*buffer, Buffer::Disk::Changed);
    }
    m_workspace.log().files->info("Restored the unsaved text of {}", buffer->title().toStdString());
    emit buffer->noticesChanged();
}

void BufferStore::discardRecovered(Buffer* buffer) {
    if (buffer->m_recovered.empty())
        return;
    m_keeper->forget(buffer->m_recovered.front().token);
    buffer->m_recovered.erase(buffer->m_recovered.begin());
    m_workspace.log().files->info("Discarded the recovered text of {}", buffer->title().toStdString());
    emit buffer->noticesChanged();
}

} // namespace fairlead::ui
