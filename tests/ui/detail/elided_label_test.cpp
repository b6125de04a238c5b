// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/elided_label.h"

#include <QTest>

using namespace fairlead::ui;

class ElidedLabelTest : public QObject {
    Q_OBJECT

private slots:
    // At no width is a file's name shortened while any of its folder is still there.
    void theFolderGivesWayBeforeTheName() {
        ElidedLabel label(Qt::ElideMiddle);
        const QString name = QStringLiteral("my_llama.yaml");
        label.setText(QStringLiteral("/home/ann/checkouts/fairlead/resources/examples/") + name);
        label.setBoldEnd(name.size());
        int whole = 0;
        for (int width = label.sizeHint().width(); width > 20; --width) {
            label.resize(width, 20);
            const QString shown = label.shownText();
            QVERIFY2(shown.endsWith(name) || !shown.contains(QLatin1Char('/')), qPrintable(shown));
            whole += shown.endsWith(name) ? 1 : 0;
        }
        QVERIFY(whole > 100);
    }
};

QTEST_MAIN(ElidedLabelTest)
#include "elided_label_test.moc"
