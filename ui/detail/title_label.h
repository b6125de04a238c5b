// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace fairlead::ui {

/// A title, or a number that is to be seen first: larger than what stands around it (Theme::titleFont), also when that
/// becomes larger.
class TitleLabel : public QLabel {
    Q_OBJECT

public:
    explicit TitleLabel(const QString& text = {}, QWidget* parent = nullptr);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
};

} // namespace fairlead::ui
