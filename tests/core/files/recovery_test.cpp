// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/recovery.h"
#include "tests/core/files/child.h"
#include "tests/core/files/disk.h"

#include <QtTest>
#include <csignal>

using namespace fairlead;
using namespace fairlead::test;

namespace {

RecoveredText some_text(std::string id, std::string text) {
    return {.id = std::move(id),
            .path = "/caf\xe9/x.yaml",
            .title = "x.yaml",
            .text = std::move(text),
            .stamp = FileStamp{.device = 1, .inode = 2, .size = 3, .modified_ns = -4, .changed_ns = 5}};
}

/// What an instance leaves that is killed after it kept a text.
void leave_behind(const std::filesystem::path& directory, const std::string& text) {
    Child child([&](int) {
        RecoveryStore store(directory);
        if (store.keep(some_text(store.new_id(), text)))
            ::_exit(2);
        ::raise(SIGKILL);
    });
    child.answer();
}

std::filesystem::path only_entry(const std::filesystem::path& folder) {
    return std::filesystem::directory_iterator(folder)->path();
}

std::filesystem::path record_in(const std::filesystem::path& directory) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
        if (entry.path().extension() == ".text")
            return entry.path();
    }
    return {};
}

} // namespace

class RecoveryTest : public QObject {
    Q_OBJECT

private slots:
    void textSurvivesKill() {
        const Disk disk;
        const std::string text("name: m\n\0\xff\r\n", 12);
        leave_behind(disk.root(), text);
        RecoveryStore store(disk.root());
        const auto texts = store.take_over();
        QCOMPARE(texts.size(), std::size_t(1));
        const auto expected = some_text("", text);
        QCOMPARE(texts[0].text, text);
        QCOMPARE(texts[0].path, expected.path);
        QCOMPARE(texts[0].title, expected.title);
        QVERIFY(texts[0].stamp == expected.stamp);
        QVERIFY(store.take_over().empty());
    }
    void aFolderThatWasCleanedAwayIsMadeAnew() {
        const Disk disk;
        {
            RecoveryStore store(disk / "recovery");
            const auto id = store.new_id();
            QVERIFY(!store.keep(some_text(id, "one")));
            std::filesystem::remove_all(disk / "recovery");
            QVERIFY(!store.keep(some_text(id, "two")));
            RecoveryStore second(disk / "recovery");
            QVERIFY(second.take_over().empty());
        }
        const auto texts = RecoveryStore(disk / "recovery").take_over();
        QCOMPARE(texts.size(), std::size_t(1));
        QCOMPARE(texts[0].text, std::string("two"));
    }
    void whatCouldNotBeReadAgainIsNotKept() {
        const Disk disk;
        RecoveryStore store(disk.root());
        const auto id = store.new_id();
        QVERIFY(!store.keep(some_text(id, "one")));
        const auto error = store.keep(some_text(id, std::string(80u << 20, 'x')));
        QVERIFY(error);
        QCOMPARE(error->message, std::string("The text has over 80 MiB, more than is kept: save it."));
        QVERIFY(std::filesystem::file_size(record_in(disk.root())) < 1000);
    }
    void textTakenOverIsOursUntilForgotten() {
        const Disk disk;
        leave_behind(disk.root(), "one");
        {
            RecoveryStore store(disk.root());
            QCOMPARE(store.take_over().size(), std::size_t(1));
            RecoveryStore second(disk.root());
            QVERIFY(second.take_over().empty());
        }
        RecoveryStore third(disk.root());
        const auto texts = third.take_over();
        QCOMPARE(texts.size(), std::size_t(1));
        QVERIFY(!third.keep({.id = texts[0].id, .path = {}, .title = "t", .text = "two", .stamp = {}}));
        third.forget(texts[0].id);
        QVERIFY(record_in(disk.root()).empty());
    }
    void twoRunningInstancesNeverTakeEachOthers() {
        const Disk disk;
        int hold[2] = {-1, -1};
        QCOMPARE(::pipe(hold), 0);
        {
            Child other([&](int sender) {
                RecoveryStore store(disk.root());
                if (store.keep(some_text(store.new_id(), "theirs")))
                    ::_exit(2);
                send(sender, "k");
                char byte = 0;
                (void)!::read(hold[0], &byte, 1);
                ::_exit(0); // no destructors, as in a crash
            });
            QCOMPARE(other.next(), 'k');
            RecoveryStore store(disk.root());
            QVERIFY(store.take_over().empty());
            QCOMPARE(::write(hold[1], "x", 1), ssize_t(1));
        }
        RecoveryStore store(disk.root());
        const auto texts = store.take_over();
        QCOMPARE(texts.size(), std::size_t(1));
        QCOMPARE(texts[0].text, std::string("theirs"));
        ::close(hold[0]);
        ::close(hold[1]);
    }
    void theLastTextKeptCounts() {
        const Disk disk;
        {
            RecoveryStore store(disk.root());
            const auto id = store.new_id();
            QVERIFY(id != store.new_id());
            QVERIFY(!store.keep(some_text(id, "first")));
            QVERIFY(!store.keep(some_text(id, "second")));
        }
        RecoveryStore store(disk.root());
        const auto texts = store.take_over();
        QCOMPARE(texts.size(), std::size_t(1));
        QCOMPARE(texts[0].text, std::string("second"));
    }
    void nothingIsLeftWhereAllIsForgotten() {
        const Disk disk;
        const auto directory = disk / "not/yet/there";
        {
            RecoveryStore idle(directory);
            QVERIFY(idle.take_over().empty());
            QVERIFY(!std::filesystem::exists(directory));
            RecoveryStore store(directory);
            const auto id = store.new_id();
            QVERIFY(!store.keep(some_text(id, "x")));
            QCOMPARE(int(Disk::status_of(only_entry(directory)).st_mode & 07777), 0700);
            QCOMPARE(int(Disk::status_of(record_in(directory)).st_mode & 07777), 0600);
            store.forget(id);
        }
        QVERIFY(Disk::names_in(directory).empty());
    }
    void damagedRecordsArePassedOver_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other format") << QByteArray("fairlead-recovery 2\n");
        const QByteArray begin = "fairlead-recovery 1\nstamp -\npath 0\n\ntitle 0\n\n";
        QTest::newRow("no text") << begin;
        QTest::newRow("cut short") << begin + "text 100\nabc";
        QTest::newRow("no end") << begin + "text 3\nabc\n";
        QTest::newRow("too long") << begin + "text 3\nabc\nend\nmore";
        QTest::newRow("negative length") << begin + "text -3\nabc\nend\n";
        QTest::newRow("huge length") << begin + "text 18446744073709551615\nabc\nend\n";
        QTest::newRow("overflowing length") << begin + "text 99999999999999999999999\nabc\nend\n";
        QTest::newRow("stamp of words") << QByteArray("fairlead-recovery 1\nstamp a b c d e\n");
        QTest::newRow("path with NUL") << "fairlead-recovery 1\nstamp -\npath 1\n" + QByteArray(1, '\0') +
                                              "\ntitle 0\n\ntext 0\n\nend\n";
    }
    void damagedRecordsArePassedOver() {
        QFETCH(QByteArray, bytes);
        const Disk disk;
        leave_behind(disk.root(), "x");
        const auto record = record_in(disk.root());
        std::ofstream(record, std::ios::binary) << bytes.toStdString();
        RecoveryStore store(disk.root());
        QVERIFY(store.take_over().empty());
        QCOMPARE(Disk::bytes_of(record), bytes.toStdString());
    }
    void everyCutOfARecordIsPassedOver() {
        const Disk disk;
        leave_behind(disk.root(), "some text");
        const auto record = record_in(disk.root());
        const std::string whole = Disk::bytes_of(record);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            std::ofstream(record, std::ios::binary) << whole.substr(0, size);
            RecoveryStore store(disk.root());
            QVERIFY2(store.take_over().empty(), qPrintable(QString::number(size)));
        }
        std::ofstream(record, std::ios::binary) << whole;
        RecoveryStore store(disk.root());
        QCOMPARE(store.take_over().size(), std::size_t(1));
    }
    void whatIsNoFolderOfOursIsLeftAlone() {
        const Disk disk;
        disk.write("instance-file", "x");
        disk.write("other/x.text", "x");
        disk.make_folder("instance-without-lock");
        std::filesystem::create_symlink(disk / "other", disk / "instance-link");
        disk.make_folder("instance-fifo");
        QCOMPARE(::mkfifo((disk / "instance-fifo/lock").c_str(), 0644), 0);
        QCOMPARE(::mkfifo((disk / "instance-fifo/x.text").c_str(), 0644), 0);
        const auto before = Disk::names_in(disk.root());
        RecoveryStore store(disk.root());
        QVERIFY(store.take_over().empty());
        QCOMPARE(Disk::names_in(disk.root()), before);
    }
    void idsThatAreNoNamesAreRefused() {
        const Disk disk;
        RecoveryStore store(disk.root());
        for (const char* id : {"", "../x", "a/b", ".", "A"}) {
            const auto error = store.keep(some_text(id, "x"));
            QVERIFY(error);
            QCOMPARE(error->message, std::string("That is no id of a text."));
            store.forget(id);
        }
    }
    void aFolderThatCannotBeWrittenIsSaid() {
        const Disk disk;
        const auto fixed = disk.make_folder("fixed", 0555);
        QCOMPARE(as_plain_user([&] {
                     RecoveryStore store(fixed);
                     const auto error = store.keep(some_text(store.new_id(), "x"));
                     return error ? error->message : std::string("kept");
                 }),
                 "You may not keep unsaved text in " + printable_path(fixed) +
                     ": its permissions, or those of a folder above it, forbid it.");
    }
    void theFolderFollowsTheVariables() {
        const auto with = [](const char* state, const char* home) {
            return recovery_directory([=](const char* name) { return name == std::string("HOME") ? home : state; })
                .string();
        };
        QCOMPARE(with("/s", "/h"), std::string("/s/fairlead/recovery"));
        QCOMPARE(with(nullptr, "/h"), std::string("/h/.local/state/fairlead/recovery"));
        QCOMPARE(with("", "/h"), std::string("/h/.local/state/fairlead/recovery"));
        QCOMPARE(with("relative", "/h"), std::string("/h/.local/state/fairlead/recovery"));
        QCOMPARE(with(nullptr, nullptr), std::string());
    }
};

QTEST_APPLESS_MAIN(RecoveryTest)
#include "recovery_test.moc"
