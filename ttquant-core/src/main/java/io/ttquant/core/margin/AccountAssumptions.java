package io.ttquant.core.margin;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.assumption.Assumption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the account of a run assumes of margin, liquidation and interest. */
final class AccountAssumptions {
    private static final String MARGIN_MEANS =
            "Terms of a venue change with time and with the size of a position. Less margin than it asks for hides liquidations and"
                    + " flatters; more hurts.";

    private final AccountConfig config;
    private final Collection<InstrumentId> derivatives;

    AccountAssumptions(AccountConfig config, Collection<InstrumentId> derivatives) {
        this.config = config;
        this.derivatives = derivatives;
    }

    List<Assumption> list() {
        List<Assumption> rows = new ArrayList<>();
        if (!derivatives.isEmpty()) {
            margin(rows);
            rows.add(liquidation());
        }
        rows.add(interest());
        return rows;
    }

    private void margin(List<Assumption> rows) {
        if (derivatives.stream().anyMatch(id -> !config.overrides().containsKey(id))) {
            rows.add(new Assumption("Margin of derivatives", text(config.terms()), MARGIN_MEANS));
        }
        config.overrides().forEach((id, own) -> {
            if (derivatives.contains(id)) {
                rows.add(new Assumption("Margin of " + id, text(own), MARGIN_MEANS));
            }
        });
    }

    private Assumption liquidation() {
        return new Assumption(
                "Liquidation",
                "when maintenance margin reaches the margin balance, judged by the venue's mark price, else the middle of the"
                        + " quotes, else the last price, on bars along their path; open orders of the same margin are cancelled,"
                        + " then positions are closed at the market with a fee of " + percent(config.liquidationFee())
                        + "%; "
                        + config.insurance().text(),
                "Venues liquidate in steps of their own and may fill worse, so this rather flatters."
                        + (config.insurance() == Insurance.FUND
                                ? " That a fund pays what lies beyond the margin flatters where the real one does not."
                                : " That the account bears what lies beyond the margin hurts where a real fund pays it."));
    }

    private Assumption interest() {
        Map<String, BigDecimal> rates = new TreeMap<>(config.borrowRates());
        return new Assumption(
                "Interest",
                rates.isEmpty()
                        ? "none: negative balances cost nothing"
                        : "on negative balances, on each full hour: "
                                + rates.entrySet().stream()
                                        .map(e -> e.getKey() + " " + percent(e.getValue()) + "%")
                                        .collect(Collectors.joining(", "))
                                + "; other currencies bear none",
                rates.isEmpty()
                        ? "Real lenders ask for interest, so this flatters whoever owes something for long."
                        : "Real rates change by the hour; lower ones here flatter whoever owes something for long, higher ones hurt.");
    }

    private static String text(MarginTerms terms) {
        String size = terms.initialPerContract() != null
                ? terms.initialPerContract() + " for each contract, of which " + terms.maintenancePerContract()
                        + " must remain"
                : "leverage " + terms.leverage().toPlainString() + ", maintenance " + tiers(terms.tiers());
        return (terms.mode() == MarginMode.CROSS ? "cross, " : "isolated, ") + size;
    }

    private static String tiers(List<MarginTier> tiers) {
        return tiers.size() == 1 && tiers.get(0).deduction().signum() == 0
                ? percent(tiers.get(0).maintenanceRate()) + "% of the value"
                : tiers.stream().map(AccountAssumptions::tier).collect(Collectors.joining("; "));
    }

    private static String tier(MarginTier tier) {
        BigDecimal upTo = tier.upTo();
        return percent(tier.maintenanceRate()) + "%"
                + (tier.deduction().signum() == 0
                        ? ""
                        : " less " + tier.deduction().stripTrailingZeros().toPlainString())
                + (upTo == null ? " of any larger value" : " of a value up to " + upTo.toPlainString())
                + " at leverage up to "
                + tier.maxLeverage().stripTrailingZeros().toPlainString();
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
