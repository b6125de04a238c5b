// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/variable_words.h"

#include "core/files/read.h"
#include "ui/settings/directory_looks.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <optional>

namespace fairlead::ui {

namespace {

using Act = VariableWords::Act;

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("fairlead::ui::VariableWords", text, nullptr, n);
}

VariableWords info(const QString& text) { return {QStringLiteral("info"), text}; }
VariableWords warning(const QString& text) { return {QStringLiteral("warning"), text}; }
VariableWords refusal(const QString& text) { return {QStringLiteral("stops-load"), text}; }

QString shown(const std::string& path) { return QString::fromStdString(printable_path(path)); }

VariableWords ofError(const FoundDirectory& directory) {
    return {QStringLiteral("stops-load"), tr("fairseq2 cannot start: this is no path that it can follow."),
            Act::ShowWhy, tr("Show why"),
            QStringLiteral("%1: %2").arg(QString::fromStdString(directory.error->type),
                                         QString::fromStdString(directory.error->message))};
}

VariableWords ofAssets(const AssetDirectoryLook& look, const QString& none) {
    if (look.directory.error)
        return ofError(look.directory);
    const QString path = shown(look.directory.path);
    if (!look.directory.exists)
        return look.directory.warning.empty()
                   ? info(tr("%1 is not there: %2").arg(path, none))
                   : warning(tr("What it names is not there, nor is %1: %2").arg(path, none));
    if (!look.isRead)
        return info(tr("Reading %1…").arg(path));
    const QString counts = tr("%1, %2").arg(tr("%n file(s)", static_cast<int>(look.files)),
                                            tr("%n card(s)", static_cast<int>(look.cards)));
    if (look.isOwnLimit)
        return {QStringLiteral("warning"), tr("%1; whether fairseq2 loads them is not known.").arg(counts),
                Act::ShowWhy, tr("Show why"), look.refusal};
    if (!look.refusal.isEmpty())
        return {QStringLiteral("stops-load"), tr("%1, but fairseq2 would refuse to load them.").arg(counts),
                Act::ShowWhy, tr("Show why"), look.refusal};
    if (!look.directory.warning.empty())
        return warning(tr("What it names is not there. fairseq2 takes %1: %2.").arg(path, counts));
    return {QStringLiteral("ok"), look.directory.is_named ? tr("%1.").arg(counts) : tr("%1 in %2.").arg(counts, path),
            Act::ShowFolder, tr("Show"), path};
}

VariableWords ofCache(const CacheLook& look) {
    if (look.directory.error)
        return ofError(look.directory);
    const QString path = shown(look.directory.path);
    if (!look.directory.exists)
        return info(tr("Downloads go to %1, which fairseq2 makes when it needs it.").arg(path));
    const QString size = tr("%1 in %2")
                             .arg(QLocale().formattedDataSize(static_cast<qint64>(look.bytes)),
                                  tr("%n item(s)", static_cast<int>(look.entries)));
    if (look.isRunning)
        return {
            QStringLiteral("info"), tr("Downloads go there: %1 so far…").arg(size), Act::StopCounting, tr("Stop"), {}};
    return {QStringLiteral("ok"),
            (look.isStopped ? tr("Downloads go there: more than %1.") : tr("Downloads go there: %1.")).arg(size),
            Act::ShowFolder, tr("Show"), path};
}

VariableWords ofTracing(const VariableLookup& variable, const VariableLookup& shell) {
    const char* inShell = shell(traceVariable);
    const bool isOn = variable(traceVariable) != nullptr;
    if (isOn && inShell)
        return {QStringLiteral("log"),
                QLatin1String(inShell) == QLatin1String("1")
                    ? tr("Tracing on. In your shell it is on as well.")
                    : tr("Tracing on. In your shell it is on as well: what it says does not count.")};
    if (isOn)
        return {QStringLiteral("log"), tr("Tracing on. In your shell it is off.")};
    return info(inShell ? tr("Tracing off. In your shell it is on: what it says does not count.") : tr("Tracing off."));
}

VariableWords ofDevice(const char* device) {
    if (!device)
        return info(tr("The default device is chosen by fairseq2: a GPU if there is one, else the CPU."));
    static const QRegularExpression form(QStringLiteral("^(cpu|cuda|ipu|xpu|mkldnn|opengl|opencl|ideep|hip|ve|fpga|"
                                                        "maia|xla|lazy|vulkan|mps|meta|hpu|mtia|privateuseone)"
                                                        "(:(0|[1-9][0-9]{0,2}))?$"));
    const QString text = QString::fromLocal8Bit(device);
    if (!form.match(text).hasMatch())
        return refusal(tr("No device of PyTorch's: programs end with “`FAIRSEQ2_DEVICE` environment variable does not "
                          "represent a PyTorch device.”"));
    return info(tr("%1 is the default device.").arg(text));
}

// As Python's int() takes it.
std::optional<int> integer(const char* text) {
    static const QRegularExpression form(QStringLiteral("^\\s*[+-]?[0-9]+(_[0-9]+)*\\s*$"));
    QString digits = QString::fromLocal8Bit(text);
    if (!form.match(digits).hasMatch())
        return std::nullopt;
    bool isSmall = false;
    const int number = digits.remove(u'_').trimmed().toInt(&isSmall);
    return isSmall ? std::optional(number) : std::nullopt;
}

/// RANK and LOCAL_RANK, with the variable that says how many there are.
VariableWords ofRank(const QString& name, const char* sizeName, const VariableLookup& variable) {
    const char* rank = variable(name.toLatin1().constData());
    const char* size = variable(sizeName);
    if (!rank)
        return size ? refusal(tr("fairseq2 does not start: %1 is there without it.").arg(QLatin1String(sizeName)))
                    : info(tr("One process."));
    const std::optional<int> number = integer(rank);
    if (!number || *number < 0)
        return refusal(tr("fairseq2 does not start: this is no number from 0 on."));
    if (!size)
        return refusal(tr("fairseq2 does not start: it wants %1 as well.").arg(QLatin1String(sizeName)));
    if (const std::optional<int> count = integer(size); count && *number >= *count)
        return refusal(tr("fairseq2 does not start: it must be less than %1.").arg(QLatin1String(sizeName)));
    return info(tr("Process %1.").arg(*number));
}

VariableWords ofWorldSize(const char* size) {
    if (!size)
        return info(tr("One process."));
    const std::optional<int> count = integer(size);
    return count && *count > 0 ? info(tr("Of so many processes: %1.").arg(*count))
                               : refusal(tr("fairseq2 does not start: this is no number from 1 on."));
}

VariableWords ofFolder(const char* value, const QString& usual, const QString& use) {
    return info(value ? use : tr("%1 Without it: %2.").arg(use, usual));
}

} // namespace

VariableWords wordsOf(const QString& name, const VariableLookup& variable, const VariableLookup& shell,
                      const DirectoryLooks& looks) {
    const QByteArray bytes = name.toLatin1();
    const char* value = variable(bytes.constData());
    const bool isDirectory = name == QLatin1String("FAIRSEQ2_ASSET_DIR") ||
                             name == QLatin1String("FAIRSEQ2_USER_ASSET_DIR") ||
                             name == QLatin1String("FAIRSEQ2_CACHE_DIR");
    if (isDirectory && !looks.isFound())
        return info(tr("Looking…"));
    if (name == QLatin1String("FAIRSEQ2_ASSET_DIR"))
        return ofAssets(looks.system(), tr("no system cards"));
    if (name == QLatin1String("FAIRSEQ2_USER_ASSET_DIR"))
        return ofAssets(looks.user(), tr("no cards of yours"));
    if (name == QLatin1String("FAIRSEQ2_CACHE_DIR"))
        return ofCache(looks.cache());
    if (name == QLatin1String(traceVariable))
        return ofTracing(variable, shell);
    if (name == QLatin1String("FAIRSEQ2_NO_PROGRESS"))
        return info(value ? tr("No progress bars, whatever it says, unless the program says otherwise.")
                          : tr("Progress bars are shown, unless the program says otherwise."));
    if (name == QLatin1String("FAIRSEQ2_DEVICE"))
        return ofDevice(value);
    if (name == QLatin1String("RANK"))
        return ofRank(name, "WORLD_SIZE", variable);
    if (name == QLatin1String("LOCAL_RANK"))
        return ofRank(name, "LOCAL_WORLD_SIZE", variable);
    if (name.endsWith(QLatin1String("WORLD_SIZE")))
        return ofWorldSize(value);
    if (name == QLatin1String("XDG_CONFIG_HOME"))
        return ofFolder(value, QStringLiteral("~/.config"), tr("Your cards are looked for in fairseq2/assets there."));
    if (name == QLatin1String("XDG_CACHE_HOME"))
        return ofFolder(value, QStringLiteral("~/.cache"), tr("Downloads go to fairseq2/assets there."));
    if (name == QLatin1String("CUDA_VISIBLE_DEVICES"))
        return info(!value             ? tr("All GPUs can be used.")
                    : value[0] == '\0' ? tr("No GPU can be used.")
                                       : tr("Only these GPUs can be used."));
    if (name == QLatin1String("HF_HUB_OFFLINE"))
        return info(value && *value ? tr("If it is 1, on, yes or true, the Hugging Face hub is not asked.")
                                    : tr("The Hugging Face hub is asked."));
    return info(value ? tr("huggingface_hub goes by it.") : tr("huggingface_hub takes its default."));
}

QString shellText(const KnownVariable& known, const char* value) {
    if (!value)
        return tr("unset");
    if (known.isSecret)
        return tr("set, not shown");
    if (*value != '\0')
        return QString::fromStdString(printable_path(value));
    const QLatin1String name(known.name);
    const bool isPath = name.endsWith(QLatin1String("_DIR"));
    return isPath ? tr("empty: working directory") : tr("empty");
}

} // namespace fairlead::ui
