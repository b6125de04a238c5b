// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/desk.h"
#include "ui/detail/elided_label.h"
#include "ui/detail/notice_bar.h"
#include "ui/resolved/config_section.h"
#include "ui/resolved/link_tree_view.h"
#include "ui/resolved/resolved_model.h"
#include "ui/resolved/resolved_panel.h"
#include "ui/resolved/resolved_tree.h"
#include "ui/text/english_plurals.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QScrollBar>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

const ResolvedNode* field(const ResolvedView& view, const QString& name) {
    for (const ResolvedNode& node : view.fields) {
        if (node.name == name)
            return &node;
    }
    return nullptr;
}

/// `FIELD | BEFORE | NOW:LINE`, and a mark for trouble.
QStringList rowsOf(const QAbstractItemModel& model) {
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex now = model.index(row, 2);
        rows << model.index(row, 0).data().toString() + QStringLiteral(" | ") + model.index(row, 1).data().toString() +
                    QStringLiteral(" | ") + now.data().toString() +
                    (now.data(ResolvedModel::TroubleRole).isValid() ? QStringLiteral(" !") : QString());
    }
    return rows;
}

bool isSaid(const QWidget& panel, const QString& beginning) {
    return std::ranges::any_of(panel.findChildren<QLabel*>(), [&](const QLabel* label) {
        return label->isVisible() && label->text().startsWith(beginning);
    });
}

const QByteArray oddCard = "name: mine\nbase: llama3_2_1b\nmodel_arch: 7x\nmodel_config: {a: [1, 2], b: {c: 3}}\n";

/// A panel that shows the card `mine` of a file.
struct Bench {
    Desk desk;
    ResolvedPanel panel{desk.buffers, desk.navigator, desk.theme};

    /// With a size, it is seen before it has its card.
    explicit Bench(const QByteArray& text, const QSize& size = {}) {
        desk.write(QStringLiteral("a.yaml"), text);
        desk.load();
        if (size.isValid()) {
            panel.resize(size);
            panel.show();
        }
        showCard();
    }
    void showCard() {
        panel.setCard(desk.workspace.session()->catalog().find("mine", ""));
        panel.refresh();
    }
};

} // namespace

class ResolvedTest : public QObject {
    Q_OBJECT

private slots:
    void valuesComeWithTheirOrigin() {
        Bench bench(oddCard);
        QCOMPARE(bench.panel.title(), QStringLiteral("Resolved: mine"));
        QStringList chain;
        for (const ResolvedLink& link : bench.panel.shown().chain)
            chain << link.title;
        QCOMPARE(chain, (QStringList{"mine", "llama3_2_1b", "llama3"}));
        const ResolvedNode* family = field(bench.panel.shown(), QStringLiteral("model_family"));
        QVERIFY(family != nullptr);
        QCOMPARE(family->value, QStringLiteral("llama"));
        QCOMPARE(family->card, QStringLiteral("llama3"));
        QVERIFY(!family->isOwn && family->line > 0);
        const ResolvedNode* arch = field(bench.panel.shown(), QStringLiteral("model_arch"));
        QVERIFY(arch->isOwn && arch->trouble.has_value());
        QCOMPARE(arch->line, 3);
    }

    void whatIsNotKnownIsNoError() {
        Bench bench(oddCard);
        auto* section = bench.panel.findChild<ConfigSection*>();
        const auto notice = [&] { return section->findChildren<NoticeBar*>().front(); };
        ConfigView view;
        view.words = QStringLiteral("Not known for certain: TinyConfig has a validate().");
        section->setViews({view});
        QCOMPARE(notice()->text(), view.words);
        QVERIFY(notice()->kind() == NoticeBar::Kind::Info);
        view.words = QStringLiteral("fairseq2 makes no config of this.");
        view.fairseq2Says = QStringLiteral("AssetCardError: no");
        section->setViews({view});
        QVERIFY(notice()->kind() == NoticeBar::Kind::Error);
    }

    void rowsFollowTyping() {
        Bench bench(oddCard);
        QAbstractItemModelTester tester(bench.panel.view().model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        bench.panel.setCard({});
        bench.panel.refresh();
        QCOMPARE(bench.panel.view().model()->rowCount(), 0);
        bench.showCard();
        const int rows = bench.panel.view().model()->rowCount();
        QVERIFY(rows > 3);
        Buffer* buffer = bench.desk.open(QStringLiteral("a.yaml"));
        const qint64 line = buffer->text().indexOf("model_config");
        for (qint64 end = buffer->text().size(); end > line; --end) {
            buffer->replace(end - 1, end, {});
            bench.panel.refresh();
        }
        QVERIFY(field(bench.panel.shown(), QStringLiteral("model_config")) == nullptr);
        QCOMPARE(bench.panel.view().model()->rowCount(), rows - 1);
    }

    void anEntryLeadsToItsPlace() {
        Bench bench(oddCard);
        bench.panel.resize(400, 400);
        bench.panel.show();
        QSignalSpy went(&bench.desk.navigator, &Navigator::wentTo);
        const QAbstractItemModel& model = *bench.panel.view().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex from = model.index(row, ResolvedModel::FromColumn);
            if (model.index(row, 0).data().toString() != QStringLiteral("model_arch"))
                continue;
            bench.panel.view().setFocus();
            bench.panel.view().setCurrentIndex(from);
            QTest::keyClick(&bench.panel.view(), Qt::Key_Return);
        }
        QCOMPARE(went.size(), 1);
        QCOMPARE(went[0][0].value<Location>().file, bench.desk.path(QStringLiteral("a.yaml")));
        bench.desk.navigator.back();
        QCOMPARE(went.size(), 2);
    }

    void theConfigSaysWhatDiffers() {
        EnglishPlurals plurals;
        QCoreApplication::installTranslator(&plurals);
        Bench bench("name: mine\nbase: llama3_2_1b\nmodel_config:\n  max_seq_len: 4096\n  "
                    "rope_scale: {factor: 2}\n",
                    {440, 700});
        ConfigSection& config = bench.panel.config();
        const QAbstractItemModel& model = *config.view().model();
        QAbstractItemModelTester tester(config.view().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(config.isVisible());
        QCOMPARE(config.shown()->className, QStringLiteral("LLaMAConfig"));
        QCOMPARE(rowsOf(model), (QStringList{"max_seq_len | 131072 | 4096:4", "rope_scale.factor | 32.0 | 2.0:5"}));
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("llama3_2_1b"));
        QVERIFY(isSaid(config, QStringLiteral("2 of %1 fields differ.").arg(config.shown()->rows.size())));
        config.onlyWhatDiffers().setChecked(false);
        QCOMPARE(model.rowCount(), static_cast<int>(config.shown()->rows.size()));
        QVERIFY(model.rowCount() > 15);
        config.onlyWhatDiffers().setChecked(true);
        QSignalSpy went(&bench.desk.navigator, &Navigator::wentTo);
        config.view().setFocus();
        config.view().setCurrentIndex(model.index(1, 0));
        QTest::keyClick(&config.view(), Qt::Key_Return);
        QCOMPARE(went.size(), 1);
        QCOMPARE(went[0][0].value<Location>().file, bench.desk.path(QStringLiteral("a.yaml")));
        QCOMPARE(went[0][0].value<Location>().begin, bench.desk.read(QStringLiteral("a.yaml")).indexOf("factor"));
    }

    void theNearestConfigIsNamed() {
        Bench bench("name: mine\nmodel_family: llama\nmodel_arch: llama3_1_8\nmodel_config:\n  "
                    "max_seq_len: 4096\n  dropout: 0.1\n  num_layers: x\n");
        const ConfigView& shown = *bench.panel.config().shown();
        QCOMPARE(shown.base, QStringLiteral("llama3_1_8b (nearest)"));
        QCOMPARE(shown.fairseq2Says,
                 QStringLiteral("AssetCardError: model_arch field of the mine asset card is expected to be a supported "
                                "model architecture, but is llama3_1_8 instead."));
        QCOMPARE(rowsOf(*bench.panel.config().view().model()),
                 (QStringList{"max_seq_len | 131072 | 4096:5", "num_layers | 32 | x:7 !",
                              "dropout | no such field | 0.1:6 !"}));
    }

    void aCardThatChangesNothingSaysSo() {
        Bench bench("name: mine\nmodel_family: llama\nmodel_arch: llama3_2_1b\n", {440, 700});
        ConfigSection& config = bench.panel.config();
        const auto shownTexts = [&] {
            QStringList texts;
            for (const QLabel* label : config.findChildren<QLabel*>())
                if (label->isVisible())
                    texts.append(label->text());
            return texts;
        };
        QVERIFY(shownTexts().contains(QStringLiteral("This card changes nothing of llama3_2_1b.")));
        QVERIFY2(shownTexts().contains(QStringLiteral("Model config")), "a heading, as there is no other to choose");
        QVERIFY(!config.findChild<QComboBox*>()->isVisible());
        QVERIFY(!config.view().isVisible());
        config.onlyWhatDiffers().setChecked(false);
        QVERIFY(config.view().isVisible());
        QVERIFY(!shownTexts().contains(QStringLiteral("This card changes nothing of llama3_2_1b.")));
    }

    void aCardWithoutAnArchitectureChangesNothingOfTheDefault() {
        Bench bench("name: mine\nmodel_family: llama\n", {440, 700});
        QStringList texts;
        for (const QLabel* label : bench.panel.config().findChildren<QLabel*>())
            if (label->isVisible())
                texts.append(label->text());
        QVERIFY2(texts.contains(QStringLiteral("This card changes nothing of its config's default.")),
                 qPrintable(texts.join(QLatin1Char('|'))));
    }

    void theHeightGoesToWhatNeedsIt() {
        QByteArray text =
            "name: mine\nmodel_family: wav2vec2_asr\nmodel_arch: base_10h\nmodel_config: {final_dropout_p: "
            "0.5}\n";
        for (char field = 'a'; field < 'h'; ++field)
            text += QByteArray(1, field) + ": 1\n";
        Bench bench(text, {440, 480});
        QVERIFY(bench.panel.config().view().isVisible());
        QTRY_VERIFY2(bench.panel.view().height() >= bench.panel.view().heightOfRows(),
                     qPrintable(QStringLiteral("%1 of %2, config %3 of %4")
                                    .arg(bench.panel.view().height())
                                    .arg(bench.panel.view().heightOfRows())
                                    .arg(bench.panel.config().height())
                                    .arg(bench.panel.config().wantedHeight(bench.panel.width()))));
        QCOMPARE(bench.panel.config().view().verticalScrollBar()->maximum(), 0);
        bench.panel.config().onlyWhatDiffers().setChecked(false); // now there are too many of these
        QTRY_VERIFY(bench.panel.config().height() > bench.panel.height() / 2);
        QVERIFY(bench.panel.view().height() > 60);
    }

    void aLongNameOfAClassIsShortened() {
        Bench bench("name: mine\nmodel_family: wav2vec2_asr\nmodel_arch: base_10h\n"
                    "tokenizer_family: char_tokenizer\n",
                    {320, 480});
        const auto* name = bench.panel.config().findChild<ElidedLabel*>();
        QVERIFY(name != nullptr);
        QCOMPARE(name->text(), QStringLiteral("Wav2Vec2AsrConfig"));
        QTRY_VERIFY(name->shownText().contains(QChar(0x2026)));
        QVERIFY(name->toolTip().contains(name->text()));
    }

    void severalConfigsAreAChoice() {
        Bench bench("name: mine\nbase: llama3_2_1b\n", {440, 700});
        auto* choice = bench.panel.config().findChild<QComboBox*>();
        QVERIFY(choice->isVisible() && choice->isEnabled());
        QCOMPARE(choice->count(), 2);
    }

    void aCardWithoutAFamilyHasNoConfig() {
        Bench bench("name: mine\ncheckpoint: x.pt\n");
        QVERIFY(bench.panel.config().shown() == nullptr);
        QVERIFY(bench.panel.config().isHidden());
    }

    void aMissingBaseIsSaidInFairseq2sWords() {
        Bench bench("name: mine\nbase: nowhere\n");
        QCOMPARE(bench.panel.shown().fairseq2Says,
                 QStringLiteral("AssetCardError: nowhere base asset of the mine asset card does not exist."));
    }
};

QTEST_MAIN(ResolvedTest)
#include "resolved_test.moc"
