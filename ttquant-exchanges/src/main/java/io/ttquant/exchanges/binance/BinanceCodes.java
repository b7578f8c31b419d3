package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.CodeTable;
import io.ttquant.exchanges.codes.HttpStatuses;
import io.ttquant.exchanges.codes.StatusTable;
import io.ttquant.exchanges.codes.Verdict;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What codes, HTTP statuses and order statuses of Binance mean. Some codes mean different things on Spot and on futures. */
@SuppressWarnings("ImmutableEnumChecker") // A table never changes once it is read.
public enum BinanceCodes {
    /** Spot. */
    SPOT("spot-codes.txt"),
    /** USDT-margined futures. */
    USDM("usdm-codes.txt");

    /** The words for order statuses, of both. */
    public static final StatusTable STATUSES = StatusTable.load(BinanceCodes.class, "statuses.txt");

    /** The kind of {@link #STATUSES} that holds {@code status} of an order. */
    public static final String ORDER_STATUS = "Order status";

    /** The kind of {@link #STATUSES} that holds {@code algoStatus} of a conditional order. */
    public static final String ALGO_STATUS = "Algo status";

    /** How cancels of futures say that they are done; every other code must be in the table. */
    private static final int DONE = 200;

    private static final Pattern BAN = Pattern.compile("until (\\d{13})(?!\\d)");

    private final CodeTable table;

    BinanceCodes(String resource) {
        this.table = CodeTable.load(BinanceCodes.class, resource);
    }

    /**
     * When a ban ends that the message of code -1003 tells of ({@code banned until 1700000000123}), epoch milliseconds; 0 if it tells of none.
     */
    public static long bannedUntilMillis(String message) {
        Matcher ban = BAN.matcher(message);
        return ban.find() ? Long.parseLong(ban.group(1)) : 0;
    }

    /** The table. */
    public CodeTable table() {
        return table;
    }

    /** What a code of one item of a batch says. */
    public Verdict verdict(int code, String message) {
        String text = Integer.toString(code);
        return code == DONE ? Verdict.ACCEPTED : Verdict.of(table.rule(text, message), text, message);
    }

    /**
     * What an answer says as a whole, by REST or by the WebSocket API, whose statuses are those of HTTP.
     *
     * @param http its status
     * @param code its code; 0 if it has none that can be read
     * @param message its message, as the venue writes it into its JSON; empty where the answer is none, since a
     *     gateway's page may say the same
     */
    public Verdict verdict(int http, int code, String message) {
        if (HttpStatuses.mayHaveActed(http)) {
            return failed(http, code, message);
        }
        if (code == 0) {
            return HttpStatuses.isSuccess(http) ? Verdict.ACCEPTED : Verdict.of(HttpStatuses.classOf(http), message);
        }
        Verdict verdict = verdict(code, message);
        boolean isBan = http == 418 || http == 429;
        boolean isOdd = verdict.isAccepted() && code > 0 && !HttpStatuses.isSuccess(http);
        return isBan ? verdict.as(CodeClass.RETRYABLE) : isOdd ? verdict.as(CodeClass.UNKNOWN) : verdict;
    }

    /**
     * Spot: any such status leaves the outcome open. Futures: its documentation names the three kinds of 503 that do
     * not.
     */
    private Verdict failed(int http, int code, String message) {
        Verdict verdict = code == 0 ? Verdict.of(CodeClass.UNKNOWN, message) : verdict(code, message);
        boolean isRefused = this == USDM
                && http == 503
                && (code == -1008
                        || message.startsWith("Service Unavailable")
                        || message.startsWith("Internal error; unable to process your request"));
        return verdict.as(isRefused ? CodeClass.RETRYABLE : CodeClass.UNKNOWN);
    }
}
