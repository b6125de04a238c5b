// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/extension_report.h"

#include <QTreeView>

namespace fairlead::ui {

class Theme;
class TraceModel;

/// Shows why an extension failed. A click on a frame's place, or Enter on its row, goes there.
class TraceView : public QTreeView {
    Q_OBJECT

public:
    /// `theme` outlives it.
    explicit TraceView(const Theme& theme, QWidget* parent = nullptr);

    /// The errors are unfolded, foreign frames are not; the same trace again leaves all as it is.
    void setExtension(const ExtensionReport& extension);
    [[nodiscard]] const ExtensionReport& extension() const { return m_extension; }

signals:
    void placeActivated(const QString& file, int line);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void activatePlace(const QModelIndex& index);
    void fitColumns();
    [[nodiscard]] bool isPlace(const QModelIndex& index) const;

    TraceModel* m_model;
    ExtensionReport m_extension;
};

} // namespace fairlead::ui
