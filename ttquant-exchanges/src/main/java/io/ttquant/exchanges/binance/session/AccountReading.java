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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What to ask to know an account at one time. The venue tells it in parts, so that open orders are asked for before and after: if they are the same,
 * nothing was filled meanwhile, and all parts belong together.
 */
final class AccountReading {
    private final boolean isSpot;
    private final Catalogue catalogue;
    private final Words words;
    private final List<Supplier<RestRequest>> orders;
    private final List<Supplier<RestRequest>> holdings;

    private AccountReading(
            boolean isSpot,
            Catalogue catalogue,
            Words words,
            List<Supplier<RestRequest>> orders,
            List<Supplier<RestRequest>> holdings) {
        this.isSpot = isSpot;
        this.catalogue = catalogue;
        this.words = words;
        this.orders = orders;
        this.holdings = holdings;
    }

    static AccountReading spot(SpotRequests requests, Catalogue catalogue, Words words) {
        return new AccountReading(
                true, catalogue, words, List.of(() -> requests.openOrders(null)), List.of(requests::account));
    }

    static AccountReading usdm(UsdmRequests requests, Catalogue catalogue, Words words) {
        return new AccountReading(
                false,
                catalogue,
                words,
                List.of(() -> requests.openOrders(null), () -> requests.openConditionals(null)),
                List.of(
                        requests.account()::account,
                        () -> requests.account().positions(null),
                        requests.account()::positionMode));
    }

    /** The questions for open orders alone. */
    List<Supplier<RestRequest>> orderRequests() {
        return orders;
    }

    /** All questions, to be asked one after the other. On futures money is paid without an order, so that balances are asked for twice too. */
    List<Supplier<RestRequest>> requests() {
        List<Supplier<RestRequest>> all = new ArrayList<>(orders);
        all.addAll(holdings);
        all.addAll(orders);
        if (!isSpot) {
            all.add(holdings.get(0));
        }
        return all;
    }

    /** Which of the questions is asked at the time of the account: all that is asked twice is so before and after it. */
    int moment() {
        return isSpot ? 0 : orders.size() + 1;
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
     * The account by the answers to {@link #requests}.
     *
     * @param tsEvent the venue's time when that of {@link #moment} was asked, epoch nanoseconds
     * @return null if something happened between them, so that it is to be asked again
     * @throws IllegalArgumentException if they cannot be read, or the account holds what is not known here
     */
    @Nullable
    AccountSnapshot read(List<JsonNode> answers, long tsEvent) {
        int count = orders.size();
        require(answers.get(count));
        List<VenueOrder> before = openOrders(answers.subList(0, count));
        int second = count + holdings.size();
        List<VenueOrder> after = openOrders(answers.subList(second, second + count));
        if (!marks(before).equals(marks(after))) {
            return null;
        }
        List<Balance> balances = balances(answers.get(count));
        List<HeldPosition> positions = List.of();
        PositionMode mode = PositionMode.NETTING;
        if (!isSpot) {
            List<VenuePosition> held = BinanceAccounts.positions(answers.get(count + 1));
            if (!amounts(held).equals(amounts(BinanceAccounts.positions(answers.get(count))))) {
                return null;
            }
            positions = positions(held);
            mode = BinanceAccounts.positionMode(answers.get(count + 2));
            JsonNode again = answers.get(answers.size() - 1);
            require(again);
            if (!balances.equals(balances(again))) {
                return null;
            }
        }
        return new AccountSnapshot(balances, positions, external(after), mode, tsEvent);
    }

    private static Set<List<String>> marks(List<VenueOrder> orders) {
        Set<List<String>> marks = new HashSet<>();
        orders.forEach(o -> marks.add(List.of(
                o.symbol(),
                o.venueId(),
                o.statusWord(),
                o.filled().stripTrailingZeros().toPlainString())));
        return marks;
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
