// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"

#include <QToolBar>

class QPushButton;

namespace fairlead::ui {

class Banner;
class BufferStore;
class Theme;
class Workspace;

/// The banner below the tool bar, there only when there is something to say: why fairseq2 would load nothing, that a
/// source is a copy of the registry's, that loading did not come to its end. What the person closed stays closed until
/// it is something else.
class TroubleBanner : public QToolBar {
    Q_OBJECT

public:
    TroubleBanner(Workspace& workspace, const BufferStore& buffers, const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] const Banner& banner() const { return *m_banner; }

public slots:
    // NOLINTNEXTLINE(bugprone-derived-method-shadowing-base-method): not the one of QWidget, which is not virtual
    void update();
    /// Opens it again after the person closed it.
    void reopen();
    void goToNextCause();

signals:
    void locationChosen(const fairlead::ui::Location& location);
    /// The certain fixes of what stops the load, to be shown before they are made.
    void fixesWanted();

private:
    enum class Subject { None, StopsLoad, Copy, LoadEnded };

    void show(Subject subject, const QString& signature);
    void showStopsLoad();
    bool showCopy();
    void showLoadEnded();
    [[nodiscard]] bool isBeingTyped() const;

    Workspace& m_workspace;
    const BufferStore& m_buffers;
    Banner* m_banner;
    QPushButton* m_nextCause;
    QPushButton* m_fix;
    QPushButton* m_alone;
    QPushButton* m_reload;
    Subject m_subject = Subject::None;
    QString m_closedSignature; // of what the person has closed
    QString m_signature;
    std::size_t m_cause = 0; // that "next" leads to
};

} // namespace fairlead::ui
