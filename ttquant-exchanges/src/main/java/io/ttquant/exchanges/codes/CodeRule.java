package io.ttquant.exchanges.codes;

import io.ttquant.api.order.RejectReason;

/**
 * What some codes mean.
 *
 * @param codeClass the class of outcome
 * @param reason the reason to report where the class is a refusal; {@link RejectReason#EXCHANGE} if none of ours fits
 * @param messagePart the part of the message, ignoring case, by which the rule is told from others of the same code; empty for any
 * @param note what is the matter, in our words
 */
public record CodeRule(CodeClass codeClass, RejectReason reason, String messagePart, String note) {
    /** The rule of a code that no table has. */
    public static final CodeRule UNLISTED =
            new CodeRule(CodeClass.UNKNOWN, RejectReason.EXCHANGE, "", "not in the table");
}
