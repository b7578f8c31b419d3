package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.json.Fields;
import io.ttquant.exchanges.json.JsonCursor;
import java.util.List;

/** Reads answers to order operations. */
final class OkxAnswerReader {
    private final Fields item =
            new Fields("sCode", "sMsg", "subCode", "ordId", "clOrdId", "algoId", "reqId", "ts", "algoClOrdId");

    OkxAnswer read(OkxEnvelope frame) {
        JsonCursor cursor = frame.cursor;
        String code = frame.text(OkxEnvelope.CODE);
        List<OkxAnswer.Item> items = frame.fields.each(cursor, OkxEnvelope.DATA, item, c -> item(c, code));
        return new OkxAnswer(
                frame.text(OkxEnvelope.ID),
                frame.text(OkxEnvelope.OPERATION),
                code,
                frame.text(OkxEnvelope.MESSAGE),
                items,
                frame.fields.timeOrZero(cursor, OkxEnvelope.IN_TIME),
                frame.fields.timeOrZero(cursor, OkxEnvelope.OUT_TIME));
    }

    private OkxAnswer.Item item(JsonCursor c, String whole) {
        String code = item.text(c, 0);
        String clientId = item.text(c, 4);
        return new OkxAnswer.Item(
                code.isEmpty() ? whole : code,
                item.text(c, 1),
                item.text(c, 2),
                item.text(c, 3),
                clientId.isEmpty() ? item.text(c, 8) : clientId,
                item.text(c, 5),
                item.text(c, 6),
                item.timeOrZero(c, 7));
    }
}
