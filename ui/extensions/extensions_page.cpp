// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/extensions/extensions_page.h"

#include "ui/extensions/extension_facts.h"
#include "ui/extensions/extension_words.h"
#include "ui/extensions/extensions_delegate.h"
#include "ui/extensions/extensions_head.h"
#include "ui/extensions/extensions_model.h"
#include "ui/extensions/table_columns.h"
#include "ui/extensions/trace_model.h"
#include "ui/extensions/trace_view.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace fairlead::ui {

namespace {

constexpr int tableRow = 24;
constexpr int shownRows = 8;
constexpr int factsWidth = 360;

QVBoxLayout* column(QWidget* parent = nullptr) {
    auto* layout = new QVBoxLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

} // namespace

ExtensionsPage::ExtensionsPage(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_model(new ExtensionsModel(this)), m_head(new ExtensionsHead(theme)),
      m_table(new QTableView), m_title(new QLabel), m_copy(new QPushButton(tr("&Copy trace"))),
      m_switch(new QPushButton), m_noTrace(new QLabel), m_trace(new TraceView(theme)),
      m_facts(new ExtensionFacts(theme)), m_empty(new QLabel), m_stack(new QStackedLayout) {
    auto* whole = new QSplitter(Qt::Vertical);
    whole->addWidget(makeTable(theme));
    whole->addWidget(makeDetail(theme));
    whole->setStretchFactor(1, 1);
    whole->setChildrenCollapsible(false);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_stack->addWidget(whole);
    m_stack->addWidget(m_empty);
    auto* layout = column(this);
    layout->addWidget(m_head);
    layout->addLayout(m_stack, 1);
    setFocusProxy(m_table);

    m_table->viewport()->installEventFilter(this);
    connect(whole, &QSplitter::splitterMoved, this, [this] { m_isTooLow = false; });
    connect(m_table->verticalScrollBar(), &QAbstractSlider::actionTriggered, this, [this] { m_isScrolled = true; });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_isFilling)
            m_wanted = chosen();
        fillDetail();
        emit chosenChanged();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_isUnfit = true; });
    connect(m_table, &QWidget::customContextMenuRequested, this, &ExtensionsPage::showMenu);
    connect(m_head, &ExtensionsHead::runWanted, this, &ExtensionsPage::runWanted);
    connect(m_head, &ExtensionsHead::cancelWanted, this, &ExtensionsPage::cancelWanted);
    connect(m_copy, &QPushButton::clicked, this, &ExtensionsPage::copyTrace);
    connect(m_switch, &QPushButton::clicked, this, [this] {
        if (const ExtensionReport* report = chosenReport()) {
            m_wanted = chosen(); // what it is then is said of it, not of the next that fails
            emit enabledWanted(chosen(), report->outcome == ExtensionOutcome::off);
        }
    });
    connect(m_trace, &TraceView::placeActivated, this, &ExtensionsPage::placeActivated);
    connect(m_facts, &ExtensionFacts::placeActivated, this, &ExtensionsPage::placeActivated);
    connect(m_facts, &ExtensionFacts::linkActivated, this, &ExtensionsPage::linkActivated);
    connect(&theme, &Theme::changed, this, [this] {
        m_facts->forget(); // its colours are others
        fillDetail();
    });
    setState({});
}

QWidget* ExtensionsPage::makeTable(const Theme& theme) {
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ExtensionsDelegate(theme, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Extensions in the order of loading"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(std::max(tableRow, fontMetrics().height() + 6));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setMinimumHeight(3 * tableRow);
    return m_table;
}

QWidget* ExtensionsPage::makeDetail(const Theme& theme) {
    m_title->setTextFormat(Qt::RichText);
    m_title->setMinimumWidth(1);
    m_noTrace->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_noTrace->setContentsMargins(12, 8, 12, 8);
    m_noTrace->setWordWrap(true);
    m_noTrace->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_noTrace->setBackgroundRole(QPalette::Base);
    m_noTrace->setAutoFillBackground(true);
    m_copy->setIcon(theme.icon(QStringLiteral("copy")));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 4, 8, 4);
    bar->setSpacing(8);
    bar->addWidget(m_title, 1);
    bar->addWidget(m_copy);
    bar->addWidget(m_switch);
    auto* left = new QWidget;
    auto* layout = column(left);
    layout->addLayout(bar);
    layout->addWidget(m_noTrace, 1);
    layout->addWidget(m_trace, 1);
    auto* detail = new QSplitter(Qt::Horizontal);
    detail->addWidget(left);
    detail->addWidget(m_facts);
    detail->setChildrenCollapsible(false);
    detail->setStretchFactor(0, 1);
    detail->setSizes({2 * factsWidth, factsWidth});
    return detail;
}

void ExtensionsPage::setState(ExtensionsState state) {
    const QScopedValueRollback filling(m_isFilling, true);
    m_isUnfit = m_isUnfit || (m_state.running && !state.running);
    m_state = std::move(state);
    m_model->setExtensions(m_state.extensions, m_state.traced);
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    m_empty->setText(m_state.running ? tr("Looking for extensions…")
                     : m_state.recorded
                         ? tr("The bundled registry is a recording: no extension is loaded in it.\n\nNative extensions "
                              "are those of this machine. They are loaded in a process of their own, where their "
                              "code runs.")
                     : !m_state.failure.isEmpty()
                         ? tr("Nothing is known of the extensions of this environment.")
                         : tr("No extensions in this environment.\n\nA manifest with the table "
                              "[project.entry-points.\"fairseq2.extension\"] makes a library an extension: put its "
                              "folder on FAIRLEAD_EXTENSION_PATH, or into ~/.local/share/fairlead/extensions."));
    // While rows stay, so do their columns and the height that the person gave them, if what an extension has come to
    // can be read.
    const bool isNew = std::exchange(m_isUnfit, false);
    if (isNew) {
        fitColumns();
        fitHeight();
    } else if (m_state.running && isStateCut()) {
        fitColumns();
    }
    int row = m_wanted.isEmpty() ? -1 : m_model->rowOf(m_wanted); // it may be still to come
    if (row < 0)
        row = std::max(m_model->firstFailure(), 0);
    m_table->selectRow(row);
    if (isNew)
        m_isScrolled = false;
    scrollToChosen();
    m_head->setState(m_state);
    fillDetail();
}

// As far down as it must be, until the person has put the rows where they want them.
void ExtensionsPage::scrollToChosen() {
    if (m_isScrolled || !m_wanted.isEmpty())
        return;
    m_table->scrollToTop();
    m_table->scrollTo(m_table->currentIndex());
}

bool ExtensionsPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        scrollToChosen(); // there may be room for more than before
    return QWidget::eventFilter(watched, event);
}

void ExtensionsPage::choose(const QString& name) {
    if (const int row = m_model->rowOf(name); row >= 0) {
        m_wanted = name;
        m_table->selectRow(row);
    }
}

QString ExtensionsPage::chosen() const {
    const ExtensionReport* report = chosenReport();
    return report != nullptr ? QString::fromStdString(report->name) : QString();
}

const ExtensionReport* ExtensionsPage::chosenReport() const {
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_model->extensions()[static_cast<std::size_t>(index.row())] : nullptr;
}

bool ExtensionsPage::isStateCut() const {
    const QAbstractItemView& view = *m_table; // where the hint is public
    return view.sizeHintForColumn(ExtensionsModel::State) > m_table->columnWidth(ExtensionsModel::State);
}

void ExtensionsPage::fitColumns() {
    if (m_model->rowCount() == 0)
        return;
    constexpr int widest = 260;
    constexpr int narrowest = 110;
    constexpr std::array yielding = {int(ExtensionsModel::Registered), int(ExtensionsModel::EntryPoint),
                                     int(ExtensionsModel::Package), int(ExtensionsModel::Name)};
    ui::fitColumns(*m_table, widest, yielding, narrowest);
}

void ExtensionsPage::fitHeight() {
    if (m_model->rowCount() == 0)
        return;
    const int rows = std::min(m_model->rowCount(), shownRows);
    m_table->setMaximumHeight(QWIDGETSIZE_MAX);
    if (auto* splitter = qobject_cast<QSplitter*>(m_table->parentWidget())) {
        const int wanted = m_table->horizontalHeader()->sizeHint().height() +
                           rows * m_table->verticalHeader()->defaultSectionSize() + 2;
        m_isTooLow = splitter->height() <= 2 * wanted;
        if (!m_isTooLow)
            splitter->setSizes({wanted, splitter->height() - wanted});
    }
}

void ExtensionsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_isTooLow)
        fitHeight();
}

void ExtensionsPage::fillDetail() {
    const ExtensionReport* report = chosenReport();
    const ExtensionReport none;
    const ExtensionReport& extension = report != nullptr ? *report : none;
    const QString name = QString::fromStdString(extension.name).toHtmlEscaped();
    const bool failed = is_failure(extension.outcome);
    const bool hasTrace = !extension.errors.empty();
    const QString about = QStringLiteral(" &nbsp;<span style=\"color:%1\">%2</span>")
                              .arg(m_theme.colours().secondaryText.name(),
                                   hasTrace ? tr("root cause first") : stateText(extension).toHtmlEscaped());
    m_title->setText(QStringLiteral("<b>%1</b>%2").arg(failed ? tr("Why %1 failed").arg(name) : name, about));
    m_copy->setVisible(hasTrace);
    m_switch->setText(extension.outcome == ExtensionOutcome::off ? tr("Switch &on") : tr("Switch &off"));
    m_switch->setEnabled(report != nullptr && !m_state.running);
    m_trace->setVisible(hasTrace);
    m_trace->setExtension(extension);
    m_noTrace->setVisible(!hasTrace);
    m_noTrace->setText(noTraceText(extension));
    m_facts->setExtension(extension, m_state.traced);
}

void ExtensionsPage::copyTrace() const {
    if (const ExtensionReport* report = chosenReport())
        QGuiApplication::clipboard()->setText(traceText(*report));
}

void ExtensionsPage::showMenu(const QPoint& position) {
    const ExtensionReport* report = chosenReport();
    if (report == nullptr)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isOff = report->outcome == ExtensionOutcome::off;
    menu->addAction(isOff ? tr("Switch &On") : tr("Switch &Off"), m_switch, &QPushButton::click)
        ->setEnabled(m_switch->isEnabled());
    menu->addAction(tr("&Run Again"), this, &ExtensionsPage::runWanted)->setEnabled(!m_state.running);
    menu->addSeparator();
    const QString manifest = QString::fromStdString(report->manifest);
    menu->addAction(tr("Open &Manifest"), this,
                    [this, manifest, line = report->line] { emit placeActivated(manifest, line); });
    QAction* copy = menu->addAction(tr("&Copy Trace"), this, &ExtensionsPage::copyTrace);
    copy->setEnabled(!report->errors.empty());
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

} // namespace fairlead::ui
