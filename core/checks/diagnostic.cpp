// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/diagnostic.h"

namespace fairlead {

std::string_view to_string(Severity severity) noexcept {
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    case Severity::info:
        return "info";
    }
    return {};
}

FilePlace file_place(const Catalog& catalog, const DocumentPlace& place) {
    const CardFile& file = catalog.file(place.file);
    const yaml::Position begin = file.stream.position(place.document, place.range.begin);
    const yaml::Position end = file.stream.position(place.document, place.range.end);
    return {file.shown, begin.line, begin.column, end.line, end.column, begin.offset, end.offset};
}

} // namespace fairlead
