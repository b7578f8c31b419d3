package io.ttquant.exchanges.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.binance.BinanceAnswers;
import io.ttquant.exchanges.binance.BinanceCodes;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of REST are read to the values that an independent client, or whoever recorded them, found in them. */
class ExpectedAnswersTest {
    @ParameterizedTest
    @CsvSource({"okx, 18", "binance-spot, 45", "binance-usdm, 25"})
    void answersHaveTheExpectedValues(String venue, int least) {
        Path folder = Fixtures.folder(venue + "/rest");
        int compared = 0;
        for (Map.Entry<String, JsonNode> file :
                Fixtures.json(folder.resolve("expected-ccxt-rest.json")).properties()) {
            JsonNode json = Fixtures.json(folder.resolve(file.getKey()));
            boolean hasRequest = json.has("response");
            String path = hasRequest
                    ? json.at("/request/method").asText() + " "
                            + json.at("/request/path").asText()
                    : file.getKey();
            JsonNode answer = hasRequest ? json.get("response") : json;
            if (venue.equals("okx") && !answer.has("code")) {
                continue; // An item alone.
            }
            compared += compare(venue + " " + file.getKey(), Decoded.of(venue, path, answer), file.getValue());
        }
        assertThat(compared).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({"okx, 5"})
    void recordedAnswersHaveTheValuesThatTheirRecorderFound(String venue, int least) {
        int compared = 0;
        for (Path file : Fixtures.files(venue + "/rest", "live-.*")) {
            JsonNode json = Fixtures.json(file);
            String path = json.at("/request/method").asText() + " "
                    + json.at("/request/path").asText();
            if (!json.path("expected").isNull()) {
                Object ours = Decoded.of(venue, path, json.get("response"));
                compared += compare(file.getFileName().toString(), ours, json.get("expected"));
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(least);
    }

    private static int compare(String what, @Nullable Object ours, JsonNode theirs) {
        if (ours instanceof BookAnswer book) {
            return book(what, book, theirs);
        }
        if (!(ours instanceof List<?> list) || list.isEmpty()) {
            return 0;
        }
        if (list.get(0) instanceof AssetBalance) {
            return balances(what, list, theirs);
        }
        boolean isCut = theirs.has("first");
        JsonNode first = isCut ? theirs.get("first").get(0) : first(theirs, list.get(0));
        return first == null || first.isMissingNode() ? 0 : item(what, list.get(0), first);
    }

    /** Of a list the first, of a map of symbols the first value, else the value itself; candles are rows. */
    private static @Nullable JsonNode first(JsonNode theirs, Object ours) {
        if (theirs.isArray()) {
            boolean isRow = !theirs.path(0).isContainerNode();
            return isRow ? theirs : theirs.get(0);
        }
        boolean isMap = ours instanceof Ticker && !theirs.has("symbol");
        return isMap ? theirs.elements().next() : theirs;
    }

    private static int item(String what, Object ours, JsonNode theirs) {
        if (ours instanceof CommandResult result) {
            return result.order() == null ? 0 : order(what, result.order(), theirs);
        } else if (ours instanceof VenueOrder order) {
            return order(what, order, theirs);
        } else if (ours instanceof VenueFill fill) {
            return fill(what, fill, theirs);
        } else if (ours instanceof VenuePosition position) {
            return position(what, position, theirs);
        } else if (ours instanceof Candle candle) {
            same(what, candle.open(), theirs.get(1));
            same(what, candle.close(), theirs.get(4));
            same(what, candle.volume(), theirs.get(5));
            return time(what, candle.tsOpen(), theirs.get(0));
        } else if (ours instanceof PublicTrade trade) {
            return trade(what, trade, theirs);
        } else if (ours instanceof Ticker ticker) {
            same(what, ticker.last(), theirs.path("last"));
            same(what, ticker.bid(), theirs.path("bid"));
            same(what, ticker.ask(), theirs.path("ask"));
            same(what, ticker.high(), theirs.path("high"));
            same(what, ticker.volume(), theirs.path("baseVolume"));
            return 1;
        } else if (ours instanceof FundingAnswer funding) {
            same(what, funding.rate(), theirs.path("fundingRate"));
            return time(what, funding.tsSettlement(), theirs.path("fundingTimestamp"));
        }
        return 0;
    }

    private static int balances(String what, List<?> ours, JsonNode theirs) {
        for (Object each : ours) {
            AssetBalance balance = (AssetBalance) each;
            JsonNode other = theirs.path(balance.currency());
            if (other.has("total")) {
                same(what, balance.total(), other.get("total"));
            }
            same(what, balance.free(), other.path("free"));
        }
        return 1;
    }

    private static int order(String what, VenueOrder ours, JsonNode theirs) {
        assertThat(ours.venueId()).as(what).isEqualTo(theirs.get("id").asText());
        if (theirs.has("side")) {
            assertThat(ours.side().name().toLowerCase(Locale.ROOT))
                    .as(what)
                    .isEqualTo(theirs.get("side").asText());
        }
        same(what, ours.isByValue() ? ours.filled() : ours.quantity(), theirs.path("amount"));
        same(what, ours.filled(), theirs.path("filled"));
        same(what, ours.averagePrice(), theirs.path("average"));
        same(what, ours.triggerPrice(), theirs.path("triggerPrice"));
        if (theirs.has("status")) {
            assertThat(status(ours.status()))
                    .as(what)
                    .isEqualTo(theirs.get("status").asText());
        }
        if (theirs.at("/fee/cost").isNumber() && ours.fees().size() == 1) {
            same(what, ours.fees().get(0).amount(), theirs.at("/fee/cost"));
            assertThat(ours.fees().get(0).currency())
                    .as(what)
                    .isEqualTo(theirs.at("/fee/currency").asText());
        }
        return time(what, ours.tsCreated(), theirs.path("timestamp"));
    }

    private static String status(@Nullable OrderStatus status) {
        return status == null
                ? "?"
                : switch (status) {
                    case FILLED -> "closed";
                    case CANCELED -> "canceled";
                    case EXPIRED -> "expired";
                    case REJECTED -> "rejected";
                    default -> "open";
                };
    }

    private static int fill(String what, VenueFill ours, JsonNode theirs) {
        assertThat(Long.toString(ours.tradeId()))
                .as(what)
                .isEqualTo(theirs.get("id").asText());
        assertThat(ours.orderId()).as(what).isEqualTo(theirs.get("order").asText());
        assertThat(ours.isMaker())
                .as(what)
                .isEqualTo(theirs.get("takerOrMaker").asText().equals("maker"));
        assertThat(ours.side().name().toLowerCase(Locale.ROOT))
                .as(what)
                .isEqualTo(theirs.get("side").asText());
        same(what, ours.price(), theirs.get("price"));
        same(what, ours.quantity(), theirs.get("amount"));
        same(what, ours.fee().amount(), theirs.at("/fee/cost"));
        assertThat(ours.fee().currency())
                .as(what)
                .isEqualTo(theirs.at("/fee/currency").asText());
        return 1;
    }

    private static int position(String what, VenuePosition ours, JsonNode theirs) {
        same(what, ours.quantity().abs(), theirs.path("contracts"));
        if (ours.quantity().signum() != 0 && theirs.has("side")) {
            assertThat(ours.quantity().signum() > 0 ? "long" : "short")
                    .as(what)
                    .isEqualTo(theirs.get("side").asText());
        }
        if (theirs.path("entryPrice").asDouble() != 0) {
            same(what, ours.entryPrice(), theirs.get("entryPrice"));
        }
        same(what, ours.markPrice(), theirs.path("markPrice"));
        same(what, ours.liquidationPrice(), theirs.path("liquidationPrice"));
        if (ours.leverage() != null) {
            same(what, ours.leverage(), theirs.path("leverage"));
        }
        return 1;
    }

    private static int trade(String what, PublicTrade ours, JsonNode theirs) {
        assertThat(Long.toString(ours.id())).as(what).isEqualTo(theirs.get("id").asText());
        same(what, ours.price(), theirs.get("price"));
        same(what, ours.quantity(), theirs.get("amount"));
        if (theirs.has("side") && ours.aggressor() != AggressorSide.NONE) {
            assertThat(ours.aggressor())
                    .as(what)
                    .isEqualTo(theirs.get("side").asText().equals("buy") ? AggressorSide.BUYER : AggressorSide.SELLER);
        }
        return time(what, ours.tsEvent(), theirs.path("timestamp"));
    }

    private static int book(String what, BookAnswer ours, JsonNode theirs) {
        assertThat(ours.bids()).as(what).hasSize(theirs.get("bids").asInt());
        assertThat(ours.asks()).as(what).hasSize(theirs.get("asks").asInt());
        same(what, ours.bids().get(0).price(), theirs.at("/bestBid/0"));
        same(what, ours.asks().get(0).quantity(), theirs.at("/bestAsk/1"));
        same(what, ours.asks().get(ours.asks().size() - 1).price(), theirs.at("/lastAsk/0"));
        return 1;
    }

    private static int time(String what, long nanos, JsonNode millis) {
        if (millis.isNumber() && millis.asLong() != 0) {
            assertThat(nanos / EpochNanos.MILLISECOND).as(what).isEqualTo(millis.asLong());
        }
        return 1;
    }

    /** Their values went through doubles. */
    private static void same(String what, @Nullable BigDecimal ours, JsonNode theirs) {
        if (theirs.isNumber()) {
            assertThat(ours == null ? 0 : ours.doubleValue()).as(what).isEqualTo(theirs.doubleValue());
        }
    }

    @ParameterizedTest
    @CsvSource({"binance-usdm"})
    void aBatchThatIsMixedHasAnOutcomeForEachOrder(String venue) {
        for (JsonNode seen : Fixtures.lines(venue + "/rest", "errors-seen.jsonl")) {
            if (seen.get("outcome").asText().equals("mixed")) {
                List<CommandResult> results = BinanceAnswers.results(
                        BinanceCodes.USDM, 200, seen.get("body").toString().getBytes(StandardCharsets.UTF_8));
                assertThat(results).extracting(r -> r.verdict().isAccepted()).containsExactly(false, true);
                assertThat(results.get(1).venueId()).isEqualTo("1514982812");
            }
        }
    }
}
