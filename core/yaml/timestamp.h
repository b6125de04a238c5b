// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fairlead::yaml {

/// The parts of a date or time as they are written.
struct Timestamp {
    int year = 0;
    int month = 0;
    int day = 0;
    bool has_time = false;
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::string_view fraction; // digits; a part of the text that was parsed
    bool has_zone = false;
    char zone_sign = '+';
    int zone_hour = 0;
    int zone_minute = 0;
    bool two_digit_date = false; // month and day have two digits each: what a date without a time needs
};

/// The parts, if the whole text is a date or time as ruamel's constructor takes them.
[[nodiscard]] std::optional<Timestamp> parse_timestamp(std::string_view text) noexcept;

/// True if a plain scalar is read as a date or time.
[[nodiscard]] bool is_plain_timestamp(std::string_view text) noexcept;

/// Python's `isoformat()` of the value; throws PythonError where Python makes none.
[[nodiscard]] std::string iso_format(const Timestamp& timestamp);

/// The name that ruamel gives the zone of a time: `Z`, `+2`, `-00:00`, as it stands in the text; empty: there is none.
[[nodiscard]] std::string_view zone_name(std::string_view written) noexcept;

/// A time as microseconds since year 1, and whether it is aware of its zone (then in UTC): what Python compares.
struct Instant {
    std::int64_t microseconds = 0;
    bool aware = false;
    friend bool operator==(const Instant&, const Instant&) = default;
};
[[nodiscard]] Instant instant_of_iso(std::string_view iso) noexcept;

} // namespace fairlead::yaml
