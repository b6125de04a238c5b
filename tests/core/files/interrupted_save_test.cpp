// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/before_copy.h"
#include "core/files/interrupted_save.h"
#include "core/files/save.h"
#include "tests/core/files/child.h"
#include "tests/core/files/disk.h"

#include <QElapsedTimer>
#include <QtTest>
#include <chrono>
#include <fcntl.h>
#include <future>
#include <sys/file.h>

using namespace fairlead;
using namespace fairlead::test;

namespace {

/// A program that was killed after it had made its copy.
void leave_copy(const std::filesystem::path& directory, const std::filesystem::path& file, std::string_view bytes) {
    Child child([&](int) {
        const BeforeCopy copy(directory, file, bytes);
        ::_exit(copy.error());
    });
}

bool has_whole_copy(const std::filesystem::path& directory) {
    std::error_code error;
    for (std::filesystem::directory_iterator i(directory, error), end; !error && i != end; i.increment(error))
        if (i->path().extension() == BeforeCopy::whole_suffix)
            return true;
    return false;
}

} // namespace

class InterruptedSaveTest : public QObject {
    Q_OBJECT

private slots:
    void whatTheFileHeldIsOffered() {
        const Disk disk;
        const auto file = disk.write("models.yaml", "half wri");
        leave_copy(disk / "copies", file, std::string_view("old\0\xFF", 5));
        const auto saves = take_interrupted_saves(disk / "copies");
        QCOMPARE(saves.size(), std::size_t(1));
        QCOMPARE(saves[0].file, file);
        QCOMPARE(saves[0].before, std::string("old\0\xFF", 5));
        QCOMPARE(Disk::bytes_of(saves[0].copy), std::string("old\0\xFF", 5));
        QVERIFY(saves[0].copy.filename().native().starts_with("models.yaml-"));
        forget_interrupted_save(saves[0]);
        QVERIFY(Disk::names_in(disk / "copies").empty());
    }

    void twoInstancesNeverOfferTheSame() {
        const Disk disk;
        const auto file = disk.write("models.yaml", "half");
        leave_copy(disk / "copies", file, "old");
        {
            const auto saves = take_interrupted_saves(disk / "copies");
            QCOMPARE(saves.size(), std::size_t(1));
            QVERIFY(take_interrupted_saves(disk / "copies").empty());
        }
        QCOMPARE(take_interrupted_saves(disk / "copies").size(), std::size_t(1));
    }

    void aSaveThatGoesOnIsLeftAlone() {
        const Disk disk;
        const auto file = disk.write("models.yaml", "half");
        const BeforeCopy copy(disk / "copies", file, "old");
        QCOMPARE(copy.error(), 0);
        QVERIFY(take_interrupted_saves(disk / "copies").empty());
        QCOMPARE(Disk::bytes_of(copy.path()), std::string("old"));
        copy.discard();
        QVERIFY(Disk::names_in(disk / "copies").empty());
    }

    void whereNothingIsLostNothingIsOffered() {
        const Disk disk;
        const auto file = disk.write("models.yaml", "old");
        leave_copy(disk / "copies", file, "old");
        disk.write("copies/other.yaml-00000000.copying", "ol");
        QVERIFY(take_interrupted_saves(disk / "copies").empty());
        QVERIFY(Disk::names_in(disk / "copies").empty());
    }

    void linksWithoutACopyAreDeleted() {
        const Disk disk;
        disk.make_folder("copies");
        std::filesystem::create_symlink(disk / "models.yaml", disk / "copies/models.yaml-00000000.file");
        disk.write("copies/no_link.file", "");
        QVERIFY(take_interrupted_saves(disk / "copies").empty());
        QCOMPARE(Disk::names_in(disk / "copies"), std::set<std::string>({"no_link.file"}));
    }

    void nothingIsSweptWhileACopyIsMade() {
        const Disk disk;
        disk.write("copies/models.yaml-00000000.copying", "");
        const Descriptor folder = open_at(AT_FDCWD, (disk / "copies").c_str(), O_RDONLY | O_DIRECTORY);
        QCOMPARE(::flock(folder.get(), LOCK_SH), 0); // as who has made that file and is about to lock it
        QVERIFY(take_interrupted_saves(disk / "copies").empty());
        QCOMPARE(Disk::names_in(disk / "copies").size(), std::size_t(1));
        QCOMPARE(::flock(folder.get(), LOCK_UN), 0);
        QVERIFY(take_interrupted_saves(disk / "copies").empty());
        QVERIFY(Disk::names_in(disk / "copies").empty());
    }

    void aCopyIsMadeWhenNobodySweeps() {
        const Disk disk;
        const auto file = disk.write("models.yaml", "half");
        disk.make_folder("copies");
        const Descriptor folder = open_at(AT_FDCWD, (disk / "copies").c_str(), O_RDONLY | O_DIRECTORY);
        QCOMPARE(::flock(folder.get(), LOCK_EX), 0);
        auto making = std::async(std::launch::async, [&] {
            const BeforeCopy copy(disk / "copies", file, "old");
            copy.discard();
            return copy.error();
        });
        const bool waits = making.wait_for(std::chrono::milliseconds(200)) == std::future_status::timeout;
        const bool is_empty = Disk::names_in(disk / "copies").empty();
        QCOMPARE(::flock(folder.get(), LOCK_UN), 0);
        QCOMPARE(making.get(), 0);
        QVERIFY(waits && is_empty);
        QVERIFY(Disk::names_in(disk / "copies").empty());
    }

    void aFileThatIsGoneIsOffered() {
        const Disk disk;
        const auto file = disk.write("models.yaml", "x");
        leave_copy(disk / "copies", file, "old");
        std::filesystem::remove(file);
        const auto saves = take_interrupted_saves(disk / "copies");
        QCOMPARE(saves.size(), std::size_t(1));
        QCOMPARE(saves[0].file, file);
    }

    void copiesOfNobodyKnowsWhatStay() {
        const Disk disk;
        disk.write("copies/models.yaml-00000000.before", "old");
        disk.make_folder("copies/folder-00000000.before");
        std::filesystem::create_symlink("relative.yaml", disk / "copies/b.yaml-00000000.file");
        disk.write("copies/b.yaml-00000000.before", "old");
        QVERIFY(take_interrupted_saves(disk / "copies").empty());
        QCOMPARE(Disk::names_in(disk / "copies").size(), std::size_t(4));
        QVERIFY(take_interrupted_saves(disk / "nowhere").empty());
    }

    // As kill -9 does it: at any moment the old bytes are in the file or in a copy that is found.
    void killedWhileSavingInPlaceTheOldTextIsThere() {
        const Disk disk;
        const std::string texts[] = {std::string(3'000'000, 'a'), std::string(2'000'000, 'b')};
        int offered = 0;
        for (int round = 0; round < 40; ++round) {
            const auto file = disk.write("x.yaml", texts[0]);
            const auto copies = disk / "copies";
            std::filesystem::create_hard_link(file, disk / "second.yaml");
            Child child([&](int sender) {
                send(sender, "s");
                SaveOptions options;
                options.overwrite_changed = true;
                options.in_place = true;
                options.recovery_directory = copies;
                (void)save_file(file, texts[1], options);
            });
            QCOMPARE(child.next(), 's');
            QElapsedTimer waiting;
            waiting.start();
            while (!has_whole_copy(copies) && waiting.elapsed() < 2000)
                ::usleep(20);
            ::usleep(static_cast<useconds_t>(round * 10));
            child.kill();
            child.wait();
            const std::string bytes = Disk::bytes_of(file);
            const auto saves = take_interrupted_saves(copies);
            offered += static_cast<int>(saves.size());
            if (bytes != texts[0] && bytes != texts[1])
                QCOMPARE(saves.size(), std::size_t(1));
            for (const InterruptedSave& save : saves) {
                QVERIFY(save.before == texts[0]);
                forget_interrupted_save(save);
            }
            QVERIFY(!std::filesystem::exists(copies) || Disk::names_in(copies).empty());
            std::filesystem::remove(disk / "second.yaml");
            std::filesystem::remove(file);
        }
        qInfo("%d of 40 saves were interrupted while the file was written", offered);
    }
};

QTEST_APPLESS_MAIN(InterruptedSaveTest)
#include "interrupted_save_test.moc"
