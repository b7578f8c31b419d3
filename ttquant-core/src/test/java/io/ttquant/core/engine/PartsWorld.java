package io.ttquant.core.engine;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A naive exchange whose commands and reports are under way for a while, and whose answers and news overtake each other. It keeps its own figures of each
 * order, lets exits only reduce, changes no order that waits for its trigger, and refuses some amendments of others.
 */
final class PartsWorld implements ExecutionSession {
    /** An order as the exchange has it. */
    static final class There {
        final Order order;
        long quantity;
        long price;
        long filled;
        long rawFees;
        boolean isOpen = true;
        boolean isTriggered;

        There(Order order) {
            this.order = order;
            this.quantity = order.rawQuantity();
            this.price = order.rawPrice();
        }

        long left() {
            return isOpen ? quantity - filled : 0;
        }

        /** An exit that takes what is there. */
        boolean isNow() {
            return order.type() == OrderType.MARKET;
        }

        boolean isStop() {
            return order.type().hasTrigger();
        }

        boolean isEntry() {
            return order.parent() == null;
        }
    }

    final Map<Long, There> orders = new LinkedHashMap<>();
    final List<String> story = new ArrayList<>();
    long position;
    boolean hasAmendedAStop;
    private final SplittableRandom random;
    private final boolean isAbleToAmend;
    /** How many of a hundred stops it refuses because their trigger is passed. */
    int refusals;

    int refused;
    /** How many of a hundred exits it refuses for a reason of its own. */
    int exitRefusals;

    long rawRefused;
    /** How many of a hundred cancels it refuses though the order is open. */
    int cancelRefusals;

    /** What it sees to on spot; null for a derivative, of which exits only reduce. */
    @Nullable
    PartsCoins coins;
    /** Sales that it refused because coins were missing. */
    int lacking;

    private final List<Runnable> commands = new ArrayList<>();
    private final List<Runnable> answers = new ArrayList<>();
    private final List<Runnable> news = new ArrayList<>();
    private Engine engine;
    private long trades;
    private long tick;

    PartsWorld(SplittableRandom random, boolean isAbleToAmend) {
        this.random = random;
        this.isAbleToAmend = isAbleToAmend;
    }

    void serve(Engine its) {
        engine = its;
    }

    @Override
    public Set<Capability> capabilities() {
        EnumSet<Capability> all = EnumSet.allOf(Capability.class);
        all.removeAll(List.of(Capability.OCO, Capability.AMEND_CONDITIONAL));
        if (!isAbleToAmend) {
            all.removeAll(List.of(Capability.AMEND, Capability.REDUCE_QUANTITY));
        }
        return all;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void tell(List<Runnable> way, String what, Runnable report) {
        story.add(what);
        way.add(() -> {
            story.add("heard: " + what);
            report.run();
        });
    }

    @Override
    public void submit(Order order) {
        There there = new There(order);
        story.add("sent: " + order);
        boolean isRefused = refusals > 0 && there.isStop() && chance(refusals);
        boolean isBusy = exitRefusals > 0 && !there.isEntry() && chance(exitRefusals);
        commands.add(() -> {
            boolean isLacking = isSale(order) && lacks(there.quantity);
            orders.put(order.sequence(), there);
            if (isLacking) {
                there.isOpen = false;
                tell(
                        answers,
                        "no coins for " + order.sequence(),
                        () -> engine.reports().rejected(order, RejectReason.INSUFFICIENT_FUNDS, "coins", ++tick));
                return;
            }
            if (isBusy) {
                refused++;
                rawRefused += there.quantity;
                there.isOpen = false;
                tell(
                        answers,
                        "refused " + order.sequence(),
                        () -> engine.reports().rejected(order, RejectReason.EXCHANGE, "busy", ++tick));
                return;
            }
            if (isRefused) {
                refused++;
                there.isOpen = false;
                // The price is there: those that wait for it are triggered too.
                open().stream().filter(There::isStop).forEach(each -> each.isTriggered = true);
                tell(
                        answers,
                        "refused " + order.sequence(),
                        () -> engine.reports().rejected(order, RejectReason.TRIGGER_ALREADY_PASSED, "passed", ++tick));
                return;
            }
            tell(answers, "accepted " + order.sequence(), () -> engine.reports().accepted(order, ++tick));
        });
    }

    @Override
    public void cancel(Order order) {
        story.add("cancel " + order.sequence());
        commands.add(() -> {
            There there = orders.get(order.sequence());
            if (there.isOpen && cancelRefusals > 0 && chance(cancelRefusals)) {
                tell(
                        answers,
                        "cancel of open " + order.sequence() + " refused",
                        () -> engine.reports().cancelRejected(order, RejectReason.EXCHANGE, "busy", ++tick));
            } else if (there.isOpen) {
                there.isOpen = false;
                tell(
                        news,
                        "canceled " + order.sequence(),
                        () -> engine.reports().canceled(order, "", ++tick));
            } else {
                tell(
                        answers,
                        "cancel of " + order.sequence() + " refused",
                        () -> engine.reports().cancelRejected(order, RejectReason.ORDER_NOT_OPEN, "gone", ++tick));
            }
        });
    }

    @Override
    public void amend(Order order, Amendment to) {
        story.add("amend " + order.sequence() + " " + to);
        hasAmendedAStop |= order.type().hasTrigger() && order.rawFilled() == 0;
        commands.add(() -> {
            There there = orders.get(order.sequence());
            long quantity = to.rawQuantity() > 0 ? to.rawQuantity() : there.quantity;
            boolean isRefused = !there.isOpen || there.isStop() || quantity <= there.filled || chance(25);
            if (isRefused || (isSale(order) && lacks(quantity - there.quantity))) {
                tell(
                        answers,
                        "amend of " + order.sequence() + " refused",
                        () -> engine.reports().updateRejected(order, RejectReason.EXCHANGE, "no", ++tick));
                return;
            }
            there.quantity = quantity;
            there.price = to.rawPrice() > 0 ? to.rawPrice() : there.price;
            long price = there.price;
            tell(
                    answers,
                    "amended " + order.sequence() + " to " + quantity,
                    () -> engine.reports().updated(order, quantity, price, order.rawTrigger(), ++tick));
        });
    }

    private boolean isSale(Order order) {
        return coins != null && order.side() == Side.SELL;
    }

    private boolean lacks(long rawMore) {
        boolean isLacking = coins != null && rawMore > 0 && !coins.covers(rawMore, open());
        lacking += isLacking ? 1 : 0;
        return isLacking;
    }

    /** The market fills a part of an order, as far as it may. */
    void fill(There there, long most) {
        long quantity = Math.min(most, there.left());
        if (!there.isEntry() && coins == null) {
            quantity = Math.min(quantity, position);
            if (quantity <= 0 && there.isOpen) {
                there.isOpen = false;
                Order order = there.order;
                tell(
                        news,
                        "nothing to reduce for " + order.sequence(),
                        () -> engine.reports().canceled(order, "nothing to reduce", ++tick));
            }
        }
        if (quantity <= 0) {
            return;
        }
        there.filled += quantity;
        there.isTriggered |= there.isStop();
        position += there.order.side().sign() * quantity;
        there.isOpen = there.filled < there.quantity;
        long trade = ++trades;
        long filled = quantity;
        Order order = there.order;
        long fee = coins == null ? 0 : coins.rawFee(order.side(), quantity);
        Currency paid = coins == null ? Lab.USD : coins.feeCurrency(order.side());
        if (coins != null) {
            coins.fill(order.side(), quantity);
            there.rawFees += fee;
        }
        tell(
                news,
                "filled " + filled + " of " + order.sequence(),
                () -> engine.reports()
                        .filled(
                                order,
                                trade,
                                100,
                                filled,
                                fee,
                                paid,
                                LiquiditySide.MAKER,
                                FillReason.EXCHANGE,
                                ++tick));
    }

    boolean isAtRest() {
        return commands.isEmpty() && answers.isEmpty() && news.isEmpty();
    }

    /** One thing that is under way arrives. */
    void arrive() {
        List<List<Runnable>> ways = new ArrayList<>();
        for (List<Runnable> way : List.of(commands, answers, news)) {
            if (!way.isEmpty()) {
                ways.add(way);
            }
        }
        if (!ways.isEmpty()) {
            ways.get(random.nextInt(ways.size())).remove(0).run();
        }
    }

    List<There> open() {
        return orders.values().stream().filter(there -> there.isOpen).toList();
    }
}
