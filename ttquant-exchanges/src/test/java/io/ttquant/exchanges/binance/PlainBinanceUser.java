package io.ttquant.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.json.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** News of an account decoded by way of Jackson's tree, as plainly as can be. */
final class PlainBinanceUser {
    private PlainBinanceUser() {}

    static void decode(byte[] bytes, BinanceUserSink sink) {
        JsonNode root = Fixtures.json(bytes);
        JsonNode e = root.path("event").isObject()
                ? root.get("event")
                : root.path("data").isObject() ? root.get("data") : root;
        if (!e.path("e").isTextual()) {
            return;
        }
        long sent = time(e, "E");
        switch (e.get("e").asText()) {
            case "executionReport" -> sink.order(spot(e));
            case "ORDER_TRADE_UPDATE" -> sink.order(futures(e.get("o"), sent));
            case "TRADE_LITE" ->
                sink.tradeLite(new BinanceTradeLite(
                        text(e, "s"),
                        e.get("i").asLong(),
                        text(e, "c"),
                        side(e),
                        zero(e, "q"),
                        zero(e, "p"),
                        whole(e, "t"),
                        zero(e, "l"),
                        zero(e, "L"),
                        e.path("m").asBoolean(),
                        time(e, "T"),
                        sent));
            case "ACCOUNT_UPDATE" -> sink.account(account(e, sent));
            case "outboundAccountPosition" ->
                sink.balances(new BinanceBalances(
                        each(e.path("B"), b -> new BinanceBalances.Balance(text(b, "a"), zero(b, "f"), zero(b, "l"))),
                        time(e, "u"),
                        sent));
            case "balanceUpdate" ->
                sink.balanceChange(new BinanceBalanceChange(text(e, "a"), zero(e, "d"), time(e, "T"), sent));
            case "listStatus" ->
                sink.list(new BinanceListStatus(
                        text(e, "s"),
                        e.get("g").asLong(),
                        text(e, "c"),
                        text(e, "l"),
                        text(e, "L"),
                        text(e, "r"),
                        text(e, "C"),
                        each(
                                e.path("O"),
                                o -> new BinanceListStatus.Member(
                                        text(o, "s"), o.get("i").asLong(), text(o, "c"))),
                        time(e, "T"),
                        sent));
            case "ALGO_UPDATE" -> sink.algo(algo(e.get("o"), time(e, "T"), sent));
            case "listenKeyExpired", "eventStreamTerminated" -> sink.ended(sent);
            case "serverShutdown" -> {}
            default -> sink.other(e.get("e").asText(), sent);
        }
    }

    private static BinanceOrderUpdate spot(JsonNode e) {
        return new BinanceOrderUpdate(
                text(e, "s"),
                e.get("i").asLong(),
                text(e, "c"),
                text(e, "C"),
                side(e),
                "",
                text(e, "o"),
                "",
                text(e, "f"),
                zero(e, "q"),
                zero(e, "Q"),
                zero(e, "p"),
                zero(e, "P"),
                null,
                term(e, "x", BinanceExecution.class, BinanceExecution.UNKNOWN),
                term(e, "X", BinanceOrderState.class, BinanceOrderState.UNKNOWN),
                text(e, "r"),
                text(e, "eR"),
                whole(e, "t"),
                zero(e, "l"),
                zero(e, "L"),
                zero(e, "z"),
                big(e, "Z"),
                big(e, "n"),
                text(e, "N"),
                e.path("m").asBoolean(),
                e.path("w").asBoolean(),
                false,
                false,
                null,
                whole(e, "g"),
                time(e, "O"),
                time(e, "T"),
                time(e, "E"));
    }

    private static BinanceOrderUpdate futures(JsonNode o, long sent) {
        return new BinanceOrderUpdate(
                text(o, "s"),
                o.get("i").asLong(),
                text(o, "c"),
                "",
                side(o),
                text(o, "ps"),
                text(o, "o"),
                text(o, "ot"),
                text(o, "f"),
                zero(o, "q"),
                BigDecimal.ZERO,
                zero(o, "p"),
                zero(o, "sp"),
                big(o, "ap"),
                term(o, "x", BinanceExecution.class, BinanceExecution.UNKNOWN),
                term(o, "X", BinanceOrderState.class, BinanceOrderState.UNKNOWN),
                "",
                text(o, "er"),
                whole(o, "t"),
                zero(o, "l"),
                zero(o, "L"),
                zero(o, "z"),
                null,
                big(o, "n"),
                text(o, "N"),
                o.path("m").asBoolean(),
                false,
                o.path("R").asBoolean(),
                o.path("cp").asBoolean(),
                big(o, "rp"),
                -1,
                0,
                time(o, "T"),
                sent);
    }

    private static BinanceAccountUpdate account(JsonNode e, long sent) {
        JsonNode a = e.get("a");
        return new BinanceAccountUpdate(
                text(a, "m"),
                each(
                        a.path("B"),
                        b -> new BinanceAccountUpdate.Wallet(text(b, "a"), zero(b, "wb"), zero(b, "cw"), big(b, "bc"))),
                each(
                        a.path("P"),
                        p -> new BinanceAccountUpdate.Position(
                                text(p, "s"),
                                text(p, "ps"),
                                zero(p, "pa"),
                                zero(p, "ep"),
                                big(p, "bep"),
                                zero(p, "up"),
                                text(p, "mt"),
                                zero(p, "iw"))),
                time(e, "T"),
                sent);
    }

    private static BinanceAlgoUpdate algo(JsonNode o, long happened, long sent) {
        return new BinanceAlgoUpdate(
                text(o, "s"),
                o.get("aid").asLong(),
                text(o, "caid"),
                text(o, "at"),
                text(o, "o"),
                side(o),
                text(o, "ps"),
                text(o, "f"),
                zero(o, "q"),
                big(o, "p"),
                big(o, "tp"),
                term(o, "X", BinanceAlgoState.class, BinanceAlgoState.UNKNOWN),
                text(o, "ai"),
                text(o, "act"),
                big(o, "ap"),
                big(o, "aq"),
                text(o, "rm"),
                o.path("R").asBoolean(),
                o.path("cp").asBoolean(),
                happened,
                sent);
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> made) {
        List<T> all = new ArrayList<>();
        array.forEach(node -> all.add(made.apply(node)));
        return all;
    }

    private static Term<BinanceSide> side(JsonNode e) {
        return term(e, "S", BinanceSide.class, BinanceSide.UNKNOWN);
    }

    private static <E extends Enum<E>> Term<E> term(JsonNode e, String field, Class<E> type, E unknown) {
        String word = text(e, field);
        for (E value : Objects.requireNonNull(type.getEnumConstants())) {
            if (value != unknown && value.name().equals(word)) {
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

    private static long whole(JsonNode e, String field) {
        return text(e, field).isEmpty() ? -1 : e.get(field).asLong();
    }

    private static long time(JsonNode e, String field) {
        return text(e, field).isEmpty() || e.get(field).asLong() <= 0 ? 0 : PlainBinanceMarket.nanos(e.get(field));
    }
}
