// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/buffers/unsaved_dialog.h"

#include "ui/buffers/buffer.h"
#include "ui/text/tool_tip.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("fairlead::ui::UnsavedDialog", text); }

UnsavedAnswer askAboutOne(Buffer* buffer, QWidget* window) {
    QMessageBox box(QMessageBox::Warning, tr("Unsaved text"), tr("Save the changes to %1?").arg(buffer->title()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window);
    box.setInformativeText(tr("They are lost if you don't save them."));
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return {UnsavedAnswer::Choice::Save, {buffer}};
    case QMessageBox::Discard:
        return {UnsavedAnswer::Choice::Discard, {}};
    default:
        return {};
    }
}

UnsavedAnswer askAboutSeveral(const std::vector<Buffer*>& buffers, QWidget* window) {
    QDialog dialog(window);
    dialog.setWindowTitle(tr("Unsaved text"));
    auto* layout = new QVBoxLayout(&dialog);
    auto* label = new QLabel(tr("%1 texts have changes that are not saved. Save those marked?").arg(buffers.size()));
    layout->addWidget(label);
    auto* list = new QListWidget;
    list->setAccessibleName(tr("Unsaved texts"));
    for (const Buffer* buffer : buffers) {
        auto* item = new QListWidgetItem(buffer->title(), list);
        item->setToolTip(toolTipOf(buffer->key()));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    list->setCurrentRow(0);
    layout->addWidget(list);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Discard | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Save)->setText(tr("Save marked"));
    buttons->button(QDialogButtonBox::Discard)->setText(tr("Discard all"));
    buttons->button(QDialogButtonBox::Save)->setDefault(true);
    layout->addWidget(buttons);
    UnsavedAnswer answer;
    QObject::connect(buttons, &QDialogButtonBox::clicked, &dialog, [&](QAbstractButton* button) {
        const auto which = buttons->standardButton(button);
        if (which == QDialogButtonBox::Save)
            answer.choice = UnsavedAnswer::Choice::Save;
        else if (which == QDialogButtonBox::Discard)
            answer.choice = UnsavedAnswer::Choice::Discard;
        dialog.accept();
    });
    dialog.resize(420, 260);
    dialog.exec();
    if (answer.choice == UnsavedAnswer::Choice::Save)
        for (int row = 0; row < list->count(); ++row)
            if (list->item(row)->checkState() == Qt::Checked)
                answer.toSave.push_back(buffers[static_cast<std::size_t>(row)]);
    return answer;
}

} // namespace

UnsavedAnswer askAboutUnsaved(const std::vector<Buffer*>& buffers, QWidget* window) {
    return buffers.size() == 1 ? askAboutOne(buffers.front(), window) : askAboutSeveral(buffers, window);
}

} // namespace fairlead::ui
