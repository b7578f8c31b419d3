package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGateway;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.AlgorithmContext;
import io.ttquant.api.strategy.Execution;
import io.ttquant.api.strategy.ExecutionAlgorithm;
import io.ttquant.api.strategy.ExecutionStatus;
import io.ttquant.api.strategy.MarketView;
import io.ttquant.api.time.Clock;
import io.ttquant.api.time.TimerEvent;
import io.ttquant.api.time.Timers;
import io.ttquant.core.order.TrackedOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One order that an algorithm works. Its callbacks are guarded as a strategy's are. */
final class AlgorithmRun implements AlgorithmContext, Execution, OrderGateway {
    private final Engine engine;
    private final StrategySlot slot;
    private final OrderRequest instruction;
    private final ExecutionAlgorithm algorithm;
    private final StrategyTimers timers;
    private final List<TrackedOrder> children = new ArrayList<>();
    private final List<Consumer<Execution>> closedActions = new ArrayList<>(1);
    private ExecutionStatus status = ExecutionStatus.WORKING;
    private ExecutionStatus last = ExecutionStatus.ENDED;
    private String message = "";

    AlgorithmRun(Engine engine, StrategySlot slot, OrderRequest instruction, ExecutionAlgorithm algorithm) {
        this.engine = engine;
        this.slot = slot;
        this.instruction = instruction;
        this.algorithm = algorithm;
        this.timers = new StrategyTimers(engine, slot, this::timer);
    }

    void start() {
        guarded("onStart", () -> algorithm.onStart(this));
    }

    private void timer(TimerEvent timer) {
        if (status == ExecutionStatus.WORKING) {
            guarded("onTimer", () -> algorithm.onTimer(this, timer));
        }
    }

    /** Something happened to a child. */
    void heard(OrderEvent event) {
        if (status == ExecutionStatus.WORKING && rawFilled() >= instruction.rawQuantity()) {
            end(ExecutionStatus.FILLED, "");
        } else if (status == ExecutionStatus.WORKING && slot.state().isListening()) {
            guarded("onOrder", () -> algorithm.onOrder(this, event));
        } else {
            closeIfQuiet();
        }
    }

    private void guarded(String callback, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            engine.strategies().failed(slot, callback + " of its algorithm " + algorithm.name(), e);
        }
    }

    private void end(ExecutionStatus as, String why) {
        if (status != ExecutionStatus.WORKING) {
            return;
        }
        status = ExecutionStatus.ENDING;
        last = as;
        message = why;
        timers.cancelAll();
        working().forEach(child -> engine.desk().cancelOwn((TrackedOrder) child));
        closeIfQuiet();
    }

    private void closeIfQuiet() {
        if (status == ExecutionStatus.ENDING && rawWorking() == 0) {
            boolean isFilled = rawFilled() >= instruction.rawQuantity();
            status = isFilled ? ExecutionStatus.FILLED : last;
            message = isFilled ? "" : message;
            slot.executions().remove(this);
            List.copyOf(closedActions).forEach(action -> guarded("whenClosed", () -> action.accept(this)));
        }
    }

    @Override
    public void finish(String why) {
        end(ExecutionStatus.ENDED, why);
    }

    @Override
    public void cancel() {
        end(ExecutionStatus.CANCELED, "cancelled");
    }

    @Override
    public OrderBuilder child(long rawQuantity) {
        OrderBuilder child = new OrderBuilder(this, instrument(), instruction.side())
                .rawQuantity(rawQuantity)
                .positionSide(instruction.positionSide())
                .tag(instruction.tag().isEmpty() ? algorithm.name() : instruction.tag());
        if (instruction.rawPrice() > 0) {
            child.rawLimit(instruction.rawPrice());
        }
        return instruction.isReduceOnly() ? child.reduceOnly() : child;
    }

    @Override
    public Order submit(OrderRequest request) {
        requireRoom(request.rawQuantity());
        TrackedOrder child = engine.desk().submit(slot, request, this);
        children.add(child);
        return child;
    }

    private void requireRoom(long rawMore) {
        if (status != ExecutionStatus.WORKING || rawMore > rawRemaining()) {
            Instrument i = instrument();
            throw new IllegalStateException(algorithm.name() + " asks for " + i.formatQuantity(rawMore) + " of " + i
                    + " where " + i.formatQuantity(rawRemaining()) + " remain and it is " + status
                    + "; ask for at most rawRemaining() while it works");
        }
    }

    @Override
    public long rawReferencePrice(Instrument instrument, Side side) {
        return engine.channel(instrument.id()).rawReferencePrice(side);
    }

    @Override
    public void cancel(Order child) {
        engine.desk().cancel(slot, child);
    }

    @Override
    public void amend(Order child, Amendment amendment) {
        // An amendment that is not answered yet may have asked for more already.
        long most = child.rawFilled() + (child instanceof TrackedOrder tracked ? tracked.rawMayFill() : 0);
        if (amendment.rawQuantity() > most) {
            requireRoom(amendment.rawQuantity() - most);
        }
        engine.desk().amend(slot, child, amendment);
    }

    @Override
    public OrderRequest instruction() {
        return instruction;
    }

    @Override
    public Clock clock() {
        return engine.clock();
    }

    @Override
    public Timers timers() {
        return timers;
    }

    @Override
    public MarketView market() {
        return engine.channel(instrument().id()).prices();
    }

    @Override
    public long rawFilled() {
        long sum = 0;
        for (TrackedOrder child : children) {
            sum = Math.addExact(sum, child.rawFilled());
        }
        return sum;
    }

    @Override
    public long rawWorking() {
        long sum = 0;
        for (TrackedOrder child : children) {
            sum += child.rawMayFill();
        }
        return sum;
    }

    @Override
    public long rawRemaining() {
        long rest = Math.max(0, instruction.rawQuantity() - rawFilled() - rawWorking());
        if (!instruction.isReducing()) {
            return rest;
        }
        long held = engine.channel(instrument().id())
                .positions()
                .of(slot, instruction.positionSide())
                .rawQuantity();
        long reducible = Math.max(0, -instruction.side().sign() * held - rawWorking());
        return Math.min(rest, reducible / instrument().rawLot() * instrument().rawLot());
    }

    @Override
    public List<Order> working() {
        return children.stream().filter(Order::isOpen).map(Order.class::cast).toList();
    }

    @Override
    public ExecutionStatus status() {
        return status;
    }

    @Override
    public double averagePrice() {
        double value = 0;
        for (TrackedOrder child : children) {
            value += child.rawFilled() == 0 ? 0 : child.averagePrice() * child.rawFilled();
        }
        return rawFilled() == 0 ? Double.NaN : value / rawFilled();
    }

    @Override
    public List<Order> children() {
        return List.copyOf(children);
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public void whenClosed(Consumer<Execution> action) {
        if (status.isClosed()) {
            action.accept(this);
        } else {
            closedActions.add(action);
        }
    }
}
