package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.JsonKind;
import io.ttquant.exchanges.json.Names;

/**
 * Decodes news of an account from the user data streams of Binance: of Spot on the socket of its WebSocket API, beside answers to requests there, and of
 * futures on the sockets of a listen key, raw and combined. A frame is checked whole before anything of it is passed on.
 */
public final class BinanceUserDecoder {
    private static final Names TYPES = Names.of(
            "executionReport",
            "ORDER_TRADE_UPDATE",
            "TRADE_LITE",
            "ACCOUNT_UPDATE",
            "outboundAccountPosition",
            "balanceUpdate",
            "listStatus",
            "ALGO_UPDATE",
            "listenKeyExpired",
            "eventStreamTerminated",
            "serverShutdown");
    private static final int FUTURES_ORDER = 1;
    private static final int SHUTDOWN = 10;
    private static final int TYPE = BinanceEnvelope.OWN;

    private static final int EVENT_TIME = TYPE + 1;
    private static final int TIME = TYPE + 2;
    private static final int ORDER = TYPE + 3;
    private static final int ACCOUNT = TYPE + 4;

    private final BinanceUserSink sink;
    private final BinanceEnvelope frame = new BinanceEnvelope("e", "E", "T", "o", "a");
    private final JsonCursor cursor = frame.cursor;
    private final OrderReader orders = new OrderReader();
    private final AccountReader accounts = new AccountReader();
    private final AnswerReader answers = new AnswerReader();

    private boolean isRead;

    /** A decoder that passes news to a sink. */
    public BinanceUserDecoder(BinanceUserSink sink) {
        this.sink = sink;
        frame.readingBy(this::readAtOnce);
    }

    /** The order in news of futures is read in the one pass, as nearly all frames say before it what they are. */
    private boolean readAtOnce(int field) {
        if (field != ORDER || !frame.has(TYPE) || cursor.kind() != JsonKind.OBJECT) {
            return false;
        }
        int start = cursor.mark();
        isRead = frame.choice(TYPE, TYPES) == FUTURES_ORDER;
        cursor.back(start);
        if (isRead) {
            orders.readFutures(cursor);
        }
        return isRead;
    }

    private BinanceOrderUpdate futuresOrder(long tsEvent) {
        if (!isRead || frame.at(ORDER).kind() != JsonKind.OBJECT) {
            frame.at(ORDER);
            orders.readFutures(cursor);
        }
        return orders.futures(cursor, tsEvent);
    }

    /**
     * Decodes a frame.
     *
     * @return {@link BinanceFrame#USER}, {@link BinanceFrame#ANSWER}, {@link BinanceFrame#SHUTDOWN} or {@link BinanceFrame#OTHER}
     * @throws io.ttquant.exchanges.json.JsonException if it is malformed; nothing was passed on
     */
    public BinanceFrame decode(byte[] bytes, int offset, int length) {
        isRead = false;
        frame.read(bytes, offset, length);
        if (!frame.has(TYPE) || frame.at(TYPE).kind() != JsonKind.TEXT) {
            return frame.isAnswer() ? BinanceFrame.ANSWER : BinanceFrame.OTHER;
        }
        int type = frame.choice(TYPE, TYPES);
        if (type == SHUTDOWN) {
            return BinanceFrame.SHUTDOWN;
        }
        long tsEvent = frame.fields.timeOrZero(cursor, EVENT_TIME);
        long happened = frame.fields.timeOrZero(cursor, TIME);
        switch (type) {
            case 0 -> sink.order(orders.spot(frame.event()));
            case 1 -> sink.order(futuresOrder(tsEvent));
            case 2 -> sink.tradeLite(orders.lite(frame.event()));
            case 3 -> sink.account(accounts.account(frame.at(ACCOUNT), happened, tsEvent));
            case 4 -> sink.balances(accounts.balances(frame.event()));
            case 5 -> sink.balanceChange(accounts.change(frame.event()));
            case 6 -> sink.list(accounts.list(frame.event()));
            case 7 -> sink.algo(orders.algo(frame.at(ORDER), happened, tsEvent));
            case 8, 9 -> sink.ended(tsEvent);
            default -> sink.other(frame.at(TYPE).text(), tsEvent);
        }
        return BinanceFrame.USER;
    }

    /** What the last frame answered, if it was an {@link BinanceFrame#ANSWER}. The frame's bytes must not have changed. */
    public BinanceAnswer answer() {
        return answers.read(frame);
    }
}
