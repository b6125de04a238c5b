// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/timestamp.h"

#include "core/yaml/characters.h"
#include "core/yaml/numbers.h"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead::yaml {

namespace {

class Parts {
public:
    explicit Parts(std::string_view text) : text_(text) {}

    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
    bool take(char c) {
        if (at_end() || text_[at_] != c)
            return false;
        ++at_;
        return true;
    }
    std::size_t take_blanks() {
        const std::size_t from = at_;
        while (!at_end() && (text_[at_] == ' ' || text_[at_] == '\t'))
            ++at_;
        return at_ - from;
    }
    std::string_view take_digits() {
        const std::size_t from = at_;
        while (!at_end() && is_digit(text_[at_]))
            ++at_;
        return text_.substr(from, at_ - from);
    }
    /// A number of `least` to `most` digits.
    bool take_number(std::size_t least, std::size_t most, int& number) {
        const std::size_t from = at_;
        number = 0;
        while (!at_end() && is_digit(text_[at_]) && at_ - from < most)
            number = number * 10 + (text_[at_++] - '0');
        return at_ - from >= least;
    }
    [[nodiscard]] std::size_t at() const { return at_; }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

bool take_time(Parts& parts, Timestamp& stamp) {
    if (!parts.take('T') && !parts.take('t') && parts.take_blanks() == 0)
        return false;
    if (!parts.take_number(1, 2, stamp.hour) || !parts.take(':') || !parts.take_number(2, 2, stamp.minute) ||
        !parts.take(':') || !parts.take_number(2, 2, stamp.second))
        return false;
    stamp.has_time = true;
    if (parts.take('.'))
        stamp.fraction = parts.take_digits();
    const std::size_t blanks = parts.take_blanks();
    if (parts.at_end())
        return blanks == 0;
    stamp.has_zone = true;
    if (parts.take('Z'))
        return true;
    stamp.zone_sign = parts.take('-') ? '-' : '+';
    if (stamp.zone_sign == '+' && !parts.take('+'))
        return false;
    if (!parts.take_number(1, 2, stamp.zone_hour))
        return false;
    return !parts.take(':') || parts.take_number(2, 2, stamp.zone_minute);
}

constexpr std::int64_t day_us = 86'400'000'000;

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
    static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

std::int64_t days_before(int year, int month, int day) {
    const std::int64_t years = year - 1;
    std::int64_t days = years * 365 + years / 4 - years / 100 + years / 400;
    for (int m = 1; m < month; ++m)
        days += days_in(year, m);
    return days + day - 1;
}

void require(bool condition, const char* text) {
    if (!condition)
        throw PythonError{"ValueError", text};
}

int zone_minutes(const Timestamp& stamp) {
    const int minutes = stamp.zone_hour * 60 + stamp.zone_minute;
    if (minutes >= 24 * 60) { // shown as timedelta's repr: days may be negative, seconds are not
        const int seconds = (stamp.zone_sign == '-' ? -minutes : minutes) * 60;
        const int days = seconds >= 0 ? seconds / 86400 : -((-seconds + 86399) / 86400);
        const int rest = seconds - days * 86400;
        throw PythonError{"ValueError", "offset must be a timedelta strictly between -timedelta(hours=24) and "
                                        "timedelta(hours=24), not datetime.timedelta(days=" +
                                            std::to_string(days) +
                                            (rest == 0 ? "" : ", seconds=" + std::to_string(rest)) + ")."};
    }
    return stamp.zone_sign == '-' ? -minutes : minutes;
}

// Adds one second; throws at the end of time.
void carry_second(Timestamp& stamp) {
    if (++stamp.second < 60)
        return;
    stamp.second = 0;
    if (++stamp.minute < 60)
        return;
    stamp.minute = 0;
    if (++stamp.hour < 24)
        return;
    stamp.hour = 0;
    if (++stamp.day <= days_in(stamp.year, stamp.month))
        return;
    stamp.day = 1;
    if (++stamp.month <= 12)
        return;
    stamp.month = 1;
    if (++stamp.year > 9999)
        throw PythonError{"OverflowError", "date value out of range"};
}

} // namespace

std::optional<Timestamp> parse_timestamp(std::string_view text) noexcept {
    if (text.ends_with('\n'))
        text.remove_suffix(1); // `$` matches before it
    Parts parts(text);
    Timestamp stamp;
    if (!parts.take_number(4, 4, stamp.year) || !parts.take('-') || !parts.take_number(1, 2, stamp.month) ||
        !parts.take('-') || !parts.take_number(1, 2, stamp.day))
        return std::nullopt;
    stamp.two_digit_date = parts.at() == 10;
    if (!parts.at_end() && (!take_time(parts, stamp) || !parts.at_end()))
        return std::nullopt;
    return stamp;
}

bool is_plain_timestamp(std::string_view text) noexcept {
    if (text.size() < 8 || !is_digit(text[3]) || text[4] != '-' || text.ends_with('\n'))
        return false;
    const std::optional<Timestamp> stamp = parse_timestamp(text);
    return stamp && (stamp->has_time || stamp->two_digit_date);
}

std::string iso_format(const Timestamp& timestamp) {
    Timestamp stamp = timestamp;
    int microseconds = 0;
    bool carry = false;
    int zone = 0;
    if (stamp.has_time) {
        for (std::size_t i = 0; i < 6; ++i)
            microseconds = microseconds * 10 + (i < stamp.fraction.size() ? stamp.fraction[i] - '0' : 0);
        if (stamp.fraction.size() > 6 && stamp.fraction[6] > '4')
            ++microseconds;
        carry = microseconds > 999'999;
        microseconds = carry ? 0 : microseconds;
        zone = stamp.has_zone ? zone_minutes(stamp) : 0;
    }
    require(stamp.year >= 1, "year 0 is out of range");
    require(stamp.month >= 1 && stamp.month <= 12, "month must be in 1..12");
    require(stamp.day >= 1 && stamp.day <= days_in(stamp.year, stamp.month), "day is out of range for month");
    if (stamp.has_time) {
        require(stamp.hour <= 23, "hour must be in 0..23");
        require(stamp.minute <= 59, "minute must be in 0..59");
        require(stamp.second <= 59, "second must be in 0..59");
    }
    if (carry)
        carry_second(stamp);
    std::string iso = fmt::format("{:04}-{:02}-{:02}", stamp.year, stamp.month, stamp.day);
    if (!stamp.has_time)
        return iso;
    iso += fmt::format("T{:02}:{:02}:{:02}", stamp.hour, stamp.minute, stamp.second);
    if (microseconds != 0)
        iso += fmt::format(".{:06}", microseconds);
    if (stamp.has_zone)
        iso += fmt::format("{}{:02}:{:02}", zone < 0 ? '-' : '+', std::abs(zone) / 60, std::abs(zone) % 60);
    return iso;
}

std::string_view zone_name(std::string_view written) noexcept {
    const std::size_t time = written.find(':'); // there is none in the date before it, whose hyphens are no signs
    const std::size_t begin = time == std::string_view::npos ? time : written.find_first_of("Z+-", time);
    if (begin == std::string_view::npos)
        return {};
    const std::size_t end = written.find_first_not_of("0123456789:", begin + 1);
    return written.substr(begin, written[begin] == 'Z' ? 1 : end - begin);
}

Instant instant_of_iso(std::string_view iso) noexcept {
    const std::optional<Timestamp> parsed = parse_timestamp(iso);
    if (!parsed)
        return {};
    std::int64_t microseconds = 0;
    for (std::size_t i = 0; i < 6; ++i)
        microseconds = microseconds * 10 + (i < parsed->fraction.size() ? parsed->fraction[i] - '0' : 0);
    const std::int64_t minutes =
        (parsed->zone_sign == '-' ? -1 : 1) * (std::int64_t{parsed->zone_hour} * 60 + parsed->zone_minute);
    const std::int64_t seconds = (std::int64_t{parsed->hour} * 60 + parsed->minute - minutes) * 60 + parsed->second;
    return {days_before(parsed->year, parsed->month, parsed->day) * day_us + seconds * 1'000'000 + microseconds,
            parsed->has_zone};
}

} // namespace fairlead::yaml
