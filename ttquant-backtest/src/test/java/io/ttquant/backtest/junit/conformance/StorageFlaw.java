package io.ttquant.backtest.junit.conformance;

import java.util.Set;

/** What is broken in a storage of the tests, and the cases that must notice. */
enum StorageFlaw {
    NONE(),
    LOUD_ID(1),
    NO_CAPABILITY(2),
    SILENT_SETTINGS(3),
    PRICES_AS_DOUBLES(4),
    MICROSECONDS(4, 8),
    TIME_IS_THE_KEY(5),
    ORDER_OF_WRITING(5, 8),
    DOUBLES_REPETITIONS(6),
    LAST_WINS(6),
    COUNTS_NO_CONFLICTS(7),
    END_INCLUDED(8),
    MIXES_INSTRUMENTS(9),
    FORGETS_SCALES(10),
    QUOTES_WITHOUT_NUMBERS(11),
    ONE_SERIES_OF_BARS(12),
    SORTS_LEVELS(13),
    FUNDING_AS_DOUBLE(14),
    UNKNOWN_IS_AN_ERROR(15),
    MONEY_AS_DOUBLES(16),
    LOSES_TEXT(16),
    LOSES_PARAMETERS(17),
    RUN_BEGINS_ANEW(18),
    FILLS_BY_NUMBER(19),
    FILLS_OF_ALL_RUNS(19),
    ANY_RUN(20),
    CLOSE_FORGETS(21),
    CLOSE_TWICE_THROWS(22),
    SILENT_AFTER_CLOSE(22),
    FLUSH_PRETENDS(23),
    READERS_BLOCK_WRITERS(24),
    WRITERS_WAIT(25),
    SILENT_TROUBLE(25),
    LOSES_IN_OUTAGE(26, 29),
    TAKES_ANYTHING(27),
    SHARES_RUNS(28),
    KEEPS_CLAIMS(28),
    MAKES_TWICE(29),
    MAKES_OUT_OF_ORDER(29),
    MAKES_WHAT_IT_LOSES(29);

    final Set<Integer> cases;

    StorageFlaw(Integer... cases) {
        this.cases = Set.of(cases);
    }
}
