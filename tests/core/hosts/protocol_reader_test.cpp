// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/protocol_reader.h"

#include <QTest>

#include <algorithm>

using namespace fairlead;

namespace {

/// JSON that is written with ' for ".
std::string json(std::string text) {
    std::ranges::replace(text, '\'', '"');
    return text;
}

const std::string hello = json("{'type':'hello','protocol':1,'host':'native'}") + "\n";

std::string log_line(const std::string& text) { return json("{'type':'log','text':'") + text + "\"}\n"; }

struct Read {
    QStringList messages; ///< texts of logs, else the number of the type
    QStringList notes;
    bool done = false;
};

Read read(const std::string& bytes, std::size_t piece = std::string::npos) {
    Read result;
    ProtocolReader reader([&](const HostMessage& message) {
        const auto* record = std::get_if<LogRecord>(&message);
        result.messages += record == nullptr ? QString::number(message.index()) : QString::fromStdString(record->text);
    });
    for (std::size_t at = 0; at < bytes.size(); at += std::min(piece, bytes.size()))
        reader.read(std::string_view(bytes).substr(at, piece));
    reader.finish();
    for (const std::string& note : reader.notes())
        result.notes += QString::fromStdString(note);
    result.done = reader.is_done();
    return result;
}

} // namespace

class ProtocolReaderTest : public QObject {
    Q_OBJECT

private slots:
    void faultIsNotedAndTheRestIsRead_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("messages");
        QTest::addColumn<QStringList>("notes");
        const auto row = [](const char* name, const std::string& bytes, const QStringList& messages,
                            const QStringList& notes) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << messages << notes;
        };
        const std::string done1 = json("{'type':'done','messages':1}") + "\n";
        row("good", hello + log_line("a") + json("{'type':'done','messages':2}") + "\n", {"0", "a", "9"}, {});
        row("line ends of Windows and empty lines",
            json("{'type':'hello','protocol':1,'host':'native'}") + "\r\n\n" + done1, {"0", "9"}, {});
        row("nothing", "", {}, {"The host has said nothing."});
        row("no hello", log_line("a") + log_line("b") + hello + done1, {"0", "9"},
            {"Line 1 of the host's messages comes before the host has said hello and is passed over: "
             "{\"type\":\"log\",\"text\":\"a\"} (and 1 more of this sort)"});
        row("another version", json("{'type':'hello','protocol':2,'host':'native'}") + "\n" + log_line("a"), {},
            {"Line 1 of the host's messages speaks version 2 of the protocol; this version of Fairlead understands 1 "
             "only. Use the host that belongs to it."});
        row("no version", json("{'type':'hello','host':'native'}") + "\n", {},
            {"Line 1 of the host's messages does not say which version of the protocol the host speaks"});
        row("second hello", hello + hello + done1, {"0", "9"},
            {"Line 2 of the host's messages is a second hello and is passed over"});
        row("garbage", hello + "\x01\xff garbage\n" + log_line("a") + json("{'type':'done','messages':2}") + "\n",
            {"0", "a", "9"},
            {"Line 2 of the host's messages is no message and is passed over: \\x01\\xff garbage (column 1: "
             "a value is expected)"});
        row("no type", hello + "{}\n" + done1, {"0", "9"},
            {"Line 2 of the host's messages has no type and is passed over: {}"});
        row("a type of later",
            hello + json("{'type':'metric','value':[1,{'a':2}]}") + "\n" + json("{'type':'done','messages':2}") + "\n",
            {"0", "9"}, {"Line 2 of the host's messages is of an unknown type and is passed over: metric"});
        row("a member of later",
            hello + json("{'type':'log','text':'a','colour':{'r':1}}") + "\n" + json("{'type':'done','messages':2}") +
                "\n",
            {"0", "a", "9"}, {});
        row("after the end", hello + done1 + log_line("late") + log_line("later"), {"0", "9"},
            {"Line 3 of the host's messages comes after the last message and is passed over: "
             "{\"type\":\"log\",\"text\":\"late\"} (and 1 more of this sort)"});
        row("messages lost", hello + json("{'type':'done','messages':7}") + "\n", {"0", "9"},
            {"Line 2 of the host's messages says that there were 7 messages before it, but 1 have come"});
        row("cut", hello + json("{'type':'log','te"), {"0"},
            {"Line 2 of the host's messages has no end: the host broke off in it"});
        row("missing member", hello + json("{'type':'log'}") + "\n", {"0"},
            {"Line 2 of the host's messages is no message and is passed over: {\"type\":\"log\"} (column 1: "
             "the "
             "message has no member text)"});
        row("wrong type", hello + json("{'type':'log','text':[1]}") + "\n", {"0"},
            {"Line 2 of the host's messages is no message and is passed over: {\"type\":\"log\",\"text\":[1]} ("
             "column 22: text must be a string, but is an array)"});
        row("unknown state", hello + json("{'type':'extension','index':0,'name':'a','state':'gone'}") + "\n", {"0"},
            {"Line 2 of the host's messages is no message and is passed over: "
             "{\"type\":\"extension\",\"index\":0,\"name\":\"a\",\"state\":\"gone\"} (column 50: state is no "
             "state "
             "of an extension)"});
        row("huge index", hello + json("{'type':'extension','index':99999999,'name':'a'}") + "\n", {"0"},
            {"Line 2 of the host's messages is no message and is passed over: "
             "{\"type\":\"extension\",\"index\":99999999,\"name\":\"a\"} (column 29: index must be at most "
             "1000000)"});
        row("two objects on a line", hello + "{\"type\":\"log\",\"text\":\"a\"}{}\n", {"0"},
            {"Line 2 of the host's messages is no message and is passed over: {\"type\":\"log\",\"text\":\"a\"}{} "
             "("
             "column 26: the message has ended, but the text goes on)"});
    }
    void faultIsNotedAndTheRestIsRead() {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, messages);
        QFETCH(QStringList, notes);
        for (const std::size_t piece : {std::string::npos, std::size_t(1), std::size_t(7)}) {
            const Read result = read(bytes.toStdString(), piece);
            QCOMPARE(result.messages, messages);
            QCOMPARE(result.notes, notes);
        }
    }

    void timeBeyondAllClocksIsCutDown() {
        std::chrono::system_clock::time_point time;
        ProtocolReader reader([&](const HostMessage& message) {
            if (const auto* record = std::get_if<LogRecord>(&message))
                time = record->time;
        });
        reader.read(hello + json("{'type':'log','text':'a','time':1e300}") + "\n");
        QCOMPARE(std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count(),
                 std::chrono::milliseconds::rep(7'258'118'400'000));
    }

    void lineThatIsTooLongIsPassedOver() {
        std::string bytes = hello + json("{'type':'log','text':'");
        bytes.append(ProtocolReader::longest_line + 1, 'x');
        bytes += "\"}\n" + log_line("after");
        const Read result = read(bytes, std::size_t(1) << 16);
        QCOMPARE(result.messages, (QStringList{"0", "after"}));
        QCOMPARE(result.notes, QStringList("Line 2 of the host's messages is longer than 16 MiB and is passed over"));
    }

    void messageIsGivenAsSoonAsItsLineEnds() {
        int messages = 0;
        ProtocolReader reader([&](const HostMessage&) { ++messages; });
        reader.read(hello.substr(0, hello.size() - 1));
        QCOMPARE(messages, 0);
        reader.read("\n");
        QCOMPARE(messages, 1);
        QCOMPARE(reader.bytes(), hello.size());
    }
};

QTEST_APPLESS_MAIN(ProtocolReaderTest)
#include "protocol_reader_test.moc"
