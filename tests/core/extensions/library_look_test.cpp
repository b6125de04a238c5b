// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/build_note.h"
#include "core/extensions/entry_symbol.h"
#include "core/extensions/library_look.h"
#include "tests/core/files/disk.h"

#include <QTest>
#include <cxxabi.h>
#include <dlfcn.h>
#include <elf.h>
#include <map>
#include <string>
#include <unistd.h>
#include <vector>

using namespace fairlead;
namespace fs = std::filesystem;

namespace {

const fs::path folder = FAIRLEAD_FIXTURE_LIBRARIES;

fs::path library(const std::string& name) { return folder / ("lib" + name + ".so"); }

/// The faults of a library as text, its path as LIB.
QString faults_of(const fs::path& path, const std::string& function = "sample::setup") {
    const auto target = std::get<EntryPointTarget>(parse_entry_point("x:" + function));
    QStringList lines;
    for (const LibraryFault& fault : look_at_library(path, target))
        lines += QString::fromStdString(fault.message).replace(QString::fromStdString(path.string()), "LIB");
    return lines.join('\n');
}

} // namespace

class LibraryLookTest : public QObject {
    Q_OBJECT

private slots:
    void libraryThatFitsHasNoFault_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"good", "good_debug", "good_release", "good_stripped", "good_lto", "good_gc",
                                 "good_mold", "good_sysv_hash", "undefined_sanitizer"})
            QTest::newRow(name) << name;
    }
    void libraryThatFitsHasNoFault() {
        QFETCH(QString, name);
        const auto path = library(name.toStdString());
        QCOMPARE(faults_of(path), QString());
        void* handle = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
        QVERIFY2(handle != nullptr, ::dlerror());
        const std::string function[] = {"sample", "setup"};
        QVERIFY(::dlsym(handle, entry_symbol(function).c_str()) != nullptr);
    }

    void libraryThatDoesNotFitSaysWhy_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("faults");
        QTest::newRow("no note") << "no_note"
                                 << "LIB was not built as an extension: it does not say for which of Fairlead's ABIs. "
                                    "Build it by CMake's fairlead_add_extension.";
        QTest::newRow("other ABI")
            << "other_abi"
            << "LIB was built for version 2 of Fairlead's ABI; this is version 1. Build it again "
               "with this Fairlead's headers.";
        QTest::newRow("old strings") << "old_strings"
                                     << "LIB was built with the old std::string, Fairlead with the new one. Build it "
                                        "without _GLIBCXX_USE_CXX11_ABI=0.";
        QTest::newRow("debug containers") << "debug_containers"
                                          << "LIB was built with _GLIBCXX_DEBUG, whose containers are laid out "
                                             "differently. Build it without.";
        QTest::newRow("one file with debug containers")
            << "mixed_builds"
            << "LIB was built with _GLIBCXX_DEBUG, whose containers are laid out differently. Build it without.";
        QTest::newRow("own runtime") << "own_runtime"
                                     << "LIB has a C++ runtime of its own, so that an exception would end the program. "
                                        "Link it without -static-libstdc++.";
        QTest::newRow("own runtime, hidden")
            << "own_hidden_runtime"
            << "LIB has a C++ runtime of its own, so that an exception would end the program. Link it without "
               "-static-libstdc++.";
        QTest::newRow("all hidden")
            << "all_hidden"
            << "LIB has `sample::setup`, but does not export it: it is static, or compiled with -fvisibility=hidden. "
               "Write [[gnu::visibility(\"default\")]] before it.";
        QTest::newRow("unresolved")
            << "unresolved"
            << "LIB needs what neither it nor this program has: `elsewhere::Model::run()`, "
               "`elsewhere::Model::~Model()`, `elsewhere::helper(std::__cxx11::basic_string<char, "
               "std::char_traits<char>, std::allocator<char> > const&)`, `vtable for "
               "elsewhere::Model`. Link the library that defines that.";
        QTest::newRow("resolved in part by a library")
            << "partly_resolved"
            << "LIB needs what neither it nor this program has: `elsewhere::Model::run()`, "
               "`elsewhere::Model::~Model()`, "
               "`vtable for elsewhere::Model`. Link the library that defines that.";
        if ((own_build().bits & BuildNote::address_sanitizer) != 0)
            return; // those two cannot be built for, nor end, a program with sanitizers of its own
        QTest::newRow("address sanitizer") << "address_sanitizer"
                                           << "LIB was built with AddressSanitizer, which ends a program that was not. "
                                              "Build it without -fsanitize=address.";
        QTest::newRow("thread sanitizer") << "thread_sanitizer"
                                          << "LIB was built with ThreadSanitizer, which ends a program that was not. "
                                             "Build it without -fsanitize=thread.";
        QTest::newRow("sanitizer without a note")
            << "address_sanitizer_below"
            << "LIB was built with AddressSanitizer, which ends a program that was not. Build it without "
               "-fsanitize=address.\nLIB was not built as an extension: it does not say for which of Fairlead's ABIs. "
               "Build it by CMake's fairlead_add_extension.";
    }
    void libraryThatDoesNotFitSaysWhy() {
        QFETCH(QString, name);
        QVERIFY(fs::exists(library(name.toStdString())));
        QTEST(faults_of(library(name.toStdString())), "faults");
    }

    void functionThatCannotBeCalledSaysWhy_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("fault");
        const QString must = ", but it must be `void %1(fairlead::DependencyContainer&)`.";
        const QString hidden =
            "LIB has `%1`, but does not export it: it is static, or compiled with -fvisibility=hidden. "
            "Write [[gnu::visibility(\"default\")]] before it.";
        QTest::newRow("right") << "sample::right"
                               << "";
        QTest::newRow("none") << "sample::nothing"
                              << "LIB has `sample::nothing()`" + must.arg("sample::nothing");
        QTest::newRow("int") << "sample::number"
                             << "LIB has `sample::number(int)`" + must.arg("sample::number");
        QTest::newRow("const") << "sample::constant"
                               << "LIB has `sample::constant(fairlead::DependencyContainer const&)`" +
                                      must.arg("sample::constant");
        QTest::newRow("pointer") << "sample::pointer"
                                 << "LIB has `sample::pointer(fairlead::DependencyContainer*)`" +
                                        must.arg("sample::pointer");
        QTest::newRow("two") << "sample::two"
                             << "LIB has `sample::two(fairlead::DependencyContainer&, int)`" + must.arg("sample::two");
        QTest::newRow("overloaded") << "sample::overloaded"
                                    << "LIB has `sample::overloaded()`, `sample::overloaded(int)`" +
                                           must.arg("sample::overloaded");
        QTest::newRow("extern C") << "plain"
                                  << "LIB has `extern \"C\" plain`" + must.arg("plain");
        QTest::newRow("static") << "sample::local" << hidden.arg("sample::local");
        QTest::newRow("hidden") << "sample::hidden" << hidden.arg("sample::hidden");
        QTest::newRow("unnamed namespace")
            << "sample::unnamed"
            << "LIB has `sample::unnamed`, but does not export it: it is in an unnamed namespace. Take it out of that.";
        QTest::newRow("missing")
            << "sample::setup"
            << "LIB has no function `void sample::setup(fairlead::DependencyContainer&)` (static, inline "
               "or in an unnamed namespace?). Functions of "
               "it that could be meant: `sample::right`, `sample::v2::moved`.";
        QTest::newRow("in an inline namespace")
            << "sample::moved"
            << "LIB has no function `void sample::moved(fairlead::DependencyContainer&)` (static, inline "
               "or in an unnamed namespace?). Functions of it that could be meant: `sample::v2::moved`, "
               "`sample::right`.";
        for (const char* nowhere : {"sample::never_called", "sample::of_a_template"})
            QTest::newRow(nowhere) << nowhere
                                   << QString("LIB has no function `void %1(fairlead::DependencyContainer&)` (static, "
                                              "inline or in an unnamed namespace?). Functions of it that could be "
                                              "meant: `sample::right`, `sample::v2::moved`.")
                                          .arg(nowhere);
        QTest::newRow("no namespace")
            << "right"
            << "LIB has no function `void right(fairlead::DependencyContainer&)` (static, inline or "
               "in an unnamed namespace?). Functions of it "
               "that could be meant: `sample::right`, `sample::v2::moved`.";
    }
    void functionThatCannotBeCalledSaysWhy() {
        QFETCH(QString, function);
        // The linkers list symbols in orders of their own.
        QString faults = faults_of(library("other_parameters"), function.toStdString());
        faults.replace("`sample::overloaded(int)`, `sample::overloaded()`",
                       "`sample::overloaded()`, `sample::overloaded(int)`");
        QTEST(faults, "fault");
    }

    void linkerNameIsTheCompilers_data() {
        QTest::addColumn<QString>("function");
        QTest::newRow("global") << "setup";
        QTest::newRow("in fairlead") << "fairlead::setup";
        QTest::newRow("below fairlead") << "fairlead::deep::setup";
        QTest::newRow("in the ABI's namespace") << "fairlead::abi1::inner";
    }
    void linkerNameIsTheCompilers() {
        QFETCH(QString, function);
        QCOMPARE(faults_of(library("lives_in_fairlead"), function.toStdString()), QString());
    }

    void fileThatIsNoLibrarySaysWhat_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("fault");
        QTest::newRow("empty") << QByteArray() << "LIB is empty.";
        QTest::newRow("text") << QByteArray("int main() {}\n") << "LIB is a text file, not a shared library.";
        QTest::newRow("UTF-8") << QByteArray("größe\n") << "LIB is a text file, not a shared library.";
        QTest::newRow("archive") << QByteArray("!<arch>\nx")
                                 << "LIB is a static library (an archive of object files), not a shared one.";
        QTest::newRow("wheel") << QByteArray("PK\x03\x04zip") << "LIB is a ZIP archive or a Python wheel.";
        QTest::newRow("Windows") << QByteArray("MZ\x90\0", 4) << "LIB is a Windows program or library.";
        QTest::newRow("bytes") << QByteArray("\0\1\2", 3)
                               << "LIB is not a shared library: it does not begin as an ELF file.";
        QTest::newRow("magic alone") << QByteArray("\x7F"
                                                   "ELF")
                                     << "LIB is cut short: it ends after 4 bytes.";
        QTest::newRow("header cut") << QByteArray("\x7F"
                                                  "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3",
                                                  17)
                                    << "LIB is cut short: it ends after 17 bytes.";
        QTest::newRow("32 bits") << QByteArray("\x7F"
                                               "ELF\1\1\1\0\0\0\0\0\0\0\0\0\3",
                                               17)
                                 << "LIB is a 32-bit library; this program has 64 bits.";
        QTest::newRow("other order") << QByteArray("\x7F"
                                                   "ELF\2\2\1\0\0\0\0\0\0\0\0\0\3",
                                                   17)
                                     << "LIB is for a machine with the other byte order.";
    }
    void fileThatIsNoLibrarySaysWhat() {
        QFETCH(QByteArray, bytes);
        const test::Disk disk;
        QTEST(faults_of(disk.write("libx.so", bytes.toStdString())), "fault");
    }

    void libraryOfAnotherKindSaysWhat_data() {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("machine");
        QTest::addColumn<QString>("fault");
        QTest::newRow("AArch64") << int(ET_DYN) << int(EM_AARCH64)
                                 << "LIB is built for AArch64; this program runs on x86-64.";
        QTest::newRow("unknown") << int(ET_DYN) << 60000
                                 << "LIB is built for a machine with the number 60000; this program runs on x86-64.";
        QTest::newRow("object file") << int(ET_REL) << int(EM_X86_64) << "LIB is an object file, not a shared library.";
        QTest::newRow("program") << int(ET_EXEC) << int(EM_X86_64) << "LIB is a program, not a shared library.";
        QTest::newRow("dump") << int(ET_CORE) << int(EM_X86_64) << "LIB is a memory dump, not a shared library.";
        QTest::newRow("nothing known") << 77 << int(EM_X86_64) << "LIB is damaged: its header names no kind of file.";
    }
    void libraryOfAnotherKindSaysWhat() {
#if !defined(__x86_64__)
        return; // the texts name this machine
#endif
        QFETCH(int, type);
        QFETCH(int, machine);
        std::string bytes = test::Disk::bytes_of(library("good"));
        bytes[16] = static_cast<char>(type);
        bytes[17] = static_cast<char>(type >> 8);
        bytes[18] = static_cast<char>(machine);
        bytes[19] = static_cast<char>(machine >> 8);
        const test::Disk disk;
        QTEST(faults_of(disk.write("libx.so", bytes)), "fault");
    }

    void programIsNoLibrary() {
        QCOMPARE(faults_of("/proc/self/exe").replace("/proc/self/exe", "LIB"),
                 QString("LIB is a program, not a shared library."));
    }

    void whatIsNoFileSaysSo() {
        const test::Disk disk;
        QCOMPARE(faults_of(disk.root()), QString("LIB is a folder, not a shared library."));
        QCOMPARE(faults_of("/dev/null"), QString("LIB is no file, not a shared library."));
        QCOMPARE(faults_of(disk / "none"), QString("LIB cannot be opened: No such file or directory."));
    }

    void libraryCutShortIsRefusedAtAnyLength() {
        // The header of sections stands last: what lacks only that is whole to the loader.
        const std::string bytes = test::Disk::bytes_of(library("good_stripped"));
        QCOMPARE(faults_of(library("good_stripped")), QString());
        std::size_t loaded = 0;
        Elf64_Ehdr header;
        std::memcpy(&header, bytes.data(), sizeof header);
        for (int i = 0; i < header.e_phnum; ++i) {
            Elf64_Phdr segment;
            std::memcpy(&segment, bytes.data() + header.e_phoff + static_cast<std::size_t>(i) * sizeof segment,
                        sizeof segment);
            if (segment.p_type == PT_LOAD)
                loaded = std::max(loaded, static_cast<std::size_t>(segment.p_offset + segment.p_filesz));
        }
        const test::Disk disk;
        for (std::size_t size = 0; size < loaded; size += size < 1000 ? 1 : 97) {
            const QString faults = faults_of(disk.write("libx.so", bytes.substr(0, size)));
            const bool right = size == 0 ? faults == "LIB is empty." : faults.startsWith("LIB is cut short");
            QVERIFY2(right, qPrintable(QString("%1 bytes: %2").arg(size).arg(faults)));
        }
    }

    void changedBytesGiveAnAnswer() {
        const std::string bytes = test::Disk::bytes_of(library("good"));
        const test::Disk disk;
        const unsigned seed = 20230417;
        // NOLINTNEXTLINE(bugprone-random-generator-seed): the same each time, and told
        std::srand(seed);
        for (int round = 0; round < 500; ++round) {
            std::string changed = bytes;
            for (int i = 0; i < 1 + round % 20; ++i) // most of what counts stands at the beginning
                changed[static_cast<std::size_t>(std::rand()) % (round % 2 != 0 ? 4096 : changed.size())] =
                    static_cast<char>(std::rand());
            const QString faults = faults_of(disk.write("libx.so", changed));
            QVERIFY2(faults.isEmpty() || faults.startsWith("LIB "),
                     qPrintable(QString("seed %1, round %2").arg(seed).arg(round)));
        }
    }
};

QTEST_APPLESS_MAIN(LibraryLookTest)
#include "library_look_test.moc"
