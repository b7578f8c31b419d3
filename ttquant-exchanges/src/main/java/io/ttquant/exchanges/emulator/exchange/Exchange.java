package io.ttquant.exchanges.emulator.exchange;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * An exchange of its own: several markets and accounts, price-time matching, an exact ledger. It runs on one thread, the caller's, and is a function of
 * its clock and its commands.
 *
 * <p>Time is the clock's, epoch nanoseconds. Whatever is due by it (orders that expire, switches that run out, funding, trades of others) happens at its
 * own moment, when the next command, question or {@link #tick} comes. Refusals are values ({@link Outcome}); listeners hear every event in order, when the
 * command that caused it is through.
 *
 * <pre>{@code
 * Exchange exchange = new Exchange(ExchangeRules.binanceSpot(), ExchangeClock.startingAt(0));
 * exchange.operator().market(Market.spot("BTCUSDT", "BTC", "USDT", PriceRule.tick("0.01"), QuantityRule.lot("0.00001")));
 * exchange.accounts().open(AccountSpec.of("alice"));
 * exchange.accounts().deposit("alice", "USDT", new BigDecimal("1000"));
 * exchange.trading().submit("alice", OrderRequest.limit("BTCUSDT", Side.BUY, new BigDecimal("100"), BigDecimal.ONE));
 * }</pre>
 */
public final class Exchange {
    private final Core core;
    private final Trading trading;
    private final Accounts accounts;
    private final MarketData marketData;
    private final Operator operator;
    private final Conditionals conditionals;
    private final OrderLists lists;
    private final Liquidator liquidator;

    /**
     * An exchange without markets and accounts.
     *
     * @param rules where venues differ
     * @param clock epoch nanoseconds; a step back is taken as standing still
     */
    public Exchange(ExchangeRules rules, LongSupplier clock) {
        core = new Core(rules, clock);
        OrderDesk desk = new OrderDesk(core);
        trading = new Trading(core, desk);
        accounts = new Accounts(core);
        marketData = new MarketData(core);
        conditionals = new Conditionals(core, desk);
        lists = new OrderLists(core, desk);
        liquidator = new Liquidator(core, desk);
        operator = new Operator(core, desk, conditionals, liquidator);
        core.listsBy(lists::firing, lists::changed);
        core.settleBy(this::settle);
    }

    private void settle() {
        for (boolean isQuiet = false; !isQuiet; ) {
            isQuiet = true;
            for (Runnable next = core.aftermath.poll(); next != null; next = core.aftermath.poll()) {
                next.run();
            }
            for (MarketState market : List.copyOf(core.markets.values())) {
                if (market.isMoved) {
                    Triggers.look(market);
                    isQuiet = false;
                }
            }
            if (!isQuiet) {
                liquidator.look();
            }
        }
        for (MarketState market : core.markets.values()) {
            market.view.tell(market.market.symbol(), market.book, core.tape);
        }
    }

    /** Lets happen what was due until now by the clock. */
    public void tick() {
        core.catchUp();
    }

    /** When something happens by itself next, epoch nanoseconds; empty if nothing will. */
    public OptionalLong nextDue() {
        return core.agenda.nextDue();
    }

    /** The exchange's time, epoch nanoseconds: the clock's at the last command, question or tick. */
    public long now() {
        return core.now();
    }

    /** Where venues differ. */
    public ExchangeRules rules() {
        return core.rules;
    }

    /** Orders. */
    public Trading trading() {
        return trading;
    }

    /** Conditional orders in the service of their own. */
    public Conditionals conditionals() {
        return conditionals;
    }

    /** Lists of orders that depend on each other. */
    public OrderLists lists() {
        return lists;
    }

    /** Accounts. */
    public Accounts accounts() {
        return accounts;
    }

    /** Markets, as everybody sees them. */
    public MarketData marketData() {
        return marketData;
    }

    /** What only who runs the exchange can do. */
    public Operator operator() {
        return operator;
    }

    /** Does something at a moment of the exchange's time, epoch nanoseconds, as part of its own work; at once by the next tick if that is past. */
    public void at(long epochNanos, Runnable action) {
        core.agenda.at(epochNanos, action);
    }

    /** Tells a listener every event from now on, after those that were told before. */
    public void listen(Consumer<ExchangeEvent> listener) {
        core.tape.listen(listener);
    }

    /** Tells a listener nothing any more. */
    public void ignore(Consumer<ExchangeEvent> listener) {
        core.tape.ignore(listener);
    }

    /**
     * Checks that no money was made or lost, to the digit, and that orders, books, positions and bills agree.
     *
     * @throws IllegalStateException if not; the message names the first difference
     */
    public void assertConservation() {
        Conservation.check(core);
    }
}
