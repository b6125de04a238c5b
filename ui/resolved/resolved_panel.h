// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/catalog.h"
#include "core/registry/card_config.h"
#include "ui/resolved/override_writer.h"
#include "ui/resolved/resolved_tree.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;

namespace fairlead::ui {

class BufferStore;
class ConfigSection;
class LinkTreeView;
class Navigator;
class NoticeBar;
class ResolvedModel;
class Theme;
class Workspace;

/// The card at the cursor as fairseq2 resolves it: its chain, its fields, and where each value comes from.
class ResolvedPanel : public QWidget {
    Q_OBJECT

public:
    /// All outlive it.
    ResolvedPanel(BufferStore& buffers, Navigator& navigator, const Theme& theme, QWidget* parent = nullptr);

    /// The card, or the document that is none; none: no file is shown.
    void setCard(std::optional<CardRef> card);
    /// `Resolved: my_llama`, for the dock.
    [[nodiscard]] QString title() const;
    [[nodiscard]] const ResolvedView& shown() const { return m_shown; }
    [[nodiscard]] LinkTreeView& view() const { return *m_view; }
    [[nodiscard]] ConfigSection& config() const { return *m_config; }

public slots:
    /// At once, in place of a little after the last edit.
    void refresh();

signals:
    void titleChanged(const QString& title);

protected:
    bool event(QEvent* event) override;

private:
    void build();
    void refreshSoon();
    void showEnvironments();
    void showChain();
    void showNotice();
    void showConfig(const CheckSession* session);
    void shareHeight();
    void fitColumns();
    void keepUnfolded();
    void unfoldAgain(const QModelIndex& parent, const QString& above);
    void activate(const QModelIndex& index);

    Workspace& m_workspace;
    Navigator& m_navigator;
    const Theme& m_theme;
    OverrideWriter m_overrides;
    ResolvedModel* m_model;
    LinkTreeView* m_view;
    QComboBox* m_environment;
    QLabel* m_chain;
    QLabel* m_footer;
    NoticeBar* m_notice;
    ConfigSection* m_config;
    std::shared_ptr<const CardConfigs> m_configs; // of the session's registry
    QTimer m_refresh;
    QSet<QString> m_unfolded; // paths of fields
    std::optional<CardRef> m_card;
    ResolvedView m_shown;
    QString m_lastTitle;
};

} // namespace fairlead::ui
