package io.ttquant.examples.job;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Money;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.RunConfiguration;
import java.util.List;

/** The start balances of a run. */
final class Cash {
    private Cash() {}

    /**
     * The configured balances.
     *
     * @throws UsageException if a strategy could not pay for a single order with them
     */
    static List<Money> asConfigured(
            RunConfiguration configuration, List<ConfiguredStrategy> strategies, List<Instrument> instruments) {
        List<Money> cash = configuration.cash();
        for (ConfiguredStrategy strategy : strategies) {
            for (Instrument instrument : instruments) {
                boolean isTraded = strategy.instruments().contains(instrument.id());
                if (isTraded && !cash.isEmpty() && !holds(cash, instrument)) {
                    throw new UsageException("strategy " + strategy.id() + " of " + configuration.source() + " trades "
                            + instrument + ", which is paid for in " + instrument.settlement()
                            + ", but the run starts with "
                            + cash + "; add a balance to cash in [backtest], for example \"10000 "
                            + instrument.settlement() + "\"");
                }
            }
        }
        return cash;
    }

    /** The configured amount, in the currency of the data where the configured one buys nothing of it. */
    static List<Money> onAnyData(RunConfiguration configuration, List<Instrument> instruments) {
        List<Money> cash = configuration.cash();
        if (cash.isEmpty() || instruments.stream().anyMatch(instrument -> holds(cash, instrument))) {
            return cash;
        }
        String currency = instruments.get(0).settlement().code();
        return List.of(new Money(cash.get(0).amount(), currency));
    }

    private static boolean holds(List<Money> cash, Instrument instrument) {
        return cash.stream()
                .map(Money::currency)
                .anyMatch(code -> code.equals(instrument.settlement().code())
                        || code.equals(instrument.quote().code())
                        || code.equals(instrument.base().code()));
    }
}
