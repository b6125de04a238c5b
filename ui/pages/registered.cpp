// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/registered.h"

#include "ui/pages/page_header.h"
#include "ui/text/at_line.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace fairlead::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Registered", text); }

} // namespace

QString capabilitiesText(const FamilyRecord& family) {
    QStringList words;
    for (const std::string& capability : family.capabilities) {
        if (capability == "model_parallelism") {
            words << tr("model parallelism");
        } else if (capability == "compilation") {
            words << tr("compile");
        } else if (capability == "fsdp") {
            words << tr("FSDP");
        } else if (capability == "layerwise_ac") {
            words << tr("layer-wise AC");
        } else if (capability == "meta") {
            words << tr("meta device");
        } else {
            words << QString::fromStdString(capability);
        }
    }
    return words.join(QStringLiteral(", "));
}

QString ownerText(const RegistrySnapshot& registry, const std::optional<std::string>& owner) {
    return owner ? tr("extension %1").arg(QString::fromStdString(*owner))
                 : tr("fairseq2 %1, not by an extension").arg(QString::fromStdString(registry.fairseq2_version));
}

QString placeText(const RegistrationPlace& place) {
    if (place.file.empty()) {
        return {};
    }
    QString file = QString::fromStdString(place.file);
    if (file.startsWith(QStringLiteral("fairseq2/"))) {
        file.remove(0, 9);
    }
    return atLine(file, place.line);
}

QString placeLink(const std::optional<std::string>& owner, const RegistrationPlace& place) {
    if (!owner || place.file.empty() || place.file.front() != '/')
        return code(placeText(place));
    return linkTo(Location::inSource(QString::fromStdString(place.file), place.line), placeText(place));
}

QString shortClassName(const std::string& name) {
    return QString::fromStdString(name.substr(name.find_last_of('.') + 1));
}

QString kindText(FamilyKind kind) {
    switch (kind) {
    case FamilyKind::model:
        return tr("Model family");
    case FamilyKind::dataset:
        return tr("Dataset family");
    case FamilyKind::tokenizer:
        return tr("Tokenizer family");
    }
    return {};
}

QString documentationHtml(const QString& documentation) {
    static const QRegularExpression literal(QStringLiteral("``([^`]+)``"));
    static const QRegularExpression role(QStringLiteral(":[a-z:]+:`~?([^`]+)`"));
    QString html = documentation.toHtmlEscaped();
    html.replace(literal, QStringLiteral("<span style=\"font-family:monospace\">\\1</span>"));
    html.replace(role, QStringLiteral("\\1"));
    html.replace(QStringLiteral("\n\n"), QStringLiteral("<br>"));
    return html.replace(u'\n', u' ');
}

} // namespace fairlead::ui
