// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/buffers/buffer.h"

#include "ui/buffers/buffer_key.h"

#include <algorithm>

namespace fairlead::ui {

QString Buffer::title() const {
    if (isUntitled())
        return m_key;
    return m_key.mid(std::max(m_key.lastIndexOf(QLatin1Char('/')), m_key.lastIndexOf(QLatin1Char(':'))) + 1);
}

QString Buffer::path() const { return m_path.empty() ? QString() : m_key; }

bool Buffer::isUntitled() const { return m_path.empty() && !isMadeKey(m_key); }

const RecoveredText* Buffer::recovered() const { return m_recovered.empty() ? nullptr : &m_recovered.front().text; }

const std::string* Buffer::heldBefore() const {
    return m_interrupted && !m_isBeforeTaken ? &m_interrupted->before : nullptr;
}

void Buffer::replace(qint64 begin, qint64 end, const QByteArray& text) {
    m_text.replace(begin, end - begin, text);
    emit edited(begin, end, text);
    updateModified();
}

void Buffer::apply(std::vector<BufferEdit> edits) {
    if (isReadOnly() || edits.empty())
        return;
    std::ranges::stable_sort(edits, std::ranges::greater(), &BufferEdit::begin);
    if (m_view != nullptr) {
        m_view->applyEdits(edits);
        return;
    }
    for (const BufferEdit& edit : edits)
        replace(edit.begin, edit.end, edit.text);
}

void Buffer::setSaved(const QByteArray& text, const std::optional<FileStamp>& stamp) {
    m_saved = text;
    m_stamp = stamp;
    updateModified();
}

void Buffer::setText(const QByteArray& text) {
    m_text = text;
    emit textReplaced();
    updateModified();
}

void Buffer::updateModified() {
    const bool modified = m_disk == Disk::Deleted || m_text != m_saved;
    if (std::exchange(m_modified, modified) != modified)
        emit modifiedChanged(modified);
}

} // namespace fairlead::ui
