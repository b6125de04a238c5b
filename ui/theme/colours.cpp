// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colours.h"

#include <algorithm>
#include <cmath>

namespace fairlead::ui {

Colours lightColours() {
    Colours c;
    c.window = QColor(0xf4f5f7);
    c.base = QColor(0xffffff);
    c.alternate = QColor(0xf8f9fb);
    c.header = QColor(0xeef0f3);
    c.line = QColor(0xd3d7de);
    c.controlLine = QColor(0xb9bfc9);
    c.control = QColor(0xffffff);
    c.text = QColor(0x1b1f24);
    c.secondaryText = QColor(0x57606c);
    c.disabledText = QColor(0x868e99);
    c.accent = QColor(0x2563c4);
    c.link = QColor(0x1553b0);
    c.selection = QColor(0xd5e4fb);
    c.selectedText = QColor(0x10151c);
    c.error = QColor(0xb3261e);
    c.errorGround = QColor(0xfdecea);
    c.warning = QColor(0x855300);
    c.warningGround = QColor(0xfff4dc);
    c.ok = QColor(0x1a6b33);
    c.info = QColor(0x1553b0);
    c.infoGround = QColor(0xe9f0fc);
    c.yamlKey = QColor(0x1553b0);
    c.yamlText = QColor(0x1f6b34);
    c.yamlNumber = QColor(0x9a4a00);
    c.yamlComment = QColor(0x5a626d);
    return c;
}

Colours darkColours() {
    Colours c;
    c.window = QColor(0x22262b);
    c.base = QColor(0x1a1d21);
    c.alternate = QColor(0x1f2328);
    c.header = QColor(0x2a2f35);
    c.line = QColor(0x3c424a);
    c.controlLine = QColor(0x565e69);
    c.control = QColor(0x2b3037);
    c.text = QColor(0xe4e7eb);
    c.secondaryText = QColor(0xadb5c0);
    c.disabledText = QColor(0x767e89);
    c.accent = QColor(0x6aa5f8);
    c.link = QColor(0x86b8ff);
    c.selection = QColor(0x223c61);
    c.selectedText = QColor(0xffffff);
    c.error = QColor(0xffa198);
    c.errorGround = QColor(0x43211f);
    c.warning = QColor(0xf2bd5b);
    c.warningGround = QColor(0x3d3018);
    c.ok = QColor(0x7ccf93);
    c.info = QColor(0x86b8ff);
    c.infoGround = QColor(0x1f2f47);
    c.yamlKey = QColor(0x86b8ff);
    c.yamlText = QColor(0x8fd19e);
    c.yamlNumber = QColor(0xf0a66b);
    c.yamlComment = QColor(0xa3abb6);
    return c;
}

QPalette paletteOf(const Colours& c) {
    const bool dark = c.window.lightness() < 128;
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.secondaryText);
    palette.setColor(QPalette::ToolTipBase, c.base);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Button, c.control);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, dark ? QColor(Qt::white) : c.error);
    palette.setColor(QPalette::Light, dark ? c.controlLine : c.base);
    palette.setColor(QPalette::Midlight, dark ? c.line : c.header);
    palette.setColor(QPalette::Mid, c.controlLine);
    palette.setColor(QPalette::Dark, c.controlLine);
    palette.setColor(QPalette::Shadow, dark ? QColor(0x0c0e11) : QColor(0x6b7480));
    palette.setColor(QPalette::Highlight, c.selection);
    palette.setColor(QPalette::HighlightedText, c.selectedText);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);

    palette.setColor(QPalette::Disabled, QPalette::WindowText, c.disabledText);
    palette.setColor(QPalette::Disabled, QPalette::Text, c.disabledText);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, c.disabledText);
    palette.setColor(QPalette::Disabled, QPalette::PlaceholderText, c.disabledText);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.disabledText);
    palette.setColor(QPalette::Disabled, QPalette::Link, c.disabledText);
    palette.setColor(QPalette::Disabled, QPalette::LinkVisited, c.disabledText);
    palette.setColor(QPalette::Disabled, QPalette::Base, c.window);
    palette.setColor(QPalette::Disabled, QPalette::Button, c.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.header);
    return palette;
}

double contrast(const QColor& first, const QColor& second) {
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    const auto luminance = [&](const QColor& colour) {
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor& under, const QColor& over, double amount) {
    const auto channel = [&](double a, double b) { return static_cast<float>(a + (b - a) * amount); };
    return QColor::fromRgbF(channel(under.redF(), over.redF()), channel(under.greenF(), over.greenF()),
                            channel(under.blueF(), over.blueF()));
}

} // namespace fairlead::ui
