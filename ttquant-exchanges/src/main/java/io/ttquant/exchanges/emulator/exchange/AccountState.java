package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An account as the exchange works with it. */
final class AccountState {
    AccountSpec spec;
    final Map<String, Wallet> wallets = new TreeMap<>();
    final Map<Long, LiveOrder> open = new LinkedHashMap<>();
    final Map<String, LiveOrder> openByClientId = new LinkedHashMap<>();
    final Map<Long, Order> ended = new LinkedHashMap<>();
    final Map<String, Order> endedByClientId = new HashMap<>();
    final Deque<String> recentClientIds = new ArrayDeque<>();
    final List<Fill> fills = new ArrayList<>();
    final List<Bill> bills = new ArrayList<>();
    final Map<PositionKey, PositionState> positions = new LinkedHashMap<>();
    final Map<String, FeeRates> fees = new LinkedHashMap<>();
    final Set<String> touched = new LinkedHashSet<>();
    private final Map<String, Settings> settings = new LinkedHashMap<>();
    private final Map<PositionKey, BigDecimal> leverages = new LinkedHashMap<>();
    PositionMode positionMode;

    @Nullable
    FeeCoin feeCoin;

    AccountState(AccountSpec spec) {
        this.spec = spec;
        positionMode = spec.positionMode();
    }

    String id() {
        return spec.id();
    }

    boolean isBackground() {
        return spec.isBackground();
    }

    Wallet wallet(String asset) {
        return wallets.computeIfAbsent(asset, name -> new Wallet());
    }

    Settings settings(Market market) {
        return settings.computeIfAbsent(
                market.symbol(),
                symbol -> new Settings(MarginMode.CROSS, market.terms().defaultLeverage()));
    }

    void set(String symbol, Settings changed) {
        settings.put(symbol, changed);
    }

    /** The contract's, unless an isolated position of one side has its own. */
    BigDecimal leverage(Market market, PositionSide side, MarginMode mode) {
        BigDecimal own = leverages.get(new PositionKey(market.symbol(), side, mode));
        return own == null ? settings(market).leverage() : own;
    }

    /**
     * Sets the leverage of a contract, or of its isolated position of one side.
     *
     * @return takes it back
     */
    Runnable leverage(Market market, PositionSide side, BigDecimal leverage) {
        Settings before = settings(market);
        if (side == PositionSide.NET) {
            set(market.symbol(), new Settings(before.mode(), leverage));
            return () -> set(market.symbol(), before);
        }
        PositionKey key = new PositionKey(market.symbol(), side, MarginMode.ISOLATED);
        BigDecimal own = leverages.put(key, leverage);
        return own == null ? () -> leverages.remove(key) : () -> leverages.put(key, own);
    }

    MarginMode marginMode(Market market, @Nullable MarginMode asked) {
        if (!market.isContract()) {
            return MarginMode.CASH;
        }
        return asked == null || asked == MarginMode.CASH ? settings(market).mode() : asked;
    }

    FeeRates fees(Market market) {
        return isBackground() ? FeeRates.NONE : fees.getOrDefault(market.symbol(), market.fees());
    }

    PositionState position(Market market, PositionSide side, MarginMode mode) {
        return positions.computeIfAbsent(
                new PositionKey(market.symbol(), side, mode), key -> new PositionState(this, market, side, mode));
    }

    @Nullable
    LiveOrder find(String symbol, OrderRef ref) {
        LiveOrder found =
                ref.id() != 0 ? open.get(ref.id()) : openByClientId.get(Objects.requireNonNullElse(ref.clientId(), ""));
        return found != null && found.request.symbol().equals(symbol) ? found : null;
    }

    record PositionKey(String symbol, PositionSide side, MarginMode mode) {}

    record Settings(MarginMode mode, BigDecimal leverage) {}

    /** An asset in which fees are paid, at a discount, as long as there is enough of it. */
    record FeeCoin(String asset, BigDecimal factor) {}
}
