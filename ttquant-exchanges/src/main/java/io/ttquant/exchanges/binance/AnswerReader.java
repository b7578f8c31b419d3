package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.json.Fields;
import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.JsonKind;

/** Reads what all answers have. */
final class AnswerReader {
    private static final int OK = 200;
    private static final int CODE = 0;
    private static final int MESSAGE = 1;

    private final Fields error = new Fields("code", "msg");

    BinanceAnswer read(BinanceEnvelope frame) {
        String id = frame.fields.text(frame.cursor, BinanceEnvelope.ID);
        boolean isNested = frame.has(BinanceEnvelope.ERROR)
                && frame.at(BinanceEnvelope.ERROR).kind() == JsonKind.OBJECT;
        long code;
        String message;
        if (isNested) {
            JsonCursor cursor = frame.at(BinanceEnvelope.ERROR);
            error.read(cursor);
            code = error.integerOr(cursor, CODE, 0);
            message = error.text(cursor, MESSAGE);
        } else {
            code = frame.fields.integerOr(frame.cursor, BinanceEnvelope.CODE, 0);
            message = frame.fields.text(frame.cursor, BinanceEnvelope.MESSAGE);
        }
        int unsaid = code == 0 && frame.has(BinanceEnvelope.RESULT) ? OK : 0;
        int status = (int) frame.fields.integerOr(frame.cursor, BinanceEnvelope.STATUS, unsaid);
        return new BinanceAnswer(id, status, code, message);
    }
}
