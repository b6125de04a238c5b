// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/registry_delegate.h"

#include "ui/registry/registry_model.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace fairlead::ui {

namespace {

constexpr int gap = 8;
constexpr int iconSide = 16;
constexpr int leastWidth = 24; // a text cut shorter says nothing

struct Fitted {
    QString text;
    int width = 0;
};

// Measured once: that is most of what painting a row takes.
Fitted fitted(const QString& text, const QFontMetrics& metrics, int width) {
    if (const int whole = metrics.horizontalAdvance(text); whole <= width)
        return {text, whole};
    if (width < leastWidth)
        return {};
    const QString shortened = metrics.elidedText(text, Qt::ElideRight, width);
    return {shortened, metrics.horizontalAdvance(shortened)};
}

} // namespace

RegistryDelegate::RegistryDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

void RegistryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& plain, const QModelIndex& index) const {
    QStyleOptionViewItem option(plain);
    initStyleOption(&option, index);
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, painter, option.widget);
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);

    const bool isSelected = option.state & QStyle::State_Selected;
    const auto kind = static_cast<RowKind>(index.data(RegistryModel::KindRole).toInt());
    const auto trouble = static_cast<Trouble>(index.data(RegistryModel::TroubleRole).toInt());
    const Colours& colours = m_theme.colours();
    const bool isLeftToRight = option.direction == Qt::LeftToRight;
    const auto place = [&](const QRect& rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const auto drawIcon = [&](const QIcon& icon, const QRect& rect) {
        icon.paint(painter, place(rect), Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
    };

    QRect room = option.rect.adjusted(2, 0, -gap, 0);
    const int middle = room.center().y() - iconSide / 2 + 1;
    drawIcon(option.icon, QRect(room.left(), middle, iconSide, iconSide));
    room.setLeft(room.left() + iconSide + 5);

    painter->save();
    QFont nameFont = option.font;
    nameFont.setBold(kind == RowKind::Section);
    QString name = index.data(Qt::DisplayRole).toString();
    if (index.data(RegistryModel::UnsavedRole).toBool())
        name += QStringLiteral(" ●"); // as on its tab
    const QFontMetrics nameMetrics(nameFont);
    const int nameWidth = nameMetrics.horizontalAdvance(name);

    const QFont detailFont = Theme::secondaryFont(option.font);
    const bool hidesTrouble = index.data(RegistryModel::HidesTroubleRole).toBool() &&
                              !(option.state & QStyle::State_Open) && option.state & QStyle::State_Children;
    const int mark = hidesTrouble ? iconSide + 4 : 0;
    const int left = room.width() - nameWidth - gap - mark;
    const int detailRole = hidesTrouble ? RegistryModel::FoldedDetailRole : RegistryModel::DetailRole;
    const auto [detail, detailWidth] = fitted(index.data(detailRole).toString(), QFontMetrics(detailFont),
                                              trouble != Trouble::None ? std::max(left, room.width() / 2) : left);
    painter->setFont(detailFont);
    painter->setPen(isSelected ? colours.selectedText : colours.secondaryText);
    const QRect detailRoom(room.right() - detailWidth + 1, room.top(), detailWidth, room.height());
    painter->drawText(place(detailRoom), Qt::AlignCenter | Qt::TextSingleLine, detail);
    int right = detailWidth > 0 ? detailRoom.left() - gap : room.right();
    if (hidesTrouble) {
        drawIcon(m_theme.icon(QString::fromLatin1(iconOf(trouble))),
                 QRect(right + gap - 4 - iconSide, middle, iconSide, iconSide));
        right -= mark;
    }

    painter->setFont(nameFont);
    painter->setPen(isSelected ? colours.selectedText : kind == RowKind::Note ? colours.secondaryText : colours.text);
    const QRect nameRoom(room.left(), room.top(), std::max(0, right - room.left()), room.height());
    painter->drawText(
        place(nameRoom),
        static_cast<int>(Qt::AlignVCenter | (isLeftToRight ? Qt::AlignLeft : Qt::AlignRight)) | Qt::TextSingleLine,
        nameWidth <= nameRoom.width() ? name : nameMetrics.elidedText(name, Qt::ElideMiddle, nameRoom.width()));
    painter->restore();
}

} // namespace fairlead::ui
