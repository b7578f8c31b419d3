package io.ttquant.core.config;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Money;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.risk.RiskPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file such as {@code strategies.toml} says: the strategies to run, and how.
 *
 * @param source name of the file
 * @param global section {@code [global]}
 * @param risk section {@code [risk_management]}
 * @param backtest section {@code [backtest]}
 * @param account section {@code [account]}
 * @param paper section {@code [paper]}
 * @param journal section {@code [journal]}
 * @param metrics section {@code [metrics]}
 * @param store section {@code [store]}
 * @param exchanges the sections {@code [exchange.NAME]}, in the order of the file
 * @param cash start balances: those of {@code [backtest]}, else the initial capital of {@code [risk_management]} in USDT, else none
 * @param simulation the assumptions of execution, fees of single instruments included
 * @param instruments the instruments that the file describes, in its order
 * @param strategies all strategies, also those that are not enabled, in the order of the file
 * @param limits the risk limits: those of {@code [risk]}, {@code [risk_management]} and {@code [global]}, the strictest of each, and those of the
 *     enabled strategies
 * @param warnings what the file says without effect, and what was assumed; to be shown to the user
 */
public record RunConfiguration(
        String source,
        GlobalSettings global,
        RiskManagement risk,
        BacktestSettings backtest,
        AccountSettings account,
        PaperSettings paper,
        JournalSettings journal,
        MetricsSettings metrics,
        StorageSettings store,
        List<ExchangeSettings> exchanges,
        List<Money> cash,
        SimulationConfig simulation,
        List<Instrument> instruments,
        List<ConfiguredStrategy> strategies,
        RiskPolicy limits,
        List<Finding> warnings) {
    /** Copies the lists. */
    public RunConfiguration {
        exchanges = List.copyOf(exchanges);
        cash = List.copyOf(cash);
        instruments = List.copyOf(instruments);
        strategies = List.copyOf(strategies);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a file.
     *
     * @param catalogue the kinds of strategy that it may name
     * @throws ConfigurationException with every mistake of the file
     */
    public static RunConfiguration read(Path file, StrategyCatalogue catalogue) {
        return read(ConfigText.read(file), catalogue);
    }

    /**
     * Reads a text.
     *
     * @param catalogue the kinds of strategy that it may name
     * @throws ConfigurationException with every mistake of the text
     */
    public static RunConfiguration read(ConfigText text, StrategyCatalogue catalogue) {
        return new RunReader(text, catalogue, null).read();
    }

    /**
     * Reads a text as if another venue stood in {@code [global] exchange}.
     *
     * @param catalogue the kinds of strategy that it may name
     * @param venue the venue of symbols that name none
     * @throws ConfigurationException with every mistake of the text
     */
    public static RunConfiguration read(ConfigText text, StrategyCatalogue catalogue, String venue) {
        return new RunReader(text, catalogue, venue).read();
    }

    /** Whether balances may go below zero. */
    public FundsPolicy funds() {
        return account.mode().map(AccountMode::funds).orElse(backtest.funds());
    }

    /** Where orders are executed. */
    public TradingMode tradingMode() {
        return global.tradingMode();
    }

    /** The same run in another mode. */
    public RunConfiguration withTradingMode(TradingMode mode) {
        return new RunConfiguration(
                source,
                global.withTradingMode(mode),
                risk,
                backtest,
                account,
                paper,
                journal,
                metrics,
                store,
                exchanges,
                cash,
                simulation,
                instruments,
                strategies,
                limits,
                warnings);
    }

    /** The strategies to run; at least one. */
    public List<ConfiguredStrategy> enabledStrategies() {
        return strategies.stream().filter(ConfiguredStrategy::enabled).toList();
    }

    /** The instruments that the enabled strategies trade, without repetition, in the order of the file. */
    public List<InstrumentId> tradedInstruments() {
        return enabledStrategies().stream()
                .flatMap(strategy -> strategy.instruments().stream())
                .distinct()
                .toList();
    }

    /** The connection to a venue; without settings of its own if the file says nothing about it. */
    public ExchangeSettings exchange(String venue) {
        return exchanges.stream()
                .filter(exchange -> exchange.provider().equals(venue))
                .findFirst()
                .orElseGet(() -> new ExchangeSettings(venue, venue, Map.of()));
    }

    /** An instrument that the file describes. */
    public Optional<Instrument> instrument(InstrumentId id) {
        return instruments.stream()
                .filter(instrument -> instrument.id().equals(id))
                .findFirst();
    }
}
