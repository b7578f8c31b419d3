package io.ttquant.core.engine;

import static io.ttquant.core.engine.NaiveOrder.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.FundsPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** One random run: the same commands to the real venue and to the naive one, and what came of them. */
abstract class VenueComparison {
    static final Instrument INSTRUMENT = Instrument.spot(InstrumentId.parse("sim:ABC"), Lab.ABC, Lab.USD)
            .tick("0.5")
            .lot("1")
            .build();
    static final long START_CASH = 1_000_000_00;

    final long seed;
    final SplittableRandom random;
    final NaiveRules rules;
    final Lab lab;
    final List<Order> real = new ArrayList<>();
    final List<Long> sent = new ArrayList<>();
    final FillInvariants invariants;
    private int told;

    VenueComparison(long seed) {
        this(seed, config -> config);
    }

    /** @param more assumptions that {@link NaiveRules} does not have */
    VenueComparison(long seed, UnaryOperator<SimulationConfig> more) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.rules = NaiveRules.draw(random);
        this.lab = new Lab(
                INSTRUMENT,
                more.apply(rules.config()),
                b -> b.startBalance(Lab.USD, START_CASH).funds(FundsPolicy.BORROW));
        this.invariants = new FillInvariants(rules.latency(), this::story);
        lab.script.order = invariants::heard;
    }

    abstract NaiveVenue naive();

    /** An expiry for an order made now. */
    abstract long expiry();

    static BigDecimal price(long rawPrice) {
        return FixedPoint.toDecimal(rawPrice, INSTRUMENT.priceScale());
    }

    static BigDecimal quantity(long rawQuantity) {
        return FixedPoint.toDecimal(rawQuantity, INSTRUMENT.quantityScale());
    }

    long rawPrice(int ticks) {
        return Math.max(1, ticks) * INSTRUMENT.rawTick();
    }

    long rawQuantity(int lots) {
        return lots * INSTRUMENT.rawLot();
    }

    /** Nothing, or a command or two, at a time. */
    void command(long now, int aroundTicks) {
        advanceTo(now);
        reference(now, aroundTicks);
        for (int n = random.nextInt(3); n > 0; n--) {
            int what = random.nextInt(10);
            if (what < 7 || real.isEmpty()) {
                submit(aroundTicks);
            } else if (what == 7) {
                int which = pick();
                lab.script.desk().cancel(real.get(which));
                naive().cancel(naive().orders.get(which));
            } else {
                amend(aroundTicks);
            }
            advanceTo(now);
        }
    }

    void advanceTo(long now) {
        lab.engine.advanceTo(now);
        lab.engine.settle();
        naive().advanceTo(now);
        compareNew();
    }

    private int pick() {
        return Math.max(0, real.size() - 1 - random.nextInt(8));
    }

    private void submit(int aroundTicks) {
        OrderType type = OrderType.values()[random.nextInt(OrderType.values().length)];
        TimeInForce tif = TimeInForce.values()[random.nextInt(TimeInForce.values().length)];
        if (tif.isImmediate() && (type.hasTrigger() || type == OrderType.MARKET_TO_LIMIT)) {
            tif = TimeInForce.GTC;
        }
        boolean isPostOnly = type.hasPrice() && !tif.isImmediate() && random.nextInt(3) == 0;
        int lots = 1 + random.nextInt(12);
        boolean mayHide = type.triggered() == OrderType.LIMIT && !tif.isImmediate() && lots > 1;
        boolean isFixed = type.hasTrigger() && !type.isTrailing();
        boolean mayLeave = isFixed && rules.rejectsPassedStops();
        OrderRequest request = new OrderRequest(
                INSTRUMENT,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                type,
                rawQuantity(lots),
                type.hasPrice() ? rawPrice(aroundTicks + random.nextInt(13) - 6) : 0,
                isFixed ? rawPrice(aroundTicks + random.nextInt(13) - 6) : 0,
                tif,
                tif == TimeInForce.GTD ? expiry() : EpochNanos.NEVER,
                isPostOnly,
                // The engine leaves in the place of one that reduces and is refused, which is for PassedTriggersTest.
                random.nextInt(5) == 0 && !mayLeave,
                "",
                type.hasTrigger() && random.nextBoolean() ? pick(TriggerSource.values()) : TriggerSource.DEFAULT,
                type.isTrailing() ? offset(type, aroundTicks) : null,
                mayHide && random.nextInt(3) == 0 ? rawQuantity(1 + random.nextInt(lots - 1)) : 0,
                PositionSide.NET);
        sent.add(lab.engine.now());
        real.add(lab.script.desk().submit(request));
        invariants.sent(real.get(real.size() - 1), lab.engine.now());
        naive().submit(new NaiveOrder(
                real.size(),
                request,
                quantity(request.rawQuantity()),
                price(request.rawPrice()),
                price(request.rawTrigger()),
                real.get(real.size() - 1).expiryNanos()));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private TrailingOffset offset(OrderType type, int aroundTicks) {
        TrailingOffset.Kind kind = pick(TrailingOffset.Kind.values());
        TrailingOffset offset = TrailingOffset.of(kind, distance(kind, 1 + random.nextInt(5)));
        if (type == OrderType.TRAILING_STOP_LIMIT) {
            offset = offset.withLimitDistance(distance(kind, random.nextInt(3)));
        }
        return random.nextInt(3) == 0 ? offset.withActivation(rawPrice(aroundTicks + random.nextInt(9) - 4)) : offset;
    }

    private long distance(TrailingOffset.Kind kind, int ticks) {
        return switch (kind) {
            case PRICE -> ticks * INSTRUMENT.rawTick();
            case TICKS -> ticks;
            case BASIS_POINTS -> ticks * 10_000L + random.nextInt(9_000);
        };
    }

    /** Now and then another mark price, another index price, or another state of the instrument. */
    private void reference(long now, int aroundTicks) {
        long mark = rawPrice(aroundTicks) * 2 + random.nextInt(9) - 4;
        switch (random.nextInt(40)) {
            case 0, 1, 2, 3, 4 -> {
                lab.sink.markPrice(now, now, mark / 2);
                naive().mark(price(mark / 2));
            }
            case 5, 6, 7, 8, 9 -> {
                lab.sink.indexPrice(now, now, mark / 2);
                naive().index(price(mark / 2));
            }
            case 10 -> {
                TradingStatus next = pick(new TradingStatus[] {
                    TradingStatus.TRADING, TradingStatus.POST_ONLY, TradingStatus.HALTED, TradingStatus.TRADING
                });
                lab.sink.status(now, now, next);
                naive().status(next);
            }
            case 11, 12 -> {
                lab.sink.status(now, now, TradingStatus.TRADING);
                naive().status(TradingStatus.TRADING);
            }
            default -> {}
        }
        compareNew();
    }

    private void amend(int aroundTicks) {
        int which = pick();
        Order order = real.get(which);
        long quantity = random.nextBoolean() ? rawQuantity(1 + random.nextInt(12)) : 0;
        long price =
                order.type().hasPrice() && random.nextBoolean() ? rawPrice(aroundTicks + random.nextInt(13) - 6) : 0;
        long trigger =
                order.type().hasTrigger() && random.nextBoolean() ? rawPrice(aroundTicks + random.nextInt(13) - 6) : 0;
        if (quantity + price + trigger > 0) {
            lab.script.desk().amend(order, new Amendment(quantity, price, trigger));
            naive().amend(naive().orders.get(which), quantity(quantity), price(price), price(trigger));
        }
    }

    /** Compares what was reported since the last time, one report after the other. */
    void compareNew() {
        List<OrderEvent> events = lab.script.events;
        List<String> expected = naive().log;
        for (; told < Math.min(events.size(), expected.size()); told++) {
            assertThat(line(events.get(told))).as(this::story).isEqualTo(expected.get(told));
        }
        if (events.size() != expected.size()) {
            assertThat(events.stream().map(VenueComparison::line).skip(told).toList())
                    .as(this::story)
                    .isEqualTo(expected.subList(told, expected.size()));
        }
    }

    /** What led there, for the one who has to find out. */
    String story() {
        StringBuilder text = new StringBuilder("seed " + seed + ", " + rules + "\n");
        for (Order order : real) {
            OrderRequest r = order.request();
            text.append("order ").append(order.sequence()).append(" at ").append(sent.get((int) order.sequence() - 1));
            text.append(": ")
                    .append(r.side())
                    .append(' ')
                    .append(r.type())
                    .append(' ')
                    .append(r.timeInForce());
            text.append(' ')
                    .append(text(quantity(r.rawQuantity())))
                    .append(" @")
                    .append(text(price(r.rawPrice())));
            text.append(" ^").append(text(price(r.rawTrigger()))).append(r.isPostOnly() ? " post-only" : "");
            text.append(r.triggerSource() == TriggerSource.DEFAULT ? "" : " by " + r.triggerSource())
                    .append(r.trailing() == null ? "" : " " + r.trailing())
                    .append(r.rawDisplay() == 0 ? "" : " showing " + text(quantity(r.rawDisplay())));
            text.append(r.isReduceOnly() ? " reduce-only" : "")
                    .append(" until ")
                    .append(r.expiryNanos())
                    .append('\n');
        }
        List<String> log = naive().log;
        text.append(String.join("\n", log.subList(Math.max(0, told - 8), Math.min(log.size(), told + 1))));
        return text + "\n" + market();
    }

    /** The last events of the market. */
    abstract String market();

    static String line(OrderEvent event) {
        String start = event.tsEvent() + " " + event.order().sequence() + " ";
        if (event instanceof OrderEvent.Filled filled) {
            return start + "FILLED " + text(quantity(filled.fill().rawQuantity())) + "@"
                    + text(price(filled.fill().rawPrice())) + " "
                    + filled.fill().liquidity() + " " + filled.fill().reason();
        } else if (event instanceof OrderEvent.Rejected rejected) {
            return start + "REJECTED " + rejected.reason();
        } else if (event instanceof OrderEvent.Denied denied) {
            return start + "DENIED " + denied.reason();
        } else if (event instanceof OrderEvent.UpdateRejected rejected) {
            return start + "UPDATE_REJECTED " + rejected.reason();
        } else if (event instanceof OrderEvent.CancelRejected rejected) {
            return start + "CANCEL_REJECTED " + rejected.reason();
        }
        return start + event.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }

    /** The end of a run: the states of all orders, position and money. */
    void compareEnd() {
        for (int i = 0; i < real.size(); i++) {
            Order order = real.get(i);
            String state = order.sequence() + " "
                    + (order.isClosed() ? order.status().name() : "OPEN") + " " + text(quantity(order.rawFilled()))
                    + " of " + text(quantity(order.rawQuantity())) + " @" + text(price(order.rawPrice())) + " ^"
                    + text(price(order.rawTrigger()));
            assertThat(state).as(this::story).isEqualTo(naive().orders.get(i).state());
        }
        BigDecimal cash = naive().cash.movePointRight(Lab.USD.scale()).add(BigDecimal.valueOf(START_CASH));
        assertThat(BigDecimal.valueOf(lab.cash())).as(this::story).isEqualByComparingTo(cash);
        assertThat(quantity(lab.position())).as(this::story).isEqualByComparingTo(naive().position);
        invariants.checkEnd(lab, START_CASH);
    }
}
