package io.ttquant.exchanges.codes;

import io.ttquant.api.order.RejectReason;

/**
 * What an answer, or one item of it, says.
 *
 * @param codeClass the class of outcome
 * @param reason the reason to report if it is a refusal
 * @param code the venue's code; empty if it gave none
 * @param message the venue's words in one line, cut if they are long; may be empty
 */
public record Verdict(CodeClass codeClass, RejectReason reason, String code, String message) {
    private static final int MOST_TEXT = 500;

    /** Makes the words fit for a line that people read. */
    public Verdict {
        code = VenueText.line(code, MOST_TEXT);
        message = VenueText.line(message, MOST_TEXT);
    }

    /** Done. */
    public static final Verdict ACCEPTED = new Verdict(CodeClass.ACCEPTED, RejectReason.EXCHANGE, "", "");

    /** Of a code by its rule. */
    public static Verdict of(CodeRule rule, String code, String message) {
        return new Verdict(rule.codeClass(), rule.reason(), code, message);
    }

    /** Without a code. */
    public static Verdict of(CodeClass codeClass, String message) {
        return new Verdict(codeClass, RejectReason.EXCHANGE, "", message);
    }

    /** The same code in another class, as its HTTP status demands. */
    public Verdict as(CodeClass other) {
        return new Verdict(other, reason, code, message);
    }

    /** True if it was done. */
    public boolean isAccepted() {
        return codeClass == CodeClass.ACCEPTED;
    }
}
