package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A market as the exchange works with it. */
final class MarketState {
    private static final int MOST_TRADES = 10_000;

    final Book book = new Book();
    final BookView view = new BookView();
    final Candles candles = new Candles();
    final Deque<Trade> trades = new ArrayDeque<>();
    final Deque<FundingPayment> fundings = new ArrayDeque<>();
    final Map<Long, Watch> watches = new LinkedHashMap<>();
    Market market;
    MarketStatus status = MarketStatus.TRADING;

    @Nullable
    BigDecimal last;

    @Nullable
    BigDecimal index;

    @Nullable
    BigDecimal mark;

    BigDecimal fundingRate = BigDecimal.ZERO;
    long nextFunding;
    long nextTrade = 1;
    /** Whether a price changed since triggers were last looked at. */
    boolean isMoved;

    MarketState(Market market) {
        this.market = market;
    }

    void print(Trade trade) {
        trades.addLast(trade);
        if (trades.size() > MOST_TRADES) {
            trades.removeFirst();
        }
        last = trade.price();
        isMoved = true;
        candles.add(trade);
    }

    void paid(FundingPayment payment) {
        fundings.addLast(payment);
        if (fundings.size() > MOST_TRADES) {
            fundings.removeFirst();
        }
    }

    /** Where positions are valued: the mark price, else the index, else the last trade. */
    @Nullable
    BigDecimal markPrice() {
        if (mark != null) {
            return mark;
        }
        return index != null ? index : last;
    }

    /** What price bands are measured from. */
    @Nullable
    BigDecimal reference() {
        return market.isContract() ? markPrice() : last;
    }

    @Nullable
    BigDecimal price(PriceSource source) {
        return switch (source) {
            case LAST -> last;
            case MARK -> markPrice();
            case INDEX -> index != null ? index : last;
        };
    }

    MarkPrice prices(long now) {
        return new MarkPrice(market.symbol(), markPrice(), index, fundingRate, nextFunding, now);
    }
}
