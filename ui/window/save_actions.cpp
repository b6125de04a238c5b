// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/save_actions.h"

#include "ui/buffers/buffer_commands.h"
#include "ui/editor/editor_page.h"
#include "ui/theme/theme.h"
#include "ui/window/pages.h"

#include <QAction>

namespace fairlead::ui {

SaveActions::SaveActions(BufferStore& buffers, BufferCommands& commands, Pages& pages, const Theme& theme,
                         QObject* parent)
    : QObject(parent), m_buffers(buffers), m_pages(pages),
      m_save(new QAction(theme.icon(QStringLiteral("save")), tr("&Save"), this)),
      m_saveAs(new QAction(tr("Save &As…"), this)), m_saveAll(new QAction(tr("Save A&ll"), this)) {
    m_save->setShortcut(QKeySequence::Save);
    m_saveAs->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    m_saveAll->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_S);
    connect(m_save, &QAction::triggered, this, [this, &commands] {
        if (const EditorPage* editor = m_pages.currentEditor())
            commands.save(&editor->buffer());
    });
    connect(m_saveAs, &QAction::triggered, this, [this, &commands] {
        if (const EditorPage* editor = m_pages.currentEditor())
            commands.saveAs(&editor->buffer());
    });
    connect(m_saveAll, &QAction::triggered, &commands, &BufferCommands::saveAll);
    connect(&buffers, &BufferStore::modifiedCountChanged, this, &SaveActions::update);
    connect(&pages, &Pages::placeChanged, this, &SaveActions::update);
    update();
}

void SaveActions::update() {
    const EditorPage* editor = m_pages.currentEditor();
    m_save->setEnabled(editor && !editor->buffer().isReadOnly());
    m_saveAs->setEnabled(editor != nullptr);
    m_saveAll->setEnabled(!m_buffers.modified().empty());
}

} // namespace fairlead::ui
