package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.json.Fields;
import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.Term;
import java.math.BigDecimal;

/** Reads news of orders. Spot and futures share most letters, but not all. */
final class OrderReader {
    private final Fields spot = new Fields(
            "s", "i", "c", "C", "S", "o", "f", "q", "Q", "p", "P", "x", "X", "r", "eR", "t", "l", "L", "z", "Z", "n",
            "N", "m", "w", "g", "O", "T", "E");
    private final Fields futures = new Fields(
            "s", "i", "c", "S", "ps", "o", "ot", "f", "q", "p", "sp", "ap", "x", "X", "er", "t", "l", "L", "z", "n",
            "N", "m", "R", "cp", "rp", "T");
    private final Fields lite = new Fields("s", "i", "c", "S", "q", "p", "t", "l", "L", "m", "T", "E");
    private final Fields algo = new Fields(
            "s", "aid", "caid", "at", "o", "S", "ps", "f", "q", "p", "tp", "X", "ai", "act", "ap", "aq", "rm", "R",
            "cp");

    BinanceOrderUpdate spot(JsonCursor c) {
        Fields f = spot;
        f.read(c);
        Term<BinanceExecution> execution = f.term(c, 11, BinanceWords.EXECUTIONS);
        return new BinanceOrderUpdate(
                f.text(c, 0),
                f.at(c, 1).integer(),
                f.text(c, 2),
                f.text(c, 3),
                f.term(c, 4, BinanceWords.SIDES),
                "",
                f.text(c, 5),
                "",
                f.text(c, 6),
                f.bigOrZero(c, 7),
                f.bigOrZero(c, 8),
                f.bigOrZero(c, 9),
                f.bigOrZero(c, 10),
                null,
                execution,
                f.term(c, 12, BinanceWords.STATES),
                f.text(c, 13),
                f.text(c, 14),
                f.integerOr(c, 15, -1),
                traded(f, c, 16, execution),
                traded(f, c, 17, execution),
                traded(f, c, 18, execution),
                f.big(c, 19),
                f.big(c, 20),
                f.text(c, 21),
                f.truth(c, 22),
                f.truth(c, 23),
                false,
                false,
                null,
                f.integerOr(c, 24, -1),
                f.timeOrZero(c, 25),
                f.timeOrZero(c, 26),
                f.timeOrZero(c, 27));
    }

    /** Passes an order of futures, to be made of it by {@link #futures}. */
    void readFutures(JsonCursor c) {
        futures.read(c);
    }

    BinanceOrderUpdate futures(JsonCursor c, long tsEvent) {
        Fields f = futures;
        Term<BinanceExecution> execution = f.term(c, 12, BinanceWords.EXECUTIONS);
        return new BinanceOrderUpdate(
                f.text(c, 0),
                f.at(c, 1).integer(),
                f.text(c, 2),
                "",
                f.term(c, 3, BinanceWords.SIDES),
                f.text(c, 4),
                f.text(c, 5),
                f.text(c, 6),
                f.text(c, 7),
                f.bigOrZero(c, 8),
                BigDecimal.ZERO,
                f.bigOrZero(c, 9),
                f.bigOrZero(c, 10),
                f.big(c, 11),
                execution,
                f.term(c, 13, BinanceWords.STATES),
                "",
                f.text(c, 14),
                f.integerOr(c, 15, -1),
                traded(f, c, 16, execution),
                traded(f, c, 17, execution),
                traded(f, c, 18, execution),
                null,
                f.big(c, 19),
                f.text(c, 20),
                f.truth(c, 21),
                false,
                f.truth(c, 22),
                f.truth(c, 23),
                f.big(c, 24),
                -1,
                0,
                f.timeOrZero(c, 25),
                tsEvent);
    }

    BinanceTradeLite lite(JsonCursor c) {
        Fields f = lite;
        f.read(c);
        return new BinanceTradeLite(
                f.text(c, 0),
                f.at(c, 1).integer(),
                f.text(c, 2),
                f.term(c, 3, BinanceWords.SIDES),
                f.bigOrZero(c, 4),
                f.bigOrZero(c, 5),
                f.integerOr(c, 6, -1),
                f.amount(c, 7),
                f.amount(c, 8),
                f.truth(c, 9),
                f.timeOrZero(c, 10),
                f.timeOrZero(c, 11));
    }

    BinanceAlgoUpdate algo(JsonCursor c, long tsTransaction, long tsEvent) {
        Fields f = algo;
        f.read(c);
        return new BinanceAlgoUpdate(
                f.text(c, 0),
                f.at(c, 1).integer(),
                f.text(c, 2),
                f.text(c, 3),
                f.text(c, 4),
                f.term(c, 5, BinanceWords.SIDES),
                f.text(c, 6),
                f.text(c, 7),
                f.bigOrZero(c, 8),
                f.big(c, 9),
                f.big(c, 10),
                f.term(c, 11, BinanceWords.ALGO_STATES),
                f.text(c, 12),
                f.text(c, 13),
                f.big(c, 14),
                f.big(c, 15),
                f.text(c, 16),
                f.truth(c, 17),
                f.truth(c, 18),
                tsTransaction,
                tsEvent);
    }

    /** A trade without its figures must not be taken for none: it would be lost. */
    private static BigDecimal traded(Fields f, JsonCursor c, int field, Term<BinanceExecution> execution) {
        return isTrade(execution) ? f.amount(c, field) : f.bigOrZero(c, field);
    }

    private static boolean isTrade(Term<BinanceExecution> execution) {
        return execution.is(BinanceExecution.TRADE) || execution.is(BinanceExecution.CALCULATED);
    }
}
