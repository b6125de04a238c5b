// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "checked_texts.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace fairlead;

namespace {

constexpr std::uint32_t first = 0;

} // namespace

/// What a session says of very many findings, bases and cards.
class SessionLimitsTest : public QObject {
    Q_OBJECT

private slots:
    void aCardTellsSomeOfItsManyFindings_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("each");
        QTest::addColumn<int>("rule");
        QTest::addColumn<QString>("last");
        QTest::newRow("unknown fields")
            << QByteArray("name: a\ncheckpoint: /x\n") << QByteArray("f%1: 1\n") << 27
            << QStringLiteral("a.yaml:103:1 info FS027 And 900 more like this in this card, which are not listed.");
        QTest::newRow("nulls that hide") << QByteArray("name: a\nbase: b\n") << QByteArray("f%1: null\n") << 29
                                         << QStringLiteral("a.yaml:103:1 info FS029 And 900 more like this in this "
                                                           "card, which are not listed.");
        QTest::newRow("words read otherwise")
            << QByteArray("name: a\ncheckpoint: /x\ndataset_family: x\n") << QByteArray("f%1: yes\n") << 43
            << QStringLiteral("a.yaml:104:7 warning FS043 And 900 more like this in this card, which are not listed.");
        QTest::newRow("keys of a config")
            << QByteArray("name: a\nmodel_family: llama\nmodel_config:\n") << QByteArray("  f%1: 1\n") << 23
            << QStringLiteral("a.yaml:104:3 error FS023 And 100 more like this in this card, which are not listed.");
    }

    void aCardTellsSomeOfItsManyFindings() {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, each);
        QFETCH(const int, rule);
        QFETCH(const QString, last);
        QByteArray card = before;
        QByteArray base = "name: b\ncheckpoint: /x\ndataset_family: x\n";
        for (int i = 0; i < 1000; ++i) {
            const QByteArray number = QByteArray::number(i).rightJustified(3, '0');
            card += QByteArray(each).replace("%1", number);
            base += "f" + number + ": 1\n";
        }
        CheckSession session = checked::alone({{"a.yaml", card.toStdString()}, {"b.yaml", base.toStdString()}});
        QStringList lines = checked::lines(session, {rule});
        QCOMPARE(lines.size(), 101);
        QCOMPARE(lines.back(), last);
        const CardRef a{first, 0};
        const auto is_note = [](const Diagnostic* one) { return one->message.starts_with("And "); };
        const auto found = session.diagnostics_of(a);
        const auto note = std::find_if(found.begin(), found.end(), is_note);
        QVERIFY(note != found.end());
        QCOMPARE((*note)->card, std::optional(a));
        QVERIFY((*note)->short_message.starts_with("and ") && (*note)->short_message.ends_with(" more"));
        session.edit(first, 6, 7, "c"); // what an edit finds is the same
        QCOMPARE(checked::lines(session, {rule}), lines);
    }

    void ofEachSeverityAsMany() {
        std::string text = "name: a\ncheckpoint: /x\n";
        for (int i = 0; i < 200; ++i) {
            text += "f" + std::to_string(i) + ": 1\n";
        }
        CheckSession session = checked::alone({{"a.yaml", text + "modle_family: llama\n"}});
        const QStringList lines = checked::lines(session, {27});
        QCOMPARE(lines.size(), 102);
        QCOMPARE(lines.back(), QStringLiteral("a.yaml:203:1 warning FS027 modle_family is no field that fairseq2 "
                                              "reads. Did you mean model_family?"));
    }

    void oneThatIsLeftOut() {
        std::string text = "name: a\ncheckpoint: /x\n";
        for (int i = 0; i < 101; ++i) {
            text += "f" + std::to_string(i) + ": 1\n";
        }
        CheckSession session = checked::alone({{"a.yaml", text}});
        QCOMPARE(checked::lines(session).back(),
                 QStringLiteral("a.yaml:103:1 info FS027 And 1 more like this in this card, which is not listed."));
    }

    void aChainThatIsTooLong_data() {
        QTest::addColumn<int>("cards");
        QTest::addColumn<QStringList>("expected");
        const QString near = QStringLiteral("a.yaml:2849:7 warning FS066 c949 stands on 949 bases. fairseq2 follows "
                                            "about 983: put some of them together.");
        const QString over = QStringLiteral(
            "a.yaml:2951:7 error FS066 c983 stands on 983 bases, more than fairseq2 can follow: neither this card nor "
            "one that is based on it can be used. Put some of them together.");
        QTest::newRow("949") << 949 << QStringList();
        QTest::newRow("950") << 950 << QStringList{near};
        QTest::newRow("983") << 983 << QStringList{near};
        QTest::newRow("984") << 984 << QStringList{near, over};
        QTest::newRow("50000") << 50'000 << QStringList{near, over};
    }

    void aChainThatIsTooLong() {
        QFETCH(const int, cards);
        QFETCH(const QStringList, expected);
        std::string text = "name: c0\n#\n---\n";
        for (int i = 1; i < cards; ++i) {
            text += "name: c" + std::to_string(i) + "\nbase: c" + std::to_string(i - 1) + "\n---\n";
        }
        text.resize(text.size() - 4);
        // Of cards from a file the folder is copied, too.
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(text));
        file.close();
        SessionOptions options;
        options.alone = true;
        options.sources.push_back(file_source(folder.path().toStdString()));
        CheckSession session = CheckSession::load(std::move(options));
        QStringList lines = checked::lines(session);
        lines.replaceInStrings(folder.path() + u'/', QString());
        QCOMPARE(lines, expected);
        if (expected.size() == 2) {
            const std::vector<const Diagnostic*> found = session.diagnostics();
            QCOMPARE(found.back()->fairseq2_says,
                     std::string("AssetMetadataError: Metadata of the c0@ asset cannot be copied."));
            // In the middle of it the chain is cut: both parts are short enough then.
            const std::string cut = "base: c500\n";
            const std::size_t at = session.catalog().file(first).stream.text().find(cut);
            session.edit(first, at, at + cut.size() - 1, "#");
            QCOMPARE(checked::lines(session).isEmpty(), cards < 1400);
        }
    }

    void aLoopOfManyCards() {
        constexpr int cards = 50'000;
        std::string text;
        for (int i = 0; i < cards; ++i) {
            text += "name: c" + std::to_string(i) + "\nbase: c" + std::to_string((i + 1) % cards) + "\n---\n";
        }
        text.resize(text.size() - 4);
        CheckSession session = checked::alone({{"a.yaml", text}, {"b.yaml", "name: leads_there\nbase: c7\n"}});
        QCOMPARE(checked::lines(session),
                 QStringList({QStringLiteral("a.yaml:2:7 error FS011 c0 → c1 → c2 → c3 → c4 → c5 → c6 → c7 → … 49992 "
                                             "more … → c0: the bases lead back to where they began. Take out one of "
                                             "them.")}));
        QCOMPARE(session.diagnostics().front()->related.size(), std::size_t{100});
    }

    /// A pass over the base for each of them would take minutes.
    void nullsThatHideAreLookedUpOnce() {
        std::string base = "name: b\ncheckpoint: /x\n";
        std::string leaf = "---\nname: a\nbase: b\n";
        for (int i = 0; i < 200'000; ++i) {
            base += "b" + std::to_string(i) + ": 1\n";
            leaf += "a" + std::to_string(i) + ": null\n";
        }
        CheckSession session = checked::alone({{"a.yaml", base + leaf + "b199999: null\n"}});
        QCOMPARE(checked::lines(session, {29}),
                 QStringList({QStringLiteral("a.yaml:400006:1 info FS029 b199999: null hides the value of b.")}));
    }
};

QTEST_APPLESS_MAIN(SessionLimitsTest)
#include "session_limits_test.moc"
