package io.ttquant.core.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** Plain readers of the venues' messages. */
final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    static long price(Instrument instrument, JsonNode text) {
        return FixedPoint.toRaw(new BigDecimal(text.asText()), instrument.priceScale());
    }

    static long quantity(Instrument instrument, JsonNode text) {
        return FixedPoint.toRaw(new BigDecimal(text.asText()), instrument.quantityScale());
    }

    static void levels(Instrument instrument, JsonNode bids, JsonNode asks, BookUpdate target) {
        for (JsonNode level : bids) {
            target.bid(price(instrument, level.get(0)), quantity(instrument, level.get(1)));
        }
        for (JsonNode level : asks) {
            target.ask(price(instrument, level.get(0)), quantity(instrument, level.get(1)));
        }
    }

    static BookUpdate binanceIncrement(Instrument instrument, JsonNode data) {
        BookUpdate update = new BookUpdate()
                .ids(data.get("U").asLong(), data.get("u").asLong(), id(data, "pu"))
                .tsEvent(data.get("E").asLong() * 1_000_000);
        levels(instrument, data.get("b"), data.get("a"), update);
        return update;
    }

    static BookUpdate binanceSnapshot(Instrument instrument, JsonNode data) {
        BookUpdate update =
                new BookUpdate().ids(BookUpdate.ABSENT, data.get("lastUpdateId").asLong(), BookUpdate.ABSENT);
        levels(instrument, data.get("bids"), data.get("asks"), update);
        return update;
    }

    static BookUpdate okx(Instrument instrument, JsonNode data) {
        BookUpdate update = new BookUpdate()
                .ids(BookUpdate.ABSENT, id(data, "seqId"), id(data, "prevSeqId"))
                .tsEvent(data.get("ts").asLong() * 1_000_000)
                .checksum(data.path("checksum").asInt());
        levels(instrument, data.get("bids"), data.get("asks"), update);
        return update;
    }

    private static long id(JsonNode data, String field) {
        return data.has(field) ? data.get(field).asLong() : BookUpdate.ABSENT;
    }
}
