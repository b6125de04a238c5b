// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/save.h"
#include "tests/core/files/child.h"
#include "tests/core/files/disk.h"
#include "tests/core/files/poor_file_system.h"

#include <QtTest>
#include <atomic>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace fairlead;
using namespace fairlead::test;

namespace {

SaveOptions read_as(const std::filesystem::path& path) {
    return {.expected = stamp(path), .overwrite_changed = false, .in_place = false, .recovery_directory = {}};
}

void limit_file_size(rlim_t bytes) {
    const rlimit limit{.rlim_cur = bytes, .rlim_max = bytes};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0)
        ::_exit(2);
}

} // namespace

class SaveTest : public QObject {
    Q_OBJECT

private slots:
    void theNewBytesAreThereAndTheStampIsTheirs() {
        const Disk disk;
        const auto path = disk.write("x.yaml", "old");
        const auto result = save_file(path, std::string_view("n\0ew", 4), read_as(path));
        QCOMPARE(described(result), std::string("saved"));
        QCOMPARE(Disk::bytes_of(path), std::string("n\0ew", 4));
        QVERIFY(std::get<FileStamp>(result) == stamp(path));
        QCOMPARE(Disk::names_in(disk.root()), std::set<std::string>{"x.yaml"});
        QCOMPARE(described(save_file(path, "again", {.expected = std::get<FileStamp>(result)})), std::string("saved"));
    }

    void newFilesGetTheModeOfNewFiles() {
        const Disk disk;
        const mode_t before = ::umask(027);
        const auto result = save_file(disk / "x.yaml", "new", {});
        ::umask(before);
        QCOMPARE(described(result), std::string("saved"));
        QCOMPARE(Disk::bytes_of(disk / "x.yaml"), std::string("new"));
        QCOMPARE(int(Disk::status_of(disk / "x.yaml").st_mode & 07777), 0640);
    }

    void modesAreKept_data() {
        QTest::addColumn<int>("mode");
        for (const int mode : {0600, 0644, 0664, 0666, 0755, 02755, 0200})
            QTest::newRow(qPrintable(QString::number(mode, 8))) << mode;
    }
    void modesAreKept() {
        QFETCH(int, mode);
        const Disk disk;
        const auto path = disk.write("x.yaml", "old", mode_t(mode));
        QCOMPARE(described(save_file(path, "new", read_as(path))), std::string("saved"));
        QCOMPARE(int(Disk::status_of(path).st_mode & 07777), mode);
    }

    void aFileThatChangedIsNotOverwrittenUnasked() {
        const Disk disk;
        const auto path = disk.write("x.yaml", "old");
        auto options = read_as(path);
        disk.write("x.yaml", "theirs");
        QCOMPARE(described(save_file(path, "mine", options)),
                 "ask changed: " + printable_path(path) +
                     " was changed by another program since it was read. Overwrite that change?");
        QCOMPARE(Disk::bytes_of(path), std::string("theirs"));
        options.overwrite_changed = true;
        QCOMPARE(described(save_file(path, "mine", options)), std::string("saved"));
        QCOMPARE(Disk::bytes_of(path), std::string("mine"));
    }
    void aReplacedFileOfTheSameTextIsAChange() {
        const Disk disk;
        const auto path = disk.write("x.yaml", "same");
        const auto options = read_as(path);
        disk.write("y", "same");
        std::filesystem::rename(disk / "y", path);
        QVERIFY(described(save_file(path, "mine", options)).starts_with("ask changed: "));
    }
    void aFileThatIsGoneIsNotWrittenUnasked() {
        const Disk disk;
        const auto path = disk.write("x.yaml", "old");
        auto options = read_as(path);
        std::filesystem::remove(path);
        QCOMPARE(described(save_file(path, "mine", options)),
                 "ask changed: " + printable_path(path) + " was deleted or moved since it was read. Write it anew?");
        QVERIFY(!std::filesystem::exists(path));
        options.overwrite_changed = true;
        QCOMPARE(described(save_file(path, "mine", options)), std::string("saved"));
    }
    void aNewFileDoesNotTakeAnOldOnesPlace() {
        const Disk disk;
        const auto path = disk.write("x.yaml", "theirs");
        QCOMPARE(described(save_file(path, "mine", {})),
                 "ask changed: " + printable_path(path) + " exists already. Replace it?");
        QCOMPARE(Disk::bytes_of(path), std::string("theirs"));
        QCOMPARE(described(save_file(path, "mine", {.overwrite_changed = true})), std::string("saved"));
        QCOMPARE(Disk::bytes_of(path), std::string("mine"));
    }

    void fileSystemsThatCannotRenameToAFreeName_data() {
        QTest::addColumn<bool>("links");
        QTest::newRow("but make links") << true;
        QTest::newRow("nor make links") << false;
    }
    void fileSystemsThatCannotRenameToAFreeName() {
        QFETCH(bool, links);
        const Disk disk;
        const auto path = disk / "x.yaml";
        Child child([&](int sender) {
            use_poor_file_system(links);
            const auto first = save_file(path, "new", {});
            const auto* saved = std::get_if<FileStamp>(&first);
            send(sender, described(first) + (saved && *saved == stamp(path) ? "" : " with another stamp") + ", ");
            send(sender, described(save_file(path, "newer", {.expected = saved ? *saved : FileStamp{}})) + ", ");
            send(sender, described(save_file(path, "newest", {})).substr(0, 11));
        });
        QCOMPARE(child.answer(), std::string("saved, saved, ask changed"));
        QCOMPARE(Disk::bytes_of(path), std::string("newer"));
        QCOMPARE(Disk::names_in(disk.root()), std::set<std::string>{"x.yaml"});
    }

    void theTargetOfALinkIsReplaced() {
        const Disk disk;
        disk.write("real/x.yaml", "old", 0640);
        std::filesystem::create_symlink("real/x.yaml", disk / "second");
        std::filesystem::create_symlink(disk / "second", disk / "first.yaml");
        const auto first = disk / "first.yaml";
        QCOMPARE(described(save_file(first, "new", read_as(first))), std::string("saved"));
        QCOMPARE(Disk::bytes_of(disk / "real/x.yaml"), std::string("new"));
        QVERIFY(std::filesystem::is_symlink(first));
        QVERIFY(std::filesystem::is_symlink(disk / "second"));
        QCOMPARE(int(Disk::status_of(disk / "real/x.yaml").st_mode & 07777), 0640);
        QCOMPARE(Disk::names_in(disk / "real"), std::set<std::string>{"x.yaml"});
    }
    void aDanglingLinkGetsItsTarget() {
        const Disk disk;
        std::filesystem::create_symlink("target.yaml", disk / "link.yaml");
        QCOMPARE(described(save_file(disk / "link.yaml", "new", {})), std::string("saved"));
        QVERIFY(std::filesystem::is_symlink(disk / "link.yaml"));
        QCOMPARE(Disk::bytes_of(disk / "target.yaml"), std::string("new"));
    }
    void aCircleOfLinksIsSaid() {
        const Disk disk;
        std::filesystem::create_symlink("b", disk / "a");
        std::filesystem::create_symlink("a", disk / "b");
        QCOMPARE(described(save_file(disk / "a", "new", {})), "error: Cannot save " + printable_path(disk / "a") +
                                                                  ": its links lead in a circle, or through too many.");
    }

    void whatIsNoFileIsRefused() {
        const Disk disk;
        disk.make_folder("folder");
        QCOMPARE(described(save_file(disk / "folder", "x", {})),
                 "error: " + printable_path(disk / "folder") + " is a folder, not a regular file.");
        QCOMPARE(described(save_file(disk / "folder/", "x", {})),
                 "error: " + printable_path(disk / "folder/") + " is a folder, not a file.");
        QCOMPARE(described(save_file(disk / "none/x", "x", {})),
                 "error: " + printable_path(disk / "none") + " does not exist.");
        QCOMPARE(::mkfifo((disk / "fifo").c_str(), 0644), 0);
        QCOMPARE(described(save_file(disk / "fifo", "x", {.overwrite_changed = true})),
                 "error: " + printable_path(disk / "fifo") + " is a FIFO (a named pipe), not a regular file.");
    }

    void longNamesAreSaved() {
        const Disk disk;
        const auto path = disk.write(std::string(250, 'n') + ".yaml", "old");
        QCOMPARE(described(save_file(path, "new", read_as(path))), std::string("saved"));
        QCOMPARE(Disk::bytes_of(path), std::string("new"));
    }

    void readOnlyFilesAreNotReplaced() {
        const Disk disk;
        disk.make_folder("open", 0777);
        const auto path = disk.write("open/x.yaml", "old", 0444);
        QCOMPARE(as_plain_user([&] { return described(save_file(path, "new", read_as(path))); }),
                 "error: You may not write " + printable_path(path) +
                     ": its permissions, or those of a folder above it, forbid it.");
        QCOMPARE(Disk::bytes_of(path), std::string("old"));
    }
    void aFolderThatTakesNoNewFileIsSaid() {
        const Disk disk;
        disk.make_folder("fixed", 0555);
        const auto path = disk / "fixed/x.yaml";
        QCOMPARE(as_plain_user([&] { return described(save_file(path, "new", {})); }),
                 "error: You may not save " + printable_path(path) +
                     ": its permissions, or those of a folder above it, forbid it.");
        QVERIFY(!std::filesystem::exists(path));
    }
    void aWritableFileInSuchAFolderIsWrittenInPlaceIfThePersonAgrees() {
        const Disk disk;
        const auto path = disk.write("fixed/x.yaml", "old text", 0666);
        disk.make_folder("fixed", 0555);
        disk.make_folder("copies", 0777);
        auto options = read_as(path);
        QCOMPARE(as_plain_user([&] { return described(save_file(path, "new", options)); }),
                 "ask in place: " + printable_path(path) +
                     " cannot be replaced by a new file, since its folder allows none. Write into the file itself "
                     "instead? A copy of it is kept until that is done.");
        QCOMPARE(Disk::bytes_of(path), std::string("old text"));
        options.in_place = true;
        options.recovery_directory = disk / "copies";
        QCOMPARE(as_plain_user([&] { return described(save_file(path, "new", options)); }), std::string("saved"));
        QCOMPARE(Disk::bytes_of(path), std::string("new"));
        QVERIFY(Disk::names_in(disk / "copies").empty());
        disk.make_folder("fixed");
    }

    void aFullDiskLeavesTheOldBytes() {
        const Disk disk;
        const auto path = disk.write("x.yaml", "old");
        Child child([&](int sender) {
            limit_file_size(1000);
            send(sender, described(save_file(path, std::string(5000, 'n'), read_as(path))));
        });
        QCOMPARE(child.answer(),
                 "error: Cannot save " + printable_path(path) + ": it would be larger than files may be here.");
        QCOMPARE(Disk::bytes_of(path), std::string("old"));
        QCOMPARE(Disk::names_in(disk.root()), std::set<std::string>{"x.yaml"});
    }

    void killedWhileSavingEitherTextIsThere() {
        const Disk disk;
        const std::string texts[] = {std::string(300'000, 'a'), std::string(200'000, 'b')};
        const auto path = disk.write("x.yaml", texts[0]);
        const auto seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        for (int round = 0; round < 20; ++round) {
            Child child([&](int sender) {
                for (std::size_t i = 0;; ++i) {
                    if (described(save_file(path, texts[i % 2], {.overwrite_changed = true})) != "saved")
                        ::_exit(2);
                    send(sender, "s");
                }
            });
            for (auto saves = random.bounded(1, 6); saves > 0; --saves)
                QCOMPARE(child.next(), 's');
            for (int spin = random.bounded(300'000); spin > 0; --spin)
                std::atomic_signal_fence(std::memory_order_seq_cst);
            child.kill();
            child.wait();
            const std::string bytes = Disk::bytes_of(path);
            QVERIFY2(bytes == texts[0] || bytes == texts[1], qPrintable(QString("seed %1").arg(seed)));
            for (const auto& name : Disk::names_in(disk.root()))
                QVERIFY2(name == "x.yaml" || name.ends_with(".tmp"), name.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(SaveTest)
#include "save_test.moc"
