package io.ttquant.exchanges.session;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.EngineThread.Timeout;
import io.ttquant.exchanges.codes.Verdict;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is known with what the venue has: all of it whenever the stream comes up, before the first new order may leave, and in parts, each in
 * its period, ever after, since a healthy stream loses news too.
 */
final class Audit {
    private final LifeParts life;
    private final AuditRounds rounds;
    private int connection;
    private boolean isConnected;
    private boolean isCaughtUp;
    private boolean hasFailed;
    private final Set<String> stale = new TreeSet<>();
    private boolean isTrading;
    private String whyNot = "the stream of the account's news is not up yet";
    private String modeTrouble = "";
    private String clockTrouble = "";
    private boolean wasAccountAsked;
    private final Set<String> unlisted = new TreeSet<>();
    private boolean areOrdersDue;
    private boolean areFillsDue;
    private int accountAttempts;
    private @Nullable Timeout orders;
    private @Nullable Timeout fills;
    private @Nullable Timeout account;

    Audit(LifeParts life) {
        this.life = life;
        this.rounds = new AuditRounds(life);
    }

    boolean isTrading() {
        return isTrading;
    }

    /** Whether news come, and all that was missed before is known. */
    boolean isCaughtUp() {
        return isCaughtUp;
    }

    /**
     * Whether orders leave that can only make a position smaller at the venue, whatever is not known here. Not with a clock or in a position mode by which the venue
     * could take one for something else, and not once the session has failed, since nobody would hear what became of it.
     */
    boolean mayReduce() {
        return !hasFailed && modeTrouble.isEmpty() && clockTrouble.isEmpty();
    }

    String whyNot() {
        return whyNot;
    }

    void connected() {
        disconnected("the stream of the account's news is up; what was missed is being asked for");
        isConnected = true;
        int mine = connection;
        rounds.fills(
                () -> isCurrent(mine),
                () -> rounds.orders(
                        true,
                        () -> isCurrent(mine),
                        () -> life.recalls.awaitFills(
                                () -> isCurrent(mine),
                                () -> rounds.account(true, () -> isCurrent(mine), () -> caughtUp(mine)))));
    }

    void disconnected(String why) {
        connection++;
        isConnected = false;
        isCaughtUp = false;
        stale.clear();
        stop();
        tell(false, why);
        life.lookout.begin();
    }

    void failed(String why) {
        hasFailed = true;
        disconnected(why);
    }

    private boolean isCurrent(int number) {
        return isConnected && connection == number;
    }

    private void caughtUp(int number) {
        if (isCurrent(number)) {
            isCaughtUp = true;
            judge("all that was missed is known");
            ordersIn(life.settings.ordersEach());
            fillsIn(life.settings.fillsEach());
            accountIn(wasAccountAsked ? life.settings.accountEach() : life.backoff(1));
        }
    }

    private void tell(boolean mayTrade, String why) {
        boolean isNews = mayTrade && !isTrading;
        isTrading = mayTrade;
        whyNot = why;
        if (isNews) {
            life.lookout.end();
            life.whenTrading.run();
        }
        life.listener.trading(mayTrade, why);
    }

    /** A question failed: it is asked again, and people hear of it. */
    void report(String what, Verdict verdict) {
        String words = "asking again for " + what + ": " + CreateCommands.words(verdict);
        if (!isTrading && !isCaughtUp) {
            whyNot = words;
        }
        life.listener.trading(isTrading, words);
    }

    /** Something happened that we could not read. */
    void unreadable(String what) {
        life.activity++;
        life.listener.trading(isTrading, "news that cannot be read, so that everything is asked for: " + what);
        ordersSoon();
        if (!areFillsDue) {
            areFillsDue = true;
            fillsIn(life.settings.fillWithin());
        }
    }

    /** Something is of an instrument that the venue does not list: it cannot be booked, and asking again does not help. */
    void unlisted(String symbol) {
        if (unlisted.add(symbol)) {
            say("the account has orders or fills of " + symbol + ", which is not listed");
        }
    }

    /** Something that people have to know of, and that changes nothing here. */
    void say(String words) {
        life.listener.trading(isTrading, words);
    }

    /** Asks for the open orders before their time. */
    void ordersSoon() {
        if (!areOrdersDue) {
            areOrdersDue = true;
            ordersIn(life.settings.fillWithin());
        }
    }

    private void ordersIn(Duration wait) {
        int mine = connection;
        cancel(orders);
        orders = life.later(wait, () -> {
            orders = null;
            areOrdersDue = false;
            rounds.orders(false, () -> isCurrent(mine), () -> {
                if (orders == null) {
                    ordersIn(life.settings.ordersEach());
                }
                life.inquiries.forget();
            });
        });
    }

    private void fillsIn(Duration wait) {
        int mine = connection;
        cancel(fills);
        fills = life.later(wait, () -> {
            fills = null;
            areFillsDue = false;
            rounds.fills(() -> isCurrent(mine), () -> {
                if (fills == null) {
                    fillsIn(life.settings.fillsEach());
                }
            });
        });
    }

    private void accountIn(Duration wait) {
        int mine = connection;
        cancel(account);
        account = life.later(wait, () -> {
            account = null;
            wasAccountAsked = false;
            rounds.account(false, () -> isCurrent(mine), () -> {
                accountAttempts = wasAccountAsked ? 0 : accountAttempts + 1;
                accountIn(wasAccountAsked ? life.settings.accountEach() : life.backoff(accountAttempts));
            });
        });
    }

    /** The account was handed to the engine. */
    void accountHanded() {
        wasAccountAsked = true;
    }

    /** Whether the account has one position or two in a derivative was read again. */
    void mode(PositionMode mode) {
        String trouble = mode == life.opening.positionMode()
                ? ""
                : "the account's position mode is " + mode + ", but was " + life.opening.positionMode()
                        + " when the session began; set it back, or begin a new session";
        if (!trouble.equals(modeTrouble)) {
            modeTrouble = trouble;
            judge("the account's position mode is as it was");
        }
    }

    /**
     * The venue's clock was read again.
     *
     * @param objection why not to trade by the clocks as they are; empty if nothing speaks against it
     */
    void clock(String objection) {
        boolean isNews = clockTrouble.isEmpty() != objection.isEmpty();
        clockTrouble = objection;
        if (isNews) {
            judge("the clock is good enough again");
        }
    }

    /** A question went unanswered for too long: what was lost meanwhile is not known. */
    void stale(String what) {
        if (stale.add(what)) {
            judge("");
        }
    }

    /** A question was answered. */
    void fresh(String what) {
        if (stale.remove(what)) {
            judge("the venue answers again");
        }
    }

    private void judge(String wellWords) {
        if (isCaughtUp) {
            String known = modeTrouble.isEmpty() ? clockTrouble : modeTrouble;
            String trouble = stale.isEmpty() ? known : "the venue has not answered for long: " + stale;
            tell(trouble.isEmpty(), trouble.isEmpty() ? wellWords : trouble);
        }
    }

    void stop() {
        cancel(orders);
        cancel(fills);
        cancel(account);
        orders = null;
        fills = null;
        account = null;
        areOrdersDue = false;
        areFillsDue = false;
    }

    private static void cancel(@Nullable Timeout timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}
