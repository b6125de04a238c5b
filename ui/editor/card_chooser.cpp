// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/card_chooser.h"

#include "ui/buffers/places.h"

#include <QListView>
#include <QStyleOptionComboBox>
#include <QStylePainter>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int widestTitle = 220;
constexpr int gap = 10;
constexpr int arrowRoom = 36; // frame and arrow
constexpr int popupRows = 20;

} // namespace

void CardListModel::show(const Catalog* catalog, quint32 file) {
    std::vector<Row> rows;
    if (catalog != nullptr) {
        const auto documents = catalog->file(file).stream.documents();
        for (quint32 document = 0; document < documents.size(); ++document)
            if (documents[document].is_document()) {
                const CardRef ref{file, document};
                rows.push_back({document, titleOf(*catalog, ref), catalog->card(ref).is_card()});
            }
    }
    if (rows == m_rows)
        return;
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    emit dataChanged(index(0), index(rowCount() - 1));
}

int CardListModel::rowOf(quint32 document) const {
    const auto after = std::ranges::upper_bound(m_rows, document, {}, &Row::document);
    return m_rows.empty() ? -1 : std::max(static_cast<int>(after - m_rows.begin()) - 1, 0);
}

int CardListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CardListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case NumberRole:
        return (row.isCard ? tr("card %1 of %2") : tr("%1 of %2")).arg(index.row() + 1).arg(m_rows.size());
    case DocumentRole:
        return row.document;
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(row.title, data(index, NumberRole).toString());
    default:
        return {};
    }
}

CardChooser::CardChooser(QWidget* parent) : QComboBox(parent), m_model(new CardListModel(this)) {
    auto* list = new QListView(this);
    list->setUniformItemSizes(true);
    setView(list);
    setModel(m_model);
    setMaxVisibleItems(popupRows);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setProperty("small", true);
    setAccessibleName(tr("Card"));
    setToolTip(tr("The card at the cursor; choose another to go there"));
    connect(this, &QComboBox::activated, this,
            [this](int row) { emit documentChosen(itemData(row, CardListModel::DocumentRole).toUInt()); });
}

void CardChooser::show(const Catalog* catalog, quint32 file) {
    m_model->show(catalog, file);
    setVisible(m_model->rowCount() > 0);
    setDocument(m_document);
    updateGeometry();
    update();
}

void CardChooser::setDocument(quint32 document) {
    m_document = document;
    const int row = m_model->rowOf(document);
    if (row != currentIndex()) {
        setCurrentIndex(row);
        updateGeometry();
    }
}

QString CardChooser::number() const { return currentData(CardListModel::NumberRole).toString(); }

QSize CardChooser::sizeHint() const {
    const int title = std::min(fontMetrics().horizontalAdvance(currentText()), widestTitle);
    const int width = title + gap + fontMetrics().horizontalAdvance(number()) + arrowRoom;
    return {width, QComboBox::sizeHint().height()};
}

QSize CardChooser::minimumSizeHint() const {
    return {std::min(sizeHint().width(), fontMetrics().horizontalAdvance(number()) + arrowRoom + 60),
            sizeHint().height()};
}

void CardChooser::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const QRect area =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).adjusted(4, 0, -2, 0);
    const int numberWidth = fontMetrics().horizontalAdvance(number());
    const QString title = fontMetrics().elidedText(currentText(), Qt::ElideMiddle, area.width() - numberWidth - gap);
    painter.setPen(palette().color(QPalette::ButtonText));
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft, title);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(area.adjusted(fontMetrics().horizontalAdvance(title) + gap, 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, number());
}

} // namespace fairlead::ui
