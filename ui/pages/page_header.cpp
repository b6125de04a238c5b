// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page_header.h"

#include "ui/detail/title_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTextDocument>
#include <QUrl>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace fairlead::ui {

namespace {

const QString scheme = QStringLiteral("fairlead");

QString wordOf(Location::Kind kind) {
    switch (kind) {
    case Location::Kind::File:
        return QStringLiteral("file");
    case Location::Kind::Family:
        return QStringLiteral("family");
    case Location::Kind::Architecture:
        return QStringLiteral("architecture");
    case Location::Kind::Extensions:
        return QStringLiteral("extensions");
    case Location::Kind::Source:
        return QStringLiteral("source");
    case Location::Kind::Welcome:
        break;
    }
    return QStringLiteral("welcome");
}

QUrlQuery& add(QUrlQuery& query, const QString& name, const QString& value) {
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return query;
}

QString valueOf(const QUrlQuery& query, const QString& name) { return query.queryItemValue(name, QUrl::FullyDecoded); }

constexpr QChar mayBreak(0x200B); // zero-width space

} // namespace

QString linkTo(const Location& location, const QString& text) {
    QUrlQuery query;
    add(query, QStringLiteral("file"), location.file);
    add(query, QStringLiteral("begin"), QString::number(location.begin));
    add(query, QStringLiteral("end"), QString::number(location.end));
    add(query, QStringLiteral("kind"), QString::number(static_cast<int>(location.familyKind)));
    add(query, QStringLiteral("family"), location.family);
    add(query, QStringLiteral("architecture"), location.architecture);
    add(query, QStringLiteral("extension"), location.extension);
    add(query, QStringLiteral("line"), QString::number(location.line));
    QUrl url;
    url.setScheme(scheme);
    url.setPath(wordOf(location.kind));
    url.setQuery(query);
    return QStringLiteral("<a style=\"text-decoration:none\" href=\"%1\">%2</a>")
        .arg(QString::fromLatin1(url.toEncoded()).toHtmlEscaped(), text.toHtmlEscaped());
}

std::optional<Location> locationOfLink(const QString& address) {
    const QUrl url = QUrl::fromEncoded(address.toLatin1());
    if (url.scheme() != scheme) {
        return std::nullopt;
    }
    const QUrlQuery query(url);
    Location location;
    const QString kind = url.path();
    if (kind == wordOf(Location::Kind::File)) {
        return Location::inFile(valueOf(query, QStringLiteral("file")),
                                valueOf(query, QStringLiteral("begin")).toLongLong(),
                                valueOf(query, QStringLiteral("end")).toLongLong());
    }
    if (kind == wordOf(Location::Kind::Architecture)) {
        return Location::ofArchitecture(valueOf(query, QStringLiteral("family")),
                                        valueOf(query, QStringLiteral("architecture")));
    }
    if (kind == wordOf(Location::Kind::Family)) {
        const int family = valueOf(query, QStringLiteral("kind")).toInt();
        return Location::ofFamily(static_cast<FamilyKind>(family), valueOf(query, QStringLiteral("family")));
    }
    if (kind == wordOf(Location::Kind::Extensions))
        return Location::ofExtension(valueOf(query, QStringLiteral("extension")));
    if (kind == wordOf(Location::Kind::Source))
        return Location::inSource(valueOf(query, QStringLiteral("file")),
                                  valueOf(query, QStringLiteral("line")).toInt());
    return kind == wordOf(Location::Kind::Welcome) ? std::optional(Location::welcome()) : std::nullopt;
}

QString code(const QString& text) {
    return QStringLiteral("<span style=\"font-family:monospace\">%1</span>").arg(text.toHtmlEscaped());
}

QString className(const QString& text) {
    QString name = text;
    return code(name.insert(name.lastIndexOf(QLatin1Char('.')) + 1, mayBreak));
}

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent), m_title(new TitleLabel({}, this)), m_about(nullptr), m_lines(new QVBoxLayout) {
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_about = makeLabel();

    auto* first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_title, 0, Qt::AlignBaseline);
    first->addWidget(m_about, 1, Qt::AlignBaseline);
    m_lines->setSpacing(4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(4);
    layout->addLayout(first);
    layout->addLayout(m_lines);
}

QLabel* PageHeader::makeLabel() {
    auto* label = new QLabel(this);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    connect(label, &QLabel::linkActivated, this, [this](const QString& address) {
        if (const auto location = locationOfLink(address)) {
            emit linkActivated(*location);
        }
    });
    return label;
}

void PageHeader::setText(const QString& title, const QString& about, const QStringList& lines) {
    m_title->setText(title);
    m_about->setText(about);
    while (m_lines->count() > lines.size()) {
        QLayoutItem* item = m_lines->takeAt(m_lines->count() - 1);
        delete item->widget();
        delete item;
    }
    for (qsizetype index = 0; index < lines.size(); ++index) {
        if (index >= m_lines->count()) {
            m_lines->addWidget(makeLabel());
        }
    }
    m_texts = lines;
    fit();
}

// A class name that is too long goes on in the next line; else it is whole, and so is a copy of it.
void PageHeader::fit() {
    const int room = contentsRect().width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    for (qsizetype index = 0; index < m_texts.size(); ++index) {
        auto* label = static_cast<QLabel*>(m_lines->itemAt(static_cast<int>(index))->widget());
        QString text = m_texts[index];
        text.remove(mayBreak);
        QTextDocument line;
        line.setDefaultFont(label->font());
        line.setDocumentMargin(0);
        line.setHtml(text);
        if (line.idealWidth() > room)
            text = QString(m_texts[index]).replace(mayBreak, QStringLiteral("<br>"));
        if (label->text() != text)
            label->setText(text);
    }
}

void PageHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

} // namespace fairlead::ui
