// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/python_print.h"

#include "core/yaml/characters.h"
#include "core/yaml/numbers.h"
#include "core/yaml/python_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace fairlead::python {
namespace {

using Kind = ConfigValue::Kind;

constexpr std::size_t longest_text = 1u << 16;

class Printer {
public:
    void print(const ConfigValue& value, bool repr) {
        if (text.size() > longest_text) {
            cut = true;
            return;
        }
        switch (value.kind()) {
        case Kind::null:
            text += "None";
            break;
        case Kind::boolean:
            text += value.boolean() ? "True" : "False";
            break;
        case Kind::integer:
            integer(value.integer_text());
            break;
        case Kind::real:
            text += yaml::python_float_repr(value.real());
            break;
        case Kind::string:
            text += repr ? yaml::python_repr(value.text()) : std::string(value.text());
            break;
        case Kind::bytes:
            text += yaml::bytes_repr(value.text());
            break;
        case Kind::date:
        case Kind::datetime:
            if (repr) {
                text += yaml::time_repr(value.text(), value.zone());
            } else {
                std::string shown(value.text());
                std::ranges::replace(shown, 'T', ' ');
                text += shown;
            }
            break;
        case Kind::mapping:
            entries(value, "{", "}", false);
            break;
        case Kind::omap:
            if (value.entries().empty())
                text += "ordereddict()";
            else
                entries(value, "ordereddict([", "])", true);
            break;
        case Kind::set:
            if (value.elements().empty())
                text += "set()";
            else
                elements(value, "{", "}");
            break;
        case Kind::tuple:
            elements(value, "(", value.elements().size() == 1 ? ",)" : ")");
            break;
        case Kind::list:
        case Kind::pairs:
            elements(value, "[", "]");
            break;
        }
    }

    std::string text;
    bool cut = false;

private:
    void integer(const std::string& digits) {
        // More decimal digits than Python prints are kept in hexadecimal.
        if (digits.find('x') != std::string::npos)
            throw Unprintable{"Exceeds the limit (4300 digits) for integer string conversion; use "
                              "sys.set_int_max_str_digits() to increase the limit"};
        text += digits;
    }

    void elements(const ConfigValue& value, const char* open, const char* close) {
        const char* separator = open;
        for (const ConfigValue& element : value.elements()) {
            text += separator;
            separator = ", ";
            print(element, true);
            if (cut)
                return;
        }
        text += value.elements().empty() ? open : "";
        text += close;
    }

    void entries(const ConfigValue& value, const char* open, const char* close, bool pairs) {
        const char* separator = open;
        for (const ConfigValue::Entry& entry : value.entries()) {
            text += separator;
            separator = ", ";
            text += pairs ? "(" : "";
            print(entry.key, true);
            text += pairs ? ", " : ": ";
            print(entry.value, true);
            text += pairs ? ")" : "";
            if (cut)
                return;
        }
        text += value.entries().empty() ? open : "";
        text += close;
    }
};

std::string printed(const ConfigValue& value, bool repr) {
    Printer printer;
    printer.print(value, repr);
    if (printer.cut)
        printer.text += "…";
    return std::move(printer.text);
}

} // namespace

std::string_view type_name(const ConfigValue& value) noexcept {
    switch (value.kind()) {
    case Kind::null:
        return "NoneType";
    case Kind::boolean:
        return "bool";
    case Kind::integer:
        return "int";
    case Kind::real:
        return "float";
    case Kind::string:
        return "str";
    case Kind::date:
        return "datetime.date";
    case Kind::datetime:
        return "datetime.datetime";
    case Kind::bytes:
        return "bytes";
    case Kind::tuple:
        return "tuple";
    case Kind::set:
        return "set";
    case Kind::mapping:
        return "dict";
    case Kind::omap:
        return "ruamel.yaml.compat.ordereddict";
    case Kind::list:
    case Kind::pairs:
        break;
    }
    return "list";
}

std::string type_text(const ConfigValue& value) { return fmt::format("<class '{}'>", type_name(value)); }

std::string str(const ConfigValue& value) { return printed(value, false); }

std::string repr(const ConfigValue& value) { return printed(value, true); }

} // namespace fairlead::python
