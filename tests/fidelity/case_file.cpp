// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/fidelity/case_file.h"

#include <nlohmann/json.hpp>

#include <QByteArray>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace fidelity {
namespace {

/// The folder of the cases; another one may be named, to try fresh ones (README.md).
std::filesystem::path folder() {
    const QByteArray other = qgetenv("FIDELITY_CASES");
    return other.isEmpty() ? FAIRLEAD_SOURCE_DIR "/tests/fidelity/cases" : other.toStdString();
}

constexpr std::size_t most_shown = 1500;

std::string cut(std::string text) {
    if (text.size() > most_shown) {
        text.resize(most_shown);
        text += "…";
    }
    return text;
}

} // namespace

std::vector<std::string> case_file_names(const std::string& prefix) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
        std::string name = entry.path().stem().string();
        if (entry.path().extension() == ".jsonl" && name.starts_with(prefix)) {
            names.push_back(std::move(name));
        }
    }
    std::ranges::sort(names);
    return names;
}

std::vector<Json> load_cases(const std::string& name) {
    std::ifstream lines(folder() / (name + ".jsonl"));
    std::vector<Json> cases;
    for (std::string line; std::getline(lines, line);) {
        cases.push_back(Json::parse(line));
    }
    if (cases.empty()) {
        throw std::runtime_error("no cases in " + name);
    }
    return cases;
}

std::string content(const Json& holder) {
    if (const auto text = holder.find("text"); text != holder.end()) {
        return text->get<std::string>();
    }
    if (const auto parts = holder.find("parts"); parts != holder.end()) {
        std::string bytes;
        for (const Json& part : *parts) {
            const auto piece = part.at(0).get<std::string>();
            for (auto times = part.at(1).get<std::size_t>(); times > 0; --times) {
                bytes += piece;
            }
        }
        return bytes;
    }
    return QByteArray::fromBase64(QByteArray::fromStdString(holder.at("base64").get<std::string>())).toStdString();
}

const Json& member(const Json& holder, const char* name) {
    static const Json none;
    const auto found = holder.find(name);
    return found == holder.end() ? none : *found;
}

std::string shown(const std::string& bytes) {
    return cut(Json(bytes).dump(-1, ' ', true, Json::error_handler_t::replace));
}

std::string shown(const Json& value) { return cut(value.dump(-1, ' ', true, Json::error_handler_t::replace)); }

} // namespace fidelity
