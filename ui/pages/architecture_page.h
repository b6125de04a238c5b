// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/config_tree.h"
#include "core/registry/snapshot.h"
#include "ui/navigation/location.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace fairlead::ui {

class ConfigFilter;
class ConfigModel;
class PageHeader;
class Theme;

/// What is in an architecture, and how it is unlike its class's default and another one (architecture.png).
class ArchitecturePage : public QWidget {
    Q_OBJECT

public:
    ArchitecturePage(std::shared_ptr<const RegistrySnapshot> registry, const QString& family,
                     const QString& architecture, const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] Location location() const;

signals:
    void linkActivated(const fairlead::ui::Location& location);

public slots:
    /// Another registry: the same page as it is there. Does nothing if it shows that one.
    void setRegistry(std::shared_ptr<const fairlead::RegistrySnapshot> registry);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitColumns();
    QLayout* makeBar();
    void makeView(const Theme& theme);
    void fill();
    void fillHeader(const FamilyRecord& family);
    void compareWith(const QString& other);
    void updateShowTexts();
    void showDocumentation();
    void copyAsYaml();

    std::shared_ptr<const RegistrySnapshot> m_registry;
    QString m_family;
    QString m_architecture;
    std::vector<ConfigNode> m_own;
    std::vector<ConfigNode> m_defaults;

    PageHeader* m_header;
    QLineEdit* m_text;
    QComboBox* m_show;
    QComboBox* m_other;
    QPushButton* m_copy;
    QTreeView* m_view;
    QLabel* m_documentation;
    QLabel* m_missing;
    ConfigModel* m_model;
    ConfigFilter* m_filter;
};

} // namespace fairlead::ui
