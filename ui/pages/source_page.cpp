// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/source_page.h"

#include "core/files/read.h"
#include "ui/detail/elided_label.h"
#include "ui/pages/source_text.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

#include <variant>

namespace fairlead::ui {

namespace {

constexpr std::size_t largestSource = std::size_t{4} << 20; // bytes

} // namespace

SourcePage::SourcePage(const QString& path, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_path(path), m_head(new ElidedLabel(Qt::ElideMiddle)), m_failure(new QLabel),
      m_text(new SourceText(theme)) {
    m_head->setText(tr("%1 · read only").arg(path));
    m_head->setCopied(path);
    m_head->setContentsMargins(12, 6, 12, 6);
    m_failure->setAlignment(Qt::AlignCenter);
    m_failure->setWordWrap(true);
    m_failure->setTextFormat(Qt::PlainText);
    m_failure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 12, 6);
    head->addWidget(m_head);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_failure, 1);
    setFocusProxy(m_text);
    read();
}

void SourcePage::read() {
    const ReadResult read = read_file(m_path.toStdString(), largestSource);
    const auto* content = std::get_if<FileContent>(&read);
    if (content != nullptr)
        m_text->setPlainText(QString::fromUtf8(content->bytes.data(), static_cast<qsizetype>(content->bytes.size())));
    else
        m_failure->setText(tr("%1\n\nThe extension was built from this file; on this machine it may be elsewhere.")
                               .arg(QString::fromStdString(std::get<FileError>(read).message)));
    m_text->setVisible(content != nullptr);
    m_failure->setVisible(content == nullptr);
}

void SourcePage::showLine(int line) {
    m_line = line;
    m_text->markLine(line);
}

} // namespace fairlead::ui
