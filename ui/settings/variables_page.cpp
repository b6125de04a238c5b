// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/variables_page.h"

#include "ui/settings/settings.h"
#include "ui/settings/variables_delegate.h"
#include "ui/settings/variables_model.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QTableView>
#include <QUrl>

#include <algorithm>
#include <chrono>

namespace fairlead::ui {

namespace {

constexpr auto restTime = std::chrono::milliseconds(300);

/// An icon, a sentence, perhaps a link.
class MeaningCell : public QWidget {
public:
    MeaningCell() : m_icon(new QLabel(this)), m_text(new QLabel(this)) {
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(8, 2, 8, 3);
        layout->setSpacing(6);
        layout->addWidget(m_icon);
        layout->addWidget(m_text, 1);
        m_text->setWordWrap(true);
        m_text->setTextFormat(Qt::RichText);
        m_text->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    }
    void say(const VariableWords& words, const Theme& theme) {
        m_icon->setPixmap(theme.icon(words.icon).pixmap(QSize(16, 16), devicePixelRatioF()));
        QString text = words.text.toHtmlEscaped();
        if (!words.linkText.isEmpty())
            text += QStringLiteral(" <a href=\"#\">%1</a>").arg(words.linkText.toHtmlEscaped());
        if (text != m_text->text())
            m_text->setText(text);
        m_text->setAccessibleName(words.text);
    }
    [[nodiscard]] QLabel* text() const { return m_text; }

private:
    QLabel* m_icon;
    QLabel* m_text;
};

} // namespace

VariablesPage::VariablesPage(const Settings& settings, std::shared_ptr<const RegistrySnapshot> registry,
                             const Theme& theme, QWidget* parent)
    : SettingsPage(tr("Tracing and variables"), QStringLiteral("log"), parent), m_settings(settings), m_theme(theme),
      m_looks(std::move(registry)), m_model(new VariablesModel(settings.shell(), m_looks, this)),
      m_view(new QTableView(this)), m_tracing(new QCheckBox(tr("Trace extensions"), this)),
      m_all(new QCheckBox(tr("Also XDG_*, RANK…, CUDA_*, HF_*"), this)), m_detail(new QLabel(this)) {
    makeTracing();
    makeTable();
    m_soon.setSingleShot(true);
    m_soon.setInterval(restTime);
    connect(&m_soon, &QTimer::timeout, this, &VariablesPage::look);
    connect(&m_looks, &DirectoryLooks::changed, m_model, &VariablesModel::updateMeanings);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &VariablesPage::updateMeanings);
    connect(m_model, &QAbstractItemModel::modelReset, this, &VariablesPage::openEditors);
    connect(m_model, &VariablesModel::edited, this, [this] {
        openEditors();
        m_soon.start();
        emit edited();
    });
    connect(m_tracing, &QCheckBox::toggled, this, [this](bool on) {
        if (m_showing)
            return;
        m_wish = on;
        m_model->setTracing(on);
        emit edited();
    });
    connect(m_all, &QCheckBox::toggled, m_model, &VariablesModel::setAll);
    connect(&theme, &Theme::changed, this, &VariablesPage::updateMeanings);
}

void VariablesPage::makeTracing() {
    body()->addWidget(makeHeading(tr("Extension tracing"), tr("failing extensions show their whole trace in the log")));
    auto* box = new QFrame(this);
    box->setFrameShape(QFrame::StyledPanel);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(m_tracing);
    auto* presence = new QLabel(
        tr("fairseq2 asks only whether <code>FAIRSEQ2_EXTENSION_TRACE</code> is there, not what it says: "
           "<code>0</code>, "
           "<code>false</code> and an empty value switch tracing on too. So Fairlead sets the variable for on, and "
           "removes it for off. With tracing on, fairseq2 itself stops at the first failing extension; Fairlead goes "
           "on "
           "and shows all."),
        box);
    presence->setWordWrap(true);
    presence->setIndent(20);
    layout->addWidget(presence);
    body()->addWidget(box);
}

void VariablesPage::makeTable() {
    auto* row = new QHBoxLayout;
    row->addWidget(makeHeading(tr("Variables of fairseq2"), tr("for what Fairlead loads; your shell is not changed")),
                   1);
    row->addWidget(m_all);
    body()->addLayout(row);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new VariablesDelegate(m_theme, m_view));
    m_view->setAccessibleName(tr("Variables of fairseq2"));
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setFocusPolicy(Qt::NoFocus); // the editors in it have the focus
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setMinimumHeight(180);
    m_view->setWordWrap(true);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = m_view->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    const QFontMetrics metrics(Theme::fixedFont());
    m_view->verticalHeader()->setDefaultSectionSize(2 * metrics.height() + 12);
    m_view->setColumnWidth(VariablesModel::Name,
                           metrics.horizontalAdvance(QStringLiteral("FAIRSEQ2_EXTENSION_TRACE__")));
    m_view->setColumnWidth(VariablesModel::Shell, metrics.horizontalAdvance(QStringLiteral("/home/person/cards")));
    m_view->setColumnWidth(VariablesModel::Here, metrics.horizontalAdvance(QStringLiteral("as in shell")) + 40);
    m_view->setColumnWidth(VariablesModel::Value, metrics.horizontalAdvance(QStringLiteral("/home/person/cards/")));
    connect(header, &QHeaderView::sectionResized, this, &VariablesPage::fitRows);
    body()->addWidget(m_view, 1);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->hide();
    body()->addWidget(m_detail);
    openEditors();
}

void VariablesPage::openEditors() {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (const int column : {VariablesModel::Here, VariablesModel::Value}) {
            const QModelIndex index = m_model->index(row, column);
            const bool isEditable = m_model->flags(index).testFlag(Qt::ItemIsEditable);
            if (isEditable && !m_view->isPersistentEditorOpen(index))
                m_view->openPersistentEditor(index);
            else if (!isEditable && m_view->isPersistentEditorOpen(index))
                m_view->closePersistentEditor(index);
        }
        const QModelIndex meaning = m_model->index(row, VariablesModel::Meaning);
        if (m_view->indexWidget(meaning))
            continue;
        auto* cell = new MeaningCell;
        cell->setAutoFillBackground(true);
        cell->setBackgroundRole(QPalette::Base);
        connect(cell->text(), &QLabel::linkActivated, this, [this, row] { follow(row); });
        m_view->setIndexWidget(meaning, cell);
    }
    updateMeanings();
}

void VariablesPage::updateMeanings() {
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (auto* cell = dynamic_cast<MeaningCell*>(m_view->indexWidget(m_model->index(row, VariablesModel::Meaning))))
            cell->say(m_model->words(row), m_theme);
    fitRows();
}

// As high as what is said takes; its font is the label's.
void VariablesPage::fitRows() {
    const int width = m_view->columnWidth(VariablesModel::Meaning);
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (const QWidget* cell = m_view->indexWidget(m_model->index(row, VariablesModel::Meaning)))
            m_view->setRowHeight(row, std::max(m_view->verticalHeader()->defaultSectionSize(),
                                               cell->layout()->heightForWidth(width) + 6));
}

// The table has its width only after this.
void VariablesPage::resizeEvent(QResizeEvent* event) {
    SettingsPage::resizeEvent(event);
    QMetaObject::invokeMethod(this, &VariablesPage::fitRows, Qt::QueuedConnection);
}

// Directories may be slow, or very large: they are looked at only for who sees what is found.
void VariablesPage::look() {
    m_isLookDue = !isVisible();
    if (!m_isLookDue)
        m_looks.look(m_model->variable());
}

void VariablesPage::showEvent(QShowEvent* event) {
    SettingsPage::showEvent(event);
    if (m_isLookDue)
        look();
    QMetaObject::invokeMethod(this, &VariablesPage::fitRows, Qt::QueuedConnection);
}

void VariablesPage::follow(int row) {
    const VariableWords words = m_model->words(row);
    if (words.act == VariableWords::Act::StopCounting)
        m_looks.stopCounting();
    else if (words.act == VariableWords::Act::ShowFolder)
        QDesktopServices::openUrl(QUrl::fromLocalFile(words.detail));
    m_detail->setVisible(words.act == VariableWords::Act::ShowWhy);
    if (words.act == VariableWords::Act::ShowWhy)
        m_detail->setText(tr("%1: fairseq2 says: %2").arg(m_model->name(row), words.detail));
}

void VariablesPage::setValues(const SettingsValues& values) {
    const QScopedValueRollback showing(m_showing, true);
    m_wish = values.tracing;
    const bool traces = m_settings.traces(values);
    m_tracing->setChecked(traces);
    m_detail->hide();
    m_model->setValues(values.variables, traces);
    look();
}

void VariablesPage::takeValues(SettingsValues& values) const {
    values.tracing = m_wish;
    for (const KnownVariable& known : knownVariables()) {
        const QString name = QString::fromLatin1(known.name);
        values.setVariable(name, m_model->values().value(name));
    }
}

} // namespace fairlead::ui
