package io.ttquant.exchanges.session;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.answer.VenueFee;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What really happens at a venue. Naive: lists, no index, nothing clever; it shares no code with what it judges but the records. */
final class VenueTruth implements VenueTerms {
    static final Currency USDT = Currency.of("USDT");
    static final Instrument AAA = listed("AAA");
    static final Instrument BBB = listed("BBB");
    private static final long START_CASH = 1_000_000_00000000L;

    /** Hears of each change at the moment it happens. */
    interface Watcher {
        void changed(VenueOrder order, @Nullable VenueFill fill);
    }

    static final class Entry {
        final Instrument instrument;
        final String venueId;
        final String clientId;
        final Side side;
        final String type;
        final List<VenueOrder> states = new ArrayList<>();
        final List<Long> stateNanos = new ArrayList<>();
        final List<VenueFill> fills = new ArrayList<>();
        final List<long[]> figures = new ArrayList<>();
        final long created;
        long quantity;
        long price;
        long filled;
        OrderStatus status = OrderStatus.ACCEPTED;

        Entry(Instrument i, String venueId, String clientId, Side side, String type, long q, long p, long created) {
            this.instrument = i;
            this.venueId = venueId;
            this.clientId = clientId;
            this.side = side;
            this.type = type;
            this.quantity = q;
            this.price = p;
            this.created = created;
            figures.add(new long[] {q, p});
        }

        boolean isOpen() {
            return status.isOpen();
        }

        VenueOrder now() {
            return states.get(states.size() - 1);
        }

        /** What a replica that lags shows; null if it does not know of it yet. */
        @Nullable
        VenueOrder at(long nanos) {
            VenueOrder seen = null;
            for (int i = 0; i < states.size() && stateNanos.get(i) <= nanos; i++) {
                seen = states.get(i);
            }
            return seen;
        }
    }

    final List<Entry> entries = new ArrayList<>();
    final Map<String, Long> positions = new TreeMap<>();
    private final LongSupplier clock;
    private final Watcher watcher;
    private long nextId = 1000;
    private long nextTrade = 1;
    long rawCash;

    VenueTruth(LongSupplier clock, Watcher watcher) {
        this.clock = clock;
        this.watcher = watcher;
    }

    private static Instrument listed(String base) {
        return Instrument.perpetual(InstrumentId.parse("venue:" + base), Currency.of(base), USDT)
                .tick("0.01")
                .lot("0.001")
                .build();
    }

    /** The venue's clock counts milliseconds, so that things happen at the same time. */
    long venueNanos() {
        return clock.getAsLong() / 1_000_000 * 1_000_000;
    }

    long startCash() {
        return START_CASH;
    }

    Entry create(Instrument i, String clientId, Side side, String type, long quantity, long price) {
        Entry e = new Entry(i, Long.toString(nextId++), clientId, side, type, quantity, price, venueNanos());
        entries.add(e);
        changed(e, null);
        return e;
    }

    void fill(Entry e, long quantity) {
        e.filled += quantity;
        e.status = e.filled == e.quantity ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        long signed = e.side == Side.BUY ? quantity : -quantity;
        long rawFee = quantity * e.price;
        positions.merge(e.instrument.id().symbol(), signed, Long::sum);
        rawCash -= (signed * e.price * 1000) + rawFee;
        VenueFill fill = new VenueFill(
                e.instrument.id().symbol(),
                nextTrade++,
                e.venueId,
                e.clientId,
                e.side,
                PositionSide.NET,
                BigDecimal.valueOf(e.price, 2),
                BigDecimal.valueOf(quantity, 3),
                new VenueFee(BigDecimal.valueOf(rawFee, 8), "USDT"),
                true,
                nextTrade,
                venueNanos());
        e.fills.add(fill);
        changed(e, fill);
    }

    void end(Entry e, OrderStatus status) {
        e.status = status;
        changed(e, null);
    }

    void amend(Entry e, long quantity, long price) {
        e.quantity = quantity;
        e.price = price;
        e.figures.add(new long[] {quantity, price});
        changed(e, null);
    }

    private void changed(Entry e, @Nullable VenueFill fill) {
        VenueOrder state = new VenueOrder(
                e.instrument.id().symbol(),
                e.venueId,
                e.clientId,
                e.side,
                PositionSide.NET,
                e.type,
                "GTC",
                e.status,
                e.status.name(),
                BigDecimal.valueOf(e.price, 2),
                null,
                BigDecimal.valueOf(e.quantity, 3),
                false,
                BigDecimal.valueOf(e.filled, 3),
                null,
                false,
                List.of(),
                "",
                false,
                "",
                "",
                e.created,
                venueNanos());
        e.states.add(state);
        e.stateNanos.add(clock.getAsLong());
        watcher.changed(state, fill);
    }

    List<Entry> named(String clientId) {
        return entries.stream().filter(e -> e.clientId.equals(clientId)).toList();
    }

    @Nullable
    Entry byId(String venueId) {
        return entries.stream()
                .filter(e -> e.venueId.equals(venueId))
                .findFirst()
                .orElse(null);
    }

    List<Entry> open() {
        return entries.stream().filter(Entry::isOpen).toList();
    }

    AccountSnapshot account() {
        List<AccountSnapshot.HeldPosition> held = new ArrayList<>();
        positions.forEach((symbol, raw) -> {
            if (raw != 0) {
                Instrument i = instrumentOf(symbol);
                held.add(new AccountSnapshot.HeldPosition(i.id(), PositionSide.NET, raw, BigDecimal.ONE));
            }
        });
        List<ExternalOrder> orders =
                open().stream().map(e -> external(e.now(), e.instrument)).toList();
        Balance cash = new Balance(USDT, START_CASH + rawCash, 0);
        return new AccountSnapshot(List.of(cash), held, orders, PositionMode.NETTING, venueNanos());
    }

    private static Instrument instrumentOf(String symbol) {
        return symbol.equals("AAA") ? AAA : BBB;
    }

    @Override
    public @Nullable Instrument instrument(String symbol) {
        return symbol.equals("AAA") || symbol.equals("BBB") ? instrumentOf(symbol) : null;
    }

    @Override
    public Currency currency(String code) {
        return Currency.of(code);
    }

    @Override
    public ExternalOrder external(VenueOrder o, Instrument instrument) {
        BigDecimal price = o.price();
        OrderRequest request = OrderRequest.limit(
                instrument,
                o.side(),
                o.quantity().movePointRight(3).longValueExact(),
                price == null ? 1 : price.movePointRight(2).longValueExact());
        OrderStatus status = o.status() == null ? OrderStatus.ACCEPTED : o.status();
        long filled = o.filled().movePointRight(3).longValueExact();
        return new ExternalOrder(o.clientId(), o.venueId(), request, status, filled, o.tsUpdated());
    }

    @Override
    public boolean isLiquidation(VenueOrder order) {
        return order.type().equals("LIQUIDATION");
    }
}
