package io.ttquant.core.engine;

import static io.ttquant.core.engine.RiskLab.ABC;
import static io.ttquant.core.engine.RiskLab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.FeedLatency;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskLimitsBuilder;
import io.ttquant.core.risk.RiskPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How old a bar may be on which an order is decided, and that it is another age than that of a trade. */
class RiskBarAgeTest {
    private static final BarSpec MINUTE = BarSpec.minutes(1);
    private static final long MILLISECOND = 1_000_000;

    private static RiskPolicy account(UnaryOperator<RiskLimitsBuilder> limits) {
        return RiskPolicy.ofAccount(limits.apply(RiskLimits.builder()).build());
    }

    private static RiskLab lab(RiskPolicy policy) {
        return new RiskLab(policy).pass(120 * SECOND).priced();
    }

    /** Sends an order in the handling of a bar that closed so long ago. */
    private static void decideOnBar(RiskLab lab, long millis) {
        long close = lab.now - millis * MILLISECOND;
        lab.engine.instrument(ABC.id()).bars(MINUTE).bar(close - MINUTE.step(), close, lab.now, 100, 100, 100, 100, 1);
        lab.limit(lab.s, ABC, Side.BUY, 1, 90);
    }

    private static void requireMost(RiskLab lab, long millis) {
        decideOnBar(lab, millis);
        assertThat(lab.refusals()).as("%d ms", millis).isEmpty();
        decideOnBar(lab, millis + 1);
        assertThat(lab.refusals())
                .as("%d ms", millis + 1)
                .extracting(Refusal::reason)
                .containsExactly(RejectReason.ORDER_AGE);
    }

    /** As long after their close as Binance sent recorded ones. */
    @ParameterizedTest
    @ValueSource(longs = {1388, 2395, 2005})
    void barsThatComeAsVenuesSendThemAreTradedOnLive(long millis) {
        RiskLab lab = lab(RiskPolicy.NONE.withLiveDefaults());
        decideOnBar(lab, millis);

        assertThat(lab.refusals()).isEmpty();
    }

    @Test
    void liveABarMayBeFiveSecondsOldAndATradeHalfASecond() {
        RiskLab lab = lab(RiskPolicy.NONE.withLiveDefaults());
        requireMost(lab, 5_000);
        assertThat(lab.refusals().get(0).message())
                .isEqualTo("decided on a bar that closed at 1970-01-01T00:01:55.999Z, which is 5001ms old; the account"
                        + " allows 5s; wait for newer data, and look for what delays it");

        lab.price(ABC, 100);
        lab.pass(501 * MILLISECOND).limit(lab.s, ABC, Side.BUY, 1, 90);
        assertThat(lab.refusals()).hasSize(2);
        assertThat(lab.refusals().get(1).message())
                .startsWith("decided on an event of ")
                .contains("501ms old; the account allows 500ms");
    }

    @Test
    void aTimeThatIsSetHoldsForBarsAndALongerOneForOtherEventsToo() {
        requireMost(lab(account(b -> b.maxBarAge(Duration.ofSeconds(2))).withLiveDefaults()), 2_000);
        requireMost(lab(account(b -> b.maxOrderAge(Duration.ofSeconds(9))).withLiveDefaults()), 9_000);
        requireMost(lab(account(b -> b.maxOrderAge(Duration.ofMillis(100))).withLiveDefaults()), 5_000);
        RiskLimits own =
                RiskLimits.builder().maxOrderAge(Duration.ofMillis(100)).build();
        RiskPolicy unchecked = account(b -> b.maxOrderAge(Duration.ZERO));
        requireMost(lab(unchecked.withStrategy("s", own).withLiveDefaults()), 5_000);
        requireMost(lab(unchecked.withEachStrategy(own).withLiveDefaults()), 5_000);
    }

    @Test
    void zeroIsNotChecked() {
        for (RiskPolicy policy : new RiskPolicy[] {
            account(b -> b.maxOrderAge(Duration.ZERO)).withLiveDefaults(),
            account(b -> b.maxBarAge(Duration.ZERO)).withLiveDefaults()
        }) {
            RiskLab lab = lab(policy);
            decideOnBar(lab, 50_000);
            assertThat(lab.refusals()).isEmpty();
        }
    }

    @Test
    void inABacktestABarIsAsOldAsAnyEventUnlessItHasALimitOfItsOwn() {
        requireMost(lab(account(b -> b.maxOrderAge(Duration.ofMillis(500)))), 500);
        requireMost(lab(account(b -> b.maxOrderAge(Duration.ofMillis(500)).maxBarAge(Duration.ofSeconds(3)))), 3_000);
        requireMost(lab(account(b -> b.maxBarAge(Duration.ofSeconds(3)))), 3_000);
    }

    /** Why an order was not sent that is decided on a bar of two minutes that is made here, while all news are under way for so long. */
    private static List<RejectReason> onMadeBar(boolean isOfBars, long millis) {
        Script script = new Script();
        script.start = ctx -> ctx.subscribeBars(ABC.id(), BarSpec.minutes(2));
        script.bar = bar -> script.desk().buy(ABC).rawQuantity(1).limit("90").submit();
        Engine engine = Engine.builder()
                .instrument(ABC)
                .reporting(Lab.USD)
                .startBalance(Lab.USD, 10_000_00)
                .strategy("s", script)
                .simulate(SimulationConfig.DEFAULT)
                .feedLatency(FeedLatency.constant(Duration.ofMillis(millis)))
                .risk(account(b -> b.maxOrderAge(Duration.ofMillis(500)).maxBarAge(Duration.ofSeconds(5))))
                .build();
        InstrumentSink sink = engine.instrument(ABC.id());
        BarSink bars = isOfBars ? sink.bars(MINUTE) : null;
        engine.start(0);
        for (long close = MINUTE.step(); close <= 2 * MINUTE.step(); close += MINUTE.step()) {
            if (bars == null) {
                sink.trade(close - SECOND, close - SECOND, 100, 1, AggressorSide.NONE);
            } else {
                bars.bar(close - MINUTE.step(), close, close, 100, 100, 100, 100, 1);
            }
        }
        engine.advanceTo(2 * MINUTE.step() + 9 * SECOND);
        assertThat(script.heard).filteredOn(what -> what.startsWith("bar")).hasSize(1);
        return script.events.stream()
                .filter(OrderEvent.Denied.class::isInstance)
                .map(event -> ((OrderEvent.Denied) event).reason())
                .toList();
    }

    @Test
    void aBarThatIsMadeHereOfTradesIsAsOldAsAnyEvent() {
        assertThat(onMadeBar(false, 500)).isEmpty();
        assertThat(onMadeBar(false, 501)).containsExactly(RejectReason.ORDER_AGE);
    }

    @Test
    void aBarThatIsMadeHereOfBarsOfASourceMayBeAsLateAsThey() {
        assertThat(onMadeBar(true, 5_000)).isEmpty();
        assertThat(onMadeBar(true, 5_001)).containsExactly(RejectReason.ORDER_AGE);
    }
}
