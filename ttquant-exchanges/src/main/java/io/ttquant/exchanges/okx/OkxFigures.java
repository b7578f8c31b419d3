package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.Fields;
import io.ttquant.exchanges.json.JsonCursor;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mark and index prices, funding rates and tickers, which come a few times a second at most. */
final class OkxFigures {
    private static final int TIME = 0;
    private static final int MARK_PRICE = 1;
    private static final int INDEX_PRICE = 2;
    private static final int RATE = 3;
    private static final int SETTLEMENT = 4;
    private static final int BID = 5;
    private static final int BID_QUANTITY = 6;
    private static final int ASK = 7;
    private static final int ASK_QUANTITY = 8;

    private final JsonCursor cursor;
    private final Fields fields =
            new Fields("ts", "markPx", "idxPx", "fundingRate", "fundingTime", "bidPx", "bidSz", "askPx", "askSz");

    OkxFigures(JsonCursor cursor) {
        this.cursor = cursor;
    }

    private boolean next() {
        if (!cursor.element()) {
            return false;
        }
        fields.read(cursor);
        return true;
    }

    private long happened(long tsInit) {
        long time = fields.timeOrZero(cursor, TIME);
        return time == 0 ? tsInit : Math.min(time, tsInit);
    }

    /** Mark prices keep to no tick and are rounded to the instrument's scale. */
    OkxFrame mark(boolean isWanted, @Nullable SymbolFeed feed, long tsInit) {
        while (isWanted && feed != null && next()) {
            int end = cursor.place();
            long price = fields.at(cursor, MARK_PRICE).rounded(feed.priceScale());
            if (price > 0) {
                feed.market().markPrice(happened(tsInit), tsInit, price);
            }
            cursor.back(end);
        }
        return OkxFrame.MARK;
    }

    OkxFrame index(boolean isWanted, @Nullable List<SymbolFeed> feeds, long tsInit) {
        while (isWanted && feeds != null && next()) {
            int end = cursor.place();
            long tsEvent = happened(tsInit);
            for (int i = 0; i < feeds.size(); i++) {
                SymbolFeed feed = feeds.get(i);
                long price = fields.at(cursor, INDEX_PRICE).rounded(feed.priceScale());
                if (price > 0) {
                    feed.market().indexPrice(tsEvent, tsInit, price);
                }
            }
            cursor.back(end);
        }
        return OkxFrame.INDEX;
    }

    /** The rate of the running period and when it is settled. */
    OkxFrame funding(boolean isWanted, @Nullable SymbolFeed feed, long tsInit) {
        while (isWanted && feed != null && next()) {
            int end = cursor.place();
            BigDecimal rate = fields.big(cursor, RATE);
            long settlement = fields.timeOrZero(cursor, SETTLEMENT);
            if (rate != null && settlement > 0) {
                feed.market().funding(happened(tsInit), tsInit, rate, settlement);
            }
            cursor.back(end);
        }
        return OkxFrame.FUNDING;
    }

    OkxFrame ticker(boolean isWanted, @Nullable SymbolFeed feed, long tsInit) {
        while (isWanted && feed != null && feed.isQuotedByTicker() && next()) {
            int end = cursor.place();
            long bid = fields.at(cursor, BID).decimalOr(feed.priceScale(), 0);
            long bidQuantity = fields.at(cursor, BID_QUANTITY).decimalOr(feed.quantityScale(), 0);
            long ask = fields.at(cursor, ASK).decimalOr(feed.priceScale(), 0);
            long askQuantity = fields.at(cursor, ASK_QUANTITY).decimalOr(feed.quantityScale(), 0);
            OkxBooks.quote(feed, happened(tsInit), tsInit, bid, bidQuantity, ask, askQuantity);
            cursor.back(end);
        }
        return OkxFrame.TICKER;
    }
}
