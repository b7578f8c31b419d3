package io.ttquant.exchanges.session;

import java.time.Duration;
import java.util.List;

/**
 * The periods and deadlines of an {@link OrderLife}. All are above zero.
 *
 * @param ordersEach how often the open orders are asked for on a healthy stream, and those of ours that are not among them one by one
 * @param fillsEach how often the fills since the last audit are asked for on a healthy stream
 * @param accountEach how often the account is asked for on a healthy stream
 * @param staleAfter how long a question of an audit may go unanswered on a healthy stream until new orders are refused
 * @param answerWithin how long the answer to a command or a question may take; after that it counts as missing: unknown, or failed
 * @param effectWithin how long what was acknowledged may take until news of it comes; after that it is asked for; also the least time between two answers
 *     "not found" that count
 * @param fillWithin how long the fills of a cumulative quantity may take to come by themselves; after that they are asked for
 * @param leastBackoff the wait before the second question; it doubles up to the most
 * @param mostBackoff the longest wait before a question is asked again
 * @param overlap how far before the last fill that was seen fills are asked for again
 * @param absentAfter for a venue without a deadline of requests: how long after it was sent an order that was never seen counts as absent at the earliest
 * @param vanishedAfter how long an order that was at the venue must be found nowhere until it counts as ended
 * @param forgetAfter how long after its end an order is remembered; longer than the overlap
 * @param cancelWithin how long a cancel that had no effect is sent again, before that is reported as its refusal
 * @param stateWithin how long fills in a derivative, of an order of others of which nothing else is told, wait for its state while no question for it is
 *     answered; after that they count as fills of others
 */
public record OrderLifeSettings(
        Duration ordersEach,
        Duration fillsEach,
        Duration accountEach,
        Duration staleAfter,
        Duration answerWithin,
        Duration effectWithin,
        Duration fillWithin,
        Duration leastBackoff,
        Duration mostBackoff,
        Duration overlap,
        Duration absentAfter,
        Duration vanishedAfter,
        Duration forgetAfter,
        Duration cancelWithin,
        Duration stateWithin) {
    /** @throws IllegalArgumentException if one is not above zero, or two do not go together */
    public OrderLifeSettings {
        for (Duration d : List.of(
                ordersEach,
                fillsEach,
                accountEach,
                staleAfter,
                answerWithin,
                effectWithin,
                fillWithin,
                leastBackoff,
                mostBackoff,
                overlap,
                absentAfter,
                vanishedAfter,
                forgetAfter,
                cancelWithin,
                stateWithin)) {
            if (d.isZero() || d.isNegative()) {
                throw new IllegalArgumentException("a period or deadline is " + d + ", but each must be above zero");
            }
        }
        if (mostBackoff.compareTo(leastBackoff) < 0 || forgetAfter.compareTo(overlap) <= 0) {
            throw new IllegalArgumentException(
                    "backoff from " + leastBackoff + " to " + mostBackoff + ", forgotten after "
                            + forgetAfter + " with an overlap of " + overlap
                            + ": the longest wait must not be below the least, and orders must be remembered for longer than the overlap");
        }
    }

    /** What is published in docs/concepts/order-life.md. */
    public static final OrderLifeSettings DEFAULT = new OrderLifeSettings(
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofSeconds(15),
            Duration.ofSeconds(3),
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5));
}
