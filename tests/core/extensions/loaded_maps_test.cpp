// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/trace/loaded_maps.h"

#include <QTest>

using namespace fairlead;

namespace {

// What the loader maps of a library, and memory of no file behind it.
const std::string loaded = "7f20-7f25 r--p 00000000 08:01 77   /opt/my lab/libodd.so\n"
                           "7f25-7f30 r-xp 00005000 08:01 77   /opt/my lab/libodd.so\n"
                           "7f30-7f34 rw-p 00010000 08:01 77   /opt/my lab/libodd.so\n"
                           "7f34-7f36 rw-p 00000000 00:00 0 \n";
const std::string only_read = "7f10-7f20 rw-p 00000000 08:01 77   /opt/my lab/libodd.so\n";
const std::string others = "5580-5590 r-xp 00000000 08:01 12   /usr/bin/host\n"
                           "5590-5600 rw-p 00000000 00:00 0    [heap]\n";
const std::string data = "7e00-7f00 r--p 00000000 08:01 9   /usr/lib/locale/C.utf8/LC_CTYPE\n";

} // namespace

class LoadedMapsTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsOnlyReadGoes_data() {
        QTest::addColumn<QString>("maps");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char* name, const std::string& maps, const std::string& kept) {
            QTest::newRow(name) << QString::fromStdString(maps) << QString::fromStdString(kept);
        };
        row("nothing", "", "");
        row("loaded only", others + loaded, others + loaded);
        row("read, right before", others + only_read + loaded, others + loaded);
        row("read, right behind", loaded.substr(0, loaded.find("7f34-")) + only_read,
            loaded.substr(0, loaded.find("7f34-")));
        row("read, apart", only_read + others + loaded, others + loaded);
        row("read only", others + only_read, others);
        row("data", data + loaded, loaded);
        row("cut short", others + "7f10-7f20 r-xp 00000", others + "7f10-7f20 r-xp 00000");
        row("no maps at all", "what\n\n/is/this\n", "what\n\n/is/this\n");
    }

    void whatIsOnlyReadGoes() {
        QFETCH(QString, maps);
        QFETCH(QString, kept);
        QCOMPARE(QString::fromStdString(loaded_maps(maps.toStdString())), kept);
    }
};

QTEST_APPLESS_MAIN(LoadedMapsTest)
#include "loaded_maps_test.moc"
