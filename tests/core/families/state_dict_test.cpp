// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/safetensors_header.h"

#include "tests/core/container/error_text.h"

#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <cmath>
#include <cstring>
#include <fairlead/state_dict.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <sys/stat.h>

using namespace fairlead;
using fairlead::test::thrown_by;
namespace fs = std::filesystem;

namespace {

const std::string golden = FAIRLEAD_SOURCE_DIR "/tests/core/families/golden/";

nlohmann::json answers() {
    std::ifstream file(golden + "answers.json");
    return nlohmann::json::parse(file);
}

// A file's bytes: the header's length, the header, the data.
std::string file_of(const std::string& header, const std::string& data = {}) {
    std::string bytes;
    for (unsigned byte = 0; byte < 8; ++byte)
        bytes += static_cast<char>(header.size() >> (8 * byte) & 0xffU);
    return bytes + header + data;
}

std::string described(const std::string& name, const std::string& type, const std::string& shape, int begin, int end) {
    return "\"" + name + "\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":[" +
           std::to_string(begin) + "," + std::to_string(end) + "]}";
}

// Two floats named a, and a byte named b.
std::string small_file() {
    std::string data(9, '\7');
    const std::array numbers{1.5F, -2.0F};
    std::memcpy(data.data(), numbers.data(), 8);
    return file_of("{" + described("a", "F32", "[1,2]", 0, 8) + "," + described("b", "U8", "[1]", 8, 9) + "}", data);
}

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

void write(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string details_of(const fs::path& path) {
    try {
        (void)StateDict::load(path);
    } catch (const CorruptModelCheckpointError& error) {
        return error.details();
    }
    return "nothing was thrown";
}

} // namespace

/// Safetensors files, good and hostile, beside what the format's own reader makes of them.
class StateDictTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_scratch;
    [[nodiscard]] fs::path scratch(const char* name) const { return m_scratch.filePath(name).toStdString(); }

private slots:
    void tensorIsAsTorchHasIt_data() {
        QTest::addColumn<QString>("name");
        const nlohmann::json recorded = answers();
        for (const auto& [name, tensor] : recorded.at("tensors").items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void tensorIsAsTorchHasIt() {
        QFETCH(QString, name);
        const nlohmann::json expected = answers().at("tensors").at(name.toStdString());
        const StateDict state_dict = StateDict::load(golden + "all_types.safetensors");
        const Tensor* tensor = state_dict.find(name.toStdString());
        QVERIFY(tensor != nullptr);
        QCOMPARE(std::string(to_string(tensor->type)), expected.at("type").get<std::string>());
        QCOMPARE(tensor->shape, expected.at("shape").get<Shape>());
        const auto numbers = expected.at("numbers").get<std::vector<std::string>>();
        QCOMPARE(tensor->elements(), numbers.size());
        std::vector<double> doubles(numbers.size());
        tensor->copy_to(doubles);
        std::vector<float> floats(numbers.size());
        tensor->copy_to(floats);
        for (std::size_t index = 0; index < numbers.size(); ++index) {
            const double wanted = std::strtod(numbers[index].c_str(), nullptr);
            const QByteArray place = QByteArray::number(static_cast<qulonglong>(index)) + ": " + numbers[index].c_str();
            if (std::isnan(wanted)) {
                QVERIFY2(std::isnan(doubles[index]) && std::isnan(floats[index]), place.constData());
                continue;
            }
            QVERIFY2(doubles[index] == wanted && std::signbit(doubles[index]) == std::signbit(wanted),
                     place.constData());
            QVERIFY2(floats[index] == static_cast<float>(wanted), place.constData());
        }
    }

    void everyTensorIsThere() {
        QCOMPARE(StateDict::load(golden + "all_types.safetensors").size(), answers().at("tensors").size());
    }

    void integersAreExact() {
        const StateDict state_dict = StateDict::load(golden + "all_types.safetensors");
        std::vector<std::int64_t> two(2);
        state_dict.find("int64")->copy_to(two);
        QCOMPARE(two, (std::vector<std::int64_t>{std::numeric_limits<std::int64_t>::min(),
                                                 std::numeric_limits<std::int64_t>::max()}));
        state_dict.find("uint64")->copy_to(two);
        QCOMPARE(two, (std::vector<std::int64_t>{0, 9007199254740993}));
        QCOMPARE(thrown_by([&] { state_dict.find("float16")->copy_to(std::span<std::int64_t>()); }),
                 std::string("ValueError: the tensor has 11 element(s), but there is room for 0."));
        std::vector<std::int64_t> eleven(11);
        QCOMPARE(thrown_by([&] { state_dict.find("float16")->copy_to(eleven); }),
                 std::string("ValueError: a tensor of float16 cannot be read as integers."));
    }

    void hostileFile_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("accepted");
        const nlohmann::json recorded = answers();
        for (const auto& [name, file] : recorded.at("files").items())
            QTest::newRow(name.c_str()) << QByteArray::fromBase64(
                                               QByteArray::fromStdString(file.at("bytes").get<std::string>()))
                                        << file.at("accepted").get<bool>();
    }
    void hostileFile() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, accepted);
        const fs::path path = scratch("hostile.safetensors");
        write(path, bytes.toStdString());
        // Of a name that stands twice the format's reader takes one; here it is refused, as nobody writes that.
        const bool fine = accepted && QTest::currentDataTag() != QByteArray("twice the same name");
        QCOMPARE(thrown_by([&] { (void)StateDict::load(path); }),
                 fine ? std::string()
                      : "CorruptModelCheckpointError: " + path.string() +
                            " cannot be loaded as a Safetensors checkpoint file.");
    }

    void reasonIsGiven_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const std::string& bytes, const char* reason) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << reason;
        };
        const std::string four(4, '\0');
        row("short", "1234567", "it is too short to have a header");
        row("long header", file_of("{}").substr(0, 9), "its header is said to be longer than the file");
        row("endless header", std::string(8, '\xff'), "its header is said to be longer than 100 MB");
        row("no object", file_of("[]"), "a list stands where it does not belong");
        row("no JSON", file_of("{\"a\"}"), "its header is no JSON at byte 13");
        row("twice", file_of("{" + described("a", "U8", "[0]", 0, 0) + "," + described("a", "U8", "[0]", 0, 0) + "}"),
            "a stands twice in it");
        row("two types", file_of("{\"a\":{\"dtype\":\"U8\",\"dtype\":\"U8\"}}"), "a has two of dtype");
        row("type", file_of("{" + described("a", "F31", "[0]", 0, 0) + "}"), "the type F31 of a is not known");
        row("lacking", file_of("{\"a\":{\"dtype\":\"U8\",\"shape\":[0]}}"), "a lacks its type, its shape or its place");
        row("gap", file_of("{" + described("a", "U8", "[3]", 1, 4) + "}", four),
            "a does not begin where the tensor before it ends");
        row("beyond", file_of("{" + described("a", "U8", "[5]", 0, 5) + "}", four), "a ends beyond the file");
        row("size", file_of("{" + described("a", "U8", "[3]", 0, 4) + "}", four),
            "a is not as large as its type and shape say");
        row("overflow", file_of("{" + described("a", "F64", "[4294967296,4294967296,4]", 0, 0) + "}"),
            "a is not as large as its type and shape say");
        row("more", file_of("{" + described("a", "U8", "[3]", 0, 3) + "}", four), "it goes on after its last tensor");
        row("null", file_of("{\"a\":null}"), "null stands where it does not belong, at a");
        std::string many = "[1";
        for (int dimension = 0; dimension < 64; ++dimension)
            many += ",1";
        row("dimensions", file_of("{" + described("a", "U8", many + "]", 0, 1) + "}", "1"),
            "a has too many dimensions");
    }
    void reasonIsGiven() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        const fs::path path = scratch("reason.safetensors");
        write(path, bytes.toStdString());
        QCOMPARE(QString::fromStdString(details_of(path)), reason);
    }

    // Whatever is done to a good file, reading gives what lies within it, or throws.
    void damagedFilesAreSafe() {
        const auto seed = static_cast<unsigned>(std::random_device()());
        std::mt19937 random(seed);
        const std::string good = small_file();
        for (int round = 0; round < 20'000; ++round) {
            std::string bytes = good;
            for (unsigned change = random() % 4 + 1; change > 0; --change) {
                const std::size_t at = random() % bytes.size();
                if (random() % 4 == 0)
                    bytes.resize(std::max<std::size_t>(at, 1));
                else
                    bytes[at] = random() % 2 == 0 ? static_cast<char>(random()) : "0123456789[]{},:\""[random() % 17];
            }
            try {
                for (const SafetensorsEntry& entry : read_safetensors(bytes_of(bytes))) {
                    const auto* begin = reinterpret_cast<const char*>(entry.bytes.data());
                    QVERIFY2(begin >= bytes.data() && begin + entry.bytes.size() <= bytes.data() + bytes.size(),
                             qPrintable(QStringLiteral("seed %1, round %2").arg(seed).arg(round)));
                }
            } catch (const SafetensorsError&) {
                continue;
            }
        }
    }

    void everyCutIsRefused() {
        const std::string good = small_file();
        QCOMPARE(read_safetensors(bytes_of(good)).size(), 2U);
        for (std::size_t length = 0; length < good.size(); ++length)
            QVERIFY2(!thrown_by([&] { (void)read_safetensors(bytes_of(good.substr(0, length))); }).empty(),
                     qPrintable(QString::number(length)));
    }

    void folderOfFiles() {
        const fs::path path = scratch("folder");
        fs::create_directory(path);
        write(path / "2.safetensors", file_of("{" + described("c", "U8", "[1]", 0, 1) + "}", "\5"));
        write(path / "1.safetensors", small_file());
        write(path / "notes.txt", "none of them");
        const StateDict state_dict = StateDict::load(path);
        std::string names;
        for (const StateDict::Entry& entry : state_dict.entries())
            names += entry.name;
        QCOMPARE(names, std::string("abc"));
        write(path / "3.safetensors", small_file());
        QCOMPARE(thrown_by([&] { (void)StateDict::load(path); }),
                 "CorruptModelCheckpointError: " + path.string() +
                     " directory has more than one checkpoint file with key a.");
    }

    void whatIsNoCheckpoint() {
        const fs::path empty = scratch("empty");
        fs::create_directory(empty);
        QCOMPARE(thrown_by([&] { (void)StateDict::load(empty); }),
                 "CorruptModelCheckpointError: " + empty.string() + " does not point to any known checkpoints.");
        const fs::path text = scratch("text.txt");
        write(text, small_file());
        QCOMPARE(thrown_by([&] { (void)StateDict::load(text); }),
                 "CorruptModelCheckpointError: " + text.string() + " does not point to any known checkpoints.");
        QVERIFY(thrown_by([&] { (void)StateDict::load(scratch("nowhere.safetensors")); })
                    .starts_with("filesystem_error: filesystem error: the checkpoint cannot be read: No such file or "
                                 "directory ["));
        const fs::path pipe = scratch("pipe.safetensors");
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        QVERIFY(thrown_by([&] { (void)StateDict::load(pipe); }).starts_with("filesystem_error: "));
    }

    void bytesOutliveTheStateDict() {
        const fs::path path = scratch("kept.safetensors");
        write(path, small_file());
        const Tensor kept = *StateDict::load(path).find("a");
        std::array<float, 2> numbers{};
        kept.copy_to(std::span<float>(numbers));
        QCOMPARE(numbers, (std::array<float, 2>{1.5F, -2.0F}));
    }

    void ownTensorsCanBeAdded() {
        const auto numbers = std::make_shared<std::vector<float>>(3, 2.0F);
        StateDict state_dict;
        state_dict.add("own", {.shape = {3}, .bytes = std::as_bytes(std::span(*numbers)), .owner = numbers});
        QCOMPARE(thrown_by([&] { state_dict.add("own", {}); }),
                 std::string("ValueError: there is a tensor named own already."));
        std::vector<float> read(3);
        StateDictReader reader(state_dict);
        reader.read("own", {3}, std::span<float>(read));
        reader.finish();
        QCOMPARE(read, *numbers);
    }

    void whatDoesNotFitIsSaidAtOnce() {
        const fs::path path = scratch("fit.safetensors");
        write(path, small_file());
        const StateDict state_dict = StateDict::load(path);
        std::vector<float> two(2);
        StateDictReader fits(state_dict);
        fits.read("a", {1, 2}, std::span<float>(two));
        QVERIFY(fits.take("b", {1}) != nullptr);
        fits.finish();
        QCOMPARE(two[1], -2.0F);
        StateDictReader reader(state_dict);
        reader.read("a", {2}, std::span<float>(two));
        QVERIFY(reader.take("x", {}) == nullptr);
        QVERIFY(reader.take("y", {}) == nullptr);
        QCOMPARE(
            thrown_by([&] { reader.finish(); }),
            std::string("ModelCheckpointMismatchError: `a` has a shape of (1, 2) in the checkpoint, but has a shape "
                        "of (2,) in the model. Following keys are missing in the checkpoint: x, y Following keys in "
                        "the checkpoint are unexpected: b"));
    }
};

QTEST_APPLESS_MAIN(StateDictTest)
#include "state_dict_test.moc"
