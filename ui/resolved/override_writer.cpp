// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resolved/override_writer.h"

#include "ui/buffers/buffer_key.h"
#include "ui/buffers/buffer_store.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>

#include <utility>

namespace fairlead::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("fairlead::ui::OverrideWriter", text); }

} // namespace

void OverrideWriter::setCard(std::optional<CardRef> card, std::shared_ptr<const CardConfigs> configs,
                             const QString& environment) {
    m_card = card;
    m_configs = std::move(configs);
    m_environment = environment.toStdString();
    m_name = m_card ? m_buffers.workspace().session()->catalog().stored_name(*m_card) : std::string();
}

bool OverrideWriter::isThere() const {
    const CheckSession* session = m_buffers.workspace().session();
    return session != nullptr && m_card && m_configs && m_card->file < session->catalog().files().size() &&
           m_card->document < session->catalog().file(m_card->file).cards.size() &&
           session->catalog().stored_name(*m_card) == m_name;
}

Buffer* OverrideWriter::buffer() const {
    return m_buffers.find(keyOfFile(m_buffers.workspace().session()->catalog(), m_card->file));
}

QString OverrideWriter::whyNot() const {
    if (!isThere())
        return tr("The cards have changed meanwhile. Look at the config again.");
    const Buffer* text = buffer();
    if (text == nullptr)
        return tr("The text of this card is not open.");
    const Catalog& catalog = m_buffers.workspace().session()->catalog();
    if (catalog.sources()[catalog.file(m_card->file).source].from_registry)
        return tr("This card belongs to a package. Copy to my cards… makes one that can be changed.");
    if (text->isReadOnly())
        return text->readOnlyReason();
    return {};
}

QString OverrideWriter::whyNotNow() const {
    QString why = whyNot();
    if (!why.isEmpty())
        return why;
    const Catalog& catalog = m_buffers.workspace().session()->catalog();
    const Buffer* text = buffer();
    return text->text() == QByteArray::fromStdString(catalog.file(m_card->file).stream.text())
               ? QString()
               : tr("%1 was changed by another program. Reload it first.").arg(text->title());
}

OverridePlace OverrideWriter::place(const ConfigView& config, const std::string& field) const {
    return {.configs = *m_configs,
            .catalog = m_buffers.workspace().session()->catalog(),
            .card = *m_card,
            .kind = config.kind,
            .field = field,
            .environment = m_environment,
            .architecture = config.instead};
}

OverrideFacts OverrideWriter::facts(const ConfigView& config, const QString& field) const {
    if (const QString why = whyNot(); !why.isEmpty())
        return {.why_no_write = why.toStdString(), .is_written = false, .text = {}, .choices = {}};
    const std::string name = field.toStdString();
    return override_facts(place(config, name));
}

QString OverrideWriter::write(const ConfigView& config, const QString& field, const QString& typed) {
    if (QString why = whyNotNow(); !why.isEmpty())
        return why;
    const std::string name = field.toStdString();
    return apply(write_override(place(config, name), typed.toStdString()));
}

QString OverrideWriter::remove(const ConfigView& config, const QString& field) {
    if (QString why = whyNotNow(); !why.isEmpty())
        return why;
    const std::string name = field.toStdString();
    return apply(remove_override(place(config, name)));
}

QString OverrideWriter::apply(const OverrideEdit& edit) {
    if (!edit.why_not.empty())
        return QString::fromStdString(edit.why_not);
    const auto begin = static_cast<qint64>(
        m_buffers.workspace().session()->catalog().file(m_card->file).stream.begin_of(m_card->document));
    std::vector<BufferEdit> edits;
    edits.reserve(edit.changes.size());
    for (const yaml::TextChange& change : edit.changes)
        edits.push_back({begin + change.range.begin, begin + change.range.end, QByteArray::fromStdString(change.text)});
    buffer()->apply(std::move(edits));
    return {};
}

} // namespace fairlead::ui
