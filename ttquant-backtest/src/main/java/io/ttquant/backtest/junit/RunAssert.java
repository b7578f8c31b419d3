package io.ttquant.backtest.junit;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import io.ttquant.backtest.Refused;
import io.ttquant.backtest.statistics.Conventions;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.Guard;
import io.ttquant.core.risk.RiskEvent;
import io.ttquant.core.risk.TradingStage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a run. Orders and fills are numbered from 1, as in the log of decisions; every failure ends with what happened, in order.
 *
 * <pre>{@code
 * assertThat(run).hasOrders(2).hasNoRiskTrip();
 * assertThat(run).order(1).isBuy().isMarket().isFilled().at("100.50");
 * assertThat(run).position("test:BTCUSDT").isLong("0.5");
 * }</pre>
 */
public final class RunAssert extends AbstractAssert<RunAssert, TestRun> {
    private static final String RISK = "  risk, ";

    private final TestRun run;
    private final Story story;

    RunAssert(TestRun run) {
        super(run, RunAssert.class);
        this.run = run;
        this.story = new Story(run.decisions());
    }

    /** The strategy asked for this many orders, refused ones included. */
    public RunAssert hasOrders(int count) {
        int made = run.result().orders().size();
        return made == count ? this : fail("expected " + orders(count) + ", but there were " + made);
    }

    /** The strategy asked for none. */
    public RunAssert hasNoOrders() {
        return hasOrders(0);
    }

    /** There were this many fills. */
    public RunAssert hasFills(int count) {
        int made = run.result().fills().size();
        return made == count
                ? this
                : fail("expected " + count + (count == 1 ? " fill" : " fills") + ", but there were " + made);
    }

    /** Nothing was filled. */
    public RunAssert hasNoFills() {
        return hasFills(0);
    }

    /** No order was refused, by us or by the exchange. */
    public RunAssert hasNoRefusals() {
        List<Refused> refused = run.result().refusals();
        if (refused.isEmpty()) {
            return this;
        }
        Refused first = refused.get(0);
        return fail(
                "expected no refusal, but order #" + first.order().sequence() + " was refused, " + first.reason() + ": "
                        + first.message(),
                story.aroundOrder(first.order().sequence()));
    }

    /** Some order was refused for this reason, by us or by the exchange. */
    public RunAssert hasRefused(RejectReason reason) {
        List<Refused> refused = run.result().refusals();
        if (refused.stream().anyMatch(r -> r.reason() == reason)) {
            return this;
        }
        return fail("expected an order to be refused for " + reason
                + (refused.isEmpty()
                        ? ", but none was refused"
                        : ", but the reasons were "
                                + refused.stream()
                                        .map(r -> r.reason().name())
                                        .distinct()
                                        .toList()));
    }

    /** The n-th order, from 1. */
    public OrderAssert order(int number) {
        List<Order> orders = run.result().orders();
        if (number < 1 || number > orders.size()) {
            fail("expected an order number " + number + ", but there were " + orders(orders.size()));
        }
        return new OrderAssert(orders.get(number - 1), this);
    }

    /** The n-th fill, from 1. */
    public FillAssert fill(int number) {
        List<Fill> fills = run.result().fills();
        if (number < 1 || number > fills.size()) {
            fail("expected a fill number " + number + ", but there were " + fills.size());
        }
        return new FillAssert(fills.get(number - 1), this);
    }

    /** The strategy's position at the end, such as {@code position("test:BTCUSDT")}. */
    public PositionAssert position(String instrument) {
        return position(InstrumentId.parse(instrument));
    }

    /** The strategy's position at the end. */
    public PositionAssert position(InstrumentId instrument) {
        for (PositionState position : run.result().positions(TestRun.STRATEGY)) {
            if (position.instrument().id().equals(instrument)) {
                return new PositionAssert(position, this);
            }
        }
        if (run.result().instruments().stream().noneMatch(known -> known.id().equals(instrument))) {
            fail("there is no instrument " + instrument + " in this run, but "
                    + run.result().instruments().stream()
                            .map(known -> known.id().toString())
                            .toList());
        }
        return new PositionAssert(null, this);
    }

    /** Equity over the run. */
    public EquityAssert equity() {
        return new EquityAssert(run.result(), this);
    }

    /** All figures, by the default conventions. */
    public StatisticsAssert statistics() {
        return statistics(Conventions.DEFAULT);
    }

    /** All figures, by conventions of one's own. */
    public StatisticsAssert statistics(Conventions conventions) {
        return new StatisticsAssert(run.result().statistics(conventions), this);
    }

    /** No limit of the risk rules on positions and losses was reached. */
    public RunAssert hasNoRiskTrip() {
        List<RiskEvent.Tripped> trips = trips();
        if (trips.isEmpty()) {
            return this;
        }
        RiskEvent.Tripped first = trips.get(0);
        return fail(
                "expected no risk trip, but " + first.guard() + " tripped: " + first.message(),
                aroundTrip(first.guard()));
    }

    /** Limits of the risk rules were reached this many times. */
    public RunAssert hasRiskTrips(int count) {
        List<RiskEvent.Tripped> trips = trips();
        return trips.size() == count
                ? this
                : fail(
                        "expected " + trips(count) + ", but there were " + trips.size()
                                + (trips.isEmpty() ? "" : ": " + guards()),
                        story.around(line -> line.contains(RISK)));
    }

    /** This limit of the risk rules was reached. */
    public RunAssert hasTripped(Guard guard) {
        List<Guard> tripped = guards().stream().distinct().toList();
        return tripped.contains(guard)
                ? this
                : fail("expected " + guard + " to trip, but " + (tripped.isEmpty() ? "nothing did" : tripped + " did"));
    }

    /** The n-th time that a limit of the risk rules was reached, from 1. */
    public RiskTripAssert riskTrip(int number) {
        List<RiskEvent.Tripped> trips = trips();
        if (number < 1 || number > trips.size()) {
            fail("expected a risk trip number " + number + ", but there were " + trips.size());
        }
        return new RiskTripAssert(trips.get(number - 1), number, this);
    }

    /** At the end the strategy may send what this stage allows; the account's stage counts too. */
    public RunAssert endsIn(TradingStage stage) {
        Map<String, TradingStage> stages = new HashMap<>();
        for (RiskEvent event : run.result().riskEvents()) {
            if (event instanceof RiskEvent.StageChanged change) {
                stages.put(change.strategyId(), change.to());
            }
        }
        TradingStage last = stages.getOrDefault("", TradingStage.ACTIVE)
                .or(stages.getOrDefault(TestRun.STRATEGY, TradingStage.ACTIVE));
        return last == stage
                ? this
                : fail(
                        "expected trading to end " + stage + ", but it was " + last,
                        story.around(line -> line.contains(RISK)));
    }

    private List<RiskEvent.Tripped> trips() {
        return run.result().riskEvents().stream()
                .filter(RiskEvent.Tripped.class::isInstance)
                .map(RiskEvent.Tripped.class::cast)
                .toList();
    }

    private List<Guard> guards() {
        return trips().stream().map(RiskEvent.Tripped::guard).toList();
    }

    String aroundTrip(Guard guard) {
        return story.around(line -> line.contains(RISK + guard + ": "));
    }

    private static String trips(int count) {
        return count + (count == 1 ? " risk trip" : " risk trips");
    }

    private static String orders(int count) {
        return count + (count == 1 ? " order" : " orders");
    }

    Story story() {
        return story;
    }

    RunAssert fail(String sentence) {
        return fail(sentence, story.atTheEnd());
    }

    RunAssert fail(String sentence, String happened) {
        failWithMessage("%s", sentence + happened);
        return this;
    }
}
