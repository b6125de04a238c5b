// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/chunk.h"
#include "core/yaml/stream.h"
#include "core/yaml/text_file.h"

namespace fairlead::yaml {

namespace {

bool is_character_problem(const Problem& problem) {
    return problem.what == Refusal::encoding || problem.what == Refusal::control_character;
}

/// A problem among those of a stream, and where ruamel is in the file when it meets it.
struct Place {
    std::size_t document = 0;
    const Problem* problem = nullptr;
    std::size_t reach = 0; // in the file
};

} // namespace

Stream::FirstProblem Stream::first_problem() const {
    Place syntax;
    Place encoding;
    Place control;
    const auto meet = [&](Place& place, std::size_t document, const Findings::Candidate& candidate) {
        if (!place.problem)
            place = {document, &candidate.problem, begins_[document] + candidate.reach};
    };
    bool constructing = false; // the problem so far is in the values of the document before
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        std::span<const Findings::Candidate> candidates;
        if (const Findings* findings = Chunk::findings_of(documents_[i]))
            candidates = findings->candidates;
        constructing = constructing && !candidates.empty();
        for (const Findings::Candidate& candidate : candidates) {
            if (is_character_problem(candidate.problem)) {
                meet(candidate.problem.what == Refusal::encoding ? encoding : control, i, candidate);
                continue;
            }
            if (constructing && candidate.while_peeking)
                syntax = {}; // ruamel looks for what follows a document before it makes its values
            constructing = !syntax.problem && candidate.while_constructing;
            meet(syntax, i, candidate);
        }
    }
    const auto result = [](const Place& place) {
        return FirstProblem{place.document, place.problem, place.problem ? place.problem->python_text : std::string()};
    };
    if (!encoding.problem && !control.problem)
        return result(syntax);
    const std::string all = text();
    const TextFile file(all);
    const auto never = static_cast<std::size_t>(-1);
    const auto decode_error = encoding.problem ? file.decode_error() : std::nullopt;
    const std::size_t at_encoding = decode_error ? decode_error->read : never;
    const std::size_t at_control = control.problem ? file.read_of(control.reach) : never;
    const std::size_t at_syntax = syntax.problem ? file.read_of(syntax.reach) : never;
    if (at_encoding <= at_control && at_encoding <= at_syntax) {
        FirstProblem first = result(encoding);
        first.python_text = decode_error->text;
        return first;
    }
    return result(at_control <= at_syntax ? control : syntax);
}

} // namespace fairlead::yaml
