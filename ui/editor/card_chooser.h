// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/catalog.h"

#include <QAbstractListModel>
#include <QComboBox>

#include <vector>

namespace fairlead::ui {

/// The documents of a file: their titles, and their numbers in words.
class CardListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { NumberRole = Qt::UserRole, DocumentRole };

    using QAbstractListModel::QAbstractListModel;

    /// Takes the titles over. Null: no documents.
    void show(const Catalog* catalog, quint32 file);
    /// The row of a document, or of the next one before it that is one; -1 if there is none.
    [[nodiscard]] int rowOf(quint32 document) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        quint32 document = 0;
        QString title;
        bool isCard = false;
        friend bool operator==(const Row&, const Row&) = default;
    };
    std::vector<Row> m_rows;
};

/// `my_llama  card 2 of 3`: the card at the cursor, and a list to go to another one.
class CardChooser : public QComboBox {
    Q_OBJECT

public:
    explicit CardChooser(QWidget* parent = nullptr);

    void show(const Catalog* catalog, quint32 file);
    void setDocument(quint32 document);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void documentChosen(quint32 document);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString number() const;

    CardListModel* m_model;
    quint32 m_document = 0;
};

} // namespace fairlead::ui
