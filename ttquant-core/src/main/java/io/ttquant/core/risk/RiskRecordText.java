package io.ttquant.core.risk;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.risk.RiskRecord.Held;
import io.ttquant.core.risk.RiskRecord.Losses;
import io.ttquant.core.risk.RiskRecord.OfScope;
import io.ttquant.core.risk.RiskRecord.Result;
import io.ttquant.core.risk.RiskRecord.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link RiskRecord} as lines that people can read: what, a tab, and its words with tabs between; amounts are decimals. The last line is a check sum. */
public final class RiskRecordText {
    /** The version of the format. */
    public static final int VERSION = 1;

    private static final String TITLE = "ttquant-risk";
    private static final String CURRENCY = "currency";
    private static final String ACCOUNT = "account";
    private static final String STRATEGY = "strategy";
    private static final String DAY_ENDS = "day_ends";
    private static final String DAY_START = "day_start";
    private static final String HIGHEST = "highest";
    private static final String LOSSES_IN_A_ROW = "losses_in_a_row";
    private static final String HELD = "held";
    private static final String FLATTEN = "flatten";
    private static final String VALUE = "value";
    private static final String RESULT = "result";
    private static final String CHECK = "check";
    private static final int LONGEST_AMOUNT = 30;

    private final List<OfScope> scopes = new ArrayList<>();
    private Currency currency = Currency.of("NONE", 0);
    private @Nullable String strategyId;
    private Losses losses = Losses.NONE;
    private int lossesInARow;
    private final List<Held> holds = new ArrayList<>();
    private long rawValue = Ledger.UNKNOWN;
    private final List<Result> results = new ArrayList<>();

    private RiskRecordText() {}

    /** Its lines, each with its end. */
    public static String format(RiskRecord state) {
        StringBuilder text = new StringBuilder();
        line(text, TITLE, Integer.toString(VERSION));
        Currency currency = state.currency();
        line(text, CURRENCY, currency.code(), Integer.toString(currency.scale()));
        state.scopes().forEach(each -> scope(text, each, currency));
        return text + CHECK + "\t" + KeptLines.checkSum(text.toString()) + "\n";
    }

    private static void scope(StringBuilder text, OfScope scope, Currency currency) {
        if (scope.strategyId().isEmpty()) {
            line(text, ACCOUNT);
        } else {
            line(text, STRATEGY, scope.strategyId());
        }
        if (scope.losses().dayEndNanos() != Long.MIN_VALUE) {
            line(text, DAY_ENDS, EpochNanos.format(scope.losses().dayEndNanos()));
        }
        amount(text, DAY_START, scope.losses().rawDayStart(), currency);
        amount(text, HIGHEST, scope.losses().rawHighest(), currency);
        if (scope.lossesInARow() > 0) {
            line(text, LOSSES_IN_A_ROW, Integer.toString(scope.lossesInARow()));
        }
        for (Held held : scope.holds()) {
            line(
                    text,
                    HELD,
                    held.cause().name(),
                    held.stage().name(),
                    held.isFlattening() ? FLATTEN : "",
                    held.reason());
        }
        if (scope.worth() != null) {
            amount(text, VALUE, scope.worth().rawValue(), currency);
            for (Result each : scope.worth().results()) {
                line(
                        text,
                        RESULT,
                        each.instrument().toString(),
                        each.side().name(),
                        FixedPoint.format(each.rawAmount(), currency.scale()));
            }
        }
    }

    private static void amount(StringBuilder text, String what, long raw, Currency currency) {
        if (raw != Ledger.UNKNOWN) {
            line(text, what, FixedPoint.format(raw, currency.scale()));
        }
    }

    private static void line(StringBuilder text, String what, String... words) {
        text.append(what);
        for (String word : words) {
            text.append('\t').append(KeptLines.escape(word));
        }
        text.append('\n');
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if it is anything else, or of a newer version: the message goes on after the name of a file
     */
    public static RiskRecord parse(String text) {
        requireVersion(text.lines().findFirst().orElse(""));
        int end = text.lastIndexOf(CHECK + "\t");
        String body = text.substring(0, Math.max(0, end));
        if (end < 0 || !text.substring(end).equals(CHECK + "\t" + KeptLines.checkSum(body) + "\n")) {
            throw new IllegalArgumentException("is not as it was written: its check sum differs");
        }
        RiskRecordText reader = new RiskRecordText();
        List<String> lines = body.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            try {
                reader.read(lines.get(i).split("\t", -1));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("line " + (i + 1) + " makes no sense: " + e.getMessage(), e);
            }
        }
        reader.endScope();
        return new RiskRecord(reader.currency, reader.scopes);
    }

    private static void requireVersion(String title) {
        String[] words = title.split("\t", -1);
        boolean isTitle = words.length == 2 && words[0].equals(TITLE) && words[1].matches("[0-9]{1,6}");
        if (!isTitle) {
            throw new IllegalArgumentException("does not begin as the state of risk does");
        }
        if (Integer.parseInt(words[1]) != VERSION) {
            throw new IllegalArgumentException(
                    "has version " + words[1] + " of the state of risk, and this program knows " + VERSION
                            + " only: start the program that wrote it");
        }
    }

    private void read(String[] words) {
        switch (words[0]) {
            case CURRENCY -> currency = new Currency(words[1], Integer.parseInt(words[2]));
            case ACCOUNT -> begin("");
            case STRATEGY -> begin(KeptLines.unescape(words[1]));
            case DAY_ENDS -> losses = new Losses(EpochNanos.parse(words[1]), losses.rawDayStart(), losses.rawHighest());
            case DAY_START -> losses = new Losses(losses.dayEndNanos(), raw(words[1]), losses.rawHighest());
            case HIGHEST -> losses = new Losses(losses.dayEndNanos(), losses.rawDayStart(), raw(words[1]));
            case LOSSES_IN_A_ROW -> lossesInARow = Integer.parseInt(words[1]);
            case HELD ->
                holds.add(new Held(
                        Guard.valueOf(words[1]),
                        TradingStage.valueOf(words[2]),
                        words[3].equals(FLATTEN),
                        KeptLines.unescape(words[4])));
            case VALUE -> rawValue = raw(words[1]);
            case RESULT ->
                results.add(new Result(
                        InstrumentId.parse(KeptLines.unescape(words[1])),
                        PositionSide.valueOf(words[2]),
                        raw(words[3])));
            default -> throw new IllegalArgumentException("nothing is called '" + words[0] + "'");
        }
    }

    private void begin(String id) {
        endScope();
        strategyId = id;
    }

    private void endScope() {
        if (strategyId != null) {
            Worth worth = rawValue == Ledger.UNKNOWN ? null : new Worth(rawValue, results);
            scopes.add(new OfScope(strategyId, losses, lossesInARow, holds, worth));
        }
        losses = Losses.NONE;
        lossesInARow = 0;
        holds.clear();
        rawValue = Ledger.UNKNOWN;
        results.clear();
    }

    private long raw(String amount) {
        if (amount.length() > LONGEST_AMOUNT || !amount.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("'" + amount + "' is no amount");
        }
        return FixedPoint.toRaw(new BigDecimal(amount), currency.scale());
    }
}
