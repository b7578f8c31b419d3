package io.ttquant.backtest;

import io.ttquant.core.portfolio.Ledger;
import java.util.ArrayList;
import java.util.List;

/** Says by which prices an account is valued, for the report's list of assumptions. */
final class ValuationText {
    private ValuationText() {}

    static String of(Ledger ledger) {
        List<String> paths = new ArrayList<>();
        ledger.conversionPaths().forEach((currency, path) -> {
            if (!path.isEmpty()) {
                paths.add(currency + " by " + path);
            }
        });
        return "in " + ledger.reporting() + (paths.isEmpty() ? "" : ", " + String.join("; ", paths))
                + "; a price is the venue's mark, else the middle of bid and ask, else the last trade or the close of the last"
                + " bar; without it a figure is not given";
    }
}
