// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "stream_invariants.h"

#include "core/yaml/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace fairlead::yaml {

namespace {

std::string shown(TextRange range) { return fmt::format("[{}, {})", range.begin, range.end); }

bool lies_in(TextRange inner, TextRange outer) {
    return inner.begin <= inner.end && outer.begin <= inner.begin && inner.end <= outer.end;
}

// Walks a value without looking through aliases, so that it ends.
class Walk {
public:
    explicit Walk(TextRange document) : document_(document) {}

    std::string error;

    void visit(const Value& value) {
        if (!error.empty() || ++visited_ > 2'000'000)
            return;
        if (!value) {
            error = "an absent value in a collection";
        } else if (!lies_in(value.range(), document_)) {
            error =
                fmt::format("the value at {} lies outside of its document {}", shown(value.range()), shown(document_));
        } else if (value.is_alias() || value.kind() < Kind::list) {
            static_cast<void>(to_json(value, 1000));
        } else {
            children(value);
        }
    }

private:
    void children(const Value& value) {
        std::size_t count = 0;
        if (value.kind() == Kind::list || value.kind() == Kind::tuple || value.kind() == Kind::set) {
            for (const Value& element : value.elements()) {
                nested(element, value);
                ++count;
            }
        } else {
            for (const Value::Entry& entry : value.entries()) {
                if (!entry.merged) {
                    nested(entry.key, value);
                    nested(entry.value, value);
                }
                ++count;
            }
        }
        if (count != value.size())
            error = fmt::format("{} elements where size() is {}", count, value.size());
    }

    void nested(const Value& child, const Value& parent) {
        if (child.range().size() != 0 && !lies_in(child.range(), parent.range()) && parent.kind() != Kind::tuple) {
            error = fmt::format("{} is not within its collection {}", shown(child.range()), shown(parent.range()));
        }
        visit(child);
    }

    TextRange document_;
    std::size_t visited_ = 0;
};

std::string broken_problem(const Problem& problem, TextRange document) {
    if (!lies_in(problem.range, document))
        return fmt::format("the problem's range {} lies outside of its document {}", shown(problem.range),
                           shown(document));
    if (problem.related && !lies_in(*problem.related, document))
        return fmt::format("the related range {} lies outside of its document {}", shown(*problem.related),
                           shown(document));
    return problem.message.empty() ? "a problem without a message" : "";
}

std::string broken_document(const Document& document) {
    const TextRange whole{0, static_cast<std::uint32_t>(document.text().size())};
    if (document.text().empty())
        return "a document without text";
    if (!lies_in(document.marker(), whole) || !lies_in(document.version_directive(), whole))
        return "the marker or directive lies outside of the document";
    const bool has_root = static_cast<bool>(document.root());
    if (has_root != (document.is_document() && !document.problem()))
        return "a root beside a problem, or neither";
    if (const Problem* problem = document.problem())
        return broken_problem(*problem, whole);
    for (const Problem& warning : document.warnings()) {
        if (std::string broken = broken_problem(warning, whole); !broken.empty())
            return broken;
    }
    if (!has_root)
        return {};
    Walk walk(whole);
    walk.visit(document.root());
    return walk.error;
}

class Comparison {
public:
    std::string error;

    void compare(const Value& left, const Value& right) {
        if (!error.empty() || ++visited_ > 2'000'000)
            return;
        const auto differ = [&](const char* what) {
            error = fmt::format("{} differs at {} and {}: {} and {}", what, shown(left.range()), shown(right.range()),
                                to_line(left), to_line(right));
        };
        if (static_cast<bool>(left) != static_cast<bool>(right))
            return differ("presence");
        if (!left)
            return;
        if (left.kind() != right.kind() || left.range() != right.range() || left.style() != right.style() ||
            left.is_alias() != right.is_alias() || left.has_tag() != right.has_tag() || left.size() != right.size())
            return differ("kind, range or size");
        if (left.is_alias())
            return;
        if (left.kind() < Kind::list) {
            if (to_json(left) != to_json(right))
                differ("value");
            return;
        }
        const auto same_entry = [&](const Value::Entry& l, const Value::Entry& r) {
            compare(l.key, r.key);
            compare(l.value, r.value);
            if (l.merged != r.merged)
                differ("merging");
        };
        auto element = right.elements().begin();
        for (const Value& l : left.elements())
            compare(l, *element++);
        auto entry = right.entries().begin();
        for (const Value::Entry& l : left.entries()) {
            if (l.merged && (*entry).merged) {
                ++entry; // what is merged is compared where it stands
                continue;
            }
            same_entry(l, *entry++);
        }
    }

private:
    std::size_t visited_ = 0;
};

bool alike(const Problem* left, const Problem* right) {
    if (!left || !right)
        return left == right;
    return left->what == right->what && left->range == right->range && left->related == right->related &&
           left->message == right->message && left->python_class == right->python_class &&
           left->python_text == right->python_text && left->python_context == right->python_context &&
           left->raw == right->raw;
}

std::string shown(const Problem* problem) {
    return problem ? fmt::format("{} at {}: {}", problem->python_class, shown(problem->range), problem->python_text)
                   : "none";
}

std::string document_difference(const Document& left, const Document& right) {
    if (left.text() != right.text())
        return fmt::format("text {} and {}", json_string(left.text()), json_string(right.text()));
    if (left.is_document() != right.is_document() || left.is_yaml_1_1() != right.is_yaml_1_1() ||
        left.marker() != right.marker() || left.version_directive() != right.version_directive())
        return "frame";
    if (!alike(left.problem(), right.problem()))
        return fmt::format("problem {} and {}", shown(left.problem()), shown(right.problem()));
    if (!std::equal(left.warnings().begin(), left.warnings().end(), right.warnings().begin(), right.warnings().end(),
                    [](const Problem& l, const Problem& r) { return alike(&l, &r); }))
        return "warnings";
    Comparison comparison;
    comparison.compare(left.root(), right.root());
    return comparison.error;
}

} // namespace

std::string broken_invariant(const Stream& stream, std::string_view text) {
    if (stream.size() != text.size() || stream.text() != text)
        return "the documents' texts are not the file";
    if (stream.documents().empty())
        return text.empty() ? "" : "no documents for a text";
    std::size_t begin = 0;
    std::size_t line = 1;
    for (std::size_t i = 0; i < stream.documents().size(); ++i) {
        const Document& document = stream.documents()[i];
        if (std::string broken = broken_document(document); !broken.empty())
            return fmt::format("document {}: {}", i, broken);
        const auto size = static_cast<std::uint32_t>(document.text().size());
        if (stream.begin_of(i) != begin || stream.line_of(i) != line)
            return fmt::format("document {} begins at {}, line {} and not at {}, line {}", i, stream.begin_of(i),
                               stream.line_of(i), begin, line);
        if (stream.document_at(begin) != i || stream.document_at(begin + size - 1) != i)
            return fmt::format("document_at() does not find document {}", i);
        if (const Position first = stream.position(i, 0);
            first.offset != begin || first.line != line || first.column != 1)
            return fmt::format("position() of document {} is line {}, column {}", i, first.line, first.column);
        begin += size;
        if (i + 1 < stream.documents().size())
            line = stream.position(i, size).line;
    }
    const Stream::FirstProblem first = stream.first_problem();
    const bool any = std::any_of(stream.documents().begin(), stream.documents().end(),
                                 [](const Document& d) { return d.problem(); });
    if (any != (first.problem != nullptr))
        return "first_problem() does not tell whether there is one";
    return {};
}

std::string difference(const Stream& left, const Stream& right) {
    if (left.documents().size() != right.documents().size())
        return fmt::format("{} and {} documents", left.documents().size(), right.documents().size());
    for (std::size_t i = 0; i < left.documents().size(); ++i) {
        if (std::string found = document_difference(left.documents()[i], right.documents()[i]); !found.empty())
            return fmt::format("document {}: {}", i, found);
        if (left.begin_of(i) != right.begin_of(i) || left.line_of(i) != right.line_of(i))
            return fmt::format("document {} begins at {}, line {} and {}, line {}", i, left.begin_of(i),
                               left.line_of(i), right.begin_of(i), right.line_of(i));
    }
    const auto l = left.first_problem();
    const auto r = right.first_problem();
    if (l.document != r.document || !alike(l.problem, r.problem) || l.python_text != r.python_text)
        return fmt::format("first problem: {} in {} and {} in {}", shown(l.problem), l.document, shown(r.problem),
                           r.document);
    return left.carry_out() == right.carry_out() && left.size() == right.size() ? "" : "carry or size";
}

} // namespace fairlead::yaml
