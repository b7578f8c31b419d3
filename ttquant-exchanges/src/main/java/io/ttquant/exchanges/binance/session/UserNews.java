package io.ttquant.exchanges.binance.session;

import io.ttquant.api.account.Balance;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.answer.Enums;
import io.ttquant.exchanges.answer.VenueFee;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.binance.BinanceAccountUpdate;
import io.ttquant.exchanges.binance.BinanceAlgoUpdate;
import io.ttquant.exchanges.binance.BinanceBalanceChange;
import io.ttquant.exchanges.binance.BinanceBalances;
import io.ttquant.exchanges.binance.BinanceCodes;
import io.ttquant.exchanges.binance.BinanceListStatus;
import io.ttquant.exchanges.binance.BinanceOrderUpdate;
import io.ttquant.exchanges.binance.BinanceSide;
import io.ttquant.exchanges.binance.BinanceTradeLite;
import io.ttquant.exchanges.binance.BinanceUserSink;
import io.ttquant.exchanges.json.Term;
import io.ttquant.exchanges.session.AccountNews;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What the streams of an account bring, as news of it. */
final class UserNews implements BinanceUserSink {
    private static final String FUNDING = "FUNDING_FEE";

    private final AccountNews news;
    private final AccountReading reading;
    private final Runnable ended;
    private final LongConsumer funding;

    /**
     * News that go somewhere.
     *
     * @param ended hears that the venue ended the stream
     * @param funding hears that funding was paid, or may have been, with the venue's time if that is known
     */
    UserNews(AccountNews news, AccountReading reading, Runnable ended, LongConsumer funding) {
        this.news = news;
        this.reading = reading;
        this.ended = ended;
        this.funding = funding;
    }

    @Override
    public void order(BinanceOrderUpdate u) {
        Side side = side(u.side());
        if (side == null) {
            news.unreadable("an order of " + u.symbol() + " with the side '" + u.side() + "'");
            return;
        }
        if (u.isFill()) {
            news.fill(fill(u, side));
        }
        news.order(order(u, side));
    }

    private static VenueFill fill(BinanceOrderUpdate u, Side side) {
        BigDecimal fee = u.fee();
        String orderId = Long.toString(u.orderId());
        return new VenueFill(
                u.symbol(),
                u.hasTradeId()
                        ? u.tradeId()
                        : VenueFill.madeUpId(orderId, u.tsTransaction(), u.lastPrice(), u.lastQuantity()),
                orderId,
                u.ownClientId(),
                side,
                Enums.positionSide(u.positionSide()),
                u.lastPrice(),
                u.lastQuantity(),
                new VenueFee(fee == null ? BigDecimal.ZERO : fee, u.feeCurrency()),
                u.isMaker(),
                u.tradeId(),
                u.tsTransaction());
    }

    private static VenueOrder order(BinanceOrderUpdate u, Side side) {
        boolean isByValue = u.quantity().signum() == 0 && u.quoteQuantity().signum() != 0;
        String word = u.state().text();
        return new VenueOrder(
                u.symbol(),
                Long.toString(u.orderId()),
                u.ownClientId(),
                side,
                Enums.positionSide(u.positionSide()),
                u.originalType().isEmpty() ? u.type() : u.originalType(),
                u.timeInForce(),
                BinanceCodes.STATUSES.status(BinanceCodes.ORDER_STATUS, word),
                word,
                unlessZero(u.price()),
                unlessZero(u.triggerPrice()),
                isByValue ? u.quoteQuantity() : u.quantity(),
                isByValue,
                u.filled(),
                unlessZero(u.averagePrice()),
                u.isReduceOnly(),
                List.of(),
                u.expiryReason(),
                false,
                "",
                "",
                u.tsCreated(),
                u.tsTransaction() > 0 ? u.tsTransaction() : u.tsEvent());
    }

    /** The whole news of it follows. */
    @Override
    public void tradeLite(BinanceTradeLite trade) {}

    @Override
    public void algo(BinanceAlgoUpdate u) {
        Side side = side(u.side());
        if (side == null) {
            news.unreadable("a conditional order of " + u.symbol() + " with the side '" + u.side() + "'");
            return;
        }
        String word = u.state().text();
        BigDecimal filled = u.filled();
        news.order(new VenueOrder(
                u.symbol(),
                AlgoIds.of(u.algoId()),
                u.clientId(),
                side,
                Enums.positionSide(u.positionSide()),
                u.type(),
                u.timeInForce(),
                BinanceCodes.STATUSES.status(BinanceCodes.ALGO_STATUS, word),
                word,
                unlessZero(u.price()),
                unlessZero(u.triggerPrice()),
                u.quantity(),
                false,
                filled == null ? BigDecimal.ZERO : filled,
                unlessZero(u.averagePrice()),
                u.isReduceOnly(),
                List.of(),
                u.rejectReason(),
                true,
                u.childId(),
                "",
                0,
                u.tsTransaction() > 0 ? u.tsTransaction() : u.tsEvent()));
    }

    /** Its orders have news of their own. */
    @Override
    public void list(BinanceListStatus status) {}

    @Override
    public void balances(BinanceBalances balances) {
        for (BinanceBalances.Balance b : balances.balances()) {
            balance(b.asset(), b.free().add(b.locked()), b.locked(), balances.tsUpdated());
        }
    }

    /** What is held after it comes as balances. */
    @Override
    public void balanceChange(BinanceBalanceChange change) {}

    /** Positions follow from fills; the audit compares them. */
    @Override
    public void account(BinanceAccountUpdate update) {
        for (BinanceAccountUpdate.Wallet wallet : update.wallets()) {
            balance(wallet.asset(), wallet.wallet(), BigDecimal.ZERO, update.tsTransaction());
        }
        if (update.reason().equals(FUNDING)) {
            funding.accept(update.tsTransaction());
        }
    }

    private void balance(String asset, BigDecimal total, BigDecimal locked, long tsEvent) {
        Balance balance = reading.balance(asset, total, locked);
        if (balance != null) {
            news.balance(balance, tsEvent);
        }
    }

    @Override
    public void ended(long tsEvent) {
        ended.run();
    }

    /** A margin call, another leverage, or what did not exist when this was written: none of an order. */
    @Override
    public void other(String type, long tsEvent) {}

    private static @Nullable Side side(Term<BinanceSide> side) {
        return switch (side.value()) {
            case BUY -> Side.BUY;
            case SELL -> Side.SELL;
            case UNKNOWN -> null;
        };
    }

    private static @Nullable BigDecimal unlessZero(@Nullable BigDecimal value) {
        return value == null || value.signum() == 0 ? null : value;
    }
}
