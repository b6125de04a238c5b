// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/read.h"
#include "tests/core/files/child.h"
#include "tests/core/files/disk.h"

#include <QtTest>
#include <sys/socket.h>
#include <sys/un.h>

using namespace fairlead;
using fairlead::test::as_plain_user;
using fairlead::test::Disk;

namespace {

std::string described(const ReadResult& result) {
    const auto* error = std::get_if<FileError>(&result);
    return error ? error->message : std::get<FileContent>(result).bytes;
}

constexpr std::size_t limit = 1000;

} // namespace

class ReadTest : public QObject {
    Q_OBJECT

private slots:
    void bytesComeAsTheyAre() {
        const Disk disk;
        const std::string bytes("a\0\r\n\xff\xef\xbb\xbf", 8);
        const auto path = disk.write("x.yaml", bytes);
        const auto result = read_file(path, limit);
        const auto& content = std::get<FileContent>(result);
        QCOMPARE(content.bytes, bytes);
        QVERIFY(content.writable);
        QCOMPARE(content.stamp.size, bytes.size());
        QVERIFY(content.stamp == test::stamp(path));
    }

    void sizeIsLimited_data() {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("read");
        QTest::newRow("empty") << 0 << true;
        QTest::newRow("below") << int(limit) - 1 << true;
        QTest::newRow("at the limit") << int(limit) << true;
        QTest::newRow("above") << int(limit) + 1 << false;
    }
    void sizeIsLimited() {
        QFETCH(int, size);
        QFETCH(bool, read);
        const Disk disk;
        const auto result = read_file(disk.write("x", std::string(std::size_t(size), 'x')), limit);
        QCOMPARE(std::holds_alternative<FileContent>(result), read);
        if (read)
            QCOMPARE(std::get<FileContent>(result).bytes.size(), std::size_t(size));
        else
            QCOMPARE(int(std::get<FileError>(result).what), int(FileError::What::too_large));
    }
    void theLimitIsSaid() {
        const Disk disk;
        const auto path = disk.write("x", std::string(3 << 20, 'x'));
        QCOMPARE(described(read_file(path, 2 << 20)),
                 printable_path(path) + " has 3.0 MiB. Files over 2 MiB are not read: split it.");
        // One byte too many does not read as the limit.
        const auto more = disk.write("y", std::string((2 << 20) + 1, 'x'));
        QCOMPARE(described(read_file(more, 2 << 20)),
                 printable_path(more) + " has 2.1 MiB. Files over 2 MiB are not read: split it.");
    }

    void whatIsNoFileIsRefused() {
        const Disk disk;
        const auto name = [&](const char* file) { return printable_path(disk / file); };
        QCOMPARE(described(read_file(disk / "none", limit)), name("none") + " does not exist.");
        disk.write("file", "");
        QCOMPARE(described(read_file(disk / "file/x", limit)),
                 name("file/x") + " does not exist: a part of its path is a file, not a folder.");
        disk.make_folder("folder");
        QCOMPARE(described(read_file(disk / "folder", limit)), name("folder") + " is a folder, not a regular file.");
        QCOMPARE(::mkfifo((disk / "fifo").c_str(), 0644), 0);
        QCOMPARE(described(read_file(disk / "fifo", limit)),
                 name("fifo") + " is a FIFO (a named pipe), not a regular file.");
        QCOMPARE(described(read_file("/dev/zero", limit)), std::string("/dev/zero is a device, not a regular file."));

        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string path = (disk / "socket").string();
        QVERIFY(path.size() < sizeof address.sun_path);
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QVERIFY(socket >= 0 && ::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        ::close(socket);
        QCOMPARE(described(read_file(path, limit)), path + " is a socket, not a regular file.");
    }

    void linksAreFollowed() {
        const Disk disk;
        disk.write("target", "text");
        std::filesystem::create_symlink("target", disk / "link");
        QCOMPARE(described(read_file(disk / "link", limit)), std::string("text"));
        std::filesystem::create_symlink("nowhere", disk / "dangling");
        QCOMPARE(described(read_file(disk / "dangling", limit)),
                 printable_path(disk / "dangling") + " does not exist.");
        std::filesystem::create_symlink("loop", disk / "loop");
        QCOMPARE(described(read_file(disk / "loop", limit)),
                 "Cannot read " + printable_path(disk / "loop") + ": its links lead in a circle, or through too many.");
    }

    void permissionsCount() {
        const Disk disk;
        const auto secret = disk.write("secret", "text", 0);
        const auto inside = disk.write("closed/x", "text");
        const auto fixed = disk.write("fixed", "text", 0444);
        disk.make_folder("closed", 0);
        const auto forbidden = [](const std::filesystem::path& path) {
            return "You may not read " + printable_path(path) +
                   ": its permissions, or those of a folder above it, forbid it.";
        };
        QCOMPARE(as_plain_user([&] { return described(read_file(secret, limit)); }), forbidden(secret));
        QCOMPARE(as_plain_user([&] { return described(read_file(inside, limit)); }), forbidden(inside));
        QCOMPARE(as_plain_user([&] {
                     const auto result = read_file(fixed, limit);
                     return std::get<FileContent>(result).bytes +
                            (std::get<FileContent>(result).writable ? " writable" : " read-only");
                 }),
                 std::string("text read-only"));
        disk.make_folder("closed");
    }

    void kernelFilesWithoutASizeAreRead() {
        const auto result = read_file("/proc/self/status", 1 << 20);
        QVERIFY2(described(result).starts_with("Name:"), described(result).c_str());
        QVERIFY(std::get<FileContent>(result).bytes.size() > 100);
    }

    void growingAndShrinkingFilesAreReadAsFarAsTheyAre() {
        const Disk disk;
        const auto path = disk.write("x", "");
        test::Child writer([&](int sender) {
            for (int i = 0; i < 3000; ++i)
                std::ofstream(path, std::ios::binary) << std::string(std::size_t(i % 7) * 5000, 'x');
            test::send(sender, "x");
        });
        int reads = 0;
        bool done = false;
        while (!done) {
            done = reads % 64 == 63 && ::waitpid(-1, nullptr, WNOHANG) != 0;
            const auto result = read_file(path, 1 << 20);
            QVERIFY2(std::holds_alternative<FileContent>(result), described(result).c_str());
            QCOMPARE(described(result).find_first_not_of('x'), std::string::npos);
            ++reads;
        }
    }

    void pathsArePrintable_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("plain") << QByteArray("/a/b.yaml") << QByteArray("/a/b.yaml");
        QTest::newRow("UTF-8") << QByteArray("/ä/模/\xf0\x9f\x98\x80") << QByteArray("/ä/模/\xf0\x9f\x98\x80");
        QTest::newRow("Latin-1") << QByteArray("/\xe4/b") << QByteArray("/\\xe4/b");
        QTest::newRow("cut short") << QByteArray("a\xe2\x82") << QByteArray("a\\xe2\\x82");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QByteArray("\\xc0\\xaf");
        QTest::newRow("overlong of three") << QByteArray("\xe0\x80\xaf") << QByteArray("\\xe0\\x80\\xaf");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray("\\xed\\xa0\\x80");
        QTest::newRow("above Unicode") << QByteArray("\xf4\x90\x80\x80") << QByteArray("\\xf4\\x90\\x80\\x80");
        QTest::newRow("empty") << QByteArray("") << QByteArray("");
    }
    void pathsArePrintable() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, shown);
        QCOMPARE(QByteArray::fromStdString(printable_path(path.toStdString())), shown);
    }
    void namesThatAreNoUtf8AreRead() {
        const Disk disk;
        const auto path = disk.write("caf\xe9.yaml", "text");
        QCOMPARE(described(read_file(path, limit)), std::string("text"));
    }
};

QTEST_APPLESS_MAIN(ReadTest)
#include "read_test.moc"
