// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colours.h"

#include <QProxyStyle>

#include <memory>

namespace fairlead::ui {

class Mnemonics;

/// Fusion with the measures of the window: flat, lines in the theme's colours, the focus in the accent's.
///
/// A widget may set the property `small` (a button, a combo box in the head of a panel), `flat` (a line without
/// frame), and an item view `rowHeight` (pixels, for the system's font at its usual size).
class Style : public QProxyStyle {
    Q_OBJECT

public:
    explicit Style(std::shared_ptr<const Colours> colours);

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QApplication* application) override;
    void unpolish(QApplication* application) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* answer) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;

private:
    void drawButtonPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    /// False if Fusion draws it as well.
    bool drawButtonLabel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawToolPanel(const QStyleOption* option, QPainter* painter) const;
    void drawLinePanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawBranch(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawCheckBox(const QStyleOption* option, QPainter* painter) const;
    void drawRadioButton(const QStyleOption* option, QPainter* painter) const;
    void drawTab(const QStyleOption* option, QPainter* painter) const;
    void drawDockTitle(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawHeaderSection(const QStyleOption* option, QPainter* painter) const;
    void drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    [[nodiscard]] QRect scrollBarRect(const QStyleOptionComplex* option, SubControl part) const;

    std::shared_ptr<const Colours> m_colours;
    Mnemonics* m_mnemonics;
};

} // namespace fairlead::ui
