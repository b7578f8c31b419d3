package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.json.Fields;
import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.Term;

/** Reads news of orders and fills. */
final class OkxOrderReader {
    final Fields order = new Fields(
            "instId",
            "instType",
            "ordId",
            "clOrdId",
            "algoId",
            "algoClOrdId",
            "tag",
            "side",
            "posSide",
            "tdMode",
            "ordType",
            "sz",
            "tgtCcy",
            "px",
            "state",
            "accFillSz",
            "avgPx",
            "tradeId",
            "fillSz",
            "fillPx",
            "fillFee",
            "fillFeeCcy",
            "execType",
            "fee",
            "feeCcy",
            "rebate",
            "rebateCcy",
            "reduceOnly",
            "category",
            "cancelSource",
            "amendSource",
            "amendResult",
            "reqId",
            "code",
            "msg",
            "fillTime",
            "uTime",
            "cTime");
    final Fields algo = new Fields(
            "instId",
            "instType",
            "algoId",
            "algoClOrdId",
            "ordId",
            "side",
            "posSide",
            "tdMode",
            "ordType",
            "sz",
            "state",
            "triggerPx",
            "ordPx",
            "tpTriggerPx",
            "tpOrdPx",
            "slTriggerPx",
            "slOrdPx",
            "failCode",
            "reduceOnly",
            "triggerTime",
            "uTime",
            "cTime",
            "pTime");
    final Fields fill =
            new Fields("instId", "tradeId", "ordId", "clOrdId", "side", "fillSz", "fillPx", "execType", "ts");

    OkxOrderUpdate order(JsonCursor c) {
        Fields f = order;
        Term<OkxOrderState> state = f.term(c, 14, OkxWords.STATES);
        String tradeId = f.text(c, 17);
        boolean isTrade = OkxTradeIds.isAny(tradeId);
        boolean isFilled = isTrade || state.is(OkxOrderState.PARTIALLY_FILLED) || state.is(OkxOrderState.FILLED);
        return new OkxOrderUpdate(
                f.text(c, 0),
                f.text(c, 1),
                f.at(c, 2).text(),
                f.text(c, 3),
                f.text(c, 4),
                f.text(c, 5),
                f.text(c, 6),
                f.term(c, 7, OkxWords.SIDES),
                f.text(c, 8),
                f.text(c, 9),
                f.text(c, 10),
                f.bigOrZero(c, 11),
                f.text(c, 12),
                f.big(c, 13),
                state,
                isFilled ? f.amount(c, 15) : f.bigOrZero(c, 15),
                f.big(c, 16),
                tradeId,
                isTrade ? f.amount(c, 18) : f.big(c, 18),
                isTrade ? f.amount(c, 19) : f.big(c, 19),
                f.big(c, 20),
                f.text(c, 21),
                f.text(c, 22),
                f.bigOrZero(c, 23),
                f.text(c, 24),
                f.bigOrZero(c, 25),
                f.text(c, 26),
                f.truth(c, 27),
                f.text(c, 28),
                f.text(c, 29),
                f.text(c, 30),
                f.text(c, 31),
                f.text(c, 32),
                f.text(c, 33),
                f.text(c, 34),
                f.timeOrZero(c, 35),
                f.timeOrZero(c, 36),
                f.timeOrZero(c, 37));
    }

    OkxAlgoUpdate algo(JsonCursor c) {
        Fields f = algo;
        long tsUpdated = f.timeOrZero(c, 20);
        return new OkxAlgoUpdate(
                f.text(c, 0),
                f.text(c, 1),
                f.at(c, 2).text(),
                f.text(c, 3),
                f.text(c, 4),
                f.term(c, 5, OkxWords.SIDES),
                f.text(c, 6),
                f.text(c, 7),
                f.text(c, 8),
                f.big(c, 9),
                f.term(c, 10, OkxWords.ALGO_STATES),
                f.big(c, 11),
                f.big(c, 12),
                f.big(c, 13),
                f.big(c, 14),
                f.big(c, 15),
                f.big(c, 16),
                f.text(c, 17),
                f.truth(c, 18),
                f.timeOrZero(c, 19),
                tsUpdated == 0 ? f.timeOrZero(c, 22) : tsUpdated,
                f.timeOrZero(c, 21));
    }

    OkxFill fill(JsonCursor c) {
        Fields f = fill;
        return new OkxFill(
                f.text(c, 0),
                f.at(c, 1).text(),
                f.text(c, 2),
                f.text(c, 3),
                f.term(c, 4, OkxWords.SIDES),
                f.amount(c, 5),
                f.amount(c, 6),
                f.text(c, 7),
                f.timeOrZero(c, 8));
    }
}
