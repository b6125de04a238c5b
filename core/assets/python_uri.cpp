// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/python_uri.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <fmt/format.h>

namespace fairlead::python {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_scheme_character(char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; }

template <std::size_t Size>
bool is_one_of(std::string_view scheme, const std::array<std::string_view, Size>& schemes) {
    return std::find(schemes.begin(), schemes.end(), scheme) != schemes.end();
}

// urllib.parse.uses_params and uses_netloc
constexpr std::array<std::string_view, 15> with_parameters = {"ftp",   "hdl",   "prospero", "http",  "imap",
                                                              "https", "shttp", "rtsp",     "rtsps", "rtspu",
                                                              "sip",   "sips",  "mms",      "sftp",  "tel"};
constexpr std::array<std::string_view, 25> with_place = {
    "ftp",     "http",  "gopher", "nntp",     "telnet",  "imap",  "wais",  "file",  "mms",
    "https",   "shttp", "snews",  "prospero", "rtsp",    "rtsps", "rtspu", "rsync", "svn",
    "svn+ssh", "sftp",  "nfs",    "git",      "git+ssh", "ws",    "wss"};

/// What stands between the brackets of a host: an IPv6 address, or one of a future version.
bool is_bracketed_host(std::string_view host) {
    if (host.starts_with('v')) {
        const std::size_t dot = host.find('.');
        const std::string_view version = host.substr(1, dot == std::string_view::npos ? 0 : dot - 1);
        return !version.empty() && std::all_of(version.begin(), version.end(), is_hex) && dot + 1 < host.size();
    }
    const std::size_t percent = host.find('%');
    if (percent != std::string_view::npos) {
        const std::string_view scope = host.substr(percent + 1);
        if (scope.empty() || scope.find('%') != std::string_view::npos)
            return false;
    }
    in6_addr address{};
    return ::inet_pton(AF_INET6, std::string(host.substr(0, percent)).c_str(), &address) == 1;
}

/// Whether a character of a host would turn into one of `/?#@:` under NFKC.
bool becomes_delimiter(std::string_view host) {
    constexpr std::array<std::string_view, 19> characters = {
        "\u2047", "\u2048", "\u2049", "\u2100", "\u2101", "\u2105", "\u2106", "\u2a74", "\ufe13", "\ufe16",
        "\ufe55", "\ufe56", "\ufe5f", "\ufe6b", "\uff03", "\uff0f", "\uff1a", "\uff1f", "\uff20"};
    return std::any_of(characters.begin(), characters.end(),
                       [&](std::string_view one) { return host.find(one) != std::string_view::npos; });
}

bool is_place(std::string_view place) {
    const bool opens = place.find('[') != std::string_view::npos;
    const bool closes = place.find(']') != std::string_view::npos;
    if (opens != closes)
        return false;
    if (opens) {
        const std::string_view after = place.substr(place.find('[') + 1);
        if (!is_bracketed_host(after.substr(0, after.find(']'))))
            return false;
    }
    return !becomes_delimiter(place);
}

/// Cuts a text at the first of a character; what follows it, or nothing.
std::string_view cut_at(std::string_view& text, char delimiter) {
    const std::size_t place = text.find(delimiter);
    if (place == std::string_view::npos)
        return {};
    const std::string_view after = text.substr(place + 1);
    text = text.substr(0, place);
    return after;
}

/// Takes the parameters (`;x`) off the last part of a path.
std::string_view cut_parameters(std::string_view& path) {
    const std::size_t slash = path.rfind('/');
    const std::size_t semicolon = path.find(';', slash == std::string_view::npos ? 0 : slash);
    if (semicolon == std::string_view::npos)
        return {};
    const std::string_view after = path.substr(semicolon + 1);
    path = path.substr(0, semicolon);
    return after;
}

/// Takes the scheme off, in small letters; empty if there is none.
std::string cut_scheme(std::string_view& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || !is_letter(text[0]) ||
        !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), is_scheme_character))
        return {};
    std::string scheme(text.substr(0, colon));
    std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    text.remove_prefix(colon + 1);
    return scheme;
}

} // namespace

std::optional<std::string> normalized_uri(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text[0]) <= ' ')
        text.remove_prefix(1);
    std::string clean(text);
    std::erase_if(clean, [](char c) { return c == '\t' || c == '\r' || c == '\n'; });
    std::string_view rest = clean;

    const std::string scheme = cut_scheme(rest);
    if (scheme.empty())
        return std::nullopt;
    std::string_view place;
    if (rest.starts_with("//")) {
        const std::size_t end = std::min(rest.find_first_of("/?#", 2), rest.size());
        place = rest.substr(2, end - 2);
        rest.remove_prefix(end);
        if (!is_place(place))
            return std::nullopt;
    }
    const std::string_view fragment = cut_at(rest, '#');
    const std::string_view query = cut_at(rest, '?');
    const std::string_view parameters = is_one_of(scheme, with_parameters) ? cut_parameters(rest) : std::string_view();

    std::string path(rest);
    if (!parameters.empty())
        path.append(";").append(parameters);
    if (!place.empty() || (is_one_of(scheme, with_place) && !path.starts_with("//"))) {
        if (!path.empty() && !path.starts_with('/'))
            path.insert(path.begin(), '/');
        path.insert(0, std::string("//").append(place));
    }
    std::string uri = scheme + ":" + path;
    if (!query.empty())
        uri.append("?").append(query);
    if (!fragment.empty())
        uri.append("#").append(fragment);
    return uri;
}

std::optional<std::string> path_uri(std::string_view path) {
    std::string uri = "file://";
    const auto byte = [&](std::size_t i) { return i < path.size() ? static_cast<unsigned char>(path[i]) : 0u; };
    for (std::size_t i = 0; i < path.size(); ++i) {
        unsigned one = byte(i);
        // U+DC80–DCFF stand for the bytes 80–FF; no other surrogate can be encoded.
        if (one == 0xED && byte(i + 1) >= 0xA0) {
            const unsigned surrogate = 0xD000u | ((byte(i + 1) & 0x3Fu) << 6) | (byte(i + 2) & 0x3Fu);
            if (surrogate < 0xDC80 || surrogate > 0xDCFF)
                return std::nullopt;
            one = surrogate & 0xFFu;
            i += 2;
        }
        const char c = static_cast<char>(one);
        if (is_letter(c) || is_digit(c) || std::string_view("_.-~/").find(c) != std::string_view::npos)
            uri += c;
        else
            fmt::format_to(std::back_inserter(uri), "%{:02X}", one);
    }
    return uri;
}

} // namespace fairlead::python
