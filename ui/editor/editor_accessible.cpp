// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_accessible.h"

#include "ui/editor/card_editor.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>

namespace fairlead::ui {

namespace {

using Sci = QsciScintillaBase;

// QAccessible counts UTF-16 code units, Scintilla bytes.
class EditorAccessible : public QAccessibleWidget,
                         public QAccessibleTextInterface,
                         public QAccessibleEditableTextInterface {
public:
    explicit EditorAccessible(CardEditor* editor) : QAccessibleWidget(editor, QAccessible::EditableText) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface*>(this);
        if (type == QAccessible::EditableTextInterface)
            return static_cast<QAccessibleEditableTextInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QString text(QAccessible::Text which) const override {
        return which == QAccessible::Value ? QString::fromUtf8(editor().text()) : QAccessibleWidget::text(which);
    }

    QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.selectableText = true;
        state.multiLine = true;
        state.readOnly = editor().isTextReadOnly();
        state.editable = !state.readOnly;
        return state;
    }

    // Text
    int characterCount() const override { return units(editor().length()); }
    int cursorPosition() const override { return units(editor().cursor()); }
    void setCursorPosition(int position) override { editor().select({bytes(position), bytes(position)}); }
    int selectionCount() const override { return editor().hasSelection() ? 1 : 0; }
    void selection(int index, int* start, int* end) const override {
        const ByteRange range = index == 0 && editor().hasSelection() ? editor().selection() : ByteRange{};
        *start = units(range.begin);
        *end = units(range.end);
    }
    void addSelection(int start, int end) override { setSelection(0, start, end); }
    void removeSelection(int) override { setCursorPosition(cursorPosition()); }
    void setSelection(int, int start, int end) override { editor().select({bytes(start), bytes(end)}); }
    QString text(int start, int end) const override {
        return QString::fromUtf8(editor().text(bytes(start), std::max(bytes(start), bytes(end))));
    }
    void scrollToSubstring(int start, int end) override {
        editor().send(Sci::SCI_SCROLLRANGE, static_cast<unsigned long>(bytes(end)), bytes(start));
    }
    QRect characterRect(int offset) const override {
        const long position = bytes(offset);
        const long next = editor().send(Sci::SCI_POSITIONAFTER, static_cast<unsigned long>(position));
        const auto x = static_cast<int>(editor().send(Sci::SCI_POINTXFROMPOSITION, 0, position));
        const auto y = static_cast<int>(editor().send(Sci::SCI_POINTYFROMPOSITION, 0, position));
        const auto end = static_cast<int>(editor().send(Sci::SCI_POINTXFROMPOSITION, 0, next));
        const auto height = static_cast<int>(editor().send(Sci::SCI_TEXTHEIGHT, 0));
        return {editor().viewport()->mapToGlobal(QPoint(x, y)), QSize(std::max(end - x, 1), height)};
    }
    int offsetAtPoint(const QPoint& point) const override {
        const QPoint local = editor().viewport()->mapFromGlobal(point);
        const long position =
            editor().send(Sci::SCI_POSITIONFROMPOINTCLOSE, static_cast<unsigned long>(local.x()), local.y());
        return position < 0 ? -1 : units(position);
    }
    QString attributes(int offset, int* start, int* end) const override {
        *start = offset; // colours only repeat what the text says
        *end = offset + 1;
        return {};
    }

    // EditableText
    void deleteText(int start, int end) override { replaceText(start, end, {}); }
    void insertText(int offset, const QString& text) override { replaceText(offset, offset, text); }
    void replaceText(int start, int end, const QString& text) override {
        if (!editor().isTextReadOnly())
            editor().applyEdits({{bytes(start), std::max(bytes(start), bytes(end)), text.toUtf8()}});
    }

private:
    [[nodiscard]] CardEditor& editor() const { return *static_cast<CardEditor*>(widget()); }
    [[nodiscard]] int units(qint64 position) const {
        return static_cast<int>(editor().send(Sci::SCI_COUNTCODEUNITS, 0, position));
    }
    [[nodiscard]] long bytes(int offset) const {
        if (offset <= 0)
            return 0;
        const long position = editor().send(Sci::SCI_POSITIONRELATIVECODEUNITS, 0, offset);
        return position == 0 ? editor().length() : position; // 0: there are not so many
    }
};

QAccessibleInterface* makeInterface(const QString& className, QObject* object) {
    auto* editor = className == QLatin1String("fairlead::ui::CardEditor") ? qobject_cast<CardEditor*>(object) : nullptr;
    return editor == nullptr ? nullptr : new EditorAccessible(editor);
}

} // namespace

void installEditorAccessible() { QAccessible::installFactory(makeInterface); }

} // namespace fairlead::ui
