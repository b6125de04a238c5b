// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/buffers/apply_fixes.h"

#include "core/checks/session.h"
#include "ui/buffers/buffer_key.h"
#include "ui/buffers/buffer_store.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>

#include <map>
#include <spdlog/spdlog.h>

namespace fairlead::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("fairlead::ui::ApplyFixes", text); }

struct FileWork {
    QString key;
    QByteArray before; // the text that the edits are for
    std::vector<BufferEdit> edits;
    Buffer* buffer = nullptr;
};

// Copies: opening a file may read a newer text, and the session's fixes are gone with it.
std::map<quint32, FileWork> workOf(const Catalog& catalog, const std::vector<const Fix*>& fixes) {
    std::map<quint32, FileWork> work;
    for (const Fix* fix : fixes)
        for (const FileEdit& edit : file_edits(catalog, *fix))
            work[edit.file].edits.push_back(
                {static_cast<qint64>(edit.begin), static_cast<qint64>(edit.end), QByteArray::fromStdString(edit.text)});
    for (auto& [file, ofFile] : work) {
        ofFile.key = keyOfFile(catalog, file);
        ofFile.before = QByteArray::fromStdString(catalog.file(file).stream.text());
    }
    return work;
}

QString reasonAgainst(const Buffer& buffer, const QByteArray& before) {
    if (buffer.isReadOnly())
        return tr("%1 cannot be mended here. %2").arg(buffer.title(), buffer.readOnlyReason());
    if (buffer.text() != before)
        return tr("%1 was changed by another program. Look at its problems again.").arg(buffer.title());
    return {};
}

} // namespace

bool applyFixes(BufferStore& buffers, const std::vector<const Fix*>& fixes) {
    std::map<quint32, FileWork> work = workOf(buffers.workspace().session()->catalog(), fixes);
    std::vector<std::string> titles;
    titles.reserve(fixes.size());
    for (const Fix* fix : fixes)
        titles.push_back(fix->title);
    for (auto& [file, ofFile] : work) {
        ofFile.buffer = buffers.open(ofFile.key);
        if (ofFile.buffer == nullptr)
            return false;
        if (const QString reason = reasonAgainst(*ofFile.buffer, ofFile.before); !reason.isEmpty()) {
            buffers.fail(reason);
            return false;
        }
    }
    for (auto& [file, ofFile] : work)
        ofFile.buffer->apply(std::move(ofFile.edits));
    for (const std::string& title : titles)
        buffers.workspace().log().fixes->info("Fixed, not saved yet: {}", title);
    return true;
}

} // namespace fairlead::ui
