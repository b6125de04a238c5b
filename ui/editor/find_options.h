// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace fairlead::ui {

struct SearchFor;

/// How a text is looked for: three buttons that stay down, each with a key.
class FindOptions : public QWidget {
    Q_OBJECT

public:
    explicit FindOptions(QWidget* parent = nullptr);

    [[nodiscard]] bool isExpression() const;
    /// `text`, looked for as the buttons say.
    [[nodiscard]] SearchFor searchFor(const QString& text) const;

signals:
    void changed();

private:
    QToolButton* add(const QString& text, const QKeySequence& key);

    QToolButton* m_matchCase;
    QToolButton* m_wholeWords;
    QToolButton* m_expression;
};

} // namespace fairlead::ui
