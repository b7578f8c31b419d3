package io.ttquant.backtest.interval;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.matching.BarMoment;
import io.ttquant.core.matching.FillPolicy;
import io.ttquant.core.matching.SimulationConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bars whose worst and best outcome can be told by hand. */
class HandMadeBarsTest {
    private static final Instrument COIN =
            Instrument.spot("test:COINUSD", "COIN", "USD").tick("1").lot("1").build();
    private static final long UNIT = 1_0000_0000L;

    private final Script script = new Script("s", COIN);
    private SimulationConfig config = SimulationConfig.DEFAULT;
    private IntervalSearch search;
    private SetSearches apart;

    private PlacedOrder place(int bar, PlacedOrder order) {
        script.add(Command.place(order, bar * 100L, BarMoment.BETWEEN), false);
        return order;
    }

    private PlacedOrder market(Side side, boolean isReduceOnly) {
        return order(side, OrderType.MARKET, 0, 0, isReduceOnly);
    }

    private PlacedOrder limit(Side side, long price, boolean isReduceOnly) {
        return order(side, OrderType.LIMIT, price, 0, isReduceOnly);
    }

    private PlacedOrder stop(Side side, long trigger, boolean isReduceOnly) {
        return order(side, OrderType.STOP_MARKET, 0, trigger, isReduceOnly);
    }

    private PlacedOrder order(Side side, OrderType type, long price, long trigger, boolean isReduceOnly) {
        return script.order(new OrderRequest(
                COIN, side, type, 1, price, trigger, TimeInForce.GTC, EpochNanos.NEVER, false, isReduceOnly, ""));
    }

    private static void release(PlacedOrder cause, PlacedOrder child) {
        child.cause = cause;
        cause.onFilled.add(Command.place(child, 0, BarMoment.BETWEEN));
    }

    private static void cancels(PlacedOrder cause, PlacedOrder other) {
        cause.onFilled.add(Command.cancel(other, 0, BarMoment.BETWEEN));
    }

    /** Bars of open, high, low, close. */
    private Range run(long[]... bars) {
        search = new IntervalSearch(new Rules(COIN, config), script.commands, 1000, new Budget());
        long last = 0;
        for (int i = 0; i < bars.length; i++) {
            long[] b = bars[i];
            search.bar(i * 100L, (i + 1) * 100L, (i + 1) * 100L, b[0], b[1], b[2], b[3], 0);
            last = b[3];
        }
        return search.finish(last);
    }

    private static long[] bar(long open, long high, long low, long close) {
        return new long[] {open, high, low, close};
    }

    private static Range range(long least, long most) {
        return new Range(least * UNIT, most * UNIT);
    }

    @Test
    void a_stop_loss_and_a_take_profit_in_one_bar_are_both_ends() {
        place(0, market(Side.BUY, false));
        place(1, limit(Side.SELL, 105, true));
        place(1, stop(Side.SELL, 95, true));

        assertThat(run(bar(100, 101, 99, 100), bar(100, 110, 90, 100))).isEqualTo(range(-5, 5));
        assertThat(search.ambiguousBars()).isEqualTo(1);
        assertThat(search.decisiveBars()).isEqualTo(1);
    }

    @Test
    void a_bar_that_reaches_one_of_them_only_is_certain() {
        place(0, market(Side.BUY, false));
        place(1, limit(Side.SELL, 105, true));
        place(1, stop(Side.SELL, 95, true));

        assertThat(run(bar(100, 101, 99, 100), bar(100, 110, 96, 100))).isEqualTo(range(5, 5));
        assertThat(search.ambiguousBars()).isZero();
    }

    @Test
    void an_open_beyond_the_stop_fills_it_there_and_nothing_is_open_to_doubt() {
        place(0, market(Side.BUY, false));
        place(1, limit(Side.SELL, 105, true));
        place(1, stop(Side.SELL, 95, true));

        assertThat(run(bar(100, 101, 99, 100), bar(92, 110, 90, 100))).isEqualTo(range(-8, -8));
        assertThat(search.ambiguousBars()).isZero();
    }

    @Test
    void an_entry_by_stop_may_meet_its_stop_loss_or_its_target_or_both_ways_later() {
        PlacedOrder entry = place(0, stop(Side.BUY, 105, false));
        PlacedOrder target = limit(Side.SELL, 108, true);
        PlacedOrder loss = stop(Side.SELL, 95, true);
        release(entry, target);
        release(entry, loss);
        cancels(target, loss);
        cancels(loss, target);

        assertThat(run(bar(100, 110, 90, 100))).isEqualTo(range(-10, 3));
    }

    @Test
    void a_target_beyond_a_stop_entry_is_certain_where_the_high_lies_beyond_it() {
        PlacedOrder entry = place(0, stop(Side.BUY, 105, false));
        release(entry, limit(Side.SELL, 108, true));

        assertThat(run(bar(100, 110, 90, 100))).isEqualTo(range(3, 3));
        assertThat(search.ambiguousBars()).isZero();
    }

    @Test
    void two_limits_that_cancel_each_other_are_ambiguous_but_decide_nothing_where_both_gain_the_same() {
        PlacedOrder bid = place(0, limit(Side.BUY, 95, false));
        PlacedOrder offer = place(0, limit(Side.SELL, 105, false));
        cancels(bid, offer);
        cancels(offer, bid);

        assertThat(run(bar(100, 110, 90, 100))).isEqualTo(range(5, 5));
        assertThat(search.ambiguousBars()).isEqualTo(1);
        assertThat(search.decisiveBars()).isZero();
        assertThat(run(bar(100, 110, 90, 103))).isEqualTo(range(2, 8));
    }

    @Test
    void a_grid_that_re_enters_goes_round_as_often_as_a_path_likes() {
        PlacedOrder last = place(0, limit(Side.BUY, 98, false));
        for (int i = 0; i < 5; i++) {
            PlacedOrder next = limit(i % 2 == 0 ? Side.SELL : Side.BUY, i % 2 == 0 ? 99 : 98, false);
            release(last, next);
            last = next;
        }

        assertThat(run(bar(100, 100, 97, 100))).isEqualTo(range(1, 3));
        assertThat(search.ambiguousBars()).isEqualTo(1);
    }

    @Test
    void what_one_bar_left_open_goes_on_in_the_next() {
        PlacedOrder entry = place(0, stop(Side.BUY, 105, false));
        PlacedOrder loss = stop(Side.SELL, 95, true);
        release(entry, loss);

        // In the first bar the low may come before the entry or after it; the second one closes at 120.
        assertThat(run(bar(100, 110, 90, 100), bar(100, 120, 99, 120))).isEqualTo(range(-10, 15));
        assertThat(search.ambiguousBars()).isEqualTo(1);
    }

    @Test
    void a_bar_of_one_price_fills_what_its_open_fills() {
        place(0, market(Side.BUY, false));
        place(0, limit(Side.SELL, 100, false));
        place(0, stop(Side.SELL, 99, false));

        assertThat(run(bar(100, 100, 100, 100))).isEqualTo(range(0, 0));
        assertThat(search.ambiguousBars()).isZero();
    }

    @Test
    void a_touch_of_the_low_fills_by_chance_only_where_the_run_lets_it() {
        place(0, limit(Side.BUY, 95, false));

        assertThat(run(bar(100, 100, 95, 97))).isEqualTo(range(0, 0));
        config = config.withFills(FillPolicy.TOUCH);
        assertThat(run(bar(100, 100, 95, 97))).isEqualTo(range(2, 2));
        config = config.withFills(new FillPolicy(0.1));
        assertThat(run(bar(100, 100, 95, 97))).isEqualTo(range(0, 2));
    }

    @Test
    void an_order_that_arrives_inside_a_bar_is_filled_anywhere_in_it() {
        PlacedOrder order = market(Side.BUY, false);
        script.add(Command.place(order, 50, BarMoment.INSIDE), false);

        assertThat(run(bar(100, 110, 90, 100))).isEqualTo(range(-10, 10));
    }

    @Test
    void an_order_that_arrives_at_the_close_is_filled_there() {
        PlacedOrder order = market(Side.BUY, false);
        script.add(Command.place(order, 100, BarMoment.INSIDE), false);

        assertThat(run(bar(100, 110, 90, 97), bar(97, 99, 96, 98))).isEqualTo(range(1, 1));
        assertThat(search.ambiguousBars()).isZero();
    }

    @Test
    void a_cancel_inside_a_bar_may_come_too_late() {
        PlacedOrder order = place(0, limit(Side.BUY, 95, false));
        script.add(Command.cancel(order, 50, BarMoment.INSIDE), false);

        assertThat(run(bar(100, 100, 90, 99))).isEqualTo(range(0, 4));
    }

    @Test
    void a_cancel_at_the_close_comes_after_the_order_that_arrived_there() {
        PlacedOrder order = market(Side.BUY, false);
        script.add(Command.place(order, 100, BarMoment.INSIDE), false);
        script.add(Command.cancel(order, 100, BarMoment.INSIDE), false);

        assertThat(run(bar(100, 110, 90, 97), bar(97, 99, 96, 98))).isEqualTo(range(1, 1));
    }

    @Test
    void a_cancel_inside_a_bar_may_come_before_or_after_the_order_that_a_fill_there_releases() {
        PlacedOrder entry = market(Side.BUY, false);
        PlacedOrder target = limit(Side.SELL, 105, false);
        release(entry, target);
        script.add(Command.place(entry, 20, BarMoment.INSIDE), false);
        script.add(Command.cancel(target, 50, BarMoment.INSIDE), false);

        assertThat(run(bar(100, 110, 90, 100))).isEqualTo(range(-10, 15));
    }

    /** The bound by the smallest sets, which may be wider by what rounding may do. */
    private Range bound(long[]... bars) {
        List<Script> sets = Components.apartFromPosition(script);
        long mark = bars[bars.length - 1][3];
        apart = new SetSearches(sets, new Rules(COIN, config), SearchLimits.DEFAULT, mark);
        for (int i = 0; i < bars.length; i++) {
            long[] b = bars[i];
            apart.bar(i * 100L, (i + 1) * 100L, (i + 1) * 100L, b[0], b[1], b[2], b[3], 0);
        }
        Range found = apart.finish(mark);
        assertThat(apart.stopped).isNull();
        return found;
    }

    private static void assertNear(Range bound, Range expected) {
        assertThat(bound.contains(expected)).as("%s in %s", expected, bound).isTrue();
        assertThat(expected.plus(-20, 20).contains(bound))
                .as("%s near %s", bound, expected)
                .isTrue();
    }

    @Test
    void a_bound_lets_a_reduce_only_order_fill_any_part_where_the_purchase_of_another_set_is_in_doubt() {
        script.add(Command.place(limit(Side.BUY, 95, false), 20, BarMoment.INSIDE), false);
        script.add(Command.place(market(Side.SELL, true), 50, BarMoment.INSIDE), false);

        // Bought at 90 to 95 or not at all, and sold at 90 to 110 or not at all.
        assertNear(bound(bar(100, 110, 90, 100)), range(-10, 20));
        assertThat(apart.ambiguousBars()).isEqualTo(1);
        assertThat(apart.decisiveBars()).isEqualTo(1);
    }

    @Test
    void a_bound_fills_a_reduce_only_order_whole_where_the_others_hold_enough_for_certain() {
        place(0, market(Side.BUY, false));
        place(0, market(Side.BUY, false));
        place(1, limit(Side.SELL, 105, true));
        place(1, limit(Side.SELL, 108, true));

        assertNear(bound(bar(100, 101, 99, 100), bar(100, 110, 90, 90)), range(13, 13));
        assertThat(apart.ambiguousBars()).isZero();
    }

    @Test
    void a_bound_lets_two_reduce_only_orders_that_reach_for_one_purchase_fill_any_part_each() {
        place(0, market(Side.BUY, false));
        place(1, limit(Side.SELL, 105, true));
        place(1, stop(Side.SELL, 95, true));

        assertNear(bound(bar(100, 101, 99, 100), bar(100, 110, 90, 100)), range(-5, 5));
        assertThat(apart.ambiguousBars()).isEqualTo(1);
    }

    @Test
    void a_bound_counts_a_bar_once_in_which_two_sets_are_in_doubt() {
        place(0, limit(Side.BUY, 98, false));
        script.add(Command.place(market(Side.BUY, false), 20, BarMoment.INSIDE), false);
        script.add(Command.place(market(Side.BUY, false), 30, BarMoment.INSIDE), false);

        assertNear(bound(bar(100, 110, 90, 100)), range(-18, 22));
        assertThat(apart.ambiguousBars()).isEqualTo(1);
    }

    @Test
    void what_a_part_is_given_in_one_callback_stays_so_when_what_stood_between_is_another_part() {
        PlacedOrder first = limit(Side.BUY, 90, false);
        PlacedOrder other = limit(Side.BUY, 91, false);
        PlacedOrder second = limit(Side.BUY, 92, false);
        cancels(first, second);
        script.add(Command.place(first, 0, BarMoment.BETWEEN), false);
        script.add(Command.place(other, 0, BarMoment.BETWEEN), false);
        script.add(Command.place(second, 0, BarMoment.BETWEEN), true);

        List<Command> part = Components.of(script).get(0).commands;
        assertThat(part).extracting(command -> command.order).containsExactly(first, second);
        assertThat(part.get(1).isWith(part.get(0))).isFalse();
        assertThat(script.commands.get(2).isWith(script.commands.get(1))).isTrue();
    }
}
