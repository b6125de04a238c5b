// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_bar.h"

#include "ui/detail/elided_label.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

#include <utility>

namespace fairlead::ui {

namespace {

constexpr int leastText = 140; // pixels: a name can be typed in sight
constexpr int widestText = 260;

QComboBox* makeCombo(QWidget* parent, const QString& name, int characters) {
    auto* combo = new QComboBox(parent);
    combo->setMinimumContentsLength(characters);
    combo->setAccessibleName(name);
    combo->setToolTip(name);
    combo->setProperty("small", true);
    return combo;
}

} // namespace

LogBar::LogBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_fault(new ElidedLabel(Qt::ElideRight, this)),
      m_level(makeCombo(this, tr("Least level shown"), 10)), m_origin(makeCombo(this, tr("Who said it"), 9)),
      m_text(new QLineEdit(this)), m_expression(new QToolButton(this)), m_follow(new QToolButton(this)),
      m_unfold(new QToolButton(this)) {
    m_level->addItem(tr("All levels"), static_cast<int>(LogLevel::Debug));
    m_level->addItem(tr("Info and above"), static_cast<int>(LogLevel::Info));
    m_level->addItem(tr("Warnings and errors"), static_cast<int>(LogLevel::Warning));
    m_level->addItem(tr("Errors"), static_cast<int>(LogLevel::Error));
    m_level->setCurrentIndex(1);
    m_level->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_origin->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setOrigins({});
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(leastText);
    m_text->setMaximumWidth(widestText);
    m_text->setAccessibleName(tr("Text that shown records hold"));
    m_text->setProperty("small", true);
    m_text->installEventFilter(this);
    m_expression->setText(QStringLiteral(".*"));
    m_expression->setCheckable(true);
    m_expression->setToolTip(tr("Take the text as a regular expression"));
    m_expression->setAccessibleName(tr("Regular expression"));
    m_expression->setProperty("small", true);
    m_expression->setFocusPolicy(Qt::StrongFocus);
    m_follow->setText(tr("Fo&llow"));
    m_follow->setIcon(theme.icon(QStringLiteral("follow")));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Follow: keep the newest record in sight"));
    setAllUnfolded(false);
    for (QToolButton* button : {m_follow, m_unfold}) {
        button->setProperty("small", true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    m_worded = {m_follow, m_unfold};
    m_yielding = {m_unfold, m_origin};
    m_fault->setAlignment(Qt::AlignRight);
    m_fault->hide();

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 4, 2);
    layout->setSpacing(6);
    layout->addStretch(1);
    layout->addWidget(m_fault, 1);
    layout->addWidget(m_level);
    layout->addWidget(m_origin);
    layout->addWidget(m_text, 1000); // the fault gets what it leaves
    layout->addWidget(m_expression);
    layout->addWidget(m_follow);
    layout->addWidget(m_unfold);
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogBar::wishChanged);
    connect(m_origin, &QComboBox::activated, this, &LogBar::wishChanged);
    connect(m_text, &QLineEdit::textChanged, this, &LogBar::wishChanged);
    connect(m_expression, &QToolButton::toggled, this, &LogBar::wishChanged);
    connect(m_follow, &QToolButton::toggled, this, &LogBar::followingChanged);
    connect(m_unfold, &QToolButton::clicked, this, [this] { emit unfoldAllWanted(!m_allUnfolded); });
    connect(&theme, &Theme::changed, this, &LogBar::applyTheme);
    applyTheme();
}

void LogBar::applyTheme() {
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, m_theme.colours().error);
    m_fault->setPalette(palette);
}

LogWish LogBar::wish() const {
    return {static_cast<LogLevel>(m_level->currentData().toInt()), m_origin->currentData().toString(), m_text->text(),
            m_expression->isChecked()};
}

void LogBar::setOrigins(const QStringList& origins) {
    const QString chosen = m_origin->currentData().toString();
    m_origin->clear();
    m_origin->addItem(tr("All origins"), QString());
    for (const QString& origin : origins)
        m_origin->addItem(origin, origin);
    m_origin->setCurrentIndex(std::max(0, m_origin->findData(chosen)));
}

void LogBar::setFault(const QString& fault) {
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_text->setProperty("faulty", !fault.isEmpty());
    m_text->setToolTip(fault);
    m_text->setAccessibleDescription(fault);
    m_text->update();
}

QString LogBar::fault() const { return m_fault->text(); }

bool LogBar::isFollowing() const { return m_follow->isChecked(); }

void LogBar::setFollowing(bool following) { m_follow->setChecked(following); }

void LogBar::setAllUnfolded(bool unfolded) {
    m_allUnfolded = unfolded;
    m_unfold->setText(unfolded ? tr("Fold all") : tr("Unfold all"));
    m_unfold->setAccessibleName(m_unfold->text());
    m_unfold->setIcon(m_theme.icon(unfolded ? QStringLiteral("fold") : QStringLiteral("unfold")));
    m_unfold->setToolTip(unfolded ? tr("Shows one line of each record") : tr("Shows every record with its trace"));
}

void LogBar::addAct(QAction* action, Words words) {
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setProperty("small", true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text().remove(u'&'));
    layout()->addWidget(button);
    if (words == Words::WhereThereIsRoom) {
        m_worded.append(button);
    } else {
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAutoRaise(true);
    }
    m_yielding.prepend(button);
    makeRoom();
}

void LogBar::setWorded(bool worded) {
    for (QToolButton* button : std::as_const(m_worded)) {
        const bool isToggle = button->isCheckable();
        button->setToolButtonStyle(!worded    ? Qt::ToolButtonIconOnly
                                   : isToggle ? Qt::ToolButtonTextBesideIcon
                                              : Qt::ToolButtonTextOnly);
        button->setAutoRaise(!worded && !isToggle);
    }
}

QSize LogBar::minimumSizeHint() const {
    int width = 0;
    for (const QWidget* control : {static_cast<QWidget*>(m_level), static_cast<QWidget*>(m_text),
                                   static_cast<QWidget*>(m_expression), static_cast<QWidget*>(m_follow)})
        width += std::max(control->minimumWidth(), control == m_text ? 0 : control->minimumSizeHint().width()) +
                 layout()->spacing();
    return {width + 2 * layout()->contentsMargins().left(), QWidget::minimumSizeHint().height()};
}

// First the words go, then acts that are in the log's context menu too, then the origin.
void LogBar::makeRoom() {
    const auto fits = [this](int more = 0) { return layout()->totalMinimumSize().width() + more <= width(); };
    for (QWidget* control : std::as_const(m_yielding))
        control->show();
    setWorded(true);
    if (fits(widestText - leastText + m_level->sizeHint().width() - m_level->minimumSizeHint().width()))
        return;
    setWorded(false);
    if (fits())
        return;
    for (QWidget* control : std::as_const(m_yielding)) {
        control->hide();
        if (fits())
            return;
    }
}

void LogBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    makeRoom();
}

bool LogBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && !m_text->text().isEmpty()) {
        m_text->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace fairlead::ui
