// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// What holds for any card. FAIRLEAD_SEED runs one seed, FAIRLEAD_RUNS more of them.
#include "core/schemas/override_edit.h"
#include "core/schemas/yaml_values.h"
#include "tests/core/checks/random_cards.h"

#include <QTest>

#include <algorithm>

using namespace fairlead;

namespace {

using Path = std::vector<std::string>;
using Names = std::vector<std::string_view>;

const Names& keys() {
    static const Names names{"a", "b", "long_key", "on", "_set_", "_del_"};
    return names;
}

std::string comment(RandomCards& random) { return std::string(random.pick({"", "", "", " # why", "   #", " "})); }

std::string scalar(RandomCards& random) {
    return std::string(random.pick({"1", "x", "null", "~", "'q'", "\"d # e\"", "017", "[1, 2]", "*x", "&y 3", "2.5",
                                    "!!str 4", "{}", "two words", "true"}));
}

std::string flow(RandomCards& random, int depth) {
    std::string text = std::string(random.pick({"{", "{", "{ ", "&z {"}));
    const std::size_t count = random.below(3);
    for (std::size_t i = 0; i < count; ++i) {
        text += random.one_in(6) ? "<<: *x" : std::string(random.pick(keys()));
        if (text.back() != 'x' && !random.one_in(8))
            text += ": " + (depth > 0 && random.one_in(2) ? flow(random, depth - 1) : scalar(random));
        text += std::string(random.pick({", ", ",", " , "}));
    }
    return text + "}";
}

std::string block(RandomCards& random, const std::string& indentation, int depth) {
    std::string text;
    const std::size_t count = 1 + random.below(3);
    for (std::size_t i = 0; i < count; ++i) {
        if (random.one_in(10))
            text += std::string(random.pick({"# comment\n", "\n", "      # deep\n"}));
        if (random.one_in(10)) {
            text += indentation + "<<: *x\n";
            continue;
        }
        text += indentation + std::string(random.pick({"", "", "", "? "}));
        text += std::string(random.pick(keys())) + std::string(random.pick({":", ":", " :"}));
        if (depth > 0 && random.one_in(3))
            text += comment(random) + "\n" +
                    block(random, indentation + std::string(random.pick({"  ", " ", "    "})), depth - 1);
        else if (random.one_in(4))
            text += " " + flow(random, depth) + comment(random) + "\n";
        else if (random.one_in(8))
            text += std::string(random.pick({" |\n", " >-\n", " |+\n"})) + indentation + "  text\n" +
                    std::string(random.pick({"", "\n"}));
        else
            text += (random.one_in(5) ? "" : " " + scalar(random)) + comment(random) + "\n";
    }
    return text;
}

std::string card(RandomCards& random) {
    std::string text = random.one_in(3) ? random.card() : "name: " + random.name() + "\n";
    if (random.one_in(2))
        text += "shared: &x {a: 1, b: {long_key: 2}}\n";
    switch (random.below(5)) {
    case 0:
        break;
    case 1:
        text += "c: " + std::string(random.pick({"null", "", "~", "*x", "5", "{}"})) + comment(random) + "\n";
        break;
    case 2:
        text += "c: " + flow(random, 2) + comment(random) + "\n";
        break;
    default:
        text += "c:" + comment(random) + "\n" + block(random, std::string(random.pick({"  ", " ", "    "})), 2);
    }
    if (random.one_in(3))
        text += "last: " + scalar(random) + comment(random) + "\n";
    if (random.one_in(4))
        text += "# of the next\n";
    return text;
}

std::string file(RandomCards& random) {
    std::string text;
    const std::size_t count = 1 + random.below(3);
    for (std::size_t i = 0; i < count; ++i)
        text += (i > 0 ? std::string(random.pick({"---\n", "...\n---\n", "--- # x\n"})) : std::string()) + card(random);
    if (!text.empty() && random.one_in(4))
        text.pop_back();
    if (random.one_in(5)) {
        std::string other;
        const std::string eol(random.pick({"\r\n", "\r"}));
        for (const char c : text)
            other += c == '\n' ? eol : std::string(1, c);
        return other;
    }
    return text;
}

ConfigValue value_of(const yaml::Value& value) {
    YamlValues values;
    return values.read(value, {}).value_or(ConfigValue::string("endless"));
}

ConfigValue sorted(const ConfigValue& value) {
    if (!value.is_mapping())
        return value;
    std::vector<ConfigValue::Entry> entries;
    for (const ConfigValue::Entry& entry : value.entries())
        entries.push_back({entry.key, sorted(entry.value)});
    std::ranges::sort(entries, {}, [](const ConfigValue::Entry& entry) { return python_key(entry.key); });
    return ConfigValue::mapping(std::move(entries), value.kind());
}

/// A value with another (null: none) at a path; mappings that are empty then go too.
std::optional<ConfigValue> with(const ConfigValue& value, const Path& path, std::size_t depth, const ConfigValue* set) {
    if (depth == path.size())
        return set != nullptr ? std::optional(*set) : std::nullopt;
    std::vector<ConfigValue::Entry> entries;
    bool found = false;
    for (const ConfigValue::Entry& entry : value.entries()) {
        if (!entry.key.is_string() || entry.key.text() != path[depth]) {
            entries.push_back(entry);
            continue;
        }
        found = true;
        if (auto below = with(entry.value, path, depth + 1, set))
            entries.push_back({entry.key, std::move(*below)});
    }
    if (!found && set != nullptr)
        entries.push_back({ConfigValue::string(path[depth]), *with({}, path, depth + 1, set)});
    if (entries.empty())
        return std::nullopt;
    return ConfigValue::mapping(std::move(entries));
}

std::size_t runs(std::size_t usual) {
    const QByteArray wanted = qgetenv("FAIRLEAD_RUNS");
    return wanted.isEmpty() ? usual : static_cast<std::size_t>(wanted.toULongLong());
}

} // namespace

class OverridePropertyTest : public QObject {
    Q_OBJECT

    std::size_t asked_ = 0;
    std::size_t written_ = 0;
    std::size_t removed_ = 0;

private slots:
    void onlyThePathChanges() {
        if (const QByteArray seed = qgetenv("FAIRLEAD_SEED"); !seed.isEmpty())
            return run(seed.toULongLong());
        for (std::uint64_t seed = 1; seed <= runs(6000) && !QTest::currentTestFailed(); ++seed)
            run(seed);
        QVERIFY2(written_ * 2 > asked_, qPrintable(QStringLiteral("%1 of %2 written").arg(written_).arg(asked_)));
        QVERIFY2(removed_ * 2 > written_, qPrintable(QStringLiteral("%1 of %2 removed").arg(removed_).arg(written_)));
    }

private:
    void run(std::uint64_t seed) {
        RandomCards random(seed);
        const std::string text = file(random);
        const yaml::Stream stream(text);
        for (std::size_t document = 0; document < stream.documents().size(); ++document) {
            const yaml::Value root = stream.documents()[document].root();
            if (!root.is_mapping())
                continue;
            Path path{"c", std::string(random.pick({"a", "b", "long_key", "on"}))};
            if (random.one_in(2))
                path.emplace_back(random.pick({"a", "b", "new"}));
            const TypedScalar typed =
                typed_scalar(random.pick({"7", "text", "'017'", "null", "1e-3", "a, b", "'{x'", "true"}), nullptr);
            ++asked_;
            const OverrideEdit edit = write_override(stream, document, path, typed);
            const QString what = QStringLiteral("seed %1, document %2\n").arg(seed).arg(document);
            verify(stream, document, edit, path, &typed.value, what);
            remove(stream, document, path, what);
            if (!edit.why_not.empty())
                continue;
            ++written_;
            std::string changed = stream.text();
            const std::string_view old = stream.documents()[document].text();
            changed.replace(stream.begin_of(document), old.size(), changed_text(old, edit.changes));
            remove(yaml::Stream(changed), document, path, what);
        }
    }

    void remove(const yaml::Stream& stream, std::size_t document, const Path& path, const QString& what) {
        const OverrideEdit removal = remove_override(stream, document, path);
        verify(stream, document, removal, path, nullptr, what + "removal\n");
        removed_ += removal.why_not.empty() ? 1U : 0U;
    }

    static void verify(const yaml::Stream& stream, std::size_t document, const OverrideEdit& edit, const Path& plain,
                       const ConfigValue* wanted, const QString& what) {
        QCOMPARE(edit.changes.empty(), !edit.why_not.empty());
        if (edit.changes.empty())
            return;
        const yaml::Document& old = stream.documents()[document];
        Path path = path_of_override(old, plain);
        std::uint32_t at = 0; // outside the changes, which are in order, the text is the same
        std::string text;
        for (const yaml::TextChange& change : edit.changes) {
            QVERIFY2(change.range.begin >= at && change.range.end <= old.text().size(), qPrintable(what));
            text += std::string(old.text().substr(at, change.range.begin - at)) + change.text;
            at = change.range.end;
        }
        text += old.text().substr(at);
        std::string all = stream.text();
        all.replace(stream.begin_of(document), old.text().size(), text);
        const yaml::Stream now(all);
        const QByteArray shown =
            (what + QString::fromStdString(stream.text()) + QStringLiteral("\n=>\n") + QString::fromStdString(all))
                .toUtf8();
        QVERIFY2(now.documents().size() == stream.documents().size(), shown.constData());
        for (std::size_t other = 0; other < now.documents().size(); ++other) {
            if (other == document)
                continue;
            QVERIFY2(now.documents()[other].text() == stream.documents()[other].text(), shown.constData());
            QVERIFY2(value_of(now.documents()[other].root()) == value_of(stream.documents()[other].root()),
                     shown.constData());
        }
        if (path.empty())
            path = path_of_override(now.documents()[document], plain);
        QVERIFY2(!path.empty(), shown.constData());
        const auto expected = with(value_of(old.root()), path, 0, wanted);
        QVERIFY2(expected && sorted(*expected) == sorted(value_of(now.documents()[document].root())),
                 shown.constData());
    }
};

QTEST_GUILESS_MAIN(OverridePropertyTest)
#include "override_property_test.moc"
