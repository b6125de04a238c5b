// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/extensions/extension_facts.h"

#include "ui/extensions/extension_words.h"
#include "ui/pages/page_header.h"
#include "ui/pages/section_heading.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fairlead::ui {

namespace {

constexpr int leastWidth = 240;
const QString placeScheme = QStringLiteral("fairlead-place");

QString escaped(const std::string& text) { return QString::fromStdString(text).toHtmlEscaped(); }

QString linkToPlace(const RegistrationPlace& place) {
    if (place.file.empty())
        return {};
    QUrl url;
    url.setScheme(placeScheme);
    url.setPath(QString::fromStdString(place.file));
    url.setQuery(QStringLiteral("line=%1").arg(place.line));
    return QStringLiteral("<a style=\"text-decoration:none; font-family:monospace\" href=\"%1\">%2</a>")
        .arg(QString::fromLatin1(url.toEncoded()).toHtmlEscaped(), shortPlace(place.file, place.line).toHtmlEscaped());
}

/// Rows of two cells, the first one in the secondary colour.
class Table {
public:
    explicit Table(const QColor& secondary) : m_colour(secondary.name()) {}

    void add(const QString& first, const QString& second) {
        m_rows += QStringLiteral("<tr><td style=\"color:%1; padding-right:14px; white-space:nowrap\">%2</td>"
                                 "<td>%3</td></tr>")
                      .arg(m_colour, first, second);
    }
    [[nodiscard]] QString html() const {
        return QStringLiteral("<table cellspacing=\"0\" cellpadding=\"2\">%1</table>").arg(m_rows);
    }

private:
    QString m_colour;
    QString m_rows;
};

QString registrationLink(const ReportedRegistration& registration) {
    const QString name = QString::fromStdString(registration.name);
    const auto family = [&](FamilyKind kind) { return linkTo(Location::ofFamily(kind, name), name); };
    if (registration.kind == "model family")
        return family(FamilyKind::model);
    if (registration.kind == "tokenizer family")
        return family(FamilyKind::tokenizer);
    if (registration.kind == "dataset family")
        return family(FamilyKind::dataset);
    return name.toHtmlEscaped();
}

} // namespace

ExtensionFacts::ExtensionFacts(const Theme& theme, QWidget* parent) : QScrollArea(parent), m_theme(theme) {
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(leastWidth);
    setAccessibleName(tr("Facts on the extension"));
}

void ExtensionFacts::setExtension(const ExtensionReport& extension, bool traced) {
    Shown shown{extension, traced};
    if (m_shown == shown)
        return;
    m_shown = std::move(shown);
    clear();
    if (extension.conflict)
        addConflict(*extension.conflict);
    if (!extension.fairseq2.traced.empty() || !extension.fairseq2.untraced.empty()) // known once all are loaded
        addFairseq2(extension, traced);
    addRegistered(extension);
    addLacks(extension);
    addOutput(extension);
}

void ExtensionFacts::clear() {
    while (m_layout->count() > 1) {
        QLayoutItem* item = m_layout->takeAt(0);
        delete item->widget();
        delete item;
    }
}

void ExtensionFacts::addSection(const QString& title, const QString& about, const QString& html) {
    const QString secondary = m_theme.colours().secondaryText.name();
    auto* heading = new SectionHeading(about.isEmpty() ? title
                                                       : QStringLiteral("%1 &nbsp;<span style=\"color:%2; "
                                                                        "font-weight:normal\">%3</span>")
                                                             .arg(title, secondary, about),
                                       m_theme);
    heading->setTextFormat(Qt::RichText);
    auto* text = new QLabel(html);
    text->setTextFormat(Qt::RichText);
    text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    text->setWordWrap(true);
    text->setMinimumWidth(1);
    text->setContentsMargins(8, 4, 8, 6);
    text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    connect(text, &QLabel::linkActivated, this, &ExtensionFacts::follow);
    m_layout->insertWidget(m_layout->count() - 1, heading);
    m_layout->insertWidget(m_layout->count() - 1, text);
}

void ExtensionFacts::addConflict(const ReportedConflict& conflict) {
    Table table(m_theme.colours().secondaryText);
    for (std::size_t at = 0; at < conflict.owners.size(); ++at) {
        const ReportedConflict::Owner& owner = conflict.owners[at];
        const QString name = owner.name ? escaped(*owner.name) : tr("the program itself");
        table.add(at == 0 ? tr("first, %1").arg(name) : tr("then, %1").arg(name), linkToPlace(owner.place));
    }
    const std::string kind = conflict.type.substr(conflict.type.find_last_of(".:") + 1);
    addSection(conflict.key ? tr("Conflict over %1").arg(escaped(*conflict.key)) : tr("Conflict"), escaped(kind),
               table.html());
}

void ExtensionFacts::addFairseq2(const ExtensionReport& extension, bool traced) {
    Table table(m_theme.colours().text);
    const auto name = [&](bool on, const QString& text) {
        return on == traced ? tr("<b>%1</b>, now").arg(text) : text;
    };
    table.add(name(true, tr("Tracing on")), escaped(extension.fairseq2.traced));
    table.add(name(false, tr("Tracing off")), escaped(extension.fairseq2.untraced));
    addSection(tr("What fairseq2 does at this one"), {}, table.html());
}

void ExtensionFacts::addRegistered(const ExtensionReport& extension) {
    const bool failed = is_failure(extension.outcome);
    const QString title = failed ? tr("Registered before it failed") : tr("Registered");
    if (extension.registered.empty()) {
        if (failed || extension.outcome == ExtensionOutcome::registered)
            addSection(title, {},
                       ends_process(extension.outcome) ? tr("not known: it went with its process") : tr("nothing"));
        return;
    }
    constexpr std::size_t mostShown = 500;
    Table table(m_theme.colours().secondaryText);
    for (std::size_t at = 0; at < std::min(extension.registered.size(), mostShown); ++at) {
        const ReportedRegistration& registration = extension.registered[at];
        table.add(escaped(registration.kind),
                  QStringLiteral("%1 &nbsp;%2").arg(registrationLink(registration), linkToPlace(registration.place)));
    }
    if (extension.registered.size() > mostShown)
        table.add({}, tr("and %n more", nullptr, static_cast<int>(extension.registered.size() - mostShown)));
    addSection(title, failed && !ends_process(extension.outcome) ? tr("stays") : QString(), table.html());
}

void ExtensionFacts::addLacks(const ExtensionReport& extension) {
    if (extension.lacks.empty())
        return;
    QStringList lines;
    for (const ReportedLack& lack : extension.lacks) {
        QString line = escaped(lack.message);
        if (lack.deferred)
            line += tr(" <i>Only when it is asked for.</i>");
        const QString key = lack.key ? tr(" with the key %1").arg(escaped(*lack.key)) : QString();
        if (!lack.asked_by.empty())
            line += tr("<br>Needed by <b>%1</b>%2, registered at").arg(escaped(lack.asked_by), key);
        else if (!lack.details.empty()) // of a registry that an older Fairlead recorded
            line += QStringLiteral("<br>") + escaped(lack.details);
        lines << line + QStringLiteral(" ") + linkToPlace(lack.place);
    }
    addSection(tr("What its registrations lack"), QString::number(lines.size()),
               QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("</p><p>"))));
}

void ExtensionFacts::addOutput(const ExtensionReport& extension) {
    if (!extension.output.empty())
        addSection(tr("Printed last"), {},
                   QStringLiteral("<pre style=\"white-space:pre-wrap\">%1</pre>").arg(escaped(extension.output)));
}

QString ExtensionFacts::html() const {
    QString html;
    for (int at = 0; at + 1 < m_layout->count(); ++at)
        if (const auto* label = qobject_cast<QLabel*>(m_layout->itemAt(at)->widget()))
            html += label->text() + u'\n';
    return html;
}

void ExtensionFacts::follow(const QString& address) {
    const QUrl url = QUrl::fromEncoded(address.toLatin1());
    if (url.scheme() == placeScheme)
        emit placeActivated(url.path(), QUrlQuery(url).queryItemValue(QStringLiteral("line")).toInt());
    else if (const auto location = locationOfLink(address))
        emit linkActivated(*location);
}

} // namespace fairlead::ui
