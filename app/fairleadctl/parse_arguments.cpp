// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/arguments.h"
#include "app/fairleadctl/call.h"
#include "app/fairleadctl/output.h"
#include "core/checks/suggest.h"
#include "core/files/printable_text.h"
#include "core/files/read.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace fairlead::ctl {
namespace {

std::string printable(const std::string& argument) { return printable_text(argument); }

std::string long_name(const OptionRow& row) { return std::string(row.names.substr(row.names.find("--"))); }

void add_option(CLI::App& app, const OptionRow& row, Arguments& arguments) {
    const std::string names(row.names);
    if (const auto* flag = std::get_if<bool Arguments::*>(&row.member)) {
        app.add_flag(names, arguments.**flag);
    } else if (const auto* list = std::get_if<std::vector<std::string> Arguments::*>(&row.member)) {
        // One value each time: what follows it is a word.
        app.add_option(names, arguments.**list)
            ->expected(1)
            ->allow_extra_args(false)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    } else {
        app.add_option(names, arguments.*std::get<std::string Arguments::*>(row.member))
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    }
}

bool takes_value(const OptionRow& row) { return !std::holds_alternative<bool Arguments::*>(row.member); }

// CLI11 takes the next argument as the value of "--option="; written apart, the empty value stays.
void split_empty_values(const Call& call, std::vector<std::string>& raw) {
    for (std::size_t at = 0; at < raw.size(); ++at) {
        for (const Option option : call.options) {
            const OptionRow& row = option_row(option);
            if (takes_value(row) && raw[at] == long_name(row) + "=") {
                raw[at].pop_back();
                raw.insert(raw.begin() + static_cast<std::ptrdiff_t>(++at), std::string());
                break;
            }
        }
    }
}

std::string option_part(const std::string& argument) { return argument.substr(0, argument.find('=')); }

// CLI11 takes "--flag=no" for the flag not given.
void refuse_flag_values(const Call& call, const std::vector<std::string>& raw) {
    for (auto argument = raw.begin(); argument != raw.end(); ++argument) {
        for (const Option option : call.options) {
            const OptionRow& row = option_row(option);
            if (takes_value(row) && *argument == long_name(row) && std::next(argument) != raw.end()) {
                ++argument; // whatever it is, it is the value
                break;
            }
            const std::string name = option_part(*argument);
            if (!takes_value(row) && name.size() < argument->size() &&
                (name == long_name(row) || (name.size() == 2 && row.names.starts_with(name + ","))))
                throw UsageError(name + " takes no value", &call);
        }
    }
}

bool looks_like_option(const std::string& argument) { return argument.size() > 1 && argument.front() == '-'; }

[[noreturn]] void refuse_option(const Call& call, const std::string& argument) {
    const std::string option = option_part(argument);
    if (is_later_option(option))
        throw UsageError(option + " is not in this version", &call);
    std::string message = printable(option) + " is no option of fairleadctl " + std::string(call.name);
    const std::string near = nearest_name(option, [&](const std::function<void(std::string_view)>& offer) {
        for (const Option known : call.options)
            offer(long_name(option_row(known)));
    });
    if (option == long_name(option_row(Option::source)) &&
        std::string_view(call.words).find("PATH") != std::string::npos)
        message += "; a source is given as it is: fairleadctl " + std::string(call.name) + " PATH";
    else if (!near.empty())
        message += "; did you mean " + near + "?";
    else
        message += " (a path that begins so is written after --)";
    throw UsageError(message, &call);
}

void check_choice(const Call& call, const OptionRow& row, const std::string& value) {
    const std::vector<std::string> choices = split_words(row.choices);
    if (choices.empty() || std::ranges::find(choices, value) != choices.end())
        return;
    const std::string name = long_name(row);
    const std::vector<std::string> later = split_words(row.later);
    if (std::ranges::find(later, value) != later.end())
        throw UsageError(name + " " + value + " is not in this version", &call);
    std::string message = name + " is ";
    for (std::size_t at = 0; at < choices.size(); ++at)
        message += (at == 0 ? "" : at + 1 == choices.size() ? " or " : ", ") + choices[at];
    message += ", not " + (value.empty() ? std::string("empty") : printable(value));
    const std::string near = nearest_name(value, [&](const std::function<void(std::string_view)>& offer) {
        for (const std::string& choice : choices)
            offer(choice);
    });
    if (!near.empty())
        message += "; did you mean " + near + "?";
    throw UsageError(message, &call);
}

void check_words(const Call& call, const Arguments& arguments) {
    const std::size_t count = arguments.words.size();
    if (count < call.min_words) {
        const std::vector<std::string> names = split_words(call.words);
        throw UsageError(names[std::min(count, names.size() - 1)] + " is missing", &call);
    }
    if (count > call.max_words)
        throw UsageError("\"" + printable(arguments.words[call.max_words]) + "\" is one too many" +
                             (std::ranges::find(call.options, Option::source) != call.options.end()
                                  ? "; a source of cards is given as --source PATH"
                                  : ""),
                         &call);
}

} // namespace

Arguments parse_arguments(const Call& call, std::vector<std::string> raw) {
    std::vector<std::string> plain; // after --
    if (const auto mark = std::ranges::find(raw, "--"); mark != raw.end()) {
        plain.assign(std::next(mark), raw.end());
        raw.erase(mark, raw.end());
    }
    split_empty_values(call, raw);
    refuse_flag_values(call, raw);

    Arguments arguments;
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    for (const Option option : call.options)
        add_option(app, option_row(option), arguments);
    std::ranges::reverse(raw);
    try {
        app.parse(raw);
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string text = error.what();
        throw UsageError(text.substr(0, text.find(':')) + " needs a value", &call);
    } catch (const CLI::ParseError& error) {
        throw UsageError(error.what(), &call);
    }
    for (std::string& word : app.remaining()) {
        if (looks_like_option(word))
            refuse_option(call, word);
        arguments.words.push_back(std::move(word));
    }
    if (arguments.help)
        return arguments;
    std::ranges::move(plain, std::back_inserter(arguments.words));
    for (const Option option : call.options) {
        const OptionRow& row = option_row(option);
        if (const auto* text = std::get_if<std::string Arguments::*>(&row.member))
            check_choice(call, row, arguments.**text);
    }
    check_words(call, arguments);
    return arguments;
}

} // namespace fairlead::ctl
