package io.ttquant.exchanges.session;

import java.time.Duration;

/**
 * Asks for exits that are open while no news come, again and again with growing waits: one may fill at any time, and whoever holds the position hears of that
 * by no other way. Only what is answered says something; a question that failed is asked again.
 */
final class Lookout {
    /** So many questions at most leave in a second, however many exits there are: commands need requests too. */
    private static final int MOST_A_SECOND = 10;

    private final LifeParts life;

    Lookout(LifeParts life) {
        this.life = life;
    }

    /** The news stopped, or are not complete yet, or never came. What is being asked for already keeps its pace, since streams may break off again and again. */
    void begin() {
        int before = 0;
        for (KnownOrder known : life.orders.all(this::isUnheard)) {
            if (known.look == null) {
                known.looks = 0;
                later(known, life.settings.fillWithin().plus(spaced(before++)));
            }
        }
    }

    /** News come again, and all that was missed is known. */
    void end() {
        life.orders.all(known -> known.look != null).forEach(Lookout::stop);
    }

    /** A question for an order was answered, or failed. */
    void again(KnownOrder known) {
        if (isUnheard(known)) {
            Duration least = spaced(life.orders.all(this::isUnheard).size());
            Duration wait = life.backoff(++known.looks);
            later(known, wait.compareTo(least) < 0 ? least : wait);
        } else {
            known.looks = 0;
        }
    }

    /** It is not asked for again. */
    static void stop(KnownOrder known) {
        if (known.look != null) {
            known.look.cancel();
            known.look = null;
        }
    }

    private void later(KnownOrder known, Duration wait) {
        stop(known);
        known.look = life.later(wait, () -> {
            known.look = null;
            if (isUnheard(known)) {
                life.inquiries.ask(known);
            }
        });
    }

    /** One that left while news were missing is looked for until all is well; one that rested before, until what was missed is known. */
    private boolean isUnheard(KnownOrder known) {
        if (known.end != null || life.audit.isTrading()) {
            return false;
        }
        boolean isExit = known.isOurs && known.order.sent().isReducing();
        return known.isBlind || (isExit && !life.audit.isCaughtUp());
    }

    private static Duration spaced(int questions) {
        return Duration.ofMillis(questions * 1_000L / MOST_A_SECOND);
    }
}
