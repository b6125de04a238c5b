// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace fairlead::ui {

class LogDelegate;
class LogModel;
class Theme;

/// The rows of a log: folds open at a click or by the arrow keys, places are links, Enter does either. What was in
/// sight stays there when old rows go. `theme` and `model` outlive it.
class LogView : public QTableView {
    Q_OBJECT

public:
    LogView(LogModel& model, const Theme& theme, QWidget* parent = nullptr);

    /// It scrolls by itself just now, so that what is in sight stays there.
    [[nodiscard]] bool isKeepingPlace() const { return m_keepingPlace; }

signals:
    /// A frame's place was chosen: a file, and a line in it from 1 (0: not known).
    void placeActivated(const QString& file, int line);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void measure();
    void keepPlace(int first, int added);
    void activate(const QModelIndex& index);
    void goToRow(int row);
    [[nodiscard]] QModelIndex textIndex(const QModelIndex& index) const;
    [[nodiscard]] bool isOnPlace(const QPoint& position, const QModelIndex& index) const;

    LogModel& m_model;
    LogDelegate* m_delegate;
    bool m_keepingPlace = false;
    QPersistentModelIndex m_pressed; // a place, while the button is down on it
};

} // namespace fairlead::ui
