// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QDeadlineTimer>
#include <QDialog>
#include <QLabel>
#include <QTest>
#include <QTimer>

#include <functional>

namespace fairlead::ui {

/// Answers the next dialog that waits for it: does what is asked for in it, then clicks the button of that label. A
/// dialog without such a button is closed, and the answer says that it could not be given.
class Answer : public QObject {
public:
    explicit Answer(const QString& button, std::function<void(QWidget&)> before = {})
        : m_button(button), m_before(std::move(before)) {
        connect(&m_timer, &QTimer::timeout, this, &Answer::look);
        m_timer.start(20);
    }

    [[nodiscard]] bool wasGiven() const { return m_given; }
    /// The texts of the dialog's labels, in lines.
    [[nodiscard]] const QString& question() const { return m_question; }

private:
    void look() {
        QWidget* dialog = QApplication::activeModalWidget();
        if (dialog == nullptr || !dialog->isVisible())
            return;
        m_timer.stop();
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            if (!label->text().isEmpty())
                m_question += label->text() + QLatin1Char('\n');
        if (m_before)
            m_before(*dialog);
        for (QAbstractButton* button : dialog->findChildren<QAbstractButton*>()) {
            if (button->isVisible() && button->isEnabled() && button->text().remove(QLatin1Char('&')) == m_button) {
                m_given = true;
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        m_question += QStringLiteral("(no button %1)").arg(m_button);
        if (auto* real = qobject_cast<QDialog*>(dialog))
            real->reject();
    }

    QTimer m_timer;
    QString m_button;
    QString m_question;
    std::function<void(QWidget&)> m_before;
    bool m_given = false;
};

} // namespace fairlead::ui
