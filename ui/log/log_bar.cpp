// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_bar.h"

#include "ui/detail/elided_label.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace fairlead::ui {

namespace {

QComboBox* makeCombo(QWidget* parent, const QString& name, int characters) {
    auto* combo = new QComboBox(parent);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
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
      m_text(new QLineEdit(this)), m_expression(new QToolButton(this)), m_follow(new QCheckBox(tr("Fo&llow"), this)),
      m_unfold(new QPushButton(this)) {
    m_level->addItem(tr("All levels"), static_cast<int>(LogLevel::Debug));
    m_level->addItem(tr("Info and above"), static_cast<int>(LogLevel::Info));
    m_level->addItem(tr("Warnings and errors"), static_cast<int>(LogLevel::Warning));
    m_level->addItem(tr("Errors"), static_cast<int>(LogLevel::Error));
    m_level->setCurrentIndex(1);
    setOrigins({});
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(70);
    m_text->setMaximumWidth(260);
    m_text->setAccessibleName(tr("Text that shown records hold"));
    m_text->setProperty("small", true);
    m_text->installEventFilter(this);
    m_expression->setText(QStringLiteral(".*"));
    m_expression->setCheckable(true);
    m_expression->setToolTip(tr("Take the text as a regular expression"));
    m_expression->setAccessibleName(tr("Regular expression"));
    m_expression->setProperty("small", true);
    m_expression->setFocusPolicy(Qt::StrongFocus);
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Keep the newest record in sight"));
    m_unfold->setProperty("small", true);
    setAllUnfolded(false);
    m_yielding = {m_unfold, m_origin, m_fault};
    m_fault->setAlignment(Qt::AlignRight);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 4, 2);
    layout->setSpacing(6);
    layout->addWidget(m_fault, 1);
    layout->addWidget(m_level);
    layout->addWidget(m_origin);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_expression);
    layout->addWidget(m_follow);
    layout->addWidget(m_unfold);
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogBar::wishChanged);
    connect(m_origin, &QComboBox::activated, this, &LogBar::wishChanged);
    connect(m_text, &QLineEdit::textChanged, this, &LogBar::wishChanged);
    connect(m_expression, &QToolButton::toggled, this, &LogBar::wishChanged);
    connect(m_follow, &QCheckBox::toggled, this, &LogBar::followingChanged);
    connect(m_unfold, &QPushButton::clicked, this, [this] { emit unfoldAllWanted(!m_allUnfolded); });
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
    m_unfold->setToolTip(unfolded ? tr("Shows one line of each record") : tr("Shows every record with its trace"));
}

void LogBar::addAct(QAction* action) {
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setProperty("small", true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text().remove(u'&'));
    const bool hasIcon = !action->icon().isNull();
    button->setToolButtonStyle(hasIcon ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextOnly);
    button->setAutoRaise(hasIcon);
    layout()->addWidget(button);
    m_yielding.prepend(button);
    makeRoom();
}

QSize LogBar::minimumSizeHint() const {
    int width = 0;
    for (const QWidget* control : {static_cast<QWidget*>(m_level), static_cast<QWidget*>(m_text),
                                   static_cast<QWidget*>(m_expression), static_cast<QWidget*>(m_follow)})
        width += std::max(control->minimumWidth(), control == m_text ? 0 : control->minimumSizeHint().width()) +
                 layout()->spacing();
    return {width + 2 * layout()->contentsMargins().left(), QWidget::minimumSizeHint().height()};
}

void LogBar::makeRoom() {
    for (QWidget* control : m_yielding)
        control->show();
    for (QWidget* control : m_yielding) {
        if (layout()->totalMinimumSize().width() <= width())
            return;
        control->hide();
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
