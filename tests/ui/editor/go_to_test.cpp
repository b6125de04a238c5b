// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/open_window.h"
#include "ui/editor/card_styles.h"
#include "ui/registry/registry_view.h"

#include <QMouseEvent>

using namespace fairlead;
using namespace fairlead::ui;

/// F12 and Ctrl+click on a name lead to what it names; back and forward return.
class GoToTest : public QObject {
    Q_OBJECT

    const QString m_name = QStringLiteral("a.yaml");
    const QByteArray m_text = "name: mine\n"
                              "base: parent\n"
                              "model_family: llama\n"
                              "model_arch: llama3_1_8b\n"
                              "tokenizer_family: llama\n"
                              "tokenizer_ref: tok@lab\n"
                              "url: parent\n"
                              "---\n"
                              "name: parent\n"
                              "---\n"
                              "name: tok@lab\n"
                              "---\n"
                              "name: mine\n"
                              "base: llama3_1_8b\n";
    std::unique_ptr<OpenWindow> m;

    [[nodiscard]] qint64 placeOf(const QByteArray& line) const {
        return m_text.indexOf("\n" + line) + 1 + line.indexOf(' ') + 2;
    }
    [[nodiscard]] QPoint pointOf(qint64 offset) const {
        const CardEditor& editor = *m->editor();
        return {static_cast<int>(editor.send(QsciScintillaBase::SCI_POINTXFROMPOSITION, 0, offset)) + 2,
                static_cast<int>(editor.send(QsciScintillaBase::SCI_POINTYFROMPOSITION, 0, offset)) + 5};
    }

private slots:
    void init() {
        QSettings().clear();
        m = std::make_unique<OpenWindow>();
        m->write(m_name, m_text);
        QVERIFY(m->startWith(m_name));
    }
    void cleanup() { m.reset(); }

    void leadsToWhatIsNamed_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<Location>("page");
        QTest::addColumn<QByteArray>("selected");
        const Location here = Location::inFile(QStringLiteral("here"));
        QTest::newRow("base") << QByteArray("base: parent") << here << QByteArray("parent");
        QTest::newRow("a package's base")
            << QByteArray("base: llama3_1_8b") << Location::inFile(QStringLiteral("registry:models/llama.yaml"))
            << QByteArray("llama3_1_8b");
        QTest::newRow("model family") << QByteArray("model_family: llama")
                                      << Location::ofFamily(FamilyKind::model, QStringLiteral("llama")) << QByteArray();
        QTest::newRow("architecture") << QByteArray("model_arch: llama3_1_8b")
                                      << Location::ofArchitecture(QStringLiteral("llama"),
                                                                  QStringLiteral("llama3_1_8b"))
                                      << QByteArray();
        QTest::newRow("tokenizer family")
            << QByteArray("tokenizer_family: llama")
            << Location::ofFamily(FamilyKind::tokenizer, QStringLiteral("llama")) << QByteArray();
        QTest::newRow("tokenizer_ref") << QByteArray("tokenizer_ref: tok@lab") << here << QByteArray("tok@lab");
    }
    void leadsToWhatIsNamed() {
        QFETCH(const QByteArray, line);
        QFETCH(Location, page);
        QFETCH(const QByteArray, selected);
        if (page.file == QLatin1String("here"))
            page.file = m->path(m_name);
        const qint64 place = placeOf(line);
        const auto arrived = [&] {
            if (!m->navigator.current().samePage(page))
                return QByteArrayLiteral("another page");
            const ByteRange range = m->editor() ? m->editor()->selection() : ByteRange();
            return m->editor() ? m->editor()->text(range.begin, range.end) : QByteArray();
        };
        m->editor()->select({place, place});
        OpenWindow::key(Qt::Key_F12);
        QCOMPARE(arrived(), selected);
        QCOMPARE(m->window->findChild<RegistryView*>()->currentIndex().data().toString(),
                 QString::fromUtf8(line.mid(line.indexOf(' ') + 1)));
        OpenWindow::key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m->navigator.current().file, m->path(m_name));
        QCOMPARE(m->editor()->cursor(), place);
        OpenWindow::key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(arrived(), selected);
        OpenWindow::key(Qt::Key_Left, Qt::AltModifier);

        QTest::mouseClick(m->editor()->viewport(), Qt::LeftButton, Qt::ControlModifier, pointOf(place));
        QCOMPARE(arrived(), selected);
        OpenWindow::key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m->editor()->cursor(), place);
    }

    // Ctrl+F over a link: the key is let go of in the find bar.
    void aLinkLooksLikeOneWhileTheEditorHasTheKey() {
        const qint64 place = placeOf("base: parent");
        const auto isShown = [&] {
            return m->editor()->send(QsciScintillaBase::SCI_INDICATORVALUEAT, LinkIndicator, place) != 0;
        };
        QWidget* viewport = m->editor()->viewport();
        const QPoint point = pointOf(place);
        QMouseEvent over(QEvent::MouseMove, point, viewport->mapToGlobal(QPointF(point)), Qt::NoButton, Qt::NoButton,
                         Qt::ControlModifier);
        QApplication::sendEvent(viewport, &over);
        QVERIFY(isShown());
        OpenWindow::key(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(!m->editor()->hasFocus());
        QVERIFY(!isShown());
        OpenWindow::key(Qt::Key_Escape);
        QVERIFY(m->editor()->hasFocus());
        QVERIFY(!isShown());
    }

    void aNameLeadsToItsOtherOwner() {
        m->editor()->select({8, 8});
        OpenWindow::key(Qt::Key_F12);
        const qint64 other = m_text.lastIndexOf("mine");
        QCOMPARE(m->editor()->selection(), (ByteRange{other, other + 4}));
        OpenWindow::key(Qt::Key_F12);
        QCOMPARE(m->editor()->selection(), (ByteRange{6, 10}));
    }

    void whereNothingIsNamedItIsSaid() {
        const qint64 place = placeOf("url: parent");
        m->editor()->select({place, place});
        OpenWindow::key(Qt::Key_F12);
        QCOMPARE(m->editor()->cursor(), place);
        QCOMPARE(m->said(), QStringLiteral("Nothing is named here. F12 follows a base, an architecture, a family, a "
                                           "tokenizer or a name that stands twice."));
        QTest::mouseClick(m->editor()->viewport(), Qt::LeftButton, Qt::ControlModifier, pointOf(place));
        QCOMPARE(m->navigator.current().file, m->path(m_name));
    }
};

QTEST_MAIN(GoToTest)
#include "go_to_test.moc"
