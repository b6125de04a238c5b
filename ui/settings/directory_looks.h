// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/directories.h"
#include "core/registry/snapshot.h"
#include "ui/workspace/loose_threads.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace fairlead::ui {

/// What is in one of the asset directories, and what fairseq2 makes of it.
struct AssetDirectoryLook {
    FoundDirectory directory;
    bool isRead = false; ///< what follows is known
    quint64 files = 0;
    quint64 cards = 0;
    QString refusal{};       ///< the error with which fairseq2 would load nothing, in its words; empty: it loads
    bool isOwnLimit = false; ///< `refusal` is Fairlead's: a limit of its own, beyond which fairseq2 may well read on
};

/// How much downloads take.
struct CacheLook {
    FoundDirectory directory;
    bool isRunning = false; ///< the numbers still grow
    bool isStopped = false; ///< they stay what they are, though there is more
    quint64 bytes = 0;
    quint64 entries = 0; ///< in the directory itself
};

/// Looks into fairseq2's directories as some variables have them, in the background. A new question drops the answers
/// to the one before. Lives on the window's thread; its destructor stops what still runs, and waits a moment for it. A
/// directory of a computer that does not answer holds a thread for as long as it likes: that one is left to itself.
class DirectoryLooks : public QObject {
    Q_OBJECT

public:
    /// `registry`: what the cards of the directories are loaded beside.
    explicit DirectoryLooks(std::shared_ptr<const RegistrySnapshot> registry, QObject* parent = nullptr);
    ~DirectoryLooks() override;

    [[nodiscard]] const AssetDirectoryLook& system() const { return m_found.system; }
    [[nodiscard]] const AssetDirectoryLook& user() const { return m_found.user; }
    [[nodiscard]] const CacheLook& cache() const { return m_found.cache; }
    /// Whether anything is known of the last question.
    [[nodiscard]] bool isFound() const { return m_isFound; }

public slots:
    void look(const fairlead::VariableLookup& variable);
    /// Gives up counting downloads.
    void stopCounting();

signals:
    void changed();

private:
    struct Found {
        AssetDirectoryLook system;
        AssetDirectoryLook user;
        CacheLook cache;
    };
    struct Question {
        VariableLookup variable;
        std::shared_ptr<const RegistrySnapshot> registry;
        std::stop_token stop;
        std::stop_token counting;
    };
    static void run(const Question& question, const std::function<void(const Found&)>& tell);
    void take(quint64 id, const Found& found);
    void start(const VariableLookup& variable);
    void startWaiting();

    std::shared_ptr<const RegistrySnapshot> m_registry;
    Found m_found;
    bool m_isFound = false;
    quint64 m_id = 0;
    std::optional<VariableLookup> m_waiting; // for one of the threads to end
    std::stop_source m_stop;
    std::stop_source m_counting;
    LooseThreads m_threads{*this};
};

} // namespace fairlead::ui
