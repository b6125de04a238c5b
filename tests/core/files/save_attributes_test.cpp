// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/save.h"
#include "tests/core/files/child.h"
#include "tests/core/files/disk.h"

#include <QtTest>
#include <sys/resource.h>
#include <sys/xattr.h>

using namespace fairlead;
using namespace fairlead::test;

namespace {

constexpr const char* acl_name = "system.posix_acl_access";

/// An access control list by which user 12345 may read, in the form that the kernel takes.
std::string access_list() {
    struct Entry {
        std::uint16_t tag;
        std::uint16_t permissions;
        std::uint32_t id;
    };
    constexpr std::uint32_t none = 0xffffffff;
    const std::uint32_t version = 2;
    const Entry entries[] = {{1, 6, none}, {2, 4, 12345}, {4, 0, none}, {16, 4, none}, {32, 0, none}};
    return std::string(reinterpret_cast<const char*>(&version), sizeof version) +
           std::string(reinterpret_cast<const char*>(entries), sizeof entries);
}

std::string attribute(const std::filesystem::path& path, const char* name) {
    std::string value(1000, '\0');
    const auto size = ::getxattr(path.c_str(), name, value.data(), value.size());
    value.resize(size < 0 ? 0 : std::size_t(size));
    return value;
}

bool set_attribute(const std::filesystem::path& path, const char* name, const std::string& value) {
    return ::setxattr(path.c_str(), name, value.data(), value.size(), 0) == 0;
}

SaveOptions read_as(const std::filesystem::path& path, const std::filesystem::path& copies = {}) {
    return {.expected = stamp(path), .overwrite_changed = false, .in_place = false, .recovery_directory = copies};
}

} // namespace

class SaveAttributesTest : public QObject {
    Q_OBJECT

private slots:
    void accessListsAreKept() {
        const Disk disk;
        const auto path = disk.write("x.yaml", "old", 0640);
        const bool supported = set_attribute(path, acl_name, access_list());
        QVERIFY(supported || errno == ENOTSUP);
        const std::string before = attribute(path, acl_name);
        QCOMPARE(described(save_file(path, "new", read_as(path))), std::string("saved"));
        QCOMPARE(attribute(path, acl_name), before);
        QCOMPARE(before.empty(), !supported);
        QCOMPARE(Disk::bytes_of(path), std::string("new"));
    }
    void theFoldersDefaultListIsNotGiven() {
        const Disk disk;
        const auto path = disk.write("folder/x.yaml", "old", 0640);
        const bool supported = set_attribute(disk / "folder", "system.posix_acl_default", access_list());
        QVERIFY(supported || errno == ENOTSUP);
        QCOMPARE(described(save_file(path, "new", read_as(path))), std::string("saved"));
        QCOMPARE(attribute(path, acl_name), std::string());
        QCOMPARE(int(Disk::status_of(path).st_mode & 07777), 0640);
        QCOMPARE(described(save_file(disk / "folder/new.yaml", "new", {})), std::string("saved"));
        QCOMPARE(attribute(disk / "folder/new.yaml", acl_name).empty(), !supported);
    }
    void extendedAttributesAreKept() {
        const Disk disk;
        const auto path = disk.write("x.yaml", "old");
        const bool supported = set_attribute(path, "user.fairlead.test", "value");
        QVERIFY(supported || errno == ENOTSUP);
        QCOMPARE(described(save_file(path, "new", read_as(path))), std::string("saved"));
        QCOMPARE(attribute(path, "user.fairlead.test"), std::string(supported ? "value" : ""));
    }

    void anAdministratorKeepsTheOwner() {
        const Disk disk;
        const auto path = disk.write("x.yaml", "old", 0640);
        const bool root = ::geteuid() == 0;
        const uid_t owner = root ? other_user : ::getuid();
        const gid_t group = root ? other_user : Disk::status_of(path).st_gid;
        QCOMPARE(::chown(path.c_str(), owner, group), 0);
        ::chmod(path.c_str(), 04640);
        QCOMPARE(described(save_file(path, "new", read_as(path))), std::string("saved"));
        const auto status = Disk::status_of(path);
        QCOMPARE(status.st_uid, owner);
        QCOMPARE(status.st_gid, group);
        QCOMPARE(int(status.st_mode & 07777), 04640);
    }

    void anotherUsersFileIsWrittenInPlaceIfThePersonAgrees() {
        const Disk disk;
        disk.make_folder("shared", 0777);
        disk.make_folder("copies", 0777);
        const auto path = disk.write("shared/x.yaml", "the old text", 0666);
        const auto before = Disk::status_of(path);
        auto options = read_as(path, disk / "copies");
        const auto answer = as_plain_user([&] { return described(save_file(path, "new", options)); });
        if (::geteuid() != 0) { // it is this user's own then
            QCOMPARE(answer, std::string("saved"));
            return;
        }
        QCOMPARE(answer, "ask in place: Replacing " + printable_path(path) +
                             " by a new file would lose its owner (root). Write into the file itself instead? A copy "
                             "of it is kept until that is done.");
        QCOMPARE(Disk::bytes_of(path), std::string("the old text"));
        QCOMPARE(Disk::names_in(disk / "shared"), std::set<std::string>{"x.yaml"});
        options.in_place = true;
        QCOMPARE(as_plain_user([&] { return described(save_file(path, "new", options)); }), std::string("saved"));
        const auto after = Disk::status_of(path);
        QCOMPARE(Disk::bytes_of(path), std::string("new"));
        QCOMPARE(after.st_ino, before.st_ino);
        QCOMPARE(after.st_uid, before.st_uid);
        QVERIFY(Disk::names_in(disk / "copies").empty());
    }

    void hardLinksStayOneFile() {
        const Disk disk;
        const auto path = disk.write("x.yaml", "old");
        std::filesystem::create_hard_link(path, disk / "y.yaml");
        auto options = read_as(path, disk / "copies/deep");
        QCOMPARE(described(save_file(path, "the new text", options)),
                 "ask in place: Replacing " + printable_path(path) +
                     " by a new file would lose its hard link: the file's other name would keep the old text. Write "
                     "into the file itself instead? A copy of it is kept until that is done.");
        QCOMPARE(Disk::bytes_of(path), std::string("old"));
        options.in_place = true;
        const auto result = save_file(path, "the new text", options);
        QCOMPARE(described(result), std::string("saved"));
        QVERIFY(std::get<FileStamp>(result) == stamp(path));
        QCOMPARE(Disk::bytes_of(disk / "y.yaml"), std::string("the new text"));
        QVERIFY(Disk::names_in(disk / "copies/deep").empty());
    }
    void shorterTextInPlaceLeavesNoTail() {
        const Disk disk;
        const auto path = disk.write("x.yaml", std::string(10'000, 'o'));
        std::filesystem::create_hard_link(path, disk / "y.yaml");
        auto options = read_as(path, disk / "copies");
        options.in_place = true;
        QCOMPARE(described(save_file(path, "n", options)), std::string("saved"));
        QCOMPARE(Disk::bytes_of(path), std::string("n"));
    }
    void nothingIsWrittenInPlaceWithoutACopy() {
        const Disk disk;
        const auto path = disk.write("x.yaml", "old");
        std::filesystem::create_hard_link(path, disk / "y.yaml");
        auto options = read_as(path);
        options.in_place = true;
        QCOMPARE(described(save_file(path, "new", options)),
                 "error: Cannot save " + printable_path(path) +
                     ": there is no folder for a copy of it, without which it is not written in place.");
        options.recovery_directory = disk.write("file", "") / "below";
        QVERIFY(described(save_file(path, "new", options)).starts_with("error: "));
        QCOMPARE(Disk::bytes_of(path), std::string("old"));
    }
    void aFullDiskLeavesTheOldBytesInPlaceToo() {
        const Disk disk;
        const auto path = disk.write("x.yaml", "old");
        std::filesystem::create_hard_link(path, disk / "y.yaml");
        auto options = read_as(path, disk / "copies");
        options.in_place = true;
        Child child([&](int sender) {
            const rlimit limit{.rlim_cur = 1000, .rlim_max = 1000};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            send(sender, described(save_file(path, std::string(5000, 'n'), options)));
        });
        QCOMPARE(child.answer(),
                 "error: Cannot save " + printable_path(path) + ": it would be larger than files may be here.");
        QCOMPARE(Disk::bytes_of(path), std::string("old"));
        QVERIFY(Disk::names_in(disk / "copies").empty());
    }
};

QTEST_APPLESS_MAIN(SaveAttributesTest)
#include "save_attributes_test.moc"
