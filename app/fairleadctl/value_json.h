// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/json_writer.h"
#include "core/yaml/value.h"

#include <string_view>
#include <vector>

namespace fairlead::ctl {

/// Writes values of cards as JSON, by the rules of command.md. Aliases are written out; a value that contains itself is
/// "<cycle>" where it recurs. So that a few lines of aliases do not become a terabyte, what makes the whole much larger
/// than the text it was read from becomes "<too large>", and what is nested over a thousand levels "<too deep>".
class ValueJson {
public:
    /// `text_size`: of the text that the values were read from, in bytes.
    ValueJson(JsonWriter& json, std::size_t text_size);
    void write(const yaml::Value& value);
    /// As the key of a member: text as it is, anything else as its JSON text.
    void write_key(const yaml::Value& key);

private:
    void write_container(const yaml::Value& value);
    bool spend(std::size_t cost);

    JsonWriter& json_;
    std::vector<const void*> open_; // the values that are being written, outermost first
    std::size_t budget_;
};

/// "str int float bool null date datetime bytes list tuple set dict": the type as Python has it.
[[nodiscard]] std::string_view type_name(const yaml::Value& value) noexcept;

} // namespace fairlead::ctl
