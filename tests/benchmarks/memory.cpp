// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "card_files.h"
#include "measure.h"

#include "core/checks/session.h"
#include "core/registry/bundled.h"

#include <fmt/format.h>
#include <malloc.h>

namespace fairlead::benchmarks {
namespace {

std::size_t bytes_in_use() {
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

} // namespace

std::vector<Row> measure_memory(const Sizes& sizes) {
    const CardFolder folder(sizes.cards, sizes.files);
    const std::shared_ptr<const RegistrySnapshot> registry = bundled_snapshot();
    const auto options = [&](bool with_cards) {
        SessionOptions made;
        if (with_cards)
            made.sources.push_back(file_source(folder.path()));
        made.registry = registry;
        return made;
    };
    const std::size_t nothing = bytes_in_use();
    const CheckSession stock = CheckSession::load(options(false));
    const std::size_t with_stock = bytes_in_use();
    const CheckSession all = CheckSession::load(options(true));
    const std::size_t with_all = bytes_in_use();
    // Of the second session the stock cards' part is known from the first.
    const double own = static_cast<double>(with_all - with_stock) - static_cast<double>(with_stock - nothing) -
                       static_cast<double>(folder.bytes());
    return {{.what = fmt::format("memory a card beside the text, of {} cards", sizes.cards),
             .value = own / sizes.cards / 1000,
             .unit = "kB",
             .limit = 0.9,
             .explanation = fmt::format("{:.1f} MB beside {:.1f} MB of text", own / 1e6,
                                        static_cast<double>(folder.bytes()) / 1e6)}};
}

} // namespace fairlead::benchmarks
