// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_header.h"

#include "ui/buffers/buffer.h"
#include "ui/buffers/buffer_key.h"
#include "ui/buffers/buffer_store.h"
#include "ui/detail/elided_label.h"
#include "ui/editor/card_chooser.h"
#include "ui/editor/file_verdict.h"
#include "ui/theme/theme.h"
#include "ui/workspace/open_sources.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int widestName = 200; // of a file's name that nothing takes room from
constexpr int leastVerdict = 120;

} // namespace

EditorHeader::EditorHeader(const BufferStore& buffers, const Buffer& buffer, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_buffers(buffers), m_workspace(buffers.workspace()), m_buffer(buffer), m_theme(theme),
      m_path(new ElidedLabel(Qt::ElideMiddle, this)), m_chooser(new CardChooser(this)),
      m_verdict(new ElidedLabel(Qt::ElideRight, this)), m_copy(new QPushButton(tr("Copy to my cards…"), this)) {
    m_verdict->setAlignment(Qt::AlignRight);
    m_verdict->setLeastWidth(leastVerdict);
    m_copy->setProperty("small", true);
    m_copy->setToolTip(tr("A new text with this card under another name, to be changed and saved among your own"));
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // it gets what the verdict leaves
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 4);
    layout->setSpacing(10);
    layout->addWidget(m_path, 1000);
    layout->addWidget(m_chooser);
    layout->addStretch(1);
    layout->addWidget(m_verdict);
    layout->addWidget(m_copy);
    setFixedHeight(34);
    connect(m_chooser, &CardChooser::documentChosen, this, &EditorHeader::documentChosen);
    connect(m_copy, &QPushButton::clicked, this, &EditorHeader::copyWanted);
    connect(&buffer, &Buffer::keyChanged, this, &EditorHeader::showPath);
    connect(&buffer, &Buffer::readOnlyChanged, this, &EditorHeader::showVerdict);
    connect(&buffers, &BufferStore::modifiedCountChanged, this, &EditorHeader::showVerdict);
    showPath();
    refresh();
}

void EditorHeader::showPath() {
    const QString title = m_buffer.title();
    QString path = title;
    if (!m_buffer.path().isEmpty())
        path = shortPath(m_buffer.path());
    else if (!m_buffer.isUntitled())
        path = m_buffer.key().mid(m_buffer.key().indexOf(QLatin1Char(':')) + 1);
    m_path->setText(path);
    m_path->setBoldEnd(title.size());
    m_path->setCopied(m_buffer.path().isEmpty() ? path : m_buffer.path());
    // The folder gives way to chooser and verdict, which give way to the name.
    const int name = m_path->boldWidth() + m_path->fontMetrics().horizontalAdvance(QStringLiteral("…"));
    const int width = m_path->sizeHint().width();
    m_path->setMinimumWidth(std::min({name, widestName, width}));
    m_path->setMaximumWidth(width);
}

void EditorHeader::refresh() {
    const CheckSession* session = m_workspace.session();
    const bool known = session != nullptr && m_buffer.file().has_value();
    m_chooser->show(known ? &session->catalog() : nullptr, m_buffer.file().value_or(0));
    showVerdict();
}

void EditorHeader::showVerdict() {
    const bool ofPackage = m_buffer.isReadOnly() && isMadeKey(m_buffer.key());
    m_copy->setVisible(ofPackage && m_buffer.file().has_value());
    if (ofPackage) {
        m_verdict->setIcon(m_theme.icon(QStringLiteral("lock")));
        m_verdict->setText(tr("Read-only"));
        m_verdict->setExplanation(m_buffer.readOnlyReason());
        return;
    }
    const FileVerdict verdict = fileVerdict(m_workspace.session(), m_buffer.file(), !m_buffers.modified().empty());
    m_verdict->setIcon(m_theme.icon(verdict.icon));
    m_verdict->setText(verdict.text);
    m_verdict->setExplanation(verdict.explanation);
}

void EditorHeader::setDocument(quint32 document) { m_chooser->setDocument(document); }

QString EditorHeader::verdict() const { return m_verdict->text(); }

} // namespace fairlead::ui
