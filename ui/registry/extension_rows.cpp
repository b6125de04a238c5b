// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/extensions/extension_words.h"
#include "ui/registry/registry_tree.h"

#include <QCoreApplication>

namespace fairlead::ui {

namespace {

QString tr(const char* text, int count = -1) {
    return QCoreApplication::translate("fairlead::ui::RegistryTree", text, nullptr, count);
}

/// As in the middle of a sentence, but for what is a name.
QString lowered(const ExtensionReport& extension) {
    QString text = stateText(extension);
    if (!text.isEmpty() && extension.outcome != ExtensionOutcome::type_error)
        text[0] = text[0].toLower();
    return text;
}

/// What a state means for the tree's marks: one that takes fairseq2 down is as bad as a file that does.
Trouble troubleOf(const ExtensionReport& extension) {
    if (!is_failure(extension.outcome))
        return Trouble::None;
    return ends_process(extension.outcome) || extension.outcome == ExtensionOutcome::type_error ? Trouble::StopsLoad
                                                                                                : Trouble::Error;
}

} // namespace

void buildExtensionRows(RegistryRow& section, const RegistrySnapshot& registry) {
    int failed = 0;
    for (const ExtensionReport& extension : registry.extensions) {
        auto row = std::make_unique<RegistryRow>();
        row->kind = RowKind::Extension;
        row->key = row->text = QString::fromStdString(extension.name);
        row->icon = stateIcon(extension);
        row->detail = lowered(extension);
        row->explanation = QString::fromStdString(extension.value);
        row->path = QString::fromStdString(extension.library);
        row->yours = true;
        row->trouble = troubleOf(extension);
        failed += row->trouble != Trouble::None ? 1 : 0;
        section.append(std::move(row));
    }
    const auto count = static_cast<int>(registry.extensions.size());
    section.detail = failed > 0  ? tr("%1 of %2 failed").arg(failed).arg(count)
                     : count > 0 ? QString::number(count)
                                 : tr("none");
}

} // namespace fairlead::ui
