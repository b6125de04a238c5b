// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/architecture_page.h"

#include "ui/pages/architecture_configs.h"
#include "ui/pages/config_delegate.h"
#include "ui/pages/config_filter.h"
#include "ui/pages/config_model.h"
#include "ui/pages/page_header.h"
#include "ui/pages/registered.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <numeric>

namespace fairlead::ui {

namespace {

constexpr int leastColumn = 70;
constexpr int widestColumn = 320;
constexpr int leastBoxCharacters = 6;

} // namespace

ArchitecturePage::ArchitecturePage(std::shared_ptr<const RegistrySnapshot> registry, const QString& family,
                                   const QString& architecture, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_registry(std::move(registry)), m_family(family), m_architecture(architecture),
      m_header(new PageHeader(this)), m_text(new QLineEdit(this)), m_show(new QComboBox(this)),
      m_other(new QComboBox(this)), m_copy(new QPushButton(tr("Copy as &YAML"), this)), m_view(new QTreeView(this)),
      m_documentation(new QLabel(this)), m_missing(new QLabel(this)), m_model(new ConfigModel(this)),
      m_filter(new ConfigFilter(this)) {
    m_filter->setSourceModel(m_model);
    m_copy->setIcon(theme.icon(QStringLiteral("copy")));
    m_text->addAction(theme.icon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    makeView(theme);
    m_documentation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_documentation->setWordWrap(true);
    m_documentation->setContentsMargins(16, 8, 16, 8);
    m_documentation->setMinimumHeight(64);
    m_documentation->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_missing->setAlignment(Qt::AlignCenter);
    m_missing->setWordWrap(true);
    m_missing->setTextFormat(Qt::PlainText);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(makeBar());
    layout->addWidget(m_view, 1);
    layout->addWidget(m_missing, 1);
    layout->addWidget(m_documentation);

    connect(m_header, &PageHeader::linkActivated, this, &ArchitecturePage::linkActivated);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text);
        m_view->expandAll();
    });
    connect(m_show, &QComboBox::activated, this, [this](int index) {
        m_filter->setShow(static_cast<ConfigFilter::Show>(index));
        m_view->expandAll();
    });
    connect(m_other, &QComboBox::activated, this, [this] { compareWith(m_other->currentText()); });
    connect(m_copy, &QPushButton::clicked, this, &ArchitecturePage::copyAsYaml);
    fill();
}

Location ArchitecturePage::location() const { return Location::ofArchitecture(m_family, m_architecture); }

void ArchitecturePage::setRegistry(std::shared_ptr<const RegistrySnapshot> registry) {
    if (registry == m_registry) {
        return;
    }
    m_registry = std::move(registry);
    fill();
}

QLayout* ArchitecturePage::makeBar() {
    m_text->setPlaceholderText(tr("Filter fields"));
    m_text->setClearButtonEnabled(true);
    m_text->setAccessibleName(tr("Filter fields"));
    m_text->setMinimumWidth(90);
    m_text->setMaximumWidth(220);
    for (QComboBox* box : {m_show, m_other}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(leastBoxCharacters);
        box->setMaximumWidth(220);
    }
    m_show->setAccessibleName(tr("Fields shown"));
    m_other->setAccessibleName(tr("Architecture to compare with"));
    m_show->addItems({QString(), QString(), QString()});
    auto* showLabel = new QLabel(tr("&Show"), this);
    showLabel->setBuddy(m_show);
    auto* otherLabel = new QLabel(tr("Compare &with"), this);
    otherLabel->setBuddy(m_other);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->setSpacing(8);
    bar->addWidget(m_text, 1);
    bar->addWidget(showLabel);
    bar->addWidget(m_show, 1);
    bar->addWidget(otherLabel);
    bar->addWidget(m_other, 1);
    bar->addStretch(0);
    bar->addWidget(m_copy);
    return bar;
}

void ArchitecturePage::makeView(const Theme& theme) {
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new ConfigDelegate(theme, m_view));
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Fields of the architecture's config"));
    m_view->header()->setStretchLastSection(true);
    m_view->header()->setSectionsMovable(false);
    m_view->header()->setTextElideMode(Qt::ElideRight);
    m_view->viewport()->installEventFilter(this);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ArchitecturePage::showDocumentation);
}

void ArchitecturePage::fill() {
    const std::string familyName = m_family.toStdString();
    const FamilyRecord* family = m_registry->find_family(FamilyKind::model, familyName);
    const ArchitectureRecord* architecture =
        family == nullptr ? nullptr : m_registry->find_architecture(*family, m_architecture.toStdString());
    const bool known = architecture != nullptr;
    const bool hasConfig = known && architecture->config;
    m_view->setVisible(hasConfig);
    m_documentation->setVisible(hasConfig);
    m_missing->setVisible(!hasConfig);
    m_copy->setEnabled(hasConfig);
    m_own.clear();
    m_defaults.clear();
    m_other->clear();
    if (!known) {
        m_header->setText(m_architecture, {}, {});
        m_missing->setText(tr("%1 is no architecture of %2 in this registry.").arg(m_architecture, m_family));
        m_model->setConfigs({}, {}, {}, {});
        return;
    }
    fillHeader(*family);
    if (!hasConfig) {
        m_missing->setText(architecture->config_error
                               ? tr("Its config cannot be made. fairseq2 says: %1")
                                     .arg(QString::fromStdString(architecture->config_error->message))
                               : tr("Its config is not recorded."));
    }
    m_own = configOf(*m_registry, *family, architecture->config);
    m_defaults = configOf(*m_registry, *family, family->default_config);
    const std::vector<NearArchitecture> near = closestArchitectures(*m_registry, *family, m_architecture);
    for (const ArchitectureRecord* other : m_registry->architectures_of(*family)) {
        if (other != architecture) {
            m_other->addItem(QString::fromStdString(other->name));
        }
    }
    m_other->setEnabled(m_other->count() > 0);
    if (!near.empty()) {
        m_other->setCurrentText(near.front().name);
    }
    compareWith(m_other->currentText());
}

void ArchitecturePage::fillHeader(const FamilyRecord& family) {
    QStringList lines;
    if (family.config_class) {
        lines << tr("Config %1").arg(className(QString::fromStdString(*family.config_class)));
    }
    const QString capabilities = capabilitiesText(family);
    lines << tr("Model <b>%1</b>").arg(shortClassName(family.class_name).toHtmlEscaped()) +
                 (capabilities.isEmpty() ? QString() : tr(" &nbsp; Can <b>%1</b>").arg(capabilities.toHtmlEscaped()));
    const Location familyPage = Location::ofFamily(FamilyKind::model, m_family);
    m_header->setText(m_architecture, tr("architecture of %1").arg(linkTo(familyPage, m_family)), lines);
}

void ArchitecturePage::compareWith(const QString& other) {
    std::vector<ConfigNode> otherConfig;
    const FamilyRecord* family = m_registry->find_family(FamilyKind::model, m_family.toStdString());
    if (family != nullptr && !other.isEmpty()) {
        if (const auto* record = m_registry->find_architecture(*family, other.toStdString())) {
            otherConfig = configOf(*m_registry, *family, record->config);
        }
    }
    m_model->setConfigs(m_own, m_defaults, otherConfig, other);
    m_view->setColumnHidden(ConfigModel::Other, other.isEmpty());
    m_view->expandAll();
    updateShowTexts();
    fitColumns();
    m_view->setCurrentIndex(m_filter->index(0, 0));
    showDocumentation();
}

// All columns are seen where that can be: the widest values give way first, the headings with their counts last.
void ArchitecturePage::fitColumns() {
    std::array<int, ConfigModel::Type + 1> widths{};
    const QAbstractItemView& view = *m_view;
    for (int column = 0; column <= ConfigModel::Type; ++column)
        if (!m_view->isColumnHidden(column))
            widths[static_cast<std::size_t>(column)] =
                std::clamp(std::max(view.sizeHintForColumn(column), m_view->header()->sectionSizeHint(column)) + 12,
                           leastColumn, widestColumn);
    int over = std::accumulate(widths.begin(), widths.end(), 0) - m_view->viewport()->width();
    std::array<int, ConfigModel::Type + 1> least{};
    for (int column = 0; column <= ConfigModel::Type; ++column)
        least[static_cast<std::size_t>(column)] = std::max(leastColumn, m_view->header()->sectionSizeHint(column));
    for (bool headingsToo : {false, true})
        while (over > 0) {
            const auto room = [&](std::size_t column) {
                return widths[column] - (headingsToo ? leastColumn : least[column]);
            };
            std::size_t widest = ConfigModel::Value;
            for (std::size_t column = widest; column < widths.size(); ++column)
                if (room(column) > 0 && (room(widest) <= 0 || widths[column] > widths[widest]))
                    widest = column;
            if (room(widest) <= 0)
                break;
            --widths[widest];
            --over;
        }
    for (int column = 0; column <= ConfigModel::Type; ++column)
        m_view->setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
}

bool ArchitecturePage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void ArchitecturePage::updateShowTexts() {
    m_show->setItemText(0, tr("All %n field(s)", nullptr, m_model->valueCount()));
    m_show->setItemText(1, tr("Differs from class default"));
    m_show->setItemText(2, m_other->currentText().isEmpty() ? tr("Differs from another")
                                                            : tr("Differs from %1").arg(m_other->currentText()));
}

void ArchitecturePage::showDocumentation() {
    const QModelIndex index = m_view->currentIndex().siblingAtColumn(ConfigModel::Field);
    if (!index.isValid()) {
        m_documentation->clear();
        return;
    }
    QString head = QStringLiteral("<b>%1</b> &nbsp;%2")
                       .arg(code(index.data().toString()),
                            index.siblingAtColumn(ConfigModel::Type).data().toString().toHtmlEscaped());
    const QString byDefault = index.data(ConfigModel::DefaultTextRole).toString();
    if (!byDefault.isEmpty()) {
        head += tr(", default %1").arg(byDefault.toHtmlEscaped());
    }
    const QString documentation = index.data(ConfigModel::DocumentationRole).toString();
    m_documentation->setText(
        head + QStringLiteral("<br>") +
        (documentation.isEmpty() ? tr("Its class says nothing about it.") : documentationHtml(documentation)));
}

void ArchitecturePage::copyAsYaml() {
    QString text = QStringLiteral("model_config_overrides:\n");
    text += QString::fromStdString(config_yaml(m_own, 2));
    QGuiApplication::clipboard()->setText(text);
}

} // namespace fairlead::ui
