package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.json.Fields;
import io.ttquant.exchanges.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads news of balances and positions. */
final class OkxAccountReader {
    private final Fields account = new Fields("details");
    private final Fields balance =
            new Fields("ccy", "cashBal", "eq", "availBal", "availEq", "frozenBal", "liab", "upl", "uTime");
    private final Fields position = new Fields(
            "instId",
            "instType",
            "posId",
            "posSide",
            "mgnMode",
            "pos",
            "avgPx",
            "availPos",
            "lever",
            "liqPx",
            "margin",
            "ccy",
            "upl",
            "realizedPnl",
            "tradeId",
            "uTime");
    private final Fields both = new Fields("eventType", "pTime", "balData", "posData");

    OkxNews news(OkxEnvelope frame) {
        JsonCursor c = frame.cursor;
        return new OkxNews(
                frame.text(OkxEnvelope.EVENT_TYPE),
                (int) frame.fields.integerOr(c, OkxEnvelope.PAGE, 0),
                !frame.has(OkxEnvelope.LAST_PAGE) || frame.fields.truth(c, OkxEnvelope.LAST_PAGE),
                0);
    }

    List<OkxBalance> balances(OkxEnvelope frame) {
        List<OkxBalance> all = new ArrayList<>();
        for (List<OkxBalance> part : frame.fields.each(
                frame.cursor, OkxEnvelope.DATA, account, c -> account.each(c, 0, balance, this::balance))) {
            all.addAll(part);
        }
        return all;
    }

    private OkxBalance balance(JsonCursor c) {
        Fields f = balance;
        return new OkxBalance(
                f.at(c, 0).text(),
                f.big(c, 1),
                f.big(c, 2),
                f.big(c, 3),
                f.big(c, 4),
                f.big(c, 5),
                f.big(c, 6),
                f.big(c, 7),
                f.timeOrZero(c, 8));
    }

    List<OkxPosition> positions(OkxEnvelope frame) {
        return frame.fields.each(frame.cursor, OkxEnvelope.DATA, position, this::position);
    }

    private OkxPosition position(JsonCursor c) {
        Fields f = position;
        return new OkxPosition(
                f.at(c, 0).text(),
                f.text(c, 1),
                f.text(c, 2),
                f.text(c, 3),
                f.text(c, 4),
                f.amount(c, 5),
                f.big(c, 6),
                f.big(c, 7),
                f.big(c, 8),
                f.big(c, 9),
                f.big(c, 10),
                f.text(c, 11),
                f.big(c, 12),
                f.big(c, 13),
                f.text(c, 14),
                f.timeOrZero(c, 15));
    }

    /** Each element tells why by itself. All are read before the first is passed on. */
    void both(OkxEnvelope frame, OkxAccountSink sink) {
        List<Runnable> parts = frame.fields.each(frame.cursor, OkxEnvelope.DATA, both, c -> {
            OkxNews news = new OkxNews(both.text(c, 0), 0, true, both.timeOrZero(c, 1));
            List<OkxBalance> balances = both.each(c, 2, balance, this::balance);
            List<OkxPosition> positions = both.each(c, 3, position, this::position);
            return () -> sink.balancesAndPositions(news, balances, positions);
        });
        parts.forEach(Runnable::run);
    }
}
