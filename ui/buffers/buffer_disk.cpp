// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs do to open files.
#include "core/yaml/stream.h"
#include "ui/buffers/buffer_store.h"
#include "ui/workspace/workspace.h"

#include <spdlog/spdlog.h>
#include <unistd.h>

namespace fairlead::ui {

void BufferStore::checkDisk() {
    for (Buffer* buffer : std::vector(m_buffers))
        if (!buffer->m_path.empty())
            checkDisk(*buffer);
}

void BufferStore::checkDisk(Buffer& buffer) {
    const auto stamp = stamp_file(buffer.m_path);
    if (const auto* error = std::get_if<FileError>(&stamp)) {
        if (error->what == FileError::What::missing)
            setDisk(buffer, Buffer::Disk::Deleted);
        else
            m_workspace.log().files->warn("{}", error->message);
        return;
    }
    updateWritable(buffer);
    const FileStamp& now = std::get<FileStamp>(stamp);
    if (buffer.m_stamp == now) {
        if (buffer.m_disk == Buffer::Disk::Deleted)
            setDisk(buffer, Buffer::Disk::Same);
        return;
    }
    if (buffer.m_disk == Buffer::Disk::Changed && buffer.m_theirStamp == now)
        return;
    const ReadResult result = read_file(buffer.m_path, yaml::max_stream_size);
    if (const auto* error = std::get_if<FileError>(&result)) {
        m_workspace.log().files->warn("{}", error->message);
        return; // gone or out of reach since; the next look will say
    }
    const auto* content = std::get_if<FileContent>(&result);
    const QByteArray text = QByteArray::fromStdString(content->bytes);
    const bool wasModified = buffer.m_text != buffer.m_saved;
    if (text == buffer.m_saved || text == buffer.m_text) {
        setDisk(buffer, Buffer::Disk::Same);
        buffer.setSaved(text, content->stamp); // touched only, or written as it stands here
    } else if (!wasModified) {
        setDisk(buffer, Buffer::Disk::Same);
        m_workspace.log().files->info("{} was changed by another program; read again", buffer.key().toStdString());
        takeFromDisk(buffer, text, content->stamp);
    } else {
        buffer.m_theirs = text;
        buffer.m_theirStamp = content->stamp;
        m_workspace.log().files->warn("{} was changed by another program", buffer.key().toStdString());
        buffer.m_disk = Buffer::Disk::Same; // a second change is news too
        setDisk(buffer, Buffer::Disk::Changed);
    }
}

void BufferStore::takeFromDisk(Buffer& buffer, const QByteArray& text, const FileStamp& stamp) {
    buffer.m_saved = text;
    buffer.m_stamp = stamp;
    buffer.setText(text);
}

void BufferStore::setDisk(Buffer& buffer, Buffer::Disk disk) {
    if (std::exchange(buffer.m_disk, disk) == disk)
        return;
    if (disk == Buffer::Disk::Deleted) {
        m_workspace.log().files->warn("{} was deleted by another program", buffer.key().toStdString());
        buffer.m_stamp.reset();
        keepSoon(buffer);
    }
    if (disk == Buffer::Disk::Same) {
        buffer.m_savePending = false;
        buffer.m_theirs.clear();
        buffer.m_theirStamp.reset();
    }
    buffer.updateModified();
    emit buffer.noticesChanged();
}

void BufferStore::updateWritable(Buffer& buffer) {
    const QString noPermission = tr("You have no permission to write this file.");
    const bool writable = ::access(buffer.m_path.c_str(), W_OK) == 0;
    if (writable == (buffer.m_readOnlyReason != noPermission))
        return;
    if (buffer.isReadOnly() && buffer.m_readOnlyReason != noPermission)
        return; // read-only for another reason
    buffer.m_readOnlyReason = writable ? QString() : noPermission;
    emit buffer.readOnlyChanged();
}

void BufferStore::takeTheirs(Buffer* buffer) {
    if (buffer->m_disk != Buffer::Disk::Changed)
        return;
    const QByteArray theirs = buffer->m_theirs;
    const FileStamp stamp = *buffer->m_theirStamp;
    setDisk(*buffer, Buffer::Disk::Same);
    takeFromDisk(*buffer, theirs, stamp);
    m_workspace.log().files->info("Took {} as another program wrote it", buffer->key().toStdString());
}

void BufferStore::keepMine(Buffer* buffer) {
    if (buffer->m_disk != Buffer::Disk::Changed)
        return;
    buffer->m_saved = buffer->m_theirs;
    buffer->m_stamp = buffer->m_theirStamp;
    setDisk(*buffer, Buffer::Disk::Same);
    m_workspace.log().files->info("Kept the text of {} as it stands here", buffer->key().toStdString());
}

} // namespace fairlead::ui
