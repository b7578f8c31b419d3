package io.ttquant.api.strategy;

import io.ttquant.api.account.Portfolio;
import io.ttquant.api.account.Position;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.time.Clock;
import io.ttquant.api.time.Timers;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;

/** Everything that a strategy may reach. Used on the engine's thread only. */
public interface StrategyContext {
    /** The name under which the strategy runs; unique in the engine. */
    String strategyId();

    /** The engine's clock. */
    Clock clock();

    /** This strategy's timers. */
    Timers timers();

    /** This strategy's orders. */
    Orders orders();

    /**
     * Works an order by an algorithm. It ends with the strategy.
     *
     * @param instruction its total quantity, side, and limit price if it has one
     * @throws IllegalArgumentException if it is neither a market nor a limit order of a quantity above zero
     */
    Execution execute(OrderRequest instruction, ExecutionAlgorithm algorithm);

    /** The account that all strategies of the engine share. */
    Portfolio portfolio();

    /** This strategy's own position in an instrument: a live view. */
    Position position(InstrumentId instrument);

    /** This strategy's own long or short position in an instrument, in hedge mode; flat in netting mode. */
    Position position(InstrumentId instrument, PositionSide side);

    /**
     * An instrument with its increments and limits.
     *
     * @throws IllegalArgumentException if the engine does not know it; the message lists those it knows
     */
    Instrument instrument(InstrumentId id);

    /** The last prices of an instrument: a live view. */
    MarketView market(InstrumentId id);

    /** Trades will come to {@link Strategy#onTrade}. */
    void subscribeTrades(InstrumentId id);

    /** Best bids and asks will come to {@link Strategy#onQuote}. */
    void subscribeQuotes(InstrumentId id);

    /** Changes of the order book will come to {@link Strategy#onBook}. */
    void subscribeBook(InstrumentId id);

    /**
     * Closed bars will come to {@link Strategy#onBar}. Bars that the data source has are taken as they are; others are built from
     * its trades, quotes or finer bars.
     */
    BarSubscription subscribeBars(InstrumentId id, BarSpec spec);

    /** Funding rates will come to {@link Strategy#onFunding}. */
    void subscribeFunding(InstrumentId id);

    /** Mark prices will come to {@link Strategy#onMarkPrice}. */
    void subscribeMarkPrice(InstrumentId id);

    /** Changes of the trading status will come to {@link Strategy#onStatus}. */
    void subscribeStatus(InstrumentId id);

    /**
     * Keeps a text under a name, so that this strategy can be told of it after a restart. A run that has a store writes
     * it there, behind all that happened
     * before; what was kept under the name before is replaced. It is a few words about what cannot be asked for, not a
     * place for data.
     *
     * @param name 1 to 100 characters, not beginning with {@code engine.}
     * @param text at most 10,000 characters; an empty one forgets the name
     * @throws IllegalArgumentException if one of them is not so
     */
    void keep(String name, String text);

    /**
     * What is kept under a name: what this run kept, else what an earlier live run of the same name kept. Backtests and
     * paper begin anew and know nothing of
     * earlier runs.
     *
     * @return empty if nothing is
     */
    Optional<String> kept(String name);

    /** Random numbers that are the same in every run with the same seed. */
    RandomGenerator random();

    /** A logger named after the strategy. */
    Logger log();

    /**
     * Ends this strategy: its open orders are cancelled and {@link Strategy#onStop} is called. Others go on.
     *
     * @param reason for log and result
     */
    void stop(String reason);
}
