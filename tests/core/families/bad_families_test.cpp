// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/container/error_text.h"
#include "tests/core/families/hubs/calls.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fairlead/init_fairseq2.h>
#include <fstream>
#include <iterator>
#include <random>

using namespace fairlead;
using namespace golden;
using fairlead::test::details_of;
using fairlead::test::thrown_by;
namespace fs = std::filesystem;

namespace {

const ObjectFunction<Net(const NetConfig&)> make_net = [](const NetConfig& config) { return Net(config); };

/// All families, registered by an extension of that name, and more cards.
std::unique_ptr<DependencyResolver> resolver_with(const std::string& cards, const fs::path& folder = assets) {
    return init_fairseq2({.extras =
                              [&](DependencyContainer& container) {
                                  const OwnerScope owner(container, "my_extension");
                                  register_families(container, folder);
                                  if (!cards.empty())
                                      register_in_memory_assets(container, "more", cards);
                              },
                          .no_progress = true,
                          .variable = no_variable});
}

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

using Change = void (*)(ConfigClass&);

bool ends_with_owner(const std::string& details, const std::string& family) {
    return details.find("The " + family + " family is registered by my_extension, ") != std::string::npos &&
           details.find("families.cpp:") != std::string::npos;
}

} // namespace

/// What extensions, cards and checkpoints may do wrong: the error names whose it is, and the rest goes on.
class BadFamiliesTest : public QObject {
    Q_OBJECT

private slots:
    void aFamilyThatIsRegisteredTwiceNamesBoth_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("printed");
        QTest::newRow("model") << 0 << "<class 'fairlead.ModelFamily'>";
        QTest::newRow("dataset") << 1 << "<class 'fairlead.DatasetFamily'>";
        QTest::newRow("tokenizer") << 2 << "<class 'fairlead.TokenizerFamily'>";
    }
    void aFamilyThatIsRegisteredTwiceNamesBoth() {
        QFETCH(int, kind);
        QFETCH(QString, printed);
        DependencyContainer container;
        std::vector<unsigned> lines;
        const auto add = [&] {
            if (kind == 0)
                register_model_family<Net, NetConfig>(container, "mine", {.factory = make_net});
            else if (kind == 1)
                register_dataset_family<Lines, PathConfig>(container, "mine",
                                                           {.opener = [](const PathConfig&) { return Lines(); }});
            else
                register_tokenizer_family<Chars>(container, "mine",
                                                 {.loader = [](const fs::path&, const NoConfig&) { return Chars(); }});
        };
        {
            const OwnerScope owner(container, "first_extension");
            add();
        }
        const OwnerScope owner(container, "second_extension");
        QCOMPARE(QString::fromStdString(thrown_by(add)),
                 "InvalidOperationError: `" + printed + "` has already a registered provider.");
        const std::string details = details_of<InvalidOperationError>(add);
        const QString pattern =
            "Under the key mine it is registered by first_extension, .*bad_families_test.cpp:\\d+; the second "
            "registration is by second_extension, .*bad_families_test.cpp:\\d+\\.";
        QVERIFY2(QRegularExpression(QRegularExpression::anchoredPattern(pattern))
                     .match(QString::fromStdString(details))
                     .hasMatch(),
                 details.c_str());
        // Another one still can be registered.
        register_model_family<Net, NetConfig>(container, "another", {.factory = make_net});
        QCOMPARE(container.iter_keys<ModelFamily>().back(), Key("another"));
    }

    void aFamilyWithoutItsFunctionNamesItself() {
        DependencyContainer container;
        const OwnerScope owner(container, "my_extension");
        const auto expect = [](const auto& work, const QString& kind, const std::string& text) {
            QCOMPARE(thrown_by(work), "ValueError: " + text);
            const QString pattern =
                "The mine " + kind + " family is registered by my_extension, .*bad_families_test\\.cpp:\\d+\\.";
            const std::string details = details_of<ValueError>(work);
            QVERIFY2(QRegularExpression(QRegularExpression::anchoredPattern(pattern))
                         .match(QString::fromStdString(details))
                         .hasMatch(),
                     details.c_str());
        };
        expect([&] { register_model_family<Net, NetConfig>(container, "mine", {}); }, "model",
               "`factory` or `advanced_factory` must be specified.");
        expect([&] { register_dataset_family<Chars, NoConfig>(container, "mine", {}); }, "dataset",
               "`opener` or `advanced_opener` must be specified.");
        expect([&] { register_tokenizer_family<Chars>(container, "mine", {}); }, "tokenizer",
               "`loader` or `advanced_loader` must be specified.");
        QVERIFY(container.iter_keys<ModelFamily>().empty());
    }

    void anArchitectureThatIsRegisteredTwiceNamesBoth() {
        DependencyContainer container;
        const ConfigRegistrar<NetConfig> arch(container);
        {
            const OwnerScope owner(container, "first_extension");
            arch("small", [] { return NetConfig{.width = 1}; });
        }
        const OwnerScope owner(container, "second_extension");
        const auto again = [&] { arch("small", [] { return NetConfig{.width = 2}; }); };
        QCOMPARE(thrown_by(again), std::string("InvalidOperationError: `<class 'golden.NetConfig'>` has already a "
                                               "registered provider."));
        const std::string details = details_of<InvalidOperationError>(again);
        QVERIFY2(details.starts_with("Under the key small it is registered by first_extension, ") &&
                     details.find("; the second registration is by second_extension, ") != std::string::npos,
                 details.c_str());
        arch("wide", [] { return NetConfig{.width = 8}; });
        QCOMPARE(container.resolve<NetConfig>("small")->width, 1);
        QCOMPARE(container.resolve<NetConfig>("wide")->width, 8);
    }

    void whatACardDoesWrongNamesTheFamilysOwner_data() {
        QTest::addColumn<QString>("card");
        QTest::addColumn<QString>("reason");
        QTest::newRow("override of a wrong type")
            << "bad_type"
            << "`width` field cannot be structured. <- Value cannot be structured to `<class 'int'>`. <- `obj` cannot "
               "be parsed as `<class 'int'>`. <- ";
        QTest::newRow("unknown key") << "extra_key"
                                     << "Value must contain only keys corresponding to the fields of `<class "
                                        "'golden.NetConfig'>`, but it contains extra key(s) a, b. ";
        QTest::newRow("merge") << "bad_merge"
                               << "_del_ at `overrides` must be of type `<class 'list'>`, but is of type `<class "
                                  "'str'>` instead. ";
        QTest::newRow("not valid") << "not_valid"
                                   << "`width` must be positive. ";
        QTest::newRow("unknown architecture") << "unknown_arch"
                                              << "";
        QTest::newRow("other tensors") << "too_few"
                                       << "Following keys are missing in the checkpoint: bias ";
        QTest::newRow("cut short") << "cut_short"
                                   << "cannot be loaded as a Safetensors checkpoint file. ";
        QTest::newRow("lying header") << "lying"
                                      << "cannot be loaded as a Safetensors checkpoint file. ";
        QTest::newRow("unknown format") << "unknown_format"
                                        << "does not point to any known checkpoints. ";
    }
    void whatACardDoesWrongNamesTheFamilysOwner() {
        QFETCH(QString, card);
        QFETCH(QString, reason);
        const auto resolver = resolver_with({});
        const std::string details =
            details_of<AssetCardError>([&] { (void)load_model(*resolver, card.toStdString()); });
        QVERIFY2(details.find(reason.toStdString()) != std::string::npos, details.c_str());
        QVERIFY2(ends_with_owner(details, "net model"), details.c_str());
        QCOMPARE(load_model<Net>(*resolver, "good")->width, 2); // the rest goes on
    }

    void brokenFilesOfDatasetsAndTokenizersNameTheFamilysOwner() {
        const auto resolver = resolver_with({});
        std::string details =
            details_of<AssetCardError>([&] { (void)get_lines_hub(*resolver).open_dataset("lines_bad"); });
        QVERIFY2(details.starts_with("It is bad. ") && ends_with_owner(details, "lines dataset"), details.c_str());
        details = details_of<AssetCardError>([&] { (void)load_tokenizer(*resolver, "chars_bad"); });
        QVERIFY2(details.starts_with("It is bad. ") && ends_with_owner(details, "chars tokenizer"), details.c_str());
        QCOMPARE(load_tokenizer<Chars>(*resolver, "chars")->label, std::string("c"));
    }

    void safetensorsThatCannotBeReadAreErroneousCheckpoints() {
        const auto resolver = resolver_with({});
        for (const char* card : {"cut_short", "lying", "cut_short_downloaded"}) {
            const QString text =
                QString::fromStdString(thrown_by([&] { (void)load_model(*resolver, std::string(card)); }));
            QVERIFY2(text.contains(
                         QString("AssetCardError>: Model checkpoint of the %1 asset card is erroneous.").arg(card)),
                     qPrintable(text));
            QCOMPARE(text.contains("delete your cached version at"), QString(card).endsWith("downloaded"));
        }
        try {
            (void)get_net_hub(*resolver).load_custom_model(assets / "cut.safetensors", {});
            QFAIL("nothing was thrown");
        } catch (const CorruptModelCheckpointError& error) {
            QCOMPARE(error.path(), assets / "cut.safetensors");
        }
    }

    void noFileBringsLoadingDown() {
        const QTemporaryDir scratch;
        const fs::path folder = scratch.path().toStdString();
        fs::copy(assets / "cards.yaml", folder / "cards.yaml");
        const auto resolver = resolver_with({}, folder);
        const std::string whole = bytes_of(assets / "net.safetensors");
        const auto load = [&](const std::string& bytes) {
            write(folder / "net.safetensors", bytes);
            return thrown_by([&] { (void)load_model(*resolver, "good"); });
        };
        QCOMPARE(load(whole), std::string());
        for (std::size_t size = 0; size < whole.size(); ++size)
            QVERIFY2(load(whole.substr(0, size)).find("Model checkpoint of the good asset card is erroneous.") !=
                         std::string::npos,
                     std::to_string(size).c_str());
        std::random_device device;
        const auto seed = device();
        std::mt19937 random(seed);
        for (int round = 0; round < 500; ++round) {
            std::string bytes = whole;
            for (int flips = 0; flips < 3; ++flips)
                bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
            const std::string error = load(bytes);
            QVERIFY2(error.empty() ||
                         error.find("Model checkpoint of the good asset card is erroneous.") != std::string::npos,
                     (error + ", seed " + std::to_string(seed)).c_str());
        }
    }

    void aConfigClassOfOneNameWithOtherFieldsIsAConflict_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("kls");
        QTest::newRow("fields") << Change([](ConfigClass& kls) { kls.fields.pop_back(); }) << "golden.NetConfig";
        QTest::newRow("fields of a config within") << Change([](ConfigClass& kls) {
            const auto inner = std::ranges::find(kls.fields, std::string("inner"), &ConfigClassField::name);
            inner->type.config = []() -> const ConfigClass& {
                static const ConfigClass other = [] {
                    ConfigClass copied = config_class<Inner>();
                    copied.fields.front().name = "height";
                    return copied;
                }();
                return other;
            };
        }) << "golden.Inner";
        QTest::newRow("the class of a config within") << Change([](ConfigClass& kls) {
            const auto inner = std::ranges::find(kls.fields, std::string("inner"), &ConfigClassField::name);
            inner->type.config = &config_class<OtherConfig>;
        }) << "golden.NetConfig";
    }
    void aConfigClassOfOneNameWithOtherFieldsIsAConflict() {
        QFETCH(Change, change);
        QFETCH(QString, kls);
        const auto resolver = resolver_with({});
        ConfigClass other = config_class<NetConfig>();
        change(other);
        const NetConfig config;
        const auto family = resolver->resolve<ModelFamily>("net");
        const QString error = QString::fromStdString(
            thrown_by([&] { (void)family->create_new_model(ConfigRef(&other, &config), false); }));
        QVERIFY2(error.startsWith("TypeConflictError: `<class '" + kls + "'>` has other fields in "),
                 qPrintable(error));
        const ConfigClass same = config_class<NetConfig>(); // as another library has it
        (void)family->create_new_model(ConfigRef(&same, &config), false);
    }

    void anErrorKnowsTheCardThatItIsAbout_data() {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("about");
        QTest::newRow("a base's directive") << "leaf"
                                            << "q field of the leaf asset card";
        QTest::newRow("its own value") << "wrong"
                                       << "wrong";
    }
    void anErrorKnowsTheCardThatItIsAbout() {
        QFETCH(QString, asked);
        QFETCH(QString, about);
        const auto resolver = resolver_with(
            "{name: q field of the leaf asset card, model_family: net, model_config_overrides: {label: "
            "'${broken}'}}\n---\n"
            "{name: leaf, base: q field of the leaf asset card, model_config_overrides: {width: 3}}\n---\n"
            "{name: fine, model_family: net, model_config_overrides: {width: 3}}\n---\n"
            "{name: wrong, base: fine, model_config_overrides: {width: -3}}\n");
        try {
            (void)get_net_hub(*resolver).get_model_config(asked.toStdString());
            QFAIL("nothing was thrown");
        } catch (const AssetCardError& error) {
            QCOMPARE(QString::fromStdString(error.name()), about);
        }
    }

    void anUnknownFamilyNamesThoseThatThereAre() {
        const auto resolver = resolver_with({});
        QCOMPARE(
            details_of<ModelFamilyNotKnownError>([&] { (void)ModelHubAccessor<Net, NetConfig>("nett")(*resolver); }),
            std::string("Registered model families: net, plain, fragile."));
        QCOMPARE(details_of<ModelArchitectureNotKnownError>([&] { (void)get_net_hub(*resolver).get_arch_config("x"); }),
                 std::string("Known architectures: small, wide."));
        QCOMPARE(details_of<AssetCardError>([&] { (void)load_model(*resolver, "scheme"); }),
                 std::string("Supported are: demo, file."));
    }

    void errorsInsideAHandlerOfAnotherOneDoNotNestIt() {
        const auto resolver = resolver_with({});
        try {
            throw 42;
        } catch (int) {
            try {
                (void)get_net_hub(*resolver).get_model_config("unknown_arch");
                QFAIL("nothing was thrown");
            } catch (const std::exception& error) {
                QVERIFY(dynamic_cast<const std::nested_exception*>(&error) == nullptr);
            }
        }
    }
};

QTEST_GUILESS_MAIN(BadFamiliesTest)
#include "bad_families_test.moc"
