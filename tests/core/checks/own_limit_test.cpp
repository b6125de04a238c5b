// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/own_limit.h"

#include "checked_texts.h"
#include "core/checks/write_text.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace fairlead;

/// A file over 64 MiB is not read; fairseq2 would.
class OwnLimitTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QFile large(m_folder.filePath(QStringLiteral("large.yaml")));
        QVERIFY(large.open(QIODevice::WriteOnly));
        QVERIFY(large.resize((64 << 20) + 1));
    }

    void whatIsReadIsKnown() {
        QVERIFY(is_verdict_known(checked::session(QStringLiteral("name: a\n"))));
        const CheckSession refused = checked::session(QStringLiteral("name: a\n---\n"));
        QVERIFY(is_verdict_known(refused));
        QVERIFY(!is_own_limit(*refused.diagnostics().front()));
        QVERIFY(!is_own_limit(*refused.verdict().error));
    }

    void aLimitAloneLeavesItOpen() {
        const CheckSession session = withLarge({});
        QVERIFY(!is_verdict_known(session));
        QVERIFY(is_own_limit(*session.diagnostics().front()));
        QVERIFY(is_own_limit(*session.verdict().error));
        QVERIFY(verdict_text(session, {}).starts_with("Whether fairseq2 loads these sources is not known: "));
    }

    void anotherFaultDecides() {
        const CheckSession session = withLarge("name: a\n---\n");
        QVERIFY(is_own_limit(*session.verdict().error));
        QVERIFY(is_verdict_known(session));
        QVERIFY(verdict_text(session, {}).starts_with("fairseq2 would load nothing: AssetMetadataError: "));
    }

private:
    [[nodiscard]] CheckSession withLarge(const std::string& other) const {
        SessionOptions options;
        options.sources.push_back(file_source(m_folder.path().toStdString()));
        if (!other.empty())
            options.sources.push_back(checked::source("other", {{"a.yaml", other}}));
        return CheckSession::load(std::move(options));
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(OwnLimitTest)
#include "own_limit_test.moc"
