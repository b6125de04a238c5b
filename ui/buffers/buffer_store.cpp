// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/buffers/buffer_store.h"

#include "core/registry/bundled.h"
#include "core/yaml/stream.h"
#include "ui/buffers/buffer_key.h"
#include "ui/buffers/disk_watch.h"
#include "ui/buffers/recovery_keeper.h"
#include "ui/workspace/open_sources.h"
#include "ui/workspace/workspace.h"

#include <QTimer>

#include <algorithm>
#include <spdlog/spdlog.h>

namespace fairlead::ui {

namespace {

constexpr int keepMilliseconds = 500; // from the first keystroke to its recovery copy

QByteArray bytesOf(const std::string& text) { return QByteArray::fromStdString(text); }

} // namespace

BufferStore::BufferStore(Workspace& workspace, std::filesystem::path recoveryDirectory, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_recoveryDirectory(std::move(recoveryDirectory)),
      m_watch(new DiskWatch(this)), m_keepTimer(new QTimer(this)) {
    m_keepTimer->setSingleShot(true);
    m_keepTimer->setInterval(keepMilliseconds);
    connect(m_keepTimer, &QTimer::timeout, this, &BufferStore::keepForRecovery);
    connect(m_watch, &DiskWatch::touched, this, qOverload<>(&BufferStore::checkDisk));
    connect(&workspace, &Workspace::loaded, this, &BufferStore::bindAll);
    if (!m_recoveryDirectory.empty())
        startKeeper();
}

BufferStore::~BufferStore() {
    keepForRecovery();
    for (Buffer* buffer : std::exchange(m_buffers, {}))
        delete buffer;
}

Buffer* BufferStore::find(const QString& key) const {
    const auto found = std::ranges::find(m_buffers, key, &Buffer::key);
    return found == m_buffers.end() ? nullptr : *found;
}

std::vector<Buffer*> BufferStore::modified() const {
    std::vector<Buffer*> modified;
    std::ranges::copy_if(m_buffers, std::back_inserter(modified), &Buffer::isModified);
    return modified;
}

Buffer* BufferStore::open(const QString& key) {
    if (Buffer* buffer = find(key))
        return buffer;
    if (isMadeKey(key))
        return openMade(key);
    const std::filesystem::path path = pathOfText(key);
    if (!path.is_absolute()) {
        fail(tr("There is no text called %1.").arg(key));
        return nullptr;
    }
    if (Buffer* buffer = findSameFile(path))
        return buffer;
    return openFile(keyOfPath(path), path);
}

Buffer* BufferStore::findSameFile(const std::filesystem::path& path) const {
    std::error_code error;
    for (Buffer* buffer : m_buffers)
        if (!buffer->m_path.empty() && std::filesystem::equivalent(buffer->m_path, path, error) && !error)
            return buffer;
    return nullptr;
}

Buffer* BufferStore::openFile(const QString& key, const std::filesystem::path& path) {
    ReadResult result = read_file(path, yaml::max_stream_size);
    if (const auto* error = std::get_if<FileError>(&result)) {
        fail(QString::fromStdString(error->message));
        return nullptr;
    }
    const FileContent& content = std::get<FileContent>(result);
    Buffer* buffer = add(key);
    buffer->m_path = path;
    buffer->m_text = bytesOf(content.bytes);
    buffer->setSaved(buffer->m_text, content.stamp);
    if (!content.writable)
        buffer->m_readOnlyReason = tr("You have no permission to write this file.");
    m_watch->add(key);
    m_workspace.log().files->info("Read {} ({} bytes)", key.toStdString(), content.bytes.size());
    bind(*buffer);
    emit opened(buffer);
    return buffer;
}

Buffer* BufferStore::openMade(const QString& key) {
    const CheckSession* session = m_workspace.session();
    const auto file = session != nullptr ? fileOfKey(session->catalog(), key) : std::nullopt;
    if (!file) {
        fail(tr("%1 is not among the open sources.").arg(key));
        return nullptr;
    }
    const CardFile& cards = session->catalog().file(*file);
    Buffer* buffer = add(key);
    buffer->m_text = bytesOf(cards.stream.text());
    buffer->setSaved(buffer->m_text, std::nullopt);
    m_workspace.log().files->info("Opened {}, recorded", key.toStdString());
    bind(*buffer);
    emit opened(buffer);
    return buffer;
}

Buffer* BufferStore::newFile(const QByteArray& text) { return untitled(tr("Untitled"), {}, text); }

Buffer* BufferStore::openExample() {
    const std::string_view card = bundled_example_card();
    const QByteArray text(card.data(), static_cast<qsizetype>(card.size()));
    return untitled(QStringLiteral("my_llama.yaml"), text, text);
}

Buffer* BufferStore::untitled(const QString& wanted, const QByteArray& saved, const QByteArray& text) {
    Buffer* buffer = add(freeTitle(wanted));
    buffer->m_text = text;
    buffer->setSaved(saved, std::nullopt);
    m_workspace.addUntitled(buffer->key(), text);
    emit opened(buffer);
    return buffer;
}

QString BufferStore::freeTitle(const QString& wanted) const {
    QString title = wanted;
    for (int number = 2; find(title) != nullptr; ++number)
        title = tr("%1 %2").arg(wanted, QString::number(number));
    return title;
}

Buffer* BufferStore::add(const QString& key) {
    auto* buffer = new Buffer(key, this);
    m_buffers.push_back(buffer);
    connect(buffer, &Buffer::edited, this, [this, buffer](qint64 begin, qint64 end, const QByteArray& text) {
        if (buffer->m_file)
            m_workspace.edit(*buffer->m_file, begin, end, text);
        keepSoon(*buffer);
    });
    connect(buffer, &Buffer::textReplaced, this, [this, buffer] {
        if (buffer->m_file)
            m_workspace.setText(*buffer->m_file, buffer->m_text);
        keepSoon(*buffer);
    });
    connect(buffer, &Buffer::modifiedChanged, this, [this, buffer](bool modified) {
        if (!modified)
            forgetRecovery(*buffer);
        emit modifiedCountChanged();
    });
    return buffer;
}

void BufferStore::close(Buffer* buffer) {
    emit closing(buffer);
    const auto file = std::exchange(buffer->m_file, std::nullopt);
    if (buffer->isUntitled())
        m_workspace.removeUntitled(buffer->key());
    else if (file && buffer->isModified())
        m_workspace.setText(*file, buffer->m_saved);
    if (buffer->isModified())
        m_workspace.log().files->info("Gave up the unsaved text of {}", buffer->title().toStdString());
    forgetRecovery(*buffer);
    m_watch->remove(buffer->key());
    std::erase(m_buffers, buffer);
    buffer->disconnect(this);
    if (buffer->isModified())
        emit modifiedCountChanged();
    buffer->deleteLater();
}

void BufferStore::bindAll() {
    for (Buffer* buffer : std::vector(m_buffers))
        bind(*buffer);
}

void BufferStore::bind(Buffer& buffer) {
    const CheckSession* session = m_workspace.session();
    buffer.m_file.reset();
    if (session != nullptr)
        buffer.m_file = buffer.m_path.empty() ? fileOfKey(session->catalog(), buffer.m_key)
                                              : session->catalog().file_at(buffer.m_path);
    if (buffer.m_file) {
        const CardFile& file = session->catalog().file(*buffer.m_file);
        const AssetSource& source = session->catalog().sources()[file.source];
        QString reason = buffer.m_readOnlyReason;
        if (source.from_registry)
            reason = tr("This file belongs to %1.").arg(nameOfSource(source));
        else if (file.synthetic)
            reason = tr("fairseq2 makes these cards from the steps of a checkpoint.");
        if (std::exchange(buffer.m_readOnlyReason, reason) != reason)
            emit buffer.readOnlyChanged();
        if (QByteArray text = bytesOf(file.stream.text()); text != buffer.m_text)
            settle(buffer, text);
    }
    emit buffer.fileChanged();
}

// The load read another text than the buffer's: one of the two is older.
void BufferStore::settle(Buffer& buffer, const QByteArray& loaded) {
    if (isMadeKey(buffer.m_key)) {
        buffer.m_saved = loaded;
        buffer.setText(loaded);
        return;
    }
    if (!buffer.m_path.empty())
        checkDisk(buffer);
    if (buffer.m_file && bytesOf(m_workspace.session()->catalog().file(*buffer.m_file).stream.text()) != buffer.m_text)
        m_workspace.setText(*buffer.m_file, buffer.m_text);
}

void BufferStore::fail(const QString& message) {
    m_workspace.log().files->error("{}", message.toStdString());
    emit failed(message);
}

} // namespace fairlead::ui
