package io.ttquant.exchanges.run;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.TradingMode;
import io.ttquant.exchanges.session.setup.AccountSetup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file says of an account in two places: to the venue in {@code [exchange.NAME]}, and to the engine in {@code [account]}. */
final class AccountAgreement {
    private AccountAgreement() {}

    /**
     * Refuses a live run whose engine would keep its books in another position mode than the one that the venue is asked for: the venue would be
     * changed, and the run refused then.
     *
     * @throws RunRefusedException if they differ
     */
    static void require(RunConfiguration configuration, VenuePlan plan) {
        PositionMode books = configuration.account().positionMode();
        AccountSetup setup = setup(plan);
        PositionMode asked = setup == null ? null : setup.positionMode();
        if (configuration.tradingMode() == TradingMode.LIVE && asked != null && asked != books) {
            throw new RunRefusedException("[exchange." + plan.exchange().name() + "] asks for position_mode \""
                    + AccountSetup.word(asked) + "\", and the engine keeps its books in \"" + AccountSetup.word(books)
                    + "\", the position_mode of [account]; write the same into both");
        }
    }

    /** What somebody should know before trading begins; empty for nothing. */
    static List<String> notes(RunConfiguration configuration, VenuePlan plan) {
        AccountSetup setup = setup(plan);
        if (setup == null) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        if (configuration.tradingMode() == TradingMode.LIVE) {
            setup.leverage().forEach((symbol, leverage) -> note(configuration, plan, symbol, leverage, notes));
        } else if (setup.positionMode() != null || !setup.leverage().isEmpty()) {
            notes.add(
                    "leverage and position_mode of [exchange." + plan.exchange().name()
                            + "] are for live runs: on paper the account is the one that [account] describes");
        }
        return notes;
    }

    private static void note(
            RunConfiguration configuration, VenuePlan plan, String symbol, int leverage, List<String> notes) {
        BigDecimal reckoned = configuration
                .account()
                .config()
                .termsOf(InstrumentId.of(plan.venue(), symbol))
                .leverage();
        if (reckoned.compareTo(BigDecimal.valueOf(leverage)) != 0) {
            notes.add("leverage of " + symbol + ": " + leverage + " at the exchange, by [exchange."
                    + plan.exchange().name() + "], and " + reckoned.toPlainString()
                    + " in the engine's own reckoning of margin, by [account]");
        }
    }

    /** Null if the settings are those of a provider with words of its own, or wrong, which the provider says. */
    private static @Nullable AccountSetup setup(VenuePlan plan) {
        Map<String, String> settings = plan.exchange().settings();
        try {
            return AccountSetup.of(settings);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
