package io.ttquant.exchanges.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.core.engine.Inheritance;
import io.ttquant.core.engine.Inheritance.OwnPosition;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.storage.tap.LastKnown;
import io.ttquant.core.storage.tap.StoreTap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store says of the run before, as strategies get it back. */
class StoredPastTest {
    private static final Instrument BTC = Instrument.perpetual(
                    InstrumentId.parse("sim:BTC"), Currency.of("BTC"), Currency.of("USDT"))
            .tick("0.1")
            .lot("0.001")
            .multiplier(BigDecimal.ONE)
            .build();

    private final List<String> lines = new ArrayList<>();
    private PositionMode mode = PositionMode.NETTING;

    private static RunEntry.PositionAt held(String strategy, InstrumentId id, String quantity, PositionSide side) {
        return new RunEntry.PositionAt(
                1,
                1,
                strategy,
                id,
                side,
                new BigDecimal(quantity),
                new BigDecimal("60000.5"),
                new BigDecimal("-12.5"),
                Currency.of("USDT"));
    }

    private static RunEntry.PositionAt held(String strategy, String quantity) {
        return held(strategy, BTC.id(), quantity, PositionSide.NET);
    }

    private static RunEntry.OrderChange order(String strategy, String id) {
        return new RunEntry.OrderChange(
                1,
                1,
                7,
                id,
                strategy,
                BTC.id(),
                Side.SELL,
                OrderType.LIMIT,
                TimeInForce.GTC,
                OrderStatus.PARTIALLY_FILLED,
                new BigDecimal("0.005"),
                new BigDecimal("0.002"),
                new BigDecimal("61000"),
                null,
                "Filled",
                "");
    }

    private Inheritance past(LastKnown last, ExternalOrder... open) {
        AccountSnapshot now = new AccountSnapshot(List.of(), List.of(), List.of(open), mode, 9);
        return StoredPast.of(last, now, List.of(BTC), Set.of("grid"), lines);
    }

    private static LastKnown positions(RunEntry.PositionAt... positions) {
        return new LastKnown(List.of(), Map.of(), List.of(positions), Map.of(), List.of(), LastKnown.NO_NUMBER);
    }

    private static LastKnown orders(RunEntry.OrderChange order, String filled) {
        return new LastKnown(
                List.of(order),
                Map.of(order.clientId(), new BigDecimal(filled)),
                List.of(),
                Map.of(),
                List.of(),
                LastKnown.NO_NUMBER);
    }

    @Test
    void aPositionComesBackWithItsPriceAndWhatWasRealised() {
        Inheritance past = past(positions(held("grid", "0.012")));
        OwnPosition own = past.positions().get(0);
        assertThat(own.strategyId()).isEqualTo("grid");
        assertThat(own.rawQuantity()).isEqualTo(12);
        assertThat(own.averagePrice()).isEqualByComparingTo("60000.5");
        assertThat(BigDecimal.valueOf(own.rawRealized(), BTC.settlement().scale()))
                .isEqualByComparingTo("-12.5");
        assertThat(lines)
                .containsExactly("by the store grid held 0.012 BTC: it has that back, as far as the exchange has it");
    }

    private static RunEntry.PositionAt flat(String strategy, InstrumentId id, PositionSide side) {
        return new RunEntry.PositionAt(
                1, 1, strategy, id, side, BigDecimal.ZERO, null, new BigDecimal("100.25"), Currency.of("USDT"));
    }

    @Test
    void whatIsFlatCountsOnFromWhatItRealised() {
        Inheritance past = past(positions(flat("grid", BTC.id(), PositionSide.NET)));
        OwnPosition own = past.positions().get(0);
        assertThat(own.rawQuantity()).isZero();
        assertThat(BigDecimal.valueOf(own.rawRealized(), BTC.settlement().scale()))
                .isEqualByComparingTo("100.25");
        assertThat(lines)
                .containsExactly("by the store grid had realised 100.25 USDT with BTC: it counts on from there");

        Map<String, String> facts = new LinkedHashMap<>();
        InheritedFacts.into(facts, past);
        assertThat(InheritedFacts.from(facts, List.of(BTC))).isEqualTo(past);
    }

    @Test
    void whatIsFlatAndCannotCountOnIsNoNews() {
        LastKnown last = positions(
                flat(Ledger.EXTERNAL, BTC.id(), PositionSide.NET),
                flat("gone", BTC.id(), PositionSide.NET),
                flat("grid", InstrumentId.parse("sim:OLD"), PositionSide.NET),
                flat("grid", BTC.id(), PositionSide.LONG));
        assertThat(past(last).positions()).isEmpty();
        assertThat(lines).isEmpty();
    }

    @Test
    void anInstrumentInWhichItOnlyWasOnceIsNoneOfTheRun() {
        InstrumentId old = InstrumentId.parse("sim:OLD");
        assertThat(StoredPast.instruments(positions(held("grid", "1"), flat("grid", old, PositionSide.NET))))
                .containsExactly(BTC.id());
    }

    @Test
    void theAccountsOwnIsNobodys() {
        assertThat(past(positions(held(Ledger.EXTERNAL, "1"))).positions()).isEmpty();
        assertThat(lines).isEmpty();
    }

    @Test
    void aStrategyThatIsNotConfiguredGetsNothing() {
        assertThat(past(positions(held("gone", "1"))).positions()).isEmpty();
        assertThat(lines).singleElement().asString().contains("gone held 1 BTC", "no strategy of that name runs now");
    }

    @Test
    void anInstrumentThatIsNotListedGivesNothingBack() {
        assertThat(past(positions(held("grid", InstrumentId.parse("sim:OLD"), "1", PositionSide.NET)))
                        .positions())
                .isEmpty();
        assertThat(lines).singleElement().asString().contains("does not list OLD now");
    }

    @Test
    void aQuantityThatIsNoneNowGivesNothingBack() {
        assertThat(past(positions(held("grid", "0.0005"))).positions()).isEmpty();
        assertThat(lines).singleElement().asString().contains("counts as the account's");
    }

    @Test
    void aPositionOfTheOtherModeGivesNothingBack() {
        assertThat(past(positions(held("grid", BTC.id(), "1", PositionSide.LONG)))
                        .positions())
                .isEmpty();
        assertThat(lines).singleElement().asString().contains("position mode NETTING now");
    }

    @Test
    void anOpenOrderIsAsTheExchangeHasItAndFilledAsThePositionCounts() {
        OrderRequest there = OrderRequest.limit(BTC, Side.SELL, 4, 620_000);
        Inheritance past = past(
                orders(order("grid", "t1"), "0.001"),
                new ExternalOrder("t1", "77", there, OrderStatus.PARTIALLY_FILLED, 2, 8));
        ExternalOrder order = past.orders().get(0).order();
        assertThat(order.request()).isEqualTo(there);
        assertThat(order.rawFilled()).isEqualTo(1);
        assertThat(lines).singleElement().asString().endsWith("the exchange has it open, and it is grid's again");
    }

    @Test
    void oneThatIsOpenNoMoreIsAskedForAsTheStoreHasIt() {
        Inheritance past = past(orders(order("grid", "t1"), "0"));
        ExternalOrder order = past.orders().get(0).order();
        assertThat(order.request().rawQuantity()).isEqualTo(5);
        assertThat(order.request().rawPrice()).isEqualTo(610_000);
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(order.tsEvent()).isEqualTo(7);
        assertThat(lines).singleElement().asString().endsWith("no more, and it is asked for");
    }

    @Test
    void inHedgeModeItIsNotKnownForWhichPositionItWas() {
        mode = PositionMode.HEDGING;
        assertThat(past(orders(order("grid", "t1"), "0")).orders()).isEmpty();
        assertThat(lines).singleElement().asString().contains("which of two positions");
    }

    @Test
    void ofTextsTheStrategysOwnComeBackAndNotTheEngines() {
        LastKnown last = new LastKnown(
                List.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(
                        new RunEntry.StrategyState(1, 1, "grid", StoreTap.STATE, "RUNNING"),
                        new RunEntry.StrategyState(2, 1, "grid", "middle", "60000"),
                        new RunEntry.StrategyState(3, 1, "grid", "forgotten", ""),
                        new RunEntry.StrategyState(4, 1, "gone", "middle", "1")),
                LastKnown.NO_NUMBER);
        assertThat(past(last).states()).isEqualTo(Map.of("grid", Map.of("middle", "60000")));
    }

    @Test
    void theJournalHandsItOnAsItWas() {
        LastKnown last = new LastKnown(
                List.of(order("grid", "t1")),
                Map.of("t1", new BigDecimal("0.001")),
                List.of(held("grid", "0.012")),
                Map.of(),
                List.of(new RunEntry.StrategyState(2, 1, "grid", "mid\tdle", "6\t0\n")),
                LastKnown.NO_NUMBER);
        Inheritance past = past(last);
        Map<String, String> facts = new LinkedHashMap<>();
        InheritedFacts.into(facts, past);
        assertThat(InheritedFacts.from(facts, List.of(BTC))).isEqualTo(past);
    }
}
