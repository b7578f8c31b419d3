package io.ttquant.exchanges.okx.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ttquant.exchanges.answer.VenueFill;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What OKX is asked about fills, and what its answers mean. */
class OkxDeskFillsTest {
    private static final String PLACE = "/api/v5/trade/order";

    private final Bench b = new Bench();

    @Test
    void fillsComeOverAllPagesWithFeesThatArePositiveWherePaid() {
        b.venue.on("/api/v5/trade/fills", r -> OkxVenue.data(r.uri().getQuery().contains("after=") ? "" : fill()));
        String fills = b.<List<VenueFill>>ask(
                r -> b.desk.fills(b.btc(), Session.START - 1_000_000_000L, r),
                all -> all.stream().map(Bench::text).toList());
        assertEquals("[a1 41 0.25 at 27000 fee 0.00025 BTC taker]", fills);
    }

    private static String fill() {
        return "{\"instId\":\"BTC-USDT\",\"tradeId\":\"41\",\"ordId\":\"312\",\"clOrdId\":\"a1\",\"billId\":\"600\",\"fillPx\":\"27000\","
                + "\"fillSz\":\"0.25\",\"side\":\"buy\",\"posSide\":\"net\",\"execType\":\"T\",\"fee\":\"-0.00025\",\"feeCcy\":\"BTC\","
                + "\"ts\":\"1790000000500\",\"fillTime\":\"1790000000499\"}";
    }

    @Test
    void fillsOfAnOrderAreAskedForByTheVenuesIdOfIt() {
        b.venue.on(PLACE, r -> OkxVenue.data(OkxVenue.order("312", "a1", "partially_filled", "0.25", "")));
        b.venue.on("/api/v5/trade/fills", r -> OkxVenue.data(r.uri().getQuery().contains("after=") ? "" : fill()));
        String fills = b.<List<VenueFill>>ask(r -> b.desk.fillsOf(b.limit("a1"), r), List::size);
        assertEquals("1", fills);
        assertTrue(b.venue.requests.stream().anyMatch(r -> r.uri().toString().contains("ordId=312")));
    }

    private String fillsListed(String... rows) {
        b.venue.on(
                "/api/v5/trade/fills",
                r -> OkxVenue.data(r.uri().getQuery().contains("after=") ? "" : String.join(",", rows)));
        return b.<List<VenueFill>>ask(
                r -> b.desk.fills(b.btc(), Session.START - 1_000_000_000L, r),
                all -> all.stream().map(VenueFill::tradeId).toList());
    }

    private static String fill(String tradeId, String bill) {
        return fill().replace("\"tradeId\":\"41\"", "\"tradeId\":" + tradeId)
                .replace("\"billId\":\"600\"", "\"billId\":" + bill);
    }

    @Test
    void aFillWithoutAnIdHasOneOfOursThatStaysAndNoVenueHas() {
        String listed = fillsListed(
                fill("\"\"", "\"600\""), fill("null", "\"601\""), fill("\"0\"", "\"602\""), fill("\"7\"", "\"603\""));
        List<String> ids = List.of(
                Long.toString(Long.MIN_VALUE + 600),
                Long.toString(Long.MIN_VALUE + 601),
                Long.toString(Long.MIN_VALUE + 602),
                "7");
        assertEquals(ids.toString(), listed);
        assertEquals(
                listed,
                fillsListed(
                        fill("\"odd\"", "\"600\""),
                        fill("\"\"", "\"601\""),
                        fill("\"\"", "\"602\""),
                        fill("\"7\"", "\"603\"")));
    }

    @Test
    void aFillWithoutIdAndBillIsKnownByItsOrderTimePriceAndSize() {
        String first = fillsListed(fill("\"\"", "\"\""));
        assertTrue(first.startsWith("[-"), first);
        assertEquals(first, fillsListed(fill("null", "null").replace("\"0.25\"", "\"0.250\"")));
        assertFalse(first.equals(fillsListed(fill("\"\"", "\"\"").replace("\"0.25\"", "\"0.5\""))));
        assertFalse(first.equals(fillsListed(fill("\"\"", "\"\"").replace("0499", "0498"))));
    }

    @Test
    void rowsWithoutACursorThatFillAPageAreNoWholeList() {
        String row = fill("\"\"", "\"\"");
        String[] page = new String[100];
        for (int i = 0; i < page.length; i++) {
            page[i] = row.replace("\"0.25\"", "\"0." + (i + 1) + "\"");
        }
        assertTrue(fillsListed(page).startsWith("failed UNKNOWN"));
    }

    @Test
    void aBillOfZeroIsNone() {
        assertEquals(
                fillsListed(fill("\"\"", "\"\"")),
                fillsListed(fill("\"\"", "\"0\"")),
                "by its order, time, price and size");
        assertEquals("[43, 44]", fillsListed(fill("\"43\"", "\"0\""), fill("\"44\"", "\"0\"")), "two alike");
    }

    @Test
    void aBillOfZeroIsNoPlaceInAList() {
        String older = fill("\"40\"", "\"598\"").replace("0499", "0300");
        b.venue.on("/api/v5/trade/fills", r -> {
            String query = r.uri().getQuery();
            boolean isNext = query.contains("after=600");
            return OkxVenue.data(
                    isNext
                            ? older
                            : query.contains("after=")
                                    ? ""
                                    : fill("\"42\"", "\"0\"").replace("0499", "0450") + ',' + fill());
        });
        String ids = b.<List<VenueFill>>ask(
                r -> b.desk.fills(b.btc(), Session.START - 1_000_000_000L, r),
                all -> all.stream().map(VenueFill::tradeId).toList());
        assertEquals("[42, 41, 40]", ids);
    }

    @Test
    void theIdThatIsMadeUpIsThatOfEveryVenue() {
        String listed = fillsListed(fill("\"\"", "\"\""));
        long made =
                VenueFill.madeUpId("312", 1_790_000_000_499_000_000L, new BigDecimal("27000"), new BigDecimal("0.250"));
        assertEquals("[" + made + "]", listed);
    }

    private void hears(String tradeId, String millis) {
        String fill = ",\"tradeId\":\"" + tradeId
                + "\",\"fillSz\":\"0.250\",\"fillPx\":\"27000\",\"fillFee\":\"-0.5\",\"fillFeeCcy\":\"USDT\",\"fillTime\":\"179000000"
                + millis + "\"";
        b.venue.publish(
                "orders /ANY",
                "{\"arg\":{\"channel\":\"orders\",\"instType\":\"ANY\"},\"data\":["
                        + OkxVenue.order("312", "a1", "partially_filled", "0.25", fill) + "]}");
    }

    @Test
    void aFillWhoseIdIsToldInOnePlaceOnlyIsOne() {
        b.streaming();
        hears("41", "0499");
        b.run(1);
        assertTrue(b.news.get(1).startsWith("fill a1 41 "), b.news.toString());
        assertEquals("[41]", fillsListed(fill("\"\"", "\"600\"")));
        assertEquals(
                "[" + (Long.MIN_VALUE + 601) + "]",
                fillsListed(fill("\"\"", "\"601\"")),
                "a twin has a bill of its own");
        assertEquals("[41]", fillsListed(fill("\"\"", "\"600\"")));
        String twin = fill("\"\"", "\"602\"").replace("0499", "0498");
        String ofOurs = fillsListed(twin);
        assertEquals(ofOurs, fillsListed(fill("\"42\"", "\"602\"").replace("0499", "0498")));
        hears("42", "0498");
        b.run(1);
        assertTrue(ofOurs.equals("[" + b.news.get(3).split(" ")[2] + "]"), b.news + " " + ofOurs);
        hears("45", "0498");
        b.run(1);
        assertEquals("45", b.news.get(5).split(" ")[2], "another trade of the same time, price and size");
        assertEquals(
                "[43, 44]",
                fillsListed(
                        fill("\"43\"", "\"603\"").replace("0499", "0497"),
                        fill("\"44\"", "\"604\"").replace("0499", "0497")));
    }
}
