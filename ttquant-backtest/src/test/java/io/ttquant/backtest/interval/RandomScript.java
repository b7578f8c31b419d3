package io.ttquant.backtest.interval;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.matching.BarMoment;
import io.ttquant.core.matching.FillPolicy;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.matching.SlippageModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Bars and orders at random: some bound to a time, some in answer to others, with cancels and amendments. */
final class RandomScript {
    static final Instrument COIN =
            Instrument.spot("test:COINUSD", "COIN", "USD").tick("1").lot("1").build();
    private static final List<OrderType> TYPES = List.of(
            OrderType.MARKET,
            OrderType.LIMIT,
            OrderType.LIMIT,
            OrderType.LIMIT,
            OrderType.STOP_MARKET,
            OrderType.STOP_MARKET,
            OrderType.STOP_LIMIT,
            OrderType.MARKET_IF_TOUCHED,
            OrderType.LIMIT_IF_TOUCHED);

    final List<PlacedOrder> orders = new ArrayList<>();
    final List<Command> commands = new ArrayList<>();
    private final int width;
    private final boolean isInside;

    /** @param width how far apart low and high of a bar may be */
    RandomScript(int width) {
        this(width, false);
    }

    /** @param isInside whether commands that are bound to a time arrive inside bars; otherwise they come before an open */
    RandomScript(int width, boolean isInside) {
        this.width = width;
        this.isInside = isInside;
    }

    /** As one strategy's. */
    Script whole() {
        Script whole = new Script("s", COIN);
        whole.orders.addAll(orders);
        whole.commands.addAll(commands);
        return whole;
    }

    private long time(Random random, List<PathBar> bars) {
        long opening = bars.get(random.nextInt(bars.size())).tsOpen();
        return isInside ? opening + 1 + random.nextInt(900) : opening;
    }

    /** When the order was placed from which an order follows. */
    private long placed(PlacedOrder order) {
        PlacedOrder first = order;
        while (first.cause != null) {
            first = first.cause;
        }
        PlacedOrder root = first;
        return commands.stream()
                .filter(c -> c.kind == Command.Kind.PLACE && c.order == root)
                .mapToLong(c -> c.nanos)
                .findFirst()
                .orElseThrow();
    }

    private BarMoment moment() {
        return isInside ? BarMoment.INSIDE : BarMoment.BETWEEN;
    }

    static Rules rules(Random random) {
        SimulationConfig config = SimulationConfig.DEFAULT
                .withFills(List.of(FillPolicy.THROUGH, FillPolicy.TOUCH, new FillPolicy(0.5))
                        .get(random.nextInt(3)))
                .withFees(RateFees.of("0.01", "0.03"))
                .withSlippage(random.nextInt(3) == 0 ? SlippageModel.ticks(1) : SlippageModel.NONE);
        return new Rules(COIN, config);
    }

    List<PathBar> bars(Random random, int count) {
        List<PathBar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long low = 20 + random.nextInt(2);
            long high = low + (random.nextInt(5) == 0 ? random.nextInt(2) : 2 + random.nextInt(width - 1));
            long open = low + random.nextInt((int) (high - low) + 1);
            long close = low + random.nextInt((int) (high - low) + 1);
            bars.add(new PathBar(1000L * i, 1000L * (i + 1), open, high, low, close));
        }
        return bars;
    }

    void script(Random random, List<PathBar> bars, int most) {
        orders.clear();
        commands.clear();
        int count = 2 + random.nextInt(most - 1);
        for (int i = 0; i < count; i++) {
            PlacedOrder order = new PlacedOrder(i, request(random));
            Command place;
            if (i > 0 && random.nextInt(3) > 0) {
                order.cause = orders.get(random.nextInt(i));
                place = Command.place(order, 0, BarMoment.BETWEEN);
                answers(order.cause, random).add(place);
            } else {
                place = Command.place(order, time(random, bars), moment());
                commands.add(place);
            }
            orders.add(order);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            change(random, bars);
        }
        commands.sort(Comparator.comparingLong(c -> c.nanos));
        for (int i = 0; i < commands.size(); i++) {
            commands.get(i).index = i;
            if (commands.get(i).kind == Command.Kind.PLACE) {
                commands.get(i).order.releaseIndex = i;
            }
        }
    }

    private void change(Random random, List<PathBar> bars) {
        PlacedOrder target = orders.get(random.nextInt(orders.size()));
        boolean isTimed = random.nextBoolean();
        long nanos = isTimed ? Math.max(time(random, bars), isInside ? placed(target) : 0) : 0;
        BarMoment moment = isTimed ? moment() : BarMoment.BETWEEN;
        Command command = random.nextBoolean()
                ? Command.cancel(target, nanos, moment)
                : Command.amend(target, amendment(random, target), nanos, moment);
        if (isTimed) {
            commands.add(command);
            target.timed.add(command);
            target.timed.sort(Comparator.comparingLong(c -> c.nanos));
        } else {
            answers(orders.get(random.nextInt(orders.size())), random).add(command);
        }
    }

    private Amendment amendment(Random random, PlacedOrder order) {
        return switch (order.request.type()) {
            case LIMIT, STOP_LIMIT, LIMIT_IF_TOUCHED -> Amendment.ofPrice(price(random));
            case STOP_MARKET, MARKET_IF_TOUCHED -> Amendment.ofTrigger(price(random));
            default -> Amendment.ofQuantity(1 + random.nextInt(3));
        };
    }

    private static List<Command> answers(PlacedOrder order, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> order.onEnded;
            case 1 -> order.onTriggered;
            case 2 -> order.onReleased;
            default -> order.onFilled;
        };
    }

    private long price(Random random) {
        return 20 + random.nextInt(width + 2);
    }

    private OrderRequest request(Random random) {
        OrderType type = TYPES.get(random.nextInt(TYPES.size()));
        TimeInForce time =
                random.nextInt(8) == 0 ? (random.nextBoolean() ? TimeInForce.IOC : TimeInForce.FOK) : TimeInForce.GTC;
        boolean isImmediate = time != TimeInForce.GTC;
        return new OrderRequest(
                COIN,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                type,
                1 + random.nextInt(3),
                type.hasPrice() ? price(random) : 0,
                type.hasTrigger() ? price(random) : 0,
                time,
                EpochNanos.NEVER,
                type.hasPrice() && !isImmediate && random.nextInt(6) == 0,
                random.nextInt(4) == 0,
                "");
    }

    String describe() {
        StringBuilder text = new StringBuilder();
        for (PlacedOrder o : orders) {
            text.append('\n')
                    .append(o.id)
                    .append(o.cause == null ? " at " + o.releaseIndex : " after " + o.cause.id)
                    .append(' ')
                    .append(o.request.side())
                    .append(' ')
                    .append(o.request.type())
                    .append(' ')
                    .append(o.request.rawQuantity())
                    .append(" price ")
                    .append(o.request.rawPrice())
                    .append(" trigger ")
                    .append(o.request.rawTrigger())
                    .append(' ')
                    .append(o.request.timeInForce())
                    .append(o.request.isPostOnly() ? " post-only" : "")
                    .append(o.request.isReduceOnly() ? " reduce-only" : "");
            list(text, " filled: ", o.onFilled);
            list(text, " ended: ", o.onEnded);
            list(text, " triggered: ", o.onTriggered);
            list(text, " released: ", o.onReleased);
        }
        list(text, "\ntimed: ", commands);
        return text.append('\n').toString();
    }

    private static void list(StringBuilder text, String what, List<Command> commands) {
        if (!commands.isEmpty()) {
            text.append(what);
            commands.forEach(c -> text.append(c.kind + " " + c.order.id + "@" + c.nanos + " " + c.amendment + "; "));
        }
    }
}
