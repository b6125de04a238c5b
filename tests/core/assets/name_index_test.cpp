// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/name_index.h"

#include <QtTest>
#include <map>
#include <set>

using namespace fairlead;

namespace {

/// Files of cards, an index of them, and what it must answer.
class Indexed {
public:
    explicit Indexed(std::size_t files) : files_(files) {}

    void append(std::uint32_t file, std::string_view name, std::string_view environment) {
        files_[file].cards.push_back({.state = CardState::card, .name = name, .environment = environment, .base = {}});
        index_.insert(files_, {.file = file, .document = size_of(file) - 1});
    }
    void insert(std::uint32_t file, std::uint32_t document, std::string_view name, std::string_view environment) {
        auto& cards = files_[file].cards;
        cards.insert(cards.begin() + document,
                     Card{.state = CardState::card, .name = name, .environment = environment, .base = {}});
        index_.shift(file, document, 1);
        index_.insert(files_, {.file = file, .document = document});
    }
    void remove(std::uint32_t file, std::uint32_t document) {
        index_.remove(files_, {.file = file, .document = document});
        auto& cards = files_[file].cards;
        cards.erase(cards.begin() + document);
        index_.shift(file, document + 1, -1);
    }
    [[nodiscard]] std::uint32_t size_of(std::uint32_t file) const {
        return static_cast<std::uint32_t>(files_[file].cards.size());
    }
    [[nodiscard]] std::size_t file_count() const { return files_.size(); }

    /// What is wrong with the index, or nothing.
    [[nodiscard]] QString complaint(const std::set<std::string>& names) const {
        std::map<std::pair<std::string, std::string>, std::vector<CardRef>> expected;
        for (std::uint32_t file = 0; file < files_.size(); ++file) {
            for (std::uint32_t i = 0; i < size_of(file); ++i) {
                const Card& card = files_[file].cards[i];
                expected[{std::string(card.name), std::string(card.environment)}].push_back(
                    {.file = file, .document = i});
            }
        }
        std::size_t repeated = 0;
        for (const auto& name : names) {
            for (const char* environment : {"", "user"}) {
                std::vector<CardRef> found;
                for (auto entry = index_.first(files_, name, environment); entry != NameIndex::none;
                     entry = index_.next(entry))
                    found.push_back(index_.ref(entry));
                if (found != expected[{name, environment}])
                    return QString("%1@%2 has other cards").arg(name.c_str(), environment);
                repeated += found.empty() ? 0 : found.size() - 1;
            }
        }
        if (index_.repeated().size() != repeated)
            return QString("%1 repeated cards, not %2").arg(index_.repeated().size()).arg(repeated);
        for (std::size_t i = 0; i < repeated; ++i) {
            const RepeatedCard& one = index_.repeated()[i];
            if (i > 0 && !(index_.repeated()[i - 1].card < one.card))
                return "repeated cards are not in order";
            const Card& card = files_[one.card.file].cards[one.card.document];
            const auto& all = expected[{std::string(card.name), std::string(card.environment)}];
            const auto place = std::find(all.begin(), all.end(), one.card);
            if (place == all.begin() || place == all.end() || *std::prev(place) != one.previous)
                return "a repeated card has another one before it";
        }
        return {};
    }

private:
    std::vector<CardFile> files_;
    NameIndex index_;
};

} // namespace

class NameIndexTest : public QObject {
    Q_OBJECT

private slots:
    void cardsOfANameAreInOrder() {
        const std::set<std::string> names{"a", "b"};
        Indexed indexed(2);
        indexed.append(1, "a", "");
        indexed.append(0, "a", "");
        indexed.append(1, "a", "user");
        indexed.append(0, "b", "");
        indexed.append(1, "a", "");
        QCOMPARE(indexed.complaint(names), QString());
        indexed.remove(0, 0);
        QCOMPARE(indexed.complaint(names), QString());
        indexed.insert(1, 1, "a", "");
        QCOMPARE(indexed.complaint(names), QString());
    }
    void nameAndEnvironmentAreTwoThings() {
        Indexed indexed(1);
        indexed.append(0, "ab", "user");
        indexed.append(0, "abuser", "");
        indexed.append(0, "", "user");
        QCOMPARE(indexed.complaint({"ab", "abuser", "", "a"}), QString());
    }
    void anyChangesLeaveItRight() {
        const auto seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        std::set<std::string> names;
        for (int i = 0; i < 200; ++i)
            names.insert("name" + std::to_string(i));
        const std::vector<std::string> pool(names.begin(), names.end());
        Indexed indexed(3);
        for (int step = 0; step < 4000; ++step) {
            const auto file = random.bounded(std::uint32_t(indexed.file_count()));
            const auto& name = pool[random.bounded(step % 2 ? std::uint32_t(pool.size()) : 5u)];
            const char* environment = random.bounded(4) == 0 ? "user" : "";
            const std::uint32_t size = indexed.size_of(file);
            if (size > 0 && random.bounded(5) < 2)
                indexed.remove(file, random.bounded(size));
            else if (random.bounded(2) == 0)
                indexed.append(file, name, environment);
            else
                indexed.insert(file, random.bounded(size + 1), name, environment);
            if (step % 50 == 0)
                QVERIFY2(indexed.complaint(names).isEmpty(),
                         qPrintable(QString("%1, seed %2, step %3").arg(indexed.complaint(names)).arg(seed).arg(step)));
        }
        QCOMPARE(indexed.complaint(names), QString());
    }
    void manyOfOneNameAreQuick() {
        std::vector<CardFile> files(1);
        NameIndex index;
        constexpr std::uint32_t count = 300'000; // minutes, if each looked at all before it
        files[0].cards.resize(count, {.state = CardState::card, .name = "a", .environment = {}, .base = {}});
        for (std::uint32_t i = 0; i < count; ++i)
            index.insert(files, {.file = 0, .document = i});
        QCOMPARE(index.repeated().size(), std::size_t(count) - 1);
    }
};

QTEST_APPLESS_MAIN(NameIndexTest)
#include "name_index_test.moc"
