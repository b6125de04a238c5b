// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "cards.h"
#include "tests/core/files/child.h"

#include <QtTest>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

using namespace fairlead;
using namespace fairlead::test;

namespace {

void make_socket(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.native().copy(address.sun_path, sizeof address.sun_path - 1);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    if (socket < 0 || ::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        std::abort();
    ::close(socket);
}

/// The files read, without the folder's own path.
QString files_of(const Catalog& catalog) {
    QStringList files;
    for (const CardFile& file : catalog.files()) {
        const auto folder = catalog.source_path(file.source);
        const auto path = file.path.native();
        files << text_of(printable_path(path.substr(std::min(path.size(), folder.size() + 1))));
    }
    return files.join(' ');
}

/// The notes' texts, a line each, with the folder as ROOT.
QString notes_of(const Catalog& catalog) {
    QStringList notes;
    for (const WalkNote& note : catalog.walk_notes())
        notes << text_of(note.message).replace(text_of(catalog.sources()[note.source].path.string()), "ROOT");
    return notes.join('\n');
}

QString verdict_of(const Catalog& catalog) { return text_of(store_verdict(catalog).error); }

} // namespace

/// Expectations are what fairseq2 0.8.1 does with the same folders.
class WalkTest : public QObject {
    Q_OBJECT

private slots:
    void filesComeBeforeSubFolders() {
        const Disk disk;
        for (const char* name : {"b/x.yaml", "b/a/y.yaml", "c.yaml", "a/z.yml", "z.yaml"})
            disk.write(name, "");
        QCOMPARE(files_of(Catalog::load({file_source(disk.root())}, in_order())),
                 "c.yaml z.yaml a/z.yml b/x.yaml b/a/y.yaml");
    }
    void packagesTakeFilesAndFoldersAsTheyCome() {
        const Disk disk;
        for (const char* name : {"b/x.yaml", "b/a/y.yaml", "c.yaml", "a/z.yml", "z.yaml", "__init__.py"})
            disk.write(name, "");
        QCOMPARE(files_of(Catalog::load({package_source("p.cards", disk.root())}, in_order())),
                 "a/z.yml b/a/y.yaml b/x.yaml c.yaml z.yaml");
    }
    void theOrderIsTheSystems() {
        const Disk disk;
        disk.write("a.yaml", "");
        disk.write("b.yaml", "");
        disk.write("c.yaml", "");
        const auto reversed = [](const std::filesystem::path& folder) {
            auto entries = list_sorted(folder);
            std::reverse(entries.begin(), entries.end());
            return entries;
        };
        QCOMPARE(files_of(Catalog::load({file_source(disk.root())}, {.list_directory = reversed})),
                 "c.yaml b.yaml a.yaml");
        QStringList names;
        for (const auto& entry : std::filesystem::directory_iterator(disk.root()))
            names << text_of(entry.path().filename().string());
        QCOMPARE(files_of(Catalog::load({file_source(disk.root())})), names.join(' '));
    }
    void onlyTwoSuffixesCount() {
        const Disk disk;
        for (const char* name : {".yaml", ".hidden.yaml", "a.YAML", "a.Yml", "a.json", "a.txt", "a.yaml", "a.yaml.bak",
                                 "a.yml", ".hidden/x.yaml", "__pycache__/x.yaml", "yaml"})
            disk.write(name, "");
        const auto catalog = Catalog::load({file_source(disk.root())}, in_order());
        QCOMPARE(files_of(catalog), ".hidden.yaml a.yaml a.yml .hidden/x.yaml __pycache__/x.yaml");
        const QString text = "ROOT/%1 is not read: fairseq2 reads files whose names end in .yaml or .yml, in small "
                             "letters and after a name.";
        QCOMPARE(
            notes_of(catalog),
            QStringList({text.arg(".yaml"), text.arg("a.YAML"), text.arg("a.Yml"), text.arg("a.json")}).join('\n'));
        QCOMPARE(verdict_of(catalog), "loads");
    }
    void aSourceThatIsAFileIsReadWhateverItsName() {
        const Disk disk;
        const auto path = disk.write("cards.txt", "name: m\n");
        const auto catalog = Catalog::load({file_source(path)});
        QCOMPARE(names_of(catalog), "m@");
        QCOMPARE(text_of(catalog.file(0).shown), text_of(path.string()));
        QCOMPARE(text_of(catalog.file(0).base_path), text_of(std::filesystem::canonical(disk.root()).string()));
    }

    void linksToFilesAreRead() {
        const Disk disk;
        disk.write("elsewhere/real", "name: m\n");
        disk.make_folder("cards");
        std::filesystem::create_symlink("../elsewhere/real", disk / "cards/link.yaml");
        std::filesystem::create_symlink("nowhere", disk / "cards/dangling.yaml");
        const auto catalog = Catalog::load({file_source(disk / "cards")}, in_order());
        QCOMPARE(names_of(catalog), "m@");
        QCOMPARE(verdict_of(catalog), "loads");
        QCOMPARE(notes_of(catalog), "ROOT/dangling.yaml is a link to a file that does not exist.");
        // Relative paths of the card start where the link is.
        QCOMPARE(text_of(catalog.file(0).base_path), text_of(std::filesystem::canonical(disk / "cards").string()));
    }
    void linkedFoldersAreNotEntered() {
        const Disk disk;
        disk.write("elsewhere/x.yaml", "name: m\n");
        disk.make_folder("cards");
        std::filesystem::create_directory_symlink("../elsewhere", disk / "cards/link");
        const auto catalog = Catalog::load({file_source(disk / "cards")}, in_order());
        QCOMPARE(files_of(catalog), "");
        QCOMPARE(notes_of(catalog), "ROOT/link is a link to a folder: fairseq2 does not look into it.");
        QCOMPARE(verdict_of(catalog), "loads");
        QCOMPARE(files_of(Catalog::load({package_source("p", disk / "cards")}, in_order())), "link/x.yaml");
    }
    void aLinkToAFolderThatIsCalledAsACardFileStopsFairseq2() {
        const Disk disk;
        disk.make_folder("elsewhere");
        disk.write("cards/a.yaml", "name: m\n");
        disk.write("cards/c.yaml", "- no card\n");
        std::filesystem::create_directory_symlink("../elsewhere", disk / "cards/b.yaml");
        const auto catalog = Catalog::load({file_source(disk / "cards")}, in_order());
        QCOMPARE(files_of(catalog), "a.yaml c.yaml");
        QCOMPARE(verdict_of(catalog), "OperationalError: A system error occurred.");
        disk.write("cards/a.yaml", "- no card\n");
        QVERIFY(verdict_of(Catalog::load({file_source(disk / "cards")}, in_order())).startsWith("AssetMetadataError"));
    }
    void aFolderThatIsCalledAsACardFileIsAFolder() {
        const Disk disk;
        disk.write("x.yaml/y.yaml", "name: m\n");
        const auto catalog = Catalog::load({file_source(disk.root())}, in_order());
        QCOMPARE(files_of(catalog), "x.yaml/y.yaml");
        QCOMPARE(verdict_of(catalog), "loads");
    }
    void aPackageWithACircleOfLinksEnds() {
        const Disk disk;
        disk.write("a/x.yaml", "name: m\n");
        std::filesystem::create_directory_symlink("..", disk / "a/up");
        std::filesystem::create_directory_symlink(".", disk / "a/same");
        const auto catalog = Catalog::load({package_source("p", disk.root())}, in_order());
        QVERIFY(!catalog.files().empty());
        QVERIFY(catalog.files().size() < 10);
    }

    void specialFilesAreNotRead() {
        const Disk disk;
        QCOMPARE(::mkfifo((disk / "fifo.yaml").c_str(), 0644), 0);
        auto catalog = Catalog::load({file_source(disk.root())}, in_order());
        QCOMPARE(notes_of(catalog), "ROOT/fifo.yaml is a FIFO (a named pipe), not a regular file.");
        QCOMPARE(verdict_of(catalog),
                 "EndlessLoop: " + text_of((std::filesystem::canonical(disk.root()) / "fifo.yaml").string()) +
                     " is waited for without end.");
        std::filesystem::remove(disk / "fifo.yaml");
        make_socket(disk / "socket.yaml");
        catalog = Catalog::load({file_source(disk.root())}, in_order());
        QCOMPARE(notes_of(catalog), "ROOT/socket.yaml is a socket, not a regular file.");
        QCOMPARE(verdict_of(catalog), "OperationalError: A system error occurred.");
        std::filesystem::remove(disk / "socket.yaml");
        std::filesystem::create_symlink("/dev/zero", disk / "device.yaml");
        catalog = Catalog::load({file_source(disk.root())}, in_order());
        QCOMPARE(notes_of(catalog), "ROOT/device.yaml is a device, not a regular file.");
        QCOMPARE(verdict_of(catalog),
                 "AssetMetadataError: " + text_of((std::filesystem::canonical(disk.root()) / "device.yaml").string()) +
                     " cannot be loaded as YAML.");
    }
    void theNullDeviceIsAnEmptyFile() {
        const Disk disk;
        std::filesystem::create_symlink("/dev/null", disk / "off.yaml");
        const auto catalog = Catalog::load({file_source(disk.root())}, in_order());
        QCOMPARE(files_of(catalog), "off.yaml");
        QCOMPARE(verdict_of(catalog), "loads");
    }
    void aCircleOfLinksIsASystemError() {
        const Disk disk;
        std::filesystem::create_symlink("a.yaml", disk / "a.yaml");
        QCOMPARE(verdict_of(Catalog::load({file_source(disk.root())}, in_order())),
                 "OperationalError: A system error occurred.");
        QVERIFY(verdict_of(Catalog::load({file_source(disk / "a.yaml")}, in_order()))
                    .startsWith("RuntimeError: Symlink loop from "));
    }
    void namesThatAreNoUtf8AreRead() {
        const Disk disk;
        disk.write("caf\xe9.yaml", "name: m\n---\n");
        const auto catalog = Catalog::load({file_source(disk.root())}, in_order());
        QCOMPARE(files_of(catalog), "caf\\xe9.yaml");
        QVERIFY(verdict_of(catalog).contains("/caf\\xe9.yaml is expected to be of type"));
    }

    void missingSources() {
        const Disk disk;
        auto source = file_source(disk / "none");
        const auto name = text_of(source.name);
        auto catalog = Catalog::load({source});
        QCOMPARE(verdict_of(catalog), "AssetSourceNotFoundError: " + name + " asset source is not found.");
        QCOMPARE(notes_of(catalog), "ROOT does not exist.");
        source.if_missing = IfMissing::nothing;
        QCOMPARE(verdict_of(Catalog::load({source})), "loads");
        QCOMPARE(notes_of(Catalog::load({source})), "");
        source.if_missing = IfMissing::note;
        catalog = Catalog::load({source});
        QCOMPARE(verdict_of(catalog), "loads");
        QCOMPARE(notes_of(catalog), "ROOT does not exist, so that nothing is checked there. fairseq2 looks for this "
                                    "directory by itself, and goes on without it.");
        disk.write("file", "");
        QCOMPARE(verdict_of(Catalog::load({file_source(disk / "file/below")})),
                 "OperationalError: A system error occurred.");
        QCOMPARE(verdict_of(Catalog::load({package_source("no.package", disk / "none")})),
                 "AssetSourceNotFoundError: package:no.package asset source is not found.");
    }
    void unreadableFoldersAndFiles() {
        const Disk disk;
        disk.write("sub/closed/x.yaml", "name: hidden\n");
        disk.write("sub/y.yaml", "name: m\n");
        disk.write("listed/x.yaml", "name: hidden\n");
        disk.write("file/x.yaml", "name: secret\n", 0);
        disk.make_folder("sub/closed", 0);
        disk.make_folder("listed", 0644);
        const auto as_user = [&](const char* folder) {
            return text_of(as_plain_user([&] {
                const auto catalog = Catalog::load({file_source(disk / folder)}, {.list_directory = {}});
                return (names_of(catalog) + "|" + verdict_of(catalog) + "|" + notes_of(catalog)).toStdString();
            }));
        };
        const auto sub = as_user("sub");
        const auto closed = as_user("sub/closed");
        const auto listed = as_user("listed");
        const auto file = as_user("file");
        disk.make_folder("sub/closed");
        disk.make_folder("listed");
        QCOMPARE(sub, "m@|loads|ROOT/closed cannot be read (Permission denied): fairseq2 passes over it silently.");
        QCOMPARE(closed, "|OperationalError: A system error occurred.|ROOT cannot be read: Permission denied.");
        QCOMPARE(listed, "|OperationalError: A system error occurred.|ROOT cannot be read: Permission denied.");
        QCOMPARE(file, "|OperationalError: A system error occurred.|");
    }

    void aStopEndsTheWalk() {
        const Disk disk;
        for (int i = 0; i < 50; ++i)
            disk.write("f" + std::to_string(i) + ".yaml", "name: m" + std::to_string(i) + "\n");
        std::stop_source stop;
        CatalogOptions options;
        options.stop = stop.get_token();
        options.progress = [&](const LoadProgress& progress) {
            if (progress.files >= 16)
                stop.request_stop();
        };
        const auto catalog = Catalog::load({file_source(disk.root())}, options);
        QCOMPARE(catalog.files().size(), std::size_t(16));
        QCOMPARE(catalog.card_count(), std::size_t(16));
    }
};

QTEST_APPLESS_MAIN(WalkTest)
#include "walk_test.moc"
