package io.ttquant.exchanges.binance.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.AccountSnapshot.HeldPosition;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.exchanges.answer.AssetBalance;
import io.ttquant.exchanges.answer.Unreadable;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.answer.VenuePosition;
import io.ttquant.exchanges.binance.BinanceAccounts;
import io.ttquant.exchanges.binance.BinanceOrders;
import io.ttquant.exchanges.binance.SpotRequests;
import io.ttquant.exchanges.binance.UsdmRequests;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.QuietSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What to ask to know an account at one time. The venue tells it in parts, so that what is held is asked for before and after the open orders: if it is the
 * same, nothing was filled meanwhile, and all parts belong together.
 */
final class AccountReading {
    private final boolean isSpot;
    private final Catalogue catalogue;
    private final Words words;
    private final List<Supplier<RestRequest>> orders;
    private final List<Supplier<RestRequest>> holdings;
    private final List<Supplier<RestRequest>> modes;

    private AccountReading(
            boolean isSpot,
            Catalogue catalogue,
            Words words,
            List<Supplier<RestRequest>> orders,
            List<Supplier<RestRequest>> holdings,
            List<Supplier<RestRequest>> modes) {
        this.isSpot = isSpot;
        this.catalogue = catalogue;
        this.words = words;
        this.orders = orders;
        this.holdings = holdings;
        this.modes = modes;
    }

    static AccountReading spot(SpotRequests requests, Catalogue catalogue, Words words) {
        return new AccountReading(
                true,
                catalogue,
                words,
                List.of(() -> requests.openOrders(null)),
                List.of(requests::account),
                List.of());
    }

    static AccountReading usdm(UsdmRequests requests, Catalogue catalogue, Words words) {
        return new AccountReading(
                false,
                catalogue,
                words,
                List.of(() -> requests.openOrders(null), () -> requests.openConditionals(null)),
                List.of(requests.account()::account, () -> requests.account().positions(null)),
                List.of(requests.account()::positionMode));
    }

    /** The questions for open orders alone. */
    List<Supplier<RestRequest>> orderRequests() {
        return orders;
    }

    /** The questions for what is held, to be asked first, and again at last. */
    List<Supplier<RestRequest>> holdingRequests() {
        return holdings;
    }

    /** The questions between the two. */
    List<Supplier<RestRequest>> requestsBetween() {
        List<Supplier<RestRequest>> all = new ArrayList<>(orders);
        all.addAll(modes);
        return all;
    }

    /** Open orders of the answers to {@link #orderRequests}. */
    static List<VenueOrder> openOrders(List<JsonNode> answers) {
        List<VenueOrder> all = new ArrayList<>();
        for (JsonNode answer : answers) {
            if (!answer.isArray()) {
                throw new Unreadable("the answer has no list of open orders, which it must have; ask again");
            }
            BinanceOrders.orders(answer).forEach(order -> all.add(AlgoIds.apart(order)));
        }
        return all;
    }

    /**
     * The account by the answers to {@link #holdingRequests}, {@link #requestsBetween} and {@link #holdingRequests} again.
     *
     * @param span between the first and the last
     * @return null if something happened between them, so that it is to be asked again
     * @throws IllegalArgumentException if they cannot be read, or the account holds what is not known here
     */
    @Nullable
    AccountSnapshot read(List<JsonNode> first, List<JsonNode> between, List<JsonNode> last, QuietSpan span) {
        require(first.get(0));
        require(last.get(0));
        List<VenueOrder> open = openOrders(between.subList(0, orders.size()));
        if (!money(first.get(0)).equals(money(last.get(0)))) {
            return null;
        }
        List<HeldPosition> positions = List.of();
        PositionMode mode = PositionMode.NETTING;
        if (!isSpot) {
            List<VenuePosition> held = BinanceAccounts.positions(last.get(1));
            for (JsonNode other : List.of(first.get(0), first.get(1), last.get(0))) {
                if (!amounts(held).equals(amounts(BinanceAccounts.positions(other)))) {
                    return null;
                }
            }
            positions = positions(held);
            mode = BinanceAccounts.positionMode(between.get(orders.size()));
        }
        return new AccountSnapshot(balances(last.get(0)), positions, external(open), mode, span.moment());
    }

    /** What a fill, a transfer or an order would change; profit and loss that is open changes all the time and is left out. */
    private Map<String, List<BigDecimal>> money(JsonNode account) {
        Map<String, List<BigDecimal>> money = new HashMap<>();
        for (AssetBalance held : BinanceAccounts.balances(account)) {
            BigDecimal locked = isSpot ? held.locked() : BigDecimal.ZERO;
            if (held.cash().signum() != 0 || locked.signum() != 0) {
                money.put(held.currency(), List.of(held.cash().stripTrailingZeros(), locked.stripTrailingZeros()));
            }
        }
        return money;
    }

    private static Map<String, BigDecimal> amounts(List<VenuePosition> positions) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        for (VenuePosition p : positions) {
            if (p.quantity().signum() != 0) {
                amounts.put(p.symbol() + p.side(), p.quantity().stripTrailingZeros());
            }
        }
        return amounts;
    }

    /** An answer without its lists is none: an account that holds nothing says so by empty ones. */
    private void require(JsonNode account) {
        if (!account.path(isSpot ? "balances" : "assets").isArray()
                || (!isSpot && !account.path("positions").isArray())) {
            throw new Unreadable("the answer has no list of balances or positions, which it must have; ask again");
        }
    }

    private List<Balance> balances(JsonNode answer) {
        List<Balance> balances = new ArrayList<>();
        for (AssetBalance held : BinanceAccounts.balances(answer)) {
            if (held.cash().signum() != 0 || held.locked().signum() != 0) {
                Balance balance = balance(held.currency(), held.cash(), isSpot ? held.locked() : BigDecimal.ZERO);
                if (balance != null) {
                    balances.add(balance);
                }
            }
        }
        return balances;
    }

    /**
     * A balance; null if its code is none that can be kept, in which case nothing that is listed here trades it. Futures reserve margin, not money, so that
     * nothing is locked there.
     */
    @Nullable
    Balance balance(String code, BigDecimal total, BigDecimal locked) {
        Currency currency;
        try {
            currency = catalogue.currency(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
        return new Balance(
                currency,
                FixedPoint.toRaw(total, currency.scale(), RoundingMode.HALF_EVEN),
                FixedPoint.toRaw(locked, currency.scale(), RoundingMode.HALF_EVEN));
    }

    private List<HeldPosition> positions(List<VenuePosition> held) {
        List<HeldPosition> positions = new ArrayList<>();
        for (VenuePosition p : held) {
            BigDecimal entry = p.entryPrice();
            if (p.quantity().signum() == 0) {
                continue;
            }
            if (entry == null) {
                throw new Unreadable("the position in " + p.symbol() + " has no entry price; ask again");
            }
            Instrument instrument = catalogue.require(p.symbol());
            positions.add(new HeldPosition(
                    instrument.id(), p.side(), FixedPoint.toRaw(p.quantity(), instrument.quantityScale()), entry));
        }
        return positions;
    }

    private List<ExternalOrder> external(List<VenueOrder> open) {
        return open.stream()
                .map(order -> words.external(order, catalogue.require(order.symbol())))
                .toList();
    }
}
