// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/store.h"
#include "core/extensions/build_note.h"
#include "core/extensions/extension_loader.h"
#include "core/extensions/manifest_search.h"
#include "tests/core/files/disk.h"

#include <fairlead/extension_error.h>
#include <fairlead/families.h>
#include <fairlead/init_fairseq2.h>

#include <QRegularExpression>
#include <QTest>
#include <dlfcn.h>
#include <fstream>
#include <map>
#include <string>

using namespace fairlead;
namespace fs = std::filesystem;

namespace {

const fs::path libraries = FAIRLEAD_FIXTURE_LIBRARIES;
const QString how = " Set `FAIRSEQ2_EXTENSION_TRACE` environment variable to print the stack trace.";
const QString wrong = " entry point cannot be run as an extension since its signature does not match "
                      "`extension_function(container: DependencyContainer)`.";

/// An installation whose manifest names the extension `first`, if there is one, then `broken`, then `last`.
class Installation {
public:
    Installation(const QString& first, const QString& broken, bool traced) {
        std::string text = "[project]\nname = \"lab\"\n[project.entry-points.\"fairseq2.extension\"]\n";
        for (const auto& [name, value] :
             {std::pair("first", first), std::pair("broken", broken), std::pair("last", QString(last))})
            text += value.isEmpty() ? "\n" : std::string(name) + " = \"" + full(value).toStdString() + "\"\n";
        disk_.write("manifests/lab.toml", text);
        disk_.write("manifests/variants/assets/cards.yaml", "name: packaged\nmodel_family: variants_model\n");
        disk_.write("manifests/libtext.so", "void setup(DependencyContainer&) {}\n");
        variables_["HOME"] = disk_.make_folder("home").string();
        variables_["XDG_DATA_DIRS"] = (disk_ / "none").string();
        variables_["FAIRSEQ2_ASSET_DIR"] = disk_.make_folder("system").string();
        variables_["FAIRLEAD_EXTENSION_PATH"] = (disk_ / "manifests").string();
        if (traced)
            variables_["FAIRSEQ2_EXTENSION_TRACE"] = "";
    }

    /// What fairseq2's own loop would do; the log is kept.
    std::unique_ptr<DependencyResolver> init() {
        return init_fairseq2({.log = [this](LogLevel, std::string_view line) { log_ += shown(line); },
                              .traces = &recorded_throws(),
                              .variable = variable()});
    }
    [[nodiscard]] std::vector<ExtensionRecord> discover() const {
        return discovered_extensions(find_manifests(extension_search_path(variable())));
    }
    [[nodiscard]] const QStringList& log() const noexcept { return log_; }

    /// With DIR for the libraries' folder and DISK for this one's.
    [[nodiscard]] QString shown(std::string_view text) const {
        return QString::fromUtf8(text.data(), qsizetype(text.size()))
            .replace(QString::fromStdString(libraries.string()), "DIR")
            .replace(QString::fromStdString(disk_.root().string()), "DISK");
    }
    [[nodiscard]] static QString full(const QString& value) {
        return value.startsWith("libtext") ? value : QString::fromStdString(libraries.string()) + "/" + value;
    }

    static constexpr const char* last = "libregisters.so:registers::two";

private:
    [[nodiscard]] std::function<const char*(const char*)> variable() const {
        return [this](const char* name) -> const char* {
            const auto found = variables_.find(name);
            return found == variables_.end() ? nullptr : found->second.c_str();
        };
    }

    test::Disk disk_;
    std::map<std::string, std::string> variables_;
    QStringList log_;
};

/// `file:line` of the words behind HERE.
QString place(const std::string& words) {
    std::ifstream stream(FAIRLEAD_TEST_FIXTURES "/extensions/variants.cpp");
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number)
        if (line.ends_with("// HERE " + words))
            return QString("variants.cpp:%1").arg(number);
    return "no such words";
}

/// The innermost frame that is neither the system's nor Fairlead's, as `file:line`.
QString top_place(const ReportedException& exception) {
    const auto top = std::ranges::find(exception.frames, false, &TraceFrame::foreign);
    if (top == exception.frames.end())
        return "no frame";
    return QString("%1:%2").arg(QString::fromStdString(fs::path(top->file).filename().string())).arg(top->line);
}

QStringList registered(const ExtensionRecord& record) {
    QStringList names;
    for (const RegistrationInfo& info : record.registered) {
        const std::string type = info.kls.name();
        names += QString::fromStdString(type.substr(type.rfind('.') + 1) + (info.key ? ":" + *info.key : ""));
    }
    return names;
}

const QStringList all = {"AssetMetadataSource",           "AssetMetadataSource", "ModelFamily:variants_model",
                         "DatasetFamily:variants_corpus", "ModelConfig:base",    "ModelConfig:wide"};

} // namespace

/// The example of an extension, broken in every way that we know: what is said of it and what stays of it.
class VariantsTest : public QObject {
    Q_OBJECT

private slots:
    void cleanupTestCase() {
        if (void* library = ::dlopen((libraries / "libvariants.so").c_str(), RTLD_LAZY | RTLD_NOLOAD))
            reinterpret_cast<void (*)()>(::dlsym(library, "variants_end_threads"))(); // it is there still, and no harm
        else
            QFAIL("the library was closed");
    }

    void unbrokenOneRegistersAllOfIt() {
        Installation installation({}, "libvariants.so:variants::setup", true);
        const auto resolver = installation.init();
        QCOMPARE(installation.log(),
                 (QStringList{"DIR/libvariants.so:variants::setup extension registered successfully.",
                              "DIR/libregisters.so:registers::two extension registered "
                              "successfully."}));
        const auto families = resolver->iter_keys<ModelFamily>();
        QCOMPARE(families, std::vector<Key>{"variants_model"});
        QCOMPARE(resolver->resolve<ModelFamily>("variants_model")->get_archs(),
                 (std::set<std::string>{"base", "wide", "late"}));
    }

    void staticMemberFunctionIsAFunction() {
        Installation installation({}, "libvariants.so:variants::Registry::registers", true);
        const auto resolver = installation.init();
        QCOMPARE(resolver->iter_keys<ModelFamily>(), std::vector<Key>{"variants_model"});
    }

    void memberFunctionIsRefusedWithAReason() {
        Installation installation({}, "libvariants.so:variants::Registry::member", false);
        DependencyContainer container;
        auto records = installation.discover();
        load_extensions(container, records, {.traces = &recorded_throws()});
        QCOMPARE(records[0].failure, ExtensionFailure::wrong_signature);
        QCOMPARE(installation.shown(records[0].exceptions.front().message),
                 "DIR/libvariants.so has `variants::Registry::member` as a member function that is called for an "
                 "object, but an extension's function has none: make it static, or take it out of its class.");
    }

    void brokenOneIsToldOfAndWhatItRegisteredStays_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("broken");
        QTest::addColumn<QStringList>("causes"); // of the ExtensionError, outermost first
        QTest::addColumn<QString>("top");        // of the innermost cause; empty: nothing of it ran
        QTest::addColumn<QStringList>("stays");
        const QString import = "fairlead::ExtensionImportError: ";
        const auto row = [](const char* name, const QString& broken, const QStringList& causes, const QString& top = {},
                            const QStringList& stays = {}, const QString& first = {}) {
            QTest::newRow(name) << first << broken << causes << top << stays;
        };
        row("throws", "libvariants.so:variants::throws", {"std::runtime_error: The vocabulary a.txt cannot be read."},
            place("vocabulary"), all);
        row("throws nested", "libvariants.so:variants::throws_nested",
            {"variants::SetupError: The tokenizer cannot be registered.",
             "std::runtime_error: The vocabulary a.txt cannot be read."},
            place("vocabulary"), all);
        row("throw 42", "libvariants.so:variants::throws_42", {"int: 42"}, place("42"), all);
        row("wrong parameter type", "libvariants.so:variants::wrong_parameter", {});
        row("member function", "libvariants.so:variants::Registry::member", {});
        row("missing symbol", "libvariants.so:variants::absent",
            {import + "DIR/libvariants.so has no function `void variants::absent(fairlead::DependencyContainer&)` "
                      "(static, inline or in an unnamed namespace?)."});
        row("unresolved symbol", "libvariants_unresolved.so:variants::setup",
            {import + "DIR/libvariants_unresolved.so needs what neither it nor this program has: "
                      "`variants::defined_nowhere(std::__cxx11::basic_string<char, std::char_traits<char>, "
                      "std::allocator<char> > const&)`. Link the library that defines that."});
        row("text file", "libtext.so:variants::setup",
            {import + "DISK/manifests/libtext.so is a text file, not a shared library."});
        row("other ABI", "libvariants_next_abi.so:variants::setup",
            {import + "DIR/libvariants_next_abi.so was built for version 2 of Fairlead's ABI; this is version 1. Build "
                      "it again with this Fairlead's headers."});
        row("other ABI of C++", "libvariants_old_strings.so:variants::setup",
            {import + "DIR/libvariants_old_strings.so was built with the old std::string, Fairlead with the new one. "
                      "Build it without _GLIBCXX_USE_CXX11_ABI=0."});
        if ((own_build().bits & (BuildNote::address_sanitizer | BuildNote::thread_sanitizer)) == 0)
            row("built with a sanitizer", "libvariants_sanitizer.so:variants::setup",
                {import + "DIR/libvariants_sanitizer.so was built with AddressSanitizer, which ends a program that was "
                          "not. Build it without -fsanitize=address."});
        row("registers twice", "libvariants.so:variants::registers_twice",
            {"fairlead::InvalidOperationError: `<class 'fairlead.ModelFamily'>` has already a registered provider."},
            place("twice"), all);
        row("registers an architecture twice", "libvariants.so:variants::registers_an_arch_twice",
            {"fairlead::InvalidOperationError: `<class 'variants.ModelConfig'>` has already a registered provider."},
            place("arch twice"), all);
        row("resolves", "libvariants.so:variants::resolves",
            {"fairlead::InvalidOperationError: No new objects can be registered after the first `resolve()` call."},
            place("late"), all);
        row("thread that outlives its setup", "libvariants.so:variants::leaves_a_thread",
            {"std::runtime_error: A worker is still running."}, place("thread"), all);
        row("config of the same name from two libraries", "libvariants_other_layout.so:variants::second_of_a_name",
            {"fairlead::TypeConflictError: `<class 'variants.ModelConfig'>` is laid out differently in "
             "DIR/libvariants.so (8 bytes, aligned to 8) and DIR/libvariants_other_layout.so (40 bytes, aligned to 8). "
             "Give one of the two another name or namespace."},
            place("second"), {"AssetMetadataSource"}, "libvariants.so:variants::setup");
    }
    void brokenOneIsToldOfAndWhatItRegisteredStays() {
        QFETCH(QString, first);
        QFETCH(QString, broken);
        QFETCH(QStringList, causes);
        QFETCH(QString, top);
        QFETCH(QStringList, stays);
        const bool freezes = broken.endsWith("::resolves");
        const bool unfit = causes.isEmpty();

        // Untraced: a warning, and the rest goes on with what was registered till then.
        Installation untraced(first, broken, false);
        const QString value = untraced.shown(Installation::full(broken).toStdString());
        QStringList warnings(value + (unfit ? " entry point is not a valid extension." : " extension failed.") + how);
        if (freezes)
            warnings += "DIR/" + QString(Installation::last) + " extension failed." + how;
        const auto resolver = untraced.init();
        QCOMPARE(untraced.log(), warnings);
        const bool whole = stays == all || !first.isEmpty();
        QCOMPARE(resolver->iter_keys<ModelFamily>(), whole ? std::vector<Key>{"variants_model"} : std::vector<Key>());
        QCOMPARE(resolver->iter_keys<DatasetFamily>(),
                 whole ? std::vector<Key>{"variants_corpus"} : std::vector<Key>());
        if (whole) {
            QCOMPARE(resolver->resolve<ModelFamily>("variants_model")->get_archs(),
                     first.isEmpty() ? (std::set<std::string>{"base", "wide"})
                                     : (std::set<std::string>{"base", "wide", "late"}));
            QCOMPARE(resolver->resolve<AssetStore>()->retrieve_card("packaged").name, std::string("packaged"));
        }

        // The record says the same, in order.
        DependencyContainer container;
        auto records = untraced.discover();
        load_extensions(container, records, {.traces = &recorded_throws()});
        const ExtensionRecord& record = records[first.isEmpty() ? 0 : 1];
        QCOMPARE(untraced.shown(record.warning), warnings[0]);
        QCOMPARE(registered(record), stays);
        QVERIFY(record.state != ExtensionState::registered);
        QCOMPARE(records.back().state == ExtensionState::registered, !freezes);
        QCOMPARE(record.froze, freezes);

        // Traced: the error, whose it is, and what it wraps, from where that was thrown.
        Installation traced(first, broken, true);
        std::exception_ptr thrown;
        try {
            (void)traced.init();
        } catch (const ExtensionError& error) {
            thrown = std::current_exception();
            QCOMPARE(traced.shown(error.entry_point()), value);
            const QString owner = QString("broken, DISK/manifests/lab.toml:5");
            const QString details = traced.shown(error.details());
            QVERIFY2(unfit ? details.startsWith(owner + ": ") : details == owner, qPrintable(details));
        }
        QVERIFY(thrown);
        const auto report = report_exception(thrown, &recorded_throws());
        QStringList chain;
        for (const ReportedException& exception : report)
            chain += traced.shown(exception.type + ": " + exception.message);
        // Which ones could be meant is for library_look_test to say.
        chain.last().remove(QRegularExpression(" Functions of it that could be meant: .+$"));
        const QString error = "fairlead::ExtensionError: " + value + (unfit ? wrong : QString(" extension failed."));
        QCOMPARE(chain.join('\n'), (QStringList(error) + causes).join('\n'));
        if (!top.isEmpty())
            QCOMPARE(top_place(report.back()), top);
    }

    // The error passes a function that has more to tidy up than any other here.
    void familyOfAnEarlierOneIsRefusedNamingBoth() {
        const Installation installation("libvariants.so:variants::setup", "libvariants.so:variants::throws", false);
        DependencyContainer container;
        auto records = installation.discover();
        load_extensions(container, records, {.traces = &recorded_throws()});
        const ExtensionRecord& record = records[1];
        QVERIFY(record.failure == ExtensionFailure::threw);
        QCOMPARE(registered(record), (QStringList{"AssetMetadataSource", "AssetMetadataSource"}));
        const auto& report = record.exceptions;
        QCOMPARE(report.back().message,
                 std::string("`<class 'fairlead.ModelFamily'>` has already a registered provider."));
        const QString details = QString::fromStdString(report.back().details);
        QVERIFY2(details.contains(" by first, ") && details.contains(" by broken, "), qPrintable(details));
        QVERIFY(records.back().state == ExtensionState::registered);
    }
};

QTEST_APPLESS_MAIN(VariantsTest)
#include "variants_test.moc"
