package io.ttquant.exchanges.okx;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.json.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** News of an account decoded by way of Jackson's tree, as plainly as can be. */
final class PlainOkxAccount {
    private PlainOkxAccount() {}

    static void decode(byte[] bytes, OkxAccountSink sink) {
        JsonNode root = Fixtures.json(bytes);
        if (root.has("event") || root.has("op") || !root.has("data")) {
            return;
        }
        JsonNode data = root.get("data");
        OkxNews news = new OkxNews(
                text(root, "eventType"),
                root.path("curPage").asInt(),
                root.path("lastPage").asBoolean(true),
                0);
        switch (root.path("arg").path("channel").asText()) {
            case "orders" -> data.forEach(o -> sink.order(order(o)));
            case "orders-algo", "algo-advance" -> data.forEach(o -> sink.algo(algo(o)));
            case "fills" ->
                data.forEach(f -> sink.fill(new OkxFill(
                        text(f, "instId"),
                        text(f, "tradeId"),
                        text(f, "ordId"),
                        text(f, "clOrdId"),
                        side(f),
                        zero(f, "fillSz"),
                        zero(f, "fillPx"),
                        text(f, "execType"),
                        time(f, "ts"))));
            case "account" -> {
                List<OkxBalance> balances = new ArrayList<>();
                data.forEach(a -> balances.addAll(each(a.path("details"), PlainOkxAccount::balance)));
                sink.balances(news, balances);
            }
            case "positions" -> sink.positions(news, each(data, PlainOkxAccount::position));
            case "balance_and_position" ->
                data.forEach(e -> sink.balancesAndPositions(
                        new OkxNews(text(e, "eventType"), 0, true, time(e, "pTime")),
                        each(e.path("balData"), PlainOkxAccount::balance),
                        each(e.path("posData"), PlainOkxAccount::position)));
            case "liquidation-warning" -> sink.other("liquidation-warning");
            default -> {}
        }
    }

    static OkxAnswer answer(byte[] bytes) {
        JsonNode root = Fixtures.json(bytes);
        return new OkxAnswer(
                text(root, "id"),
                text(root, "op"),
                text(root, "code"),
                text(root, "msg"),
                each(
                        root.path("data"),
                        i -> new OkxAnswer.Item(
                                i.has("sCode") && !text(i, "sCode").isEmpty() ? text(i, "sCode") : text(root, "code"),
                                text(i, "sMsg"),
                                text(i, "subCode"),
                                text(i, "ordId"),
                                text(i, "clOrdId").isEmpty() ? text(i, "algoClOrdId") : text(i, "clOrdId"),
                                text(i, "algoId"),
                                text(i, "reqId"),
                                time(i, "ts"))),
                time(root, "inTime"),
                time(root, "outTime"));
    }

    private static OkxOrderUpdate order(JsonNode o) {
        return new OkxOrderUpdate(
                text(o, "instId"),
                text(o, "instType"),
                text(o, "ordId"),
                text(o, "clOrdId"),
                text(o, "algoId"),
                text(o, "algoClOrdId"),
                text(o, "tag"),
                side(o),
                text(o, "posSide"),
                text(o, "tdMode"),
                text(o, "ordType"),
                zero(o, "sz"),
                text(o, "tgtCcy"),
                big(o, "px"),
                term(o, "state", OkxOrderState.class, OkxOrderState.UNKNOWN),
                zero(o, "accFillSz"),
                big(o, "avgPx"),
                text(o, "tradeId"),
                big(o, "fillSz"),
                big(o, "fillPx"),
                big(o, "fillFee"),
                text(o, "fillFeeCcy"),
                text(o, "execType"),
                zero(o, "fee"),
                text(o, "feeCcy"),
                zero(o, "rebate"),
                text(o, "rebateCcy"),
                text(o, "reduceOnly").equals("true"),
                text(o, "category"),
                text(o, "cancelSource"),
                text(o, "amendSource"),
                text(o, "amendResult"),
                text(o, "reqId"),
                text(o, "code"),
                text(o, "msg"),
                time(o, "fillTime"),
                time(o, "uTime"),
                time(o, "cTime"));
    }

    private static OkxAlgoUpdate algo(JsonNode o) {
        return new OkxAlgoUpdate(
                text(o, "instId"),
                text(o, "instType"),
                text(o, "algoId"),
                text(o, "algoClOrdId"),
                text(o, "ordId"),
                side(o),
                text(o, "posSide"),
                text(o, "tdMode"),
                text(o, "ordType"),
                big(o, "sz"),
                term(o, "state", OkxAlgoState.class, OkxAlgoState.UNKNOWN),
                big(o, "triggerPx"),
                big(o, "ordPx"),
                big(o, "tpTriggerPx"),
                big(o, "tpOrdPx"),
                big(o, "slTriggerPx"),
                big(o, "slOrdPx"),
                text(o, "failCode"),
                text(o, "reduceOnly").equals("true"),
                time(o, "triggerTime"),
                time(o, "uTime"),
                time(o, "cTime"));
    }

    private static OkxBalance balance(JsonNode b) {
        return new OkxBalance(
                text(b, "ccy"),
                big(b, "cashBal"),
                big(b, "eq"),
                big(b, "availBal"),
                big(b, "availEq"),
                big(b, "frozenBal"),
                big(b, "liab"),
                big(b, "upl"),
                time(b, "uTime"));
    }

    private static OkxPosition position(JsonNode p) {
        return new OkxPosition(
                text(p, "instId"),
                text(p, "instType"),
                text(p, "posId"),
                text(p, "posSide"),
                text(p, "mgnMode"),
                zero(p, "pos"),
                big(p, "avgPx"),
                big(p, "availPos"),
                big(p, "lever"),
                big(p, "liqPx"),
                big(p, "margin"),
                text(p, "ccy"),
                big(p, "upl"),
                big(p, "realizedPnl"),
                text(p, "tradeId"),
                time(p, "uTime"));
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> made) {
        List<T> all = new ArrayList<>();
        array.forEach(node -> all.add(made.apply(node)));
        return all;
    }

    private static Term<OkxSide> side(JsonNode e) {
        return term(e, "side", OkxSide.class, OkxSide.UNKNOWN);
    }

    private static <E extends Enum<E>> Term<E> term(JsonNode e, String field, Class<E> type, E unknown) {
        String word = text(e, field);
        for (E value : Objects.requireNonNull(type.getEnumConstants())) {
            if (value != unknown && value.name().toLowerCase(Locale.ROOT).equals(word)) {
                return new Term<>(value, word);
            }
        }
        return new Term<>(unknown, word);
    }

    private static String text(JsonNode e, String field) {
        return e.path(field).isNull() ? "" : e.path(field).asText();
    }

    private static @Nullable BigDecimal big(JsonNode e, String field) {
        return text(e, field).isEmpty() ? null : new BigDecimal(text(e, field));
    }

    private static BigDecimal zero(JsonNode e, String field) {
        BigDecimal value = big(e, field);
        return value == null ? BigDecimal.ZERO : value;
    }

    private static long time(JsonNode e, String field) {
        String time = text(e, field);
        return time.isEmpty() || Long.parseLong(time) <= 0
                ? 0
                : new BigDecimal(time)
                        .movePointRight(time.length() <= 13 ? 6 : time.length() <= 16 ? 3 : 0)
                        .longValueExact();
    }
}
