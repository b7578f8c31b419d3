package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.json.JsonCursor;
import java.util.List;

/**
 * Decodes the private channels of OKX and its answers to order operations. A frame is checked and read whole before anything of it is passed on. Words that
 * are not known keep their text.
 */
public final class OkxAccountDecoder {
    private static final int MAX_CHANNEL = 64;
    private static final OkxEnvelope.DataReader LATER = () -> false;

    private final OkxAccountSink sink;
    private final OkxEnvelope frame = new OkxEnvelope();
    private final JsonCursor cursor = frame.cursor;
    private final OkxOrderReader orders = new OkxOrderReader();
    private final OkxAccountReader accounts = new OkxAccountReader();
    private final OkxAnswerReader answers = new OkxAnswerReader();
    private final OkxEnvelope.DataReader atOnce = this::readAtOnce;
    private List<OkxOrderUpdate> updates = List.of();
    private final byte[] channelRest = new byte[MAX_CHANNEL];

    /** A decoder that passes news to a sink. */
    public OkxAccountDecoder(OkxAccountSink sink) {
        this.sink = sink;
    }

    /**
     * Decodes a frame.
     *
     * @return {@link OkxFrame#ACCOUNT}, {@link OkxFrame#ANSWER}, {@link OkxFrame#EVENT}, {@link OkxFrame#PONG} or {@link OkxFrame#OTHER}
     * @throws io.ttquant.exchanges.json.JsonException if it is malformed; nothing was passed on
     */
    public OkxFrame decode(byte[] bytes, int offset, int length) {
        if (OkxEnvelope.isPong(bytes, offset, length)) {
            return OkxFrame.PONG;
        }
        updates = List.of();
        frame.read(bytes, offset, length, atOnce);
        if (frame.has(OkxEnvelope.EVENT)) {
            return OkxFrame.EVENT;
        }
        if (frame.has(OkxEnvelope.OPERATION)) {
            return OkxFrame.ANSWER;
        }
        if (!frame.has(OkxEnvelope.DATA) || !frame.argument.has(OkxEnvelope.ARG_CHANNEL)) {
            return OkxFrame.OTHER;
        }
        return data();
    }

    /** News of orders are read in one pass, as nearly all frames name the channel before the data. */
    private boolean readAtOnce() {
        boolean isOrders =
                Channel.read(frame.argument.at(cursor, OkxEnvelope.ARG_CHANNEL), channelRest) == Channel.ORDERS;
        updates = isOrders ? frame.fields.each(cursor, OkxEnvelope.DATA, orders.order, orders::order) : List.of();
        return isOrders;
    }

    private OkxFrame data() {
        Channel channel = Channel.read(frame.argument.at(cursor, OkxEnvelope.ARG_CHANNEL), channelRest);
        switch (channel) {
            case ORDERS -> orders();
            case ALGO_ORDERS -> algos().forEach(sink::algo);
            case ADVANCED_ALGO_ORDERS -> algos().forEach(sink::advancedAlgo);
            case FILLS ->
                frame.fields
                        .each(cursor, OkxEnvelope.DATA, orders.fill, orders::fill)
                        .forEach(sink::fill);
            case ACCOUNT -> sink.balances(accounts.news(frame), accounts.balances(frame));
            case POSITIONS -> sink.positions(accounts.news(frame), accounts.positions(frame));
            case BALANCES_AND_POSITIONS -> accounts.both(frame, sink);
            case LIQUIDATION_WARNING -> sink.other(frame.argument.text(cursor, OkxEnvelope.ARG_CHANNEL));
            default -> {
                return OkxFrame.OTHER;
            }
        }
        return OkxFrame.ACCOUNT;
    }

    private List<OkxAlgoUpdate> algos() {
        return frame.fields.each(cursor, OkxEnvelope.DATA, orders.algo, orders::algo);
    }

    private void orders() {
        if (updates.isEmpty()) {
            updates = frame.fields.each(cursor, OkxEnvelope.DATA, orders.order, orders::order);
        }
        updates.forEach(sink::order);
    }

    /** What the last frame says of the connection, if it was an {@link OkxFrame#EVENT}. The frame's bytes must not have changed. */
    public OkxEvent event() {
        return frame.event();
    }

    /** What the last frame answered, if it was an {@link OkxFrame#ANSWER}. The frame's bytes must not have changed. */
    public OkxAnswer answer() {
        return answers.read(frame);
    }

    /**
     * Decodes the body of an answer to an order operation by REST.
     *
     * @throws io.ttquant.exchanges.json.JsonException if it is malformed: what became of the orders is unknown then
     */
    public OkxAnswer decodeAnswer(byte[] bytes, int offset, int length) {
        frame.read(bytes, offset, length, LATER);
        return answers.read(frame);
    }
}
