// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resolved/resolved_panel.h"

#include "ui/buffers/buffer_store.h"
#include "ui/detail/notice_bar.h"
#include "ui/navigation/navigator.h"
#include "ui/resolved/config_section.h"
#include "ui/resolved/link_tree_view.h"
#include "ui/resolved/resolved_model.h"
#include "ui/text/shortened.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int refreshMilliseconds = 60; // from an edit to the table
constexpr qsizetype longestName = 120;
constexpr qsizetype longestNotice = 600;
constexpr std::size_t longestChain = 16; // cards named above the table

} // namespace

ResolvedPanel::ResolvedPanel(BufferStore& buffers, Navigator& navigator, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_workspace(buffers.workspace()), m_navigator(navigator), m_theme(theme), m_overrides(buffers),
      m_model(new ResolvedModel(this)), m_view(new LinkTreeView(ResolvedModel::FromColumn, theme, this)),
      m_environment(new QComboBox(this)), m_chain(new QLabel(this)), m_footer(new QLabel(this)),
      m_notice(new NoticeBar(NoticeBar::Kind::Error, theme, this)),
      m_config(new ConfigSection(m_overrides, navigator, theme, this)) {
    build();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &ResolvedPanel::refresh);
    connect(&m_workspace, &Workspace::loaded, this, [this] {
        m_configs.reset(); // they go by variables, which may be others now
        refreshSoon();
    });
    connect(&m_workspace, &Workspace::edited, this, &ResolvedPanel::refreshSoon);
    connect(&theme, &Theme::changed, this, &ResolvedPanel::showChain);
    connect(m_environment, &QComboBox::activated, this, &ResolvedPanel::refresh);
    connect(m_chain, &QLabel::linkActivated, this, [this](const QString& link) {
        const std::size_t number = link.toULong();
        if (number < m_shown.chain.size())
            m_navigator.go(m_shown.chain[number].place);
    });
    connect(m_view, &LinkTreeView::linkFollowed, this, &ResolvedPanel::activate);
    connect(m_view, &LinkTreeView::widthChanged, this, &ResolvedPanel::fitColumns);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &ResolvedPanel::keepUnfolded);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { unfoldAgain({}, {}); });
    refresh();
}

void ResolvedPanel::build() {
    auto* label = new QLabel(tr("As seen by"), this);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(m_environment);
    m_environment->setAccessibleName(tr("Environment"));
    m_environment->setToolTip(tr("The environments whose overlays fairseq2 looks for, the first before the others"));
    m_environment->setProperty("small", true);
    m_environment->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->setSpacing(8);
    bar->addWidget(label);
    bar->addWidget(m_environment);
    bar->addStretch(1);
    m_chain->setTextFormat(Qt::RichText);
    m_chain->setWordWrap(true);
    m_chain->setContentsMargins(8, 4, 8, 4);
    m_chain->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_chain->setAccessibleName(tr("Chain of cards"));
    m_chain->setFont(Theme::secondaryFont(font()));
    m_footer->setContentsMargins(8, 4, 8, 4);
    m_footer->setForegroundRole(QPalette::PlaceholderText);
    m_footer->setWordWrap(true);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Resolved fields"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_chain);
    layout->addWidget(m_notice);
    layout->addWidget(m_view);
    layout->addWidget(m_footer);
    layout->addWidget(m_config);
    setFocusProxy(m_view);
}

void ResolvedPanel::setCard(std::optional<CardRef> card) {
    m_card = card;
    refreshSoon();
}

bool ResolvedPanel::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        m_config->setRoom(size());
        shareHeight();
    }
    return QWidget::event(event);
}

// The fields and the config get of the height what they need, or where it is not enough, each its part.
void ResolvedPanel::shareHeight() {
    auto* box = qobject_cast<QVBoxLayout*>(layout());
    box->setStretch(box->indexOf(m_view), std::max(m_view->heightOfRows(), 1));
    box->setStretch(box->indexOf(m_config), std::max(m_config->wantedHeight(width()), 1));
}

QString ResolvedPanel::title() const {
    return m_shown.title.isEmpty() ? tr("Resolved") : tr("Resolved: %1").arg(shortened(m_shown.title, longestName));
}

void ResolvedPanel::refreshSoon() {
    if (!m_refresh.isActive())
        m_refresh.start();
}

void ResolvedPanel::refresh() {
    m_refresh.stop();
    const CheckSession* session = m_workspace.session();
    showEnvironments();
    ResolvedView now;
    if (session != nullptr && m_card && m_card->file < session->catalog().files().size() &&
        m_card->document < session->catalog().file(m_card->file).cards.size())
        now = resolvedView(*session, *m_card, m_environment->currentData().toString());
    else
        now.words = tr("Put the cursor into a card to see what fairseq2 makes of it.");
    showConfig(session);
    if (now == m_shown && !m_lastTitle.isNull())
        return;
    m_shown = std::move(now);
    showChain();
    showNotice();
    m_model->setFields(m_shown.fields);
    fitColumns();
    shareHeight();
    if (const QString text = title(); std::exchange(m_lastTitle, text) != text)
        emit titleChanged(text);
}

void ResolvedPanel::showConfig(const CheckSession* session) {
    const bool isCard = session != nullptr && session->registry() && m_card &&
                        m_card->file < session->catalog().files().size() &&
                        m_card->document < session->catalog().file(m_card->file).cards.size();
    if (!isCard) {
        m_overrides.setCard({}, {}, {});
        m_config->setViews({});
        return;
    }
    if (!m_configs || &m_configs->registry() != session->registry().get())
        m_configs = std::make_shared<CardConfigs>(session->registry(), m_workspace.variable());
    const QString environment = m_environment->currentData().toString();
    m_overrides.setCard(m_card, m_configs, environment);
    m_config->setViews(configViews(*session, *m_configs, *m_card, environment));
}

void ResolvedPanel::showEnvironments() {
    QStringList names{QString()};
    if (m_workspace.session() != nullptr)
        for (const std::string& name : m_workspace.session()->catalog().environments())
            if (name != "user")
                names.append(QString::fromStdString(name));
    QStringList present;
    for (int i = 0; i < m_environment->count(); ++i)
        present.append(m_environment->itemData(i).toString());
    if (names == present)
        return;
    const QString chosen = m_environment->currentData().toString();
    m_environment->clear();
    for (const QString& name : std::as_const(names))
        m_environment->addItem(
            name.isEmpty() ? QStringLiteral("@user") : tr("@user, @%1").arg(shortened(name, longestName)), name);
    m_environment->setCurrentIndex(std::max(m_environment->findData(chosen), 0));
}

void ResolvedPanel::showChain() {
    QStringList parts;
    const QString link = m_theme.colours().link.name();
    for (std::size_t i = 0; i < m_shown.chain.size() && i < longestChain; ++i) {
        const QString title = shortened(m_shown.chain[i].title, longestName).toHtmlEscaped();
        parts.append(m_shown.chain[i].isOwn
                         ? QStringLiteral("<b>%1</b>").arg(title)
                         : QStringLiteral("<a href='%1' style='color:%2;text-decoration:none'>%3</a>")
                               .arg(QString::number(i), link, title));
    }
    if (m_shown.chain.size() > longestChain)
        parts.append(tr("%n more", nullptr, static_cast<int>(m_shown.chain.size() - longestChain)));
    m_chain->setText(parts.join(QStringLiteral(" → ")));
    m_chain->setVisible(!parts.isEmpty());
}

void ResolvedPanel::showNotice() {
    const bool wrong = !m_shown.words.isEmpty() && !m_shown.title.isEmpty();
    QString text = wrong ? m_shown.words : QString();
    if (wrong && !m_shown.fairseq2Says.isEmpty())
        text += QLatin1Char('\n') + tr("fairseq2 says: %1").arg(m_shown.fairseq2Says);
    m_notice->say(shortened(text, longestNotice));
    const int fields = static_cast<int>(m_shown.fields.size());
    const int cards = static_cast<int>(m_shown.chain.size());
    if (m_shown.moreFields > 0)
        m_footer->setText(tr("The first %1 of %2 fields are shown.").arg(fields).arg(fields + m_shown.moreFields));
    else if (fields > 0)
        m_footer->setText(tr("%n field(s)", nullptr, fields) + tr(" of %n card(s).", nullptr, cards));
    else
        m_footer->setText(wrong ? QString() : m_shown.words);
}

void ResolvedPanel::fitColumns() {
    const int width = m_view->viewport()->width();
    const QAbstractItemView& view = *m_view;
    const int field = std::clamp(view.sizeHintForColumn(ResolvedModel::FieldColumn) + 4, width / 4, width * 37 / 100);
    const int from = std::clamp(view.sizeHintForColumn(ResolvedModel::FromColumn) + 8, width * 3 / 10, width / 3);
    m_view->header()->resizeSection(ResolvedModel::FieldColumn, field);
    m_view->header()->resizeSection(ResolvedModel::FromColumn, from);
    m_view->header()->resizeSection(ResolvedModel::ValueColumn, width - field - from);
}

namespace {

QString pathOf(const QModelIndex& index) {
    const QString name = index.siblingAtColumn(0).data().toString();
    return index.parent().isValid() ? pathOf(index.parent()) + QLatin1Char('\n') + name : name;
}

} // namespace

void ResolvedPanel::keepUnfolded() {
    const auto walk = [this](const auto& self, const QModelIndex& parent) -> void {
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            if (!m_model->hasChildren(index))
                continue;
            if (m_view->isExpanded(index))
                m_unfolded.insert(pathOf(index));
            else
                m_unfolded.remove(pathOf(index));
            self(self, index);
        }
    };
    walk(walk, {});
}

void ResolvedPanel::unfoldAgain(const QModelIndex& parent, const QString& above) {
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        const QString path =
            above.isEmpty() ? index.data().toString() : above + QLatin1Char('\n') + index.data().toString();
        if (m_unfolded.contains(path))
            m_view->expand(index);
        if (m_model->hasChildren(index))
            unfoldAgain(index, path);
    }
}

void ResolvedPanel::activate(const QModelIndex& index) {
    if (const ResolvedNode* node = m_model->nodeAt(index))
        m_navigator.go(node->place);
}

} // namespace fairlead::ui
