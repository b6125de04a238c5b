// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From the buffers to the disk.
#include "ui/buffers/buffer_key.h"
#include "ui/buffers/buffer_store.h"
#include "ui/buffers/disk_watch.h"
#include "ui/workspace/workspace.h"

#include <spdlog/spdlog.h>

namespace fairlead::ui {

namespace {

FileError readOnlyError(const Buffer& buffer) {
    const QString message = BufferStore::tr("%1 was not saved. %2").arg(buffer.title(), buffer.readOnlyReason());
    return {FileError::What::no_permission, 0, message.toStdString()};
}

} // namespace

BufferStore::SaveOutcome BufferStore::save(Buffer* buffer, SaveConsent consent) {
    if (buffer->m_path.empty() || buffer->isReadOnly())
        return refuse(*buffer, readOnlyError(*buffer));
    checkDisk(*buffer);
    SaveOptions options;
    options.expected = buffer->m_stamp;
    options.overwrite_changed = consent.overwriteChanged;
    options.in_place = consent.inPlace;
    if (buffer->m_disk == Buffer::Disk::Changed && !consent.overwriteChanged) {
        buffer->m_savePending = true;
        m_workspace.log().files->warn("{} was not saved: another program changed it", buffer->key().toStdString());
        emit buffer->noticesChanged();
        return SaveQuestion{SaveQuestion::About::changed_on_disk, {}};
    }
    return write(*buffer, buffer->m_path, options);
}

BufferStore::SaveOutcome BufferStore::saveAs(Buffer* buffer, const std::filesystem::path& path, SaveConsent consent) {
    Buffer* other = findSameFile(path);
    if (other == buffer && buffer->isReadOnly())
        return refuse(*buffer, readOnlyError(*buffer));
    if (other != nullptr && other != buffer) {
        const QString message = tr("%1 is open in another tab. Close that one first, or choose another name.");
        return refuse(*buffer, {FileError::What::other, 0, message.arg(other->title()).toStdString()});
    }
    SaveOptions options;
    options.overwrite_changed = true; // the file dialog has asked
    options.in_place = consent.inPlace;
    if (const auto stamp = stamp_file(path); const auto* now = std::get_if<FileStamp>(&stamp))
        options.expected = *now;
    SaveOutcome outcome = write(*buffer, path, options);
    if (std::holds_alternative<std::monostate>(outcome) && other != buffer)
        becomeFile(*buffer, path);
    return outcome;
}

BufferStore::SaveOutcome BufferStore::write(Buffer& buffer, const std::filesystem::path& path,
                                            const SaveOptions& wanted) {
    SaveOptions options = wanted;
    options.recovery_directory = m_recoveryDirectory;
    const QByteArray& text = buffer.m_text;
    const SaveResult result =
        save_file(path, std::string_view(text.constData(), static_cast<std::size_t>(text.size())), options);
    if (const auto* question = std::get_if<SaveQuestion>(&result)) {
        m_workspace.log().files->info("Asked before saving: {}", question->message);
        return *question;
    }
    if (const auto* error = std::get_if<FileError>(&result))
        return refuse(buffer, *error);
    m_workspace.log().files->info("Saved {} ({} bytes){}", printable_path(path), text.size(),
                                  wanted.in_place ? ", in place" : "");
    if (!std::exchange(buffer.m_saveError, QString()).isEmpty())
        emit buffer.noticesChanged();
    setDisk(buffer, Buffer::Disk::Same);
    buffer.setSaved(text, std::get<FileStamp>(result));
    if (buffer.m_isBeforeTaken)
        forgetInterrupted(buffer);
    emit saved(&buffer);
    return {};
}

FileError BufferStore::refuse(Buffer& buffer, FileError error) {
    const QString message = QString::fromStdString(error.message);
    fail(message);
    if (std::exchange(buffer.m_saveError, message) != message)
        emit buffer.noticesChanged();
    return error;
}

// The untitled text, or the file it was before, is no more.
void BufferStore::becomeFile(Buffer& buffer, const std::filesystem::path& path) {
    const QString oldKey = buffer.m_key;
    m_watch->remove(oldKey);
    buffer.m_path = path;
    buffer.m_key = keyOfPath(path);
    buffer.m_file.reset();
    if (std::exchange(buffer.m_readOnlyReason, QString()) != QString())
        emit buffer.readOnlyChanged();
    m_watch->add(buffer.m_key);
    emit buffer.keyChanged(oldKey);
    m_workspace.becameFile(oldKey, buffer.m_key);
}

} // namespace fairlead::ui
