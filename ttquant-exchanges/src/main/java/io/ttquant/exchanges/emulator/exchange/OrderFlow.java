package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * All other traders of a market, drawn from a seed: a price that walks at random, quotes around it, and takers. They trade through the exchange like
 * everybody, under the account {@value #ACCOUNT}, at moments that come from the seed too; so the flow is a function of seed and time, whenever the
 * exchange is ticked, as long as nobody else trades.
 */
public final class OrderFlow {
    /** The account of all flows. */
    public static final String ACCOUNT = "others";

    private static final double NANOS = 1e9;

    private final Exchange exchange;
    private final String symbol;
    private final FlowSettings settings;
    private final Random random;
    private final Map<Side, Deque<Long>> quotes =
            new EnumMap<>(Map.of(Side.BUY, new ArrayDeque<>(), Side.SELL, new ArrayDeque<>()));
    private double price;
    private boolean isStopped;

    private OrderFlow(Exchange exchange, String symbol, FlowSettings settings) {
        this.exchange = exchange;
        this.symbol = symbol;
        this.settings = settings;
        random = new Random(settings.seed());
        price = settings.start().doubleValue();
    }

    /**
     * Starts a flow: the book is filled at once, the rest follows in the exchange's time.
     *
     * @throws IllegalArgumentException if there is no such market
     */
    public static OrderFlow start(Exchange exchange, String symbol, FlowSettings settings) {
        others(exchange, symbol);
        OrderFlow flow = new OrderFlow(exchange, symbol, settings);
        flow.fill();
        flow.next(exchange.now());
        return flow;
    }

    /** Opens the account of the others where it is not open yet. */
    static void others(Exchange exchange, String symbol) {
        if (exchange.marketData().market(symbol).isEmpty()) {
            throw new IllegalArgumentException("there is no market " + symbol + "; open it first");
        }
        if (!exchange.accounts().ids().contains(ACCOUNT)) {
            exchange.accounts().open(AccountSpec.background(ACCOUNT));
        }
    }

    /** Stops it; its quotes stay. */
    public void stop() {
        isStopped = true;
    }

    /** The price that it is about now. */
    public BigDecimal price() {
        return onTick(price);
    }

    private void fill() {
        for (Side side : Side.values()) {
            for (int i = 0; i < settings.quotes(); i++) {
                quote(side);
            }
        }
        if (market().isContract()) {
            exchange.operator().prices(symbol, price(), null);
        }
    }

    private void next(long after) {
        double rate = settings.quotesPerSecond() + settings.takersPerSecond();
        double wait = -StrictMath.log1p(-random.nextDouble()) / rate;
        long moment = after + Math.max(1, (long) (wait * NANOS));
        exchange.at(moment, () -> {
            if (!isStopped) {
                step(wait);
                next(moment);
            }
        });
    }

    private void step(double seconds) {
        double tick = market().prices().tick().doubleValue();
        double walked = price + random.nextGaussian() * settings.volatility() * tick * Math.sqrt(seconds);
        price = Math.max(walked, (settings.levels() + settings.halfSpread() + 1) * tick);
        double share = settings.takersPerSecond() / (settings.quotesPerSecond() + settings.takersPerSecond());
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        if (random.nextDouble() < share) {
            take(side);
        } else {
            quote(side);
        }
        if (market().isContract() && random.nextInt(4) == 0) {
            exchange.operator().prices(symbol, price(), null);
        }
    }

    private void quote(Side side) {
        BigDecimal tick = market().prices().tick();
        int distance = settings.halfSpread() + random.nextInt(settings.levels());
        BigDecimal limit = onTick(price).subtract(tick.multiply(BigDecimal.valueOf((long) distance * side.sign())));
        Outcome<Order> placed = exchange.trading()
                .submit(ACCOUNT, request(OrderRequest.limit(symbol, side, limit, quantity(settings.lots()))));
        Deque<Long> own = Objects.requireNonNull(quotes.get(side));
        if (placed.isAccepted() && placed.get().isOpen()) {
            own.addLast(placed.get().id());
        }
        if (own.size() > settings.quotes()) {
            // It may have traded meanwhile; then there is nothing to cancel.
            exchange.trading().cancel(ACCOUNT, symbol, OrderRef.id(own.removeFirst()));
        }
    }

    private void take(Side side) {
        exchange.trading().submit(ACCOUNT, request(OrderRequest.market(symbol, side, quantity(settings.lots()))));
    }

    private static OrderRequest request(OrderRequest plain) {
        return plain.edit().selfTrade(SelfTradePrevention.NONE).build();
    }

    private BigDecimal quantity(int lots) {
        Market market = market();
        QuantityRule rule = market.quantities();
        BigDecimal drawn = rule.lot().multiply(BigDecimal.valueOf(1L + random.nextInt(2 * lots)));
        BigDecimal worthALot = market.value(rule.lot(), onTick(price / 2));
        BigDecimal worthEnough = market.notionals()
                .least()
                .divide(worthALot, 0, RoundingMode.CEILING)
                .multiply(rule.lot());
        return Decimals.max(drawn, Decimals.max(rule.least(), worthEnough));
    }

    private BigDecimal onTick(double value) {
        BigDecimal tick = market().prices().tick();
        return new BigDecimal(value).divide(tick, 0, RoundingMode.HALF_EVEN).multiply(tick);
    }

    private Market market() {
        return exchange.marketData().market(symbol).orElseThrow();
    }
}
