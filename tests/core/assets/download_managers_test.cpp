// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/download_managers.h"
#include "tests/core/container/error_text.h"

#include <fairlead/dependency_container.h>

#include <QTest>

using namespace fairlead;
using test::thrown_by;

namespace {

/// Says what it was asked for.
class Recording final : public AssetDownloadManager {
public:
    explicit Recording(std::vector<std::string> schemes) : schemes_(std::move(schemes)) {}
    std::filesystem::path download_model(const Uri& uri, const DownloadOptions& options) override {
        return "model " + uri.str() + (options.force ? " forced" : "");
    }
    std::filesystem::path download_tokenizer(const Uri& uri, const DownloadOptions& options) override {
        return "tokenizer " + uri.str() + (options.local_only ? " local" : "");
    }
    std::filesystem::path download_dataset(const Uri& uri, const DownloadOptions&) override {
        throw AssetDownloadError(uri, "The lab is closed.");
    }
    std::vector<std::string> supported_schemes() const override { return schemes_; }

private:
    std::vector<std::string> schemes_;
};

void register_managers(DependencyContainer& container, const std::vector<std::vector<std::string>>& managers) {
    container.register_type<AssetDownloadManager, DelegatingAssetDownloadManager>({.singleton = true});
    container.collection().register_type<AssetDownloadManager, LocalAssetDownloadManager>();
    for (const auto& schemes : managers)
        container.collection().register_instance<AssetDownloadManager>(std::make_shared<Recording>(schemes));
}

} // namespace

class DownloadManagersTest : public QObject {
    Q_OBJECT

private slots:
    void localOneGivesThePathAsItStands_data() {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QString>("path");
        QTest::newRow("file") << "file:///a/b.safetensors"
                              << "/a/b.safetensors";
        QTest::newRow("not decoded") << "file:///a%20b"
                                     << "/a%20b";
        QTest::newRow("no slashes") << "file:/a"
                                    << "/a";
        QTest::newRow("host") << "file://host/a"
                              << "host/a";
        QTest::newRow("capitals") << "FILE:///A"
                                  << "/A";
    }
    void localOneGivesThePathAsItStands() {
        QFETCH(QString, uri);
        QFETCH(QString, path);
        LocalAssetDownloadManager manager;
        const Uri parsed = Uri::parse(uri.toStdString());
        for (const auto& made : {manager.download_model(parsed, {}), manager.download_tokenizer(parsed, {}),
                                 manager.download_dataset(parsed, {})})
            QCOMPARE(QString::fromStdString(made.string()), path);
    }

    void theSchemePicksTheManager() {
        DependencyContainer container;
        register_managers(container, {{"lab", "attic"}, {"cellar"}});
        const auto manager = container.resolve<AssetDownloadManager>();
        QCOMPARE(manager->supported_schemes(), (std::vector<std::string>{"attic", "cellar", "file", "lab"}));
        QCOMPARE(manager->download_model(Uri::parse("Lab://x"), {.force = true}).string(),
                 std::string("model lab://x forced"));
        QCOMPARE(manager->download_tokenizer(Uri::parse("cellar:y"), {.local_only = true}).string(),
                 std::string("tokenizer cellar:y local"));
        QCOMPARE(manager->download_dataset(Uri::parse("file:///z"), {}).string(), std::string("/z"));
        QCOMPARE(thrown_by([&] { (void)manager->download_dataset(Uri::parse("attic://z"), {}); }),
                 std::string("AssetDownloadError: Download of attic://z failed. The lab is closed."));
        for (const char* scheme : {"hg", "s3", "http"})
            QCOMPARE(thrown_by([&] { (void)manager->download_model(Uri::parse(std::string(scheme) + "://o/r"), {}); }),
                     std::string("NotSupportedError: `uri.scheme` must be a supported URI scheme, but is ") + scheme +
                         " instead.");
        LocalAssetDownloadManager local;
        QCOMPARE(thrown_by([&] { (void)local.download_model(Uri::parse("s3://b"), {}); }),
                 std::string("NotSupportedError: `uri.scheme` must be a supported URI scheme, but is s3 instead."));
    }

    void twoWithACommonSchemeAreRefusedWhenFirstResolved() {
        DependencyContainer container;
        register_managers(container, {{"lab"}, {"cellar", "file"}});
        for (int time = 0; time < 2; ++time)
            QCOMPARE(thrown_by([&] { (void)container.resolve<AssetDownloadManager>(); }),
                     std::string("ValueError: `managers` must support disjoint set of schemes, but file scheme is "
                                 "supported by more than one download manager."));
    }

    void urisAreReadAndRefusedAsByFairseq2() {
        QCOMPARE(Uri::parse(" HG://org/repo ").str(), std::string("hg://org/repo "));
        QCOMPARE(Uri::parse("x+y:z").scheme(), std::string("x+y"));
        QVERIFY(Uri::parse("a://b") == Uri::parse("A://b"));
        QVERIFY(!Uri::maybe_parse("/plain/path"));
        QCOMPARE(thrown_by([] { (void)Uri::parse("plain"); }),
                 std::string("UriFormatError: plain does not have a URI scheme."));
        QCOMPARE(thrown_by([] { (void)Uri::parse("a://[b"); }),
                 std::string("UriFormatError: a://[b cannot be parsed as URI."));
        QCOMPARE(Uri::from_path("/a b/ü").str(), std::string("file:///a%20b/%C3%BC"));
        QCOMPARE(thrown_by([] { (void)Uri::from_path("a"); }),
                 std::string("ValueError: relative path can't be expressed as a file URI"));
        QCOMPARE(thrown_by([] { (void)Uri::parse("lab://x").to_path(); }),
                 std::string("NotSupportedError: `to_path()` is only supported for URIs with file scheme."));
    }
};

QTEST_APPLESS_MAIN(DownloadManagersTest)
#include "download_managers_test.moc"
