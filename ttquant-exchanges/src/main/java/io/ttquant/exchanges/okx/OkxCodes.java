package io.ttquant.exchanges.okx;

import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.CodeTable;
import io.ttquant.exchanges.codes.HttpStatuses;
import io.ttquant.exchanges.codes.StatusTable;
import io.ttquant.exchanges.codes.Verdict;
import org.jspecify.annotations.Nullable;

/** What codes, HTTP statuses and order states of OKX mean. */
public final class OkxCodes {
    /** The codes, of REST and WebSocket. */
    public static final CodeTable TABLE = CodeTable.load(OkxCodes.class, "codes.txt");

    /** The words for order states, sources of a cancel, categories. */
    public static final StatusTable STATUSES = StatusTable.load(OkxCodes.class, "statuses.txt");

    /** The kind of {@link #STATUSES} that holds {@code state} of an order. */
    public static final String ORDER_STATE = "Order state";

    /** The kind of {@link #STATUSES} that holds {@code state} of an algo order. */
    public static final String ALGO_STATE = "Algo state";

    /** The kind of {@link #STATUSES} that holds {@code cancelSource}. */
    public static final String CANCEL_SOURCE = "Cancel source";

    private static final String DONE = "0";

    private OkxCodes() {}

    /**
     * The state of an order: the venue calls everything cancelled that was not filled, and the source tells what its time in force ended.
     *
     * @param state the venue's word
     * @param cancelSource the venue's code of who or what ended it; empty if none
     * @return null if the word is not known
     */
    public static @Nullable OrderStatus orderStatus(String state, String cancelSource) {
        OrderStatus status = STATUSES.status(ORDER_STATE, state);
        boolean isExpired = status == OrderStatus.CANCELED
                && !cancelSource.isEmpty()
                && STATUSES.status(CANCEL_SOURCE, cancelSource) == OrderStatus.EXPIRED;
        return isExpired ? OrderStatus.EXPIRED : status;
    }

    /** What a code of a WebSocket answer, or of one item of an answer, says. */
    public static Verdict verdict(String code, String message) {
        return code.equals(DONE) ? Verdict.ACCEPTED : Verdict.of(TABLE.rule(code, message), code, message);
    }

    /**
     * What a REST answer says as a whole.
     *
     * @param http its status
     * @param code its code; empty if it has none that can be read
     */
    public static Verdict verdict(int http, String code, String message) {
        if (code.isEmpty()) {
            return Verdict.of(HttpStatuses.classOf(http), message);
        }
        Verdict verdict = verdict(code, message);
        if (!HttpStatuses.mayHaveActed(http)) {
            return verdict.isAccepted() && !HttpStatuses.isSuccess(http) ? verdict.as(CodeClass.UNKNOWN) : verdict;
        }
        // Such a server may have acted before.
        return verdict.codeClass() == CodeClass.MAINTENANCE ? verdict : verdict.as(CodeClass.UNKNOWN);
    }
}
