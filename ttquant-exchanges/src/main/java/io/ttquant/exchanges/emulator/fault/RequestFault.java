package io.ttquant.exchanges.emulator.fault;

import io.ttquant.exchanges.emulator.server.Reply;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** What happens to one request instead of what should. */
public sealed interface RequestFault {
    /** It never arrives: it has no effect and no answer. */
    record LoseRequest() implements RequestFault {}

    /** It has its effect, and its answer is lost. */
    record LoseAnswer() implements RequestFault {}

    /**
     * It has its effect, and the answer comes late.
     *
     * @param delay how much later
     */
    record DelayAnswer(Duration delay) implements RequestFault {}

    /**
     * It takes effect late, and is answered then.
     *
     * @param delay how much later
     */
    record DelayRequest(Duration delay) implements RequestFault {}

    /**
     * It arrives twice, as a proxy that repeats it would have it; the second answer is sent.
     */
    record Repeat() implements RequestFault {}

    /**
     * It is answered otherwise, before or after it had its effect.
     *
     * @param reply what is answered
     * @param hasEffect whether it had its effect all the same
     */
    record Answer(Reply reply, boolean hasEffect) implements RequestFault {}

    /**
     * It has its effect, and its answer comes changed, as by a version of the venue that we do not know.
     *
     * @param change what becomes of the answer's text
     */
    record Change(UnaryOperator<String> change) implements RequestFault {}

    /** An HTTP status with a body that is no JSON, without effect. */
    static RequestFault status(int status) {
        return new Answer(Reply.text(status, "text/html", "<html><body>" + status + "</body></html>"), false);
    }

    /** An HTTP status with a body that is no JSON, though the request had its effect. */
    static RequestFault statusAfterEffect(int status) {
        return new Answer(Reply.text(status, "text/html", "<html><body>" + status + "</body></html>"), true);
    }
}
