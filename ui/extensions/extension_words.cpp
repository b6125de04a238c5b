// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/extensions/extension_words.h"

#include "ui/text/at_line.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

namespace fairlead::ui {

namespace {

using Outcome = ExtensionOutcome;

QString tr(const char* text, int count = -1) {
    return QCoreApplication::translate("ExtensionWords", text, nullptr, count);
}

QString fromUtf8(const std::string& text) { return QString::fromStdString(text); }

struct CountedKind {
    const char* kind;
    const char* one;
    const char* many;
};

/// Kinds as core names them, in the order in which they are counted. What is no kind of these is an object.
constexpr std::array countedKinds{
    CountedKind{"model family", "%n family", "%n families"},
    CountedKind{"architecture", "%n arch", "%n archs"},
    CountedKind{"tokenizer family", "%n tokenizer family", "%n tokenizer families"},
    CountedKind{"dataset family", "%n dataset family", "%n dataset families"},
    CountedKind{"card source", "%n source", "%n sources"},
};

bool isFailedHalfway(const ExtensionReport& extension) {
    return extension.outcome == Outcome::failed && !extension.registered.empty();
}

/// `2, lab_models`: its number in the order of loading, and its name.
QString numbered(std::span<const ExtensionReport> extensions, const std::string& name) {
    const auto found = std::ranges::find(extensions, name, &ExtensionReport::name);
    return QStringLiteral("%1, %2").arg(found - extensions.begin() + 1).arg(fromUtf8(name).toHtmlEscaped());
}

/// `> 30 s`.
QString overLimit(const ExtensionReport& extension) {
    const std::string limit = limit_text(extension);
    return limit.empty() ? QStringLiteral("–") : QStringLiteral("> ") + fromUtf8(limit);
}

QString stepTime(const std::optional<double>& milliseconds) {
    constexpr double second = 1000;
    if (!milliseconds)
        return QStringLiteral("–");
    if (*milliseconds >= second)
        return tr("%1 s").arg(*milliseconds / second, 0, 'f', 1);
    return *milliseconds < 1 ? tr("< 1 ms") : tr("%1 ms").arg(*milliseconds, 0, 'f', 0);
}

qsizetype failures(std::span<const ExtensionReport> extensions) {
    return std::ranges::count_if(extensions,
                                 [](const ExtensionReport& extension) { return is_failure(extension.outcome); });
}

} // namespace

QString stateText(const ExtensionReport& extension) {
    const QString limit = fromUtf8(limit_text(extension));
    switch (extension.outcome) {
    case Outcome::discovered:
        return tr("Not tried yet");
    case Outcome::importing:
        return tr("Importing…");
    case Outcome::calling:
        return tr("Running…");
    case Outcome::registered:
        return tr("Registered");
    case Outcome::import_failed:
        return tr("Import failed");
    case Outcome::refused:
        return tr("Refused");
    case Outcome::wrong_signature:
        return tr("Wrong signature");
    case Outcome::type_error:
        return tr("TypeError, fatal");
    case Outcome::failed:
        return isFailedHalfway(extension) ? tr("Failed half-way") : tr("Failed");
    case Outcome::exited:
        return tr("Exited (%1)").arg(extension.exit_code.value_or(0));
    case Outcome::crashed:
        return extension.signal ? tr("Crashed (%1)").arg(fromUtf8(*extension.signal)) : tr("Crashed");
    case Outcome::timed_out:
        return limit.isEmpty() ? tr("Timed out") : tr("Timed out (%1)").arg(limit);
    case Outcome::flooded:
        return limit.isEmpty() ? tr("Flooded") : tr("Flooded (%1)").arg(limit);
    case Outcome::off:
        return tr("Switched off");
    }
    return {};
}

const char* stateIcon(const ExtensionReport& extension) {
    switch (extension.outcome) {
    case Outcome::registered:
        return "ok";
    case Outcome::import_failed:
    case Outcome::refused:
    case Outcome::wrong_signature:
        return "error";
    case Outcome::failed:
        return isFailedHalfway(extension) ? "failed-halfway" : "error";
    case Outcome::type_error:
        return "stops-load";
    case Outcome::exited:
        return "exited";
    case Outcome::crashed:
        return "crashed";
    case Outcome::timed_out:
        return "timed-out";
    case Outcome::flooded:
        return "flooded";
    case Outcome::importing:
    case Outcome::calling:
        return "next";
    case Outcome::discovered:
    case Outcome::off:
        break;
    }
    return "not-read";
}

QString packageText(const ExtensionReport& extension) {
    if (extension.distribution.empty())
        return fromUtf8(extension.manifest.substr(extension.manifest.rfind('/') + 1));
    return extension.version.empty() ? fromUtf8(extension.distribution)
                                     : fromUtf8(extension.distribution + " " + extension.version);
}

QString importTime(const ExtensionReport& extension) {
    return !extension.import_ms && extension.outcome == Outcome::timed_out ? overLimit(extension)
                                                                           : stepTime(extension.import_ms);
}

QString callTime(const ExtensionReport& extension) {
    return extension.import_ms && !extension.call_ms && extension.outcome == Outcome::timed_out
               ? overLimit(extension)
               : stepTime(extension.call_ms);
}

QString registeredText(const ExtensionReport& extension) {
    if (extension.registered.empty())
        return ends_process(extension.outcome) ? tr("not known") : tr("nothing");
    QStringList words;
    qsizetype objects = std::ssize(extension.registered);
    for (const CountedKind& counted : countedKinds) {
        const auto count = std::ranges::count(extension.registered, counted.kind, &ReportedRegistration::kind);
        objects -= count;
        if (count > 0)
            words << tr(count == 1 ? counted.one : counted.many, static_cast<int>(count));
    }
    if (objects > 0)
        words << tr("%n object(s)", static_cast<int>(objects));
    const QString list = words.join(QStringLiteral(", "));
    return is_failure(extension.outcome) && !ends_process(extension.outcome)
               ? (extension.registered.size() == 1 ? tr("%1 stays") : tr("%1 stay")).arg(list)
               : list;
}

QString fairseq2Text(const ExtensionReport& extension, bool traced) {
    switch (extension.outcome) {
    case Outcome::exited:
        return tr("ends with status %1").arg(extension.exit_code.value_or(0));
    case Outcome::crashed:
        return extension.signal ? tr("is killed: %1").arg(fromUtf8(*extension.signal)) : tr("is killed");
    case Outcome::timed_out:
    case Outcome::flooded:
        return tr("never comes back");
    case Outcome::type_error:
        return tr("cannot start: TypeError");
    case Outcome::registered:
        return tr("goes on");
    case Outcome::off:
        return tr("loads it");
    case Outcome::import_failed:
    case Outcome::refused:
    case Outcome::wrong_signature:
    case Outcome::failed:
        return traced ? tr("stops: ExtensionError") : tr("warns, goes on");
    case Outcome::discovered:
    case Outcome::importing:
    case Outcome::calling:
        break;
    }
    return tr("not known yet");
}

QString courseText(std::span<const ExtensionReport> extensions, const Fairseq2Courses& courses) {
    const QString bold = QStringLiteral("<b>%1</b> %2");
    const Fairseq2Course& traced = courses.traced;
    const Fairseq2Course& untraced = courses.untraced;
    if (!traced.starts && !untraced.starts) {
        const QString traceStop = numbered(extensions, traced.stops_at.value_or(""));
        const QString stop = numbered(extensions, untraced.stops_at.value_or(""));
        return bold.arg(tr("fairseq2 itself does not start in this environment."),
                        traceStop == stop
                            ? tr("With tracing on or off it stops at %1.").arg(stop)
                            : tr("With tracing on it stops at %1; with tracing off at %2.").arg(traceStop, stop));
    }
    if (!traced.starts)
        return bold.arg(tr("fairseq2 starts, but only with tracing off."),
                        tr("With tracing on it stops at %1.").arg(numbered(extensions, traced.stops_at.value_or(""))));
    return bold.arg(tr("fairseq2 starts in this environment."),
                    failures(extensions) == 0 ? tr("No extension fails.") : tr("Some extensions fail all the same."));
}

QString courseIcon(std::span<const ExtensionReport> extensions, const Fairseq2Courses& courses) {
    if (!courses.untraced.starts)
        return QStringLiteral("stops-load");
    return failures(extensions) > 0 || !courses.traced.starts ? QStringLiteral("warning") : QStringLiteral("ok");
}

QString countsText(const ExtensionsState& state) {
    const auto count = std::ssize(state.extensions);
    if (count == 0)
        return {};
    const auto registered =
        std::ranges::count(state.extensions, ExtensionOutcome::registered, &ExtensionReport::outcome);
    QString text = count == 1 ? tr("1 entry point") : tr("%1 entry points").arg(count);
    text += tr(", %1 registered, %2 failed").arg(registered).arg(failures(state.extensions));
    if (const auto off = std::ranges::count(state.extensions, ExtensionOutcome::off, &ExtensionReport::outcome))
        text += tr(", %1 switched off").arg(off);
    return state.runs > 1 ? tr("%1 · %2 runs").arg(text).arg(state.runs) : text;
}

QString noTraceText(const ExtensionReport& extension) {
    const QString limit = fromUtf8(limit_text(extension));
    switch (extension.outcome) {
    case Outcome::registered:
        return tr("It registered all that it has, and fairseq2 says nothing of it.");
    case Outcome::off:
        return tr(
            "It is switched off here, so it was not looked at. fairseq2 itself knows no such switch: it loads it.");
    case Outcome::exited:
        return tr("It ended the process itself, with exit code %1, while it was loaded. Such an end leaves no trace.")
            .arg(extension.exit_code.value_or(0));
    case Outcome::crashed:
        return tr("The process was ended by a signal while this extension was loaded.");
    case Outcome::timed_out:
        if (limit.isEmpty())
            return tr("It did not come back within the time limit, and its process was ended.");
        return (extension.import_ms ? tr("Its function did not return within %1, and its process was ended.")
                                    : tr("Its library was not open within %1, and its process was ended."))
                   .arg(limit) +
               tr(" The limit is Fairlead's, set in Settings, Environments; fairseq2 itself would wait.");
    case Outcome::flooded:
        return limit.isEmpty() ? tr("It printed more than the limit, and its process was ended.")
                               : tr("It printed more than %1, and its process was ended. The limit is Fairlead's; "
                                    "fairseq2 itself would wait.")
                                     .arg(limit);
    case Outcome::discovered:
        return tr("Its turn has not come yet.");
    case Outcome::importing:
        return tr("Its library is being opened.");
    case Outcome::calling:
        return tr("Its function is running.");
    case Outcome::import_failed:
    case Outcome::refused:
    case Outcome::wrong_signature:
    case Outcome::type_error:
    case Outcome::failed:
        break;
    }
    return tr("Nothing is known of what it threw.");
}

QString shortPlace(const std::string& file, int line) {
    return file.empty() ? QString() : atLineInFolder(fromUtf8(file), line);
}

} // namespace fairlead::ui
