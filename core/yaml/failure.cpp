// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/failure.h"

#include "core/yaml/utf8.h"

#include <fmt/format.h>

namespace fairlead::yaml {

namespace {

std::string class_name(const Failure& failure) {
    switch (failure.origin) {
    case Failure::Origin::reader:
        return "ruamel.yaml.reader.ReaderError";
    case Failure::Origin::scanner:
        return "ruamel.yaml.scanner.ScannerError";
    case Failure::Origin::parser:
        return "ruamel.yaml.parser.ParserError";
    case Failure::Origin::composer:
        return "ruamel.yaml.composer.ComposerError";
    case Failure::Origin::constructor:
        return "ruamel.yaml.constructor.ConstructorError";
    case Failure::Origin::duplicate_key:
        return "ruamel.yaml.constructor.DuplicateKeyError";
    case Failure::Origin::python:
        break;
    }
    return failure.builtin;
}

} // namespace

Problem Failure::to_problem(std::uint32_t document_begin) const {
    const auto relative = [&](TextRange place) {
        return TextRange{place.begin - document_begin, place.end - document_begin};
    };
    Problem result;
    result.what = what;
    result.range = relative(range);
    if (related)
        result.related = relative(*related);
    result.message = message;
    result.python_class = class_name(*this);
    result.python_text = problem;
    result.python_context = context;
    result.raw = origin == Origin::python;
    return result;
}

Problem bad_character_problem(std::string_view text, const BadCharacter& bad) {
    Problem problem;
    problem.range = {static_cast<std::uint32_t>(bad.begin), static_cast<std::uint32_t>(bad.end)};
    if (bad.decode_reason) {
        problem.what = Refusal::encoding;
        problem.message = fmt::format("The byte 0x{:02X} is no UTF-8 here: save the file as UTF-8.",
                                      static_cast<unsigned char>(text[bad.begin]));
        problem.python_class = "UnicodeDecodeError";
        problem.python_text = python_decode_error(text, {bad.begin, bad.end, bad.decode_reason});
        problem.raw = true;
    } else {
        problem.what = Refusal::control_character;
        problem.message =
            fmt::format("The control character U+{:04X} may not stand in YAML, not even in a comment: remove "
                        "it, or write it as an escape in double quotes.",
                        bad.code_point);
        problem.python_class = "ruamel.yaml.reader.ReaderError";
        problem.python_text =
            fmt::format("unacceptable character #x{:04x}: special characters are not allowed", bad.code_point);
    }
    return problem;
}

} // namespace fairlead::yaml
