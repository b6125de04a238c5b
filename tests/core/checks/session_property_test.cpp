// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// What holds for any text. FAIRLEAD_SEED runs one seed, FAIRLEAD_RUNS more of them.
#include "checked_texts.h"
#include "core/checks/apply_fixes.h"
#include "core/registry/bundled.h"
#include "random_cards.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <optional>

using namespace fairlead;

namespace {

struct World {
    std::vector<std::pair<std::string, checked::Texts>> sources;
    bool alone = true;

    explicit World(RandomCards& random) : alone(random.one_in(3)) {
        const std::size_t count = 1 + random.below(3);
        for (std::size_t i = 0; i < count; ++i) {
            const std::string name = std::string(1, static_cast<char>('A' + static_cast<char>(i)));
            checked::Texts files;
            const std::size_t files_count = 1 + random.below(3);
            for (std::size_t j = 0; j < files_count; ++j) {
                files.emplace_back(name + "/f" + std::to_string(j) + ".yaml", random.file());
            }
            if (random.one_in(3)) { // names that no other file of its source has, few enough to be a copy or not
                std::string text;
                for (std::size_t card = 0; card < 4; ++card) {
                    text += "---\nname: c" + std::to_string(card + random.below(2)) + std::to_string(card) + "\n";
                }
                files.emplace_back(name + "/copied.yaml", text);
            }
            if (i > 0 && random.one_in(4)) { // a copy
                files = sources.front().second;
                for (auto& [path, text] : files) {
                    path = name + path.substr(1);
                }
            }
            sources.emplace_back(name, std::move(files));
        }
    }

    [[nodiscard]] CheckSession load(const std::shared_ptr<const RegistrySnapshot>& registry) const {
        SessionOptions options;
        options.registry = registry;
        options.alone = alone;
        options.environment = "cluster";
        for (const auto& [name, files] : sources) {
            options.sources.push_back(checked::source(name, files));
        }
        return CheckSession::load(std::move(options));
    }

    /// Takes over the texts that a session holds.
    void follow(const CheckSession& session) {
        for (const CardFile& file : session.catalog().files()) {
            for (auto& [name, files] : sources) {
                for (auto& [path, text] : files) {
                    if (path == file.shown) {
                        text = file.stream.text();
                    }
                }
            }
        }
    }
};

std::uint32_t pick_own_file(const CheckSession& session, RandomCards& random) {
    std::vector<std::uint32_t> own;
    for (std::uint32_t file = 0; file < session.catalog().files().size(); ++file) {
        if (!session.catalog().sources()[session.catalog().file(file).source].from_registry) {
            own.push_back(file);
        }
    }
    return own[random.below(own.size())];
}

QByteArray difference(const QStringList& edited, const QStringList& fresh, const std::string& what) {
    QString text = QString::fromStdString(what);
    for (const QString& one : edited) {
        if (!fresh.contains(one)) {
            text += QStringLiteral("\nonly after edits: ") + one;
        }
    }
    for (const QString& one : fresh) {
        if (!edited.contains(one)) {
            text += QStringLiteral("\nonly when fresh: ") + one;
        }
    }
    return text.toUtf8();
}

std::size_t seeds(std::size_t usual) {
    const QByteArray runs = qgetenv("FAIRLEAD_RUNS");
    return runs.isEmpty() ? usual : static_cast<std::size_t>(runs.toULongLong());
}

template <typename Run>
void for_each_seed(std::size_t usual, const Run& run) {
    if (const QByteArray seed = qgetenv("FAIRLEAD_SEED"); !seed.isEmpty()) {
        run(seed.toULongLong());
        return;
    }
    for (std::uint64_t seed = 1; seed <= seeds(usual) && !QTest::currentTestFailed(); ++seed) {
        run(seed);
    }
}

bool stops_load(const CheckSession& session) {
    const auto any = [](const std::vector<const Diagnostic*>& diagnostics) {
        return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic* one) { return one->load; });
    };
    return any(session.diagnostics()) || any(session.package_diagnostics());
}

} // namespace

class SessionPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { registry_ = bundled_snapshot(); }

    void editedIsAsFresh() {
        for_each_seed(400, [&](std::uint64_t seed) { edit(seed); });
    }

    void theStoreRefusesExactlyWhatIsMarked() {
        for_each_seed(1500, [&](std::uint64_t seed) {
            RandomCards random(seed);
            const CheckSession session = World(random).load(registry_);
            const QStringList all = checked::everything(session);
            QVERIFY2(session.verdict().loads() == !stops_load(session),
                     ("seed " + std::to_string(seed) + "\n" + all.join('\n').toStdString()).c_str());
        });
    }

    void certainFixesOnlyMend() {
        for_each_seed(1500, [&](std::uint64_t seed) { fix(seed); });
    }

    void fixingAllEnds() {
        for_each_seed(400, [&](std::uint64_t seed) {
            RandomCards random(seed);
            World world(random);
            CheckSession session = world.load(registry_);
            const AppliedFixes fixes = apply_certain_fixes(session);
            QVERIFY2(fixes.finished, ("seed " + std::to_string(seed)).c_str());
            world.follow(session);
            const QStringList edited = checked::everything(session);
            const QStringList fresh = checked::everything(world.load(registry_));
            QVERIFY2(edited == fresh, difference(edited, fresh, "seed " + std::to_string(seed)));
        });
    }

private:
    void edit(std::uint64_t seed) {
        RandomCards random(seed);
        World world(random);
        CheckSession session = world.load(registry_);
        std::string history = "seed " + std::to_string(seed);
        for (int step = 0; step < 12; ++step) {
            const std::uint32_t file = pick_own_file(session, random);
            const std::size_t size = session.catalog().file(file).stream.size();
            const std::size_t begin = random.below(size + 1);
            const std::size_t most = random.one_in(4) ? size - begin : std::min<std::size_t>(size - begin, 12);
            const std::size_t end = random.one_in(2) ? begin : begin + random.below(most + 1);
            const std::string text = random.one_in(5) ? std::string() : random.snippet();
            if (random.one_in(10)) {
                session.set_text(file, random.file());
                history += "\nset_text of " + session.catalog().file(file).shown;
            } else {
                session.edit(file, begin, end, text);
                history += "\n" + session.catalog().file(file).shown + " [" + std::to_string(begin) + "," +
                           std::to_string(end) + ") -> " + text;
            }
            world.follow(session);
            const QStringList edited = checked::everything(session);
            const QStringList fresh = checked::everything(world.load(registry_));
            QVERIFY2(edited == fresh, difference(edited, fresh, history));
        }
    }

    /// A certain fix takes its finding away, brings no error that was not there, and changes no byte outside its edits.
    void fix(std::uint64_t seed) {
        RandomCards random(seed);
        const World world(random);
        const CheckSession before = world.load(registry_);
        for (const Diagnostic* const one : before.diagnostics()) {
            for (const Fix& fix : one->fixes) {
                if (!fix.certain) {
                    continue;
                }
                CheckSession session = world.load(registry_);
                for (const FileEdit& edit : file_edits(before.catalog(), fix)) {
                    session.edit(edit.file, edit.begin, edit.end, edit.text);
                }
                const QStringList now = checked::everything(session);
                const std::string what = "seed " + std::to_string(seed) + "\n" +
                                         checked::everything(before, *one).toStdString() + "\nafter it:\n" +
                                         now.join('\n').toStdString();
                verify_mended(before, session, *one, what);
            }
        }
    }

    using Errors = std::map<std::uint16_t, int>;

    /// How many errors of each rule there are, without those of a document.
    static Errors errors(const CheckSession& session, std::optional<CardRef> without) {
        Errors count;
        for (const Diagnostic* const one : session.diagnostics()) {
            const bool left_out =
                without && one->place && one->place->file == without->file && one->place->document == without->document;
            count[one->rule] += one->severity == Severity::error && !left_out ? 1 : 0;
        }
        return count;
    }

    static void verify_mended(const CheckSession& before, const CheckSession& after, const Diagnostic& mended,
                              const std::string& what) {
        if (mended.severity == Severity::error) {
            QVERIFY2(errors(after, {})[mended.rule] < errors(before, {})[mended.rule], what.c_str());
        }
        // A document that could not be read, or had no name, shows what else is wrong with it, and meets other cards.
        const bool reveals = mended.rule == 17 || mended.rule == 5;
        const std::optional<CardRef> itself =
            reveals ? std::optional(CardRef{mended.place->file, mended.place->document}) : std::nullopt;
        Errors errors_before = errors(before, itself);
        for (const auto& [rule, count] : errors(after, itself)) {
            const bool between_cards = rule >= 8 && rule != 17;
            const bool of_ended_chain = mended.rule == 11 && rule >= 20; // a loop has no family and no config
            QVERIFY2(count <= errors_before[rule] || (reveals && between_cards) || of_ended_chain, what.c_str());
        }
    }

    std::shared_ptr<const RegistrySnapshot> registry_;
};

QTEST_APPLESS_MAIN(SessionPropertyTest)
#include "session_property_test.moc"
