package io.ttquant.exchanges.okx.session;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.AccountSnapshot.HeldPosition;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.exchanges.answer.AssetBalance;
import io.ttquant.exchanges.answer.Unreadable;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.answer.VenuePosition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What an account holds, as read one after the other.
 *
 * @param balances of all currencies
 * @param positions flat ones may be among them
 * @param orders open ones
 */
record OkxHoldings(List<AssetBalance> balances, List<VenuePosition> positions, List<VenueOrder> orders) {
    /** What a fill, a transfer or an order would change; profit and loss that is open changes all the time and is left out. */
    List<String> mark() {
        List<String> mark = new ArrayList<>();
        balances.forEach(b -> mark.add(b.currency() + " " + b.cash().toPlainString()));
        positions.forEach(
                p -> mark.add(p.symbol() + " " + p.side() + " " + p.quantity().toPlainString()));
        orders.forEach(o -> mark.add(o.venueId() + " " + o.statusWord() + " " + o.filled() + " " + o.quantity() + " "
                + o.price() + " " + o.triggerPrice()));
        mark.sort(null);
        return mark;
    }

    /**
     * The same in the engine's words.
     *
     * @throws Unreadable if something is held that the engine cannot keep: a figure that leaves it out would be wrong
     */
    AccountSnapshot snapshot(OkxCatalog catalog, PositionMode mode, long tsEvent) {
        List<Balance> held = new ArrayList<>();
        for (AssetBalance b : balances) {
            Currency currency = b.cash().signum() == 0 ? null : catalog.findCurrency(b.currency());
            Balance balance = currency == null ? null : balance(currency, b.cash(), b.locked());
            if (balance != null && balance.rawTotal() != 0) {
                held.add(balance);
            }
        }
        List<HeldPosition> derivatives = new ArrayList<>();
        for (VenuePosition p : positions) {
            if (p.quantity().signum() != 0) {
                derivatives.add(position(p, catalog));
            }
        }
        List<ExternalOrder> open = new ArrayList<>();
        for (VenueOrder o : orders) {
            open.add(ForeignOrders.of(o, instrument(o.symbol(), "an open order", catalog)));
        }
        return new AccountSnapshot(held, derivatives, open, mode, tsEvent);
    }

    /** What orders froze may be more than what is there, where it is borrowed for them; then all of it is locked. */
    static Balance balance(Currency currency, BigDecimal cash, BigDecimal frozen) {
        long total = FixedPoint.toRaw(cash, currency.scale(), RoundingMode.FLOOR);
        long locked = FixedPoint.toRaw(frozen, currency.scale(), RoundingMode.CEILING);
        return new Balance(currency, total, Math.max(0, Math.min(total, locked)));
    }

    private static HeldPosition position(VenuePosition p, OkxCatalog catalog) {
        Instrument i = instrument(p.symbol(), "a position", catalog);
        if (i.kind() == InstrumentKind.SPOT) {
            throw new Unreadable("the account holds a margin position in " + p.symbol()
                    + ", which cannot be kept here: close it, or use a sub-account of its own");
        }
        BigDecimal entry = p.entryPrice();
        return new HeldPosition(
                i.id(),
                p.side(),
                FixedPoint.toRaw(p.quantity(), i.quantityScale()),
                entry == null ? BigDecimal.ZERO : entry);
    }

    private static Instrument instrument(String symbol, String what, OkxCatalog catalog) {
        Instrument found = catalog.find(symbol);
        if (found == null) {
            throw new Unreadable("the account has " + what + " in " + symbol
                    + ", which cannot be kept here: close it, or use a sub-account of its own");
        }
        return found;
    }
}
