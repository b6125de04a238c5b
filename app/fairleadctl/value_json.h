// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/json_writer.h"
#include "core/yaml/value.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace fairlead::ctl {

/// Writes values of cards into a JSON text as yaml::to_json has them. So that a few lines of aliases do not become a
/// terabyte, what makes the whole much larger than the text it was read from becomes "<too large>".
class ValueJson {
public:
    /// `text_size`: of the text that the values were read from, in bytes.
    ValueJson(JsonWriter& json, std::size_t text_size);
    void write(const yaml::Value& value);
    /// As the key of a member: text as it is, anything else as its JSON text.
    void write_key(const yaml::Value& key);

private:
    /// What is written counts.
    [[nodiscard]] std::string charged(std::string text);

    JsonWriter& json_;
    std::size_t budget_;
};

/// "str int float bool null date datetime bytes list tuple set dict": the type as Python has it.
[[nodiscard]] std::string_view type_name(const yaml::Value& value) noexcept;

} // namespace fairlead::ctl
