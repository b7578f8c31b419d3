package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.AccountSnapshot.HeldPosition;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.engine.Inheritance.OwnOrder;
import io.ttquant.core.engine.Inheritance.OwnPosition;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import io.ttquant.core.storage.tap.LastKnown;
import io.ttquant.core.storage.tap.RunSummary;
import io.ttquant.core.storage.tap.StoreTap;
import io.ttquant.core.storage.tap.StoredRun;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real store says that strategies and the account itself hold now, over starts of a run. */
class StoredSharesTest {
    private static final String RUN = "live-sim";
    private static final RunRecord RECORD = new RunRecord(RUN, RunKind.LIVE, 0, Map.of(), "");

    @TempDir
    Path folder;

    private Storage storage;
    private long starts;
    private long trades;

    @BeforeEach
    void open() {
        storage = new SqliteStorage().open(Map.of("file", file(), "sync", "normal"));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private String file() {
        return folder.resolve("t.db").toString();
    }

    private LiveLab begin(AccountSnapshot account, Inheritance inherited) {
        flush();
        long now = ++starts * 1_000_000_000L;
        StoreTap tap =
                StoredRun.resume(storage, RUN, RunKind.LIVE, now, Map.of(), "", RunSummary.read(storage.read(), RUN));
        LiveLab lab = new LiveLab(account, builder -> builder.inherit(inherited).tap(tap));
        tap.attach(lab.engine.ledger(), now);
        return lab;
    }

    private LiveLab begin(HeldPosition... held) {
        return begin(account(PositionMode.NETTING, held), Inheritance.NONE);
    }

    private static AccountSnapshot account(PositionMode mode, HeldPosition... held) {
        return new AccountSnapshot(List.of(new Balance(Lab.USD, 100_000, 0)), List.of(held), List.of(), mode, 10);
    }

    private static HeldPosition leg(PositionSide side, long quantity) {
        return new HeldPosition(LiveLab.SWAP.id(), side, quantity, new BigDecimal("100"));
    }

    private static Inheritance held(long quantity, OwnOrder... orders) {
        OwnPosition own = new OwnPosition("s", LiveLab.SWAP.id(), PositionSide.NET, quantity, new BigDecimal("100"), 0);
        return new Inheritance(List.of(own), List.of(orders), Map.of());
    }

    private void flush() {
        assertThat(storage.flush(Duration.ofSeconds(30))).isTrue();
    }

    private List<String> rows(String sql) throws SQLException {
        flush();
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                ResultSet found = connection.createStatement().executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private List<String> now() throws SQLException {
        return rows("select strategy || ' ' || side || ' ' || quantity from positions_now where quantity <> '0'"
                + " order by strategy, side");
    }

    private List<String> external() throws SQLException {
        return rows("select side || ' ' || quantity || ' of ' || instrument from position_states where strategy = '"
                + Ledger.EXTERNAL + "' order by number");
    }

    @Test
    void whatSomebodyClosedByHandWhileNobodyListenedIsGone() throws SQLException {
        begin(leg(PositionSide.NET, 1)).start();
        assertThat(now()).containsExactly("external NET 1");
        begin().start();
        assertThat(now()).isEmpty();
        assertThat(external()).containsExactly("NET 1 of sim:SWAP", "NET 0 of sim:SWAP");
        begin().start();
        assertThat(external()).as("it is gone already").hasSize(2);
    }

    @Test
    void whatIsLeftOfAnInstrumentThatTheEngineDoesNotKnowAnyMoreIsGone() throws SQLException {
        storage.run(RECORD)
                .keep(new RunEntry.PositionAt(
                        0,
                        1,
                        Ledger.EXTERNAL,
                        InstrumentId.parse("sim:OLD"),
                        PositionSide.NET,
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        new BigDecimal("-3"),
                        Lab.USD));
        begin(leg(PositionSide.NET, 2)).start();
        assertThat(now()).containsExactly("external NET 2");
        assertThat(external()).containsExactly("NET 1 of sim:OLD", "NET 2 of sim:SWAP", "NET 0 of sim:OLD");
    }

    @Test
    void aFillOfTheTimeBetweenIsHeldOnce() throws SQLException {
        ExternalOrder known = LiveLab.external("mine", "", Side.BUY, 5, 90, 1);
        LiveLab lab = begin(
                new AccountSnapshot(
                        List.of(new Balance(Lab.USD, 100_000, 0)),
                        List.of(LiveLab.held(4, "100")),
                        List.of(LiveLab.external("mine", "77", Side.BUY, 5, 90, 3)),
                        PositionMode.NETTING,
                        10),
                held(
                        2,
                        new OwnOrder(
                                "s",
                                new ExternalOrder("mine", "", known.request(), OrderStatus.PARTIALLY_FILLED, 1, 5))));
        assertThat(external()).containsExactly("NET 2 of sim:SWAP");
        Order order = lab.account.adopt(LiveLab.external("mine", "77", Side.BUY, 5, 90, 3));
        lab.fill(order, 501, 2, 90);
        assertThat(now()).containsExactly("s NET 4");
        lab.start();
        lab.fill(order, 502, 1, 90);
        assertThat(now()).containsExactly("s NET 5");
        assertThat(external())
                .as("a fill of now changes nothing of it")
                .containsExactly("NET 2 of sim:SWAP", "NET 0 of sim:SWAP");
    }

    @Test
    void aCutLeavesWhatTheExchangeHas() throws SQLException {
        LiveLab lab = begin(account(PositionMode.NETTING, leg(PositionSide.NET, 1)), held(3));
        lab.start();
        assertThat(now()).containsExactly("s NET 1");
        assertThat(external()).containsExactly("NET -2 of sim:SWAP", "NET 0 of sim:SWAP");
    }

    @Test
    void whatAnAuditFindsIsHeld() throws SQLException {
        LiveLab lab = begin().start();
        lab.account.audited(account(PositionMode.NETTING, leg(PositionSide.NET, -3)));
        assertThat(now()).containsExactly("external NET -3");
        lab.account.audited(account(PositionMode.NETTING, leg(PositionSide.NET, -3)));
        lab.account.audited(account(PositionMode.NETTING));
        assertThat(now()).isEmpty();
        assertThat(external()).containsExactly("NET -3 of sim:SWAP", "NET 0 of sim:SWAP");
    }

    @Test
    void anAuditThatCannotBeBookedChangesNothing() throws SQLException {
        LiveLab lab = begin(leg(PositionSide.NET, 1)).start();
        lab.account.audited(account(
                PositionMode.NETTING, new HeldPosition(LiveLab.SWAP.id(), PositionSide.NET, 2, BigDecimal.ZERO)));
        assertThat(external()).containsExactly("NET 1 of sim:SWAP");
    }

    @Test
    void inHedgeModeEachLegStandsForItself() throws SQLException {
        begin(account(PositionMode.HEDGING, leg(PositionSide.LONG, 1), leg(PositionSide.SHORT, -1)), Inheritance.NONE);
        assertThat(now()).containsExactly("external LONG 1", "external SHORT -1");
        LiveLab lab = begin(account(PositionMode.HEDGING, leg(PositionSide.SHORT, -1)), Inheritance.NONE);
        assertThat(now()).containsExactly("external SHORT -1");
        lab.account.audited(account(PositionMode.HEDGING, leg(PositionSide.LONG, 4), leg(PositionSide.SHORT, -1)));
        assertThat(now()).containsExactly("external LONG 4", "external SHORT -1");
        begin(leg(PositionSide.NET, 3));
        assertThat(now()).as("the mode was changed").containsExactly("external NET 3");
    }

    private void trade(LiveLab lab, Side side, long price) {
        var desk = lab.script.desk();
        Order order = (side == Side.BUY ? desk.buy(LiveLab.SWAP) : desk.sell(LiveLab.SWAP))
                .rawQuantity(2)
                .market()
                .submit();
        lab.fill(order, ++trades, 2, price);
    }

    /** What the last start knew, as strategies get it back. */
    private Inheritance returned() {
        flush();
        return new Inheritance(
                LastKnown.of(storage.read(), RUN).positions().stream()
                        .map(each -> new OwnPosition(
                                each.strategyId(),
                                each.instrument(),
                                each.side(),
                                each.quantity().longValueExact(),
                                BigDecimal.ZERO,
                                FixedPoint.toRaw(each.realized(), Lab.USD.scale())))
                        .toList(),
                List.of(),
                Map.of());
    }

    @Test
    void whatIsRealisedGoesOnAtEachStartThoughNothingIsHeld() throws SQLException {
        for (int start = 0; start < 3; start++) {
            LiveLab lab = begin(account(PositionMode.NETTING), returned()).start();
            trade(lab, Side.BUY, 100);
            trade(lab, Side.SELL, 105);
        }
        List<String> realized = rows("select realized from position_states where strategy = 's' order by number");
        assertThat(realized).hasSize(6);
        assertThat(realized.get(1)).isNotEqualTo("0");
        BigDecimal once = new BigDecimal(realized.get(1));
        for (int i = 0; i < 6; i++) {
            assertThat(new BigDecimal(realized.get(i)))
                    .as("%s", realized)
                    .isEqualByComparingTo(once.multiply(BigDecimal.valueOf((i + 1) / 2)));
        }
    }

    @Test
    void aFillOfOthersIsKeptOnce() throws SQLException {
        LiveLab lab = begin().start();
        Order order = lab.account.adopt(LiveLab.external("foreign", "9", Side.BUY, 5, 100, 0));
        lab.fill(order, 2, 100);
        lab.account.audited(account(PositionMode.NETTING, leg(PositionSide.NET, 2)));
        assertThat(external()).containsExactly("NET 2 of sim:SWAP");
    }
}
