package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.KeyPermissions;
import io.ttquant.exchanges.answer.Listings;
import io.ttquant.exchanges.binance.BinanceAccounts;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.session.FundingBook;
import io.ttquant.exchanges.session.Reply;
import io.ttquant.exchanges.session.rest.Charges;
import io.ttquant.exchanges.session.setup.SettingRounds;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a session begins: the venue's clock, its instruments, what the key may do, how the account is set, what it holds. Each step is tried until it succeeds, since
 * networks come back; what says no for good ends the session.
 */
final class Opening {
    private static final Duration LEAST_WAIT = Duration.ofSeconds(1);
    private static final Duration MOST_WAIT = Duration.ofSeconds(30);
    private static final Duration CLOCK_PATIENCE = Duration.ofSeconds(15);

    /** What the beginning leads to. */
    interface Outcome {
        /** The session is ready. */
        void opened(AccountSnapshot account);

        /** It cannot begin. */
        void refused(String reason);

        /** A step failed and is tried again. */
        void delayed(String reason);
    }

    private record Exchange(Listings listings, Charges limits) {}

    private final BinanceVenue venue;
    private final BinanceSettings settings;
    private final EngineThread thread;
    private final BinanceLink link;
    private final Catalogue catalogue;
    private final @Nullable AccountSide account;
    private final Outcome outcome;
    private int failures;
    private boolean isClockRead;
    private boolean isOver;

    Opening(
            BinanceVenue venue,
            BinanceSettings settings,
            EngineThread thread,
            BinanceLink link,
            Catalogue catalogue,
            @Nullable AccountSide account,
            Outcome outcome) {
        this.venue = venue;
        this.settings = settings;
        this.thread = thread;
        this.link = link;
        this.catalogue = catalogue;
        this.account = account;
        this.outcome = outcome;
    }

    void start() {
        link.start();
        watchClock();
    }

    private void watchClock() {
        thread.schedule(CLOCK_PATIENCE, () -> {
            if (!isClockRead && !isOver) {
                outcome.delayed("the venue's clock could not be read");
                link.readClock();
                watchClock();
            }
        });
    }

    void stop() {
        isOver = true;
    }

    /** The venue's clock was read; called after each reading. */
    void clockRead() {
        if (isClockRead || isOver) {
            return;
        }
        String objection = link.clockObjection();
        isClockRead = true;
        if (objection != null) {
            refuse(objection);
            return;
        }
        askInstruments();
    }

    private void askInstruments() {
        link.questions()
                .askBytes(
                        link.market()::instruments,
                        body -> new Exchange(venue.listings(body), Limits.told(Json.read(body))),
                        step("instruments", this::askInstruments, exchange -> {
                            link.limits(exchange.limits);
                            catalogue.take(exchange.listings, thread.nanos());
                            askPermissions();
                        }));
    }

    /** Test networks do not tell, and hold no money. */
    private void askPermissions() {
        AccountSide side = account;
        if (side == null) {
            open(AccountSnapshot.NONE);
        } else if (!settings.environment().tellsPermissions()) {
            setUp();
        } else {
            link.questions()
                    .ask(
                            side::permissions,
                            data -> BinanceAccounts.permissions(data, venue.isSpot()),
                            step("permissions of the key", this::askPermissions, this::judge));
        }
    }

    private void judge(KeyPermissions key) {
        String objection = KeyCheck.objection(key, settings.accepted(), venue);
        if (objection.isEmpty()) {
            setUp();
        } else {
            refuse(objection);
        }
    }

    private void setUp() {
        AccountSide side = account;
        if (side == null || side.setup().isEmpty()) {
            askAccount();
            return;
        }
        String unknown = settings.setup().unlisted(symbol -> catalogue.instrument(symbol) != null, venue.id());
        if (!unknown.isEmpty()) {
            refuse(unknown);
            return;
        }
        new SettingRounds(
                        venue.id(),
                        thread,
                        side.setup(),
                        step("settings of the account", this::setUp, this::judgeSetup))
                .begin();
    }

    private void judgeSetup(String objection) {
        if (objection.isEmpty()) {
            askAccount();
        } else {
            refuse(objection);
        }
    }

    private void askAccount() {
        AccountSide side = account;
        if (side != null) {
            new AccountQuestion(link, side.reading(), step("account", this::askAccount, this::take)).ask();
        }
    }

    private void take(AccountSnapshot snapshot) {
        Duration wait = FundingBook.untilPaid(snapshot.tsEvent());
        if (snapshot.positions().isEmpty() || wait.isZero()) {
            open(snapshot);
        } else {
            outcome.delayed("funding of " + venue.id() + " is being paid: the account is read again in "
                    + (wait.toSeconds() + 1) + " s");
            thread.schedule(wait, this::askAccount);
        }
    }

    private void open(AccountSnapshot snapshot) {
        if (!isOver) {
            isOver = true;
            outcome.opened(snapshot);
        }
    }

    private void refuse(String reason) {
        if (!isOver) {
            isOver = true;
            outcome.refused(reason);
        }
    }

    private <T> Reply<T> step(String what, Runnable again, Consumer<T> then) {
        return new Reply<>() {
            @Override
            public void answered(T value) {
                if (!isOver) {
                    failures = 0;
                    then.accept(value);
                }
            }

            @Override
            public void failed(Verdict verdict) {
                if (isOver) {
                    return;
                }
                String why = what + " of " + venue.id() + " did not come: " + verdict.code() + " " + verdict.message();
                if (verdict.codeClass() == CodeClass.FATAL) {
                    refuse(why + "; look at the key, its permissions and its addresses at Binance");
                    return;
                }
                outcome.delayed(why);
                thread.schedule(pause(++failures), again);
            }
        };
    }

    private static Duration pause(int failures) {
        Duration wait = LEAST_WAIT.multipliedBy(1L << Math.min(failures - 1, 10));
        return wait.compareTo(MOST_WAIT) > 0 ? MOST_WAIT : wait;
    }
}
