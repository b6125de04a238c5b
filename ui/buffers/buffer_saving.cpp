// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From the buffers to the disk, and fixes into the buffers.
#include "core/checks/session.h"
#include "ui/buffers/buffer_key.h"
#include "ui/buffers/buffer_store.h"
#include "ui/buffers/disk_watch.h"
#include "ui/workspace/workspace.h"

#include <QDir>
#include <QFileInfo>

#include <map>
#include <spdlog/spdlog.h>

namespace fairlead::ui {

BufferStore::SaveOutcome BufferStore::save(Buffer* buffer, SaveConsent consent) {
    if (buffer->m_path.empty() || buffer->isReadOnly())
        return FileError{FileError::What::no_permission, 0, buffer->readOnlyReason().toStdString()};
    checkDisk(*buffer);
    SaveOptions options;
    options.expected = buffer->m_stamp;
    options.overwrite_changed = consent.overwriteChanged;
    options.in_place = consent.inPlace;
    if (buffer->m_disk == Buffer::Disk::Changed && !consent.overwriteChanged) {
        buffer->m_savePending = true;
        emit buffer->noticesChanged();
        return SaveQuestion{SaveQuestion::About::changed_on_disk, {}};
    }
    return write(*buffer, buffer->m_path, options);
}

BufferStore::SaveOutcome BufferStore::saveAs(Buffer* buffer, const std::filesystem::path& path, SaveConsent consent) {
    Buffer* other = findSameFile(path);
    if (other == buffer && buffer->isReadOnly())
        return FileError{FileError::What::no_permission, 0, buffer->readOnlyReason().toStdString()};
    if (other != nullptr && other != buffer) {
        const QString message = tr("%1 is open in another tab. Close that one first, or choose another name.");
        return FileError{FileError::What::other, 0, message.arg(other->title()).toStdString()};
    }
    SaveOptions options;
    options.overwrite_changed = true; // the file dialog has asked
    options.in_place = consent.inPlace;
    if (const auto stamp = stamp_file(path); const auto* now = std::get_if<FileStamp>(&stamp))
        options.expected = *now;
    const SaveOutcome outcome = write(*buffer, path, options);
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
    if (const auto* question = std::get_if<SaveQuestion>(&result))
        return *question;
    const auto* error = std::get_if<FileError>(&result);
    const QString message = error != nullptr ? QString::fromStdString(error->message) : QString();
    if (error != nullptr)
        m_workspace.log()->error("{}", error->message);
    else
        m_workspace.log()->info("Saved {} ({} bytes)", printable_path(path), text.size());
    if (std::exchange(buffer.m_saveError, message) != message)
        emit buffer.noticesChanged();
    if (error != nullptr)
        return *error;
    setDisk(buffer, Buffer::Disk::Same);
    buffer.setSaved(text, std::get<FileStamp>(result));
    emit saved(&buffer);
    return {};
}

// The untitled text, or the file it was before, is no more.
void BufferStore::becomeFile(Buffer& buffer, const std::filesystem::path& path) {
    const QString oldKey = buffer.m_key;
    const bool wasUntitled = buffer.isUntitled();
    m_watch->remove(oldKey);
    buffer.m_path = path;
    buffer.m_key = keyOfPath(path);
    buffer.m_file.reset();
    if (std::exchange(buffer.m_readOnlyReason, QString()) != QString())
        emit buffer.readOnlyChanged();
    m_watch->add(buffer.m_key);
    emit buffer.keyChanged(oldKey);
    if (wasUntitled)
        m_workspace.removeUntitled(oldKey);
    m_workspace.add(buffer.m_key);
    m_workspace.reload();
}

QString BufferStore::suggestedFolder() const {
    for (const QString& path : m_workspace.paths())
        if (const QFileInfo info(path); info.exists())
            return info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    return QDir::homePath();
}

QString BufferStore::suggestedName(const Buffer& buffer) const {
    QString name;
    if (buffer.file())
        for (const Card& card : m_workspace.session()->catalog().file(*buffer.file()).cards)
            if (card.is_card() && name.isEmpty())
                name = QString::fromUtf8(card.name.data(), static_cast<qsizetype>(card.name.size()));
    name.remove(QLatin1Char('/'));
    return (name.isEmpty() ? QStringLiteral("cards") : name) + QStringLiteral(".yaml");
}

bool BufferStore::applyFix(const Fix& fix) { return applyFixes({&fix}); }

bool BufferStore::applyFixes(const std::vector<const Fix*>& fixes) {
    const Catalog& catalog = m_workspace.session()->catalog();
    std::map<quint32, std::vector<BufferEdit>> edits;
    for (const Fix* fix : fixes)
        for (const FileEdit& edit : file_edits(catalog, *fix))
            edits[edit.file].push_back(
                {static_cast<qint64>(edit.begin), static_cast<qint64>(edit.end), QByteArray::fromStdString(edit.text)});
    std::vector<std::pair<Buffer*, std::vector<BufferEdit>>> work;
    for (auto& [file, ofFile] : edits) {
        Buffer* buffer = open(keyOfFile(catalog, file));
        if (buffer == nullptr)
            return false;
        if (buffer->isReadOnly()) {
            fail(tr("%1 cannot be mended here. %2").arg(buffer->title(), buffer->readOnlyReason()));
            return false;
        }
        work.emplace_back(buffer, std::move(ofFile));
    }
    for (auto& [buffer, ofBuffer] : work)
        buffer->apply(std::move(ofBuffer));
    for (const Fix* fix : fixes)
        m_workspace.log()->info("Fixed, not saved yet: {}", fix->title);
    return true;
}

} // namespace fairlead::ui
