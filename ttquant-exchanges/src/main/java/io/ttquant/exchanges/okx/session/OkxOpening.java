package io.ttquant.exchanges.okx.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.market.Instrument;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.okx.OkxAccounts;
import io.ttquant.exchanges.okx.OkxInstruments;
import io.ttquant.exchanges.okx.OkxMarketRequests;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.okx.TradeMode;
import io.ttquant.exchanges.session.FundingBook;
import io.ttquant.exchanges.session.Reply;
import io.ttquant.exchanges.session.setup.AccountSetting;
import io.ttquant.exchanges.session.setup.SettingRounds;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for what must be known before there is an engine: the clock, the instruments, and with keys what the account is and holds. */
final class OkxOpening {
    private static final Logger LOG = LoggerFactory.getLogger(OkxOpening.class);
    static final List<String> KINDS = List.of("SPOT", "SWAP", "FUTURES");
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final int MOST_ATTEMPTS = 8;

    private final OkxContext context;
    private final OkxRest rest;
    private final OkxCatalog catalog;
    private final Runnable whenDone;
    private final OkxRequests requests;
    private final OkxSetup setup;
    private boolean isBegun;
    private boolean isDone;
    private int attempts;
    private @Nullable OkxAccount account;
    private AccountSnapshot snapshot = AccountSnapshot.NONE;

    OkxOpening(OkxContext context, OkxRest rest, OkxCatalog catalog, Runnable whenDone) {
        this.context = context;
        this.rest = rest;
        this.catalog = catalog;
        this.whenDone = whenDone;
        OkxSettings s = context.settings();
        requests = OkxRequests.of(
                s.environment(),
                s.credentials(),
                context.clock()::venueMillis,
                s.deadlineMillis(),
                TradeMode.CASH,
                s.derivativesMode());
        setup = new OkxSetup(s, requests, rest);
    }

    /** Requests for market data. */
    OkxMarketRequests market() {
        return requests.market();
    }

    /** The account; null without keys, or before it is known. */
    @Nullable
    OkxAccount account() {
        return account;
    }

    /** What the account held when all was known. */
    AccountSnapshot snapshot() {
        return snapshot;
    }

    boolean isDone() {
        return isDone;
    }

    /** The venue's clock was read. */
    void clockRead() {
        String objection = context.clock().objection();
        if (isBegun) {
            if (objection != null) {
                LOG.warn("The clock is too far off to trade: {}", objection);
            }
            return;
        }
        if (objection != null) {
            context.failed(objection);
            return;
        }
        isBegun = true;
        instruments(0);
    }

    private void instruments(int index) {
        if (index == KINDS.size()) {
            if (context.settings().credentials() == null) {
                done();
            } else {
                config();
            }
            return;
        }
        rest.ask(() -> requests.market().instruments(KINDS.get(index)), answer -> {
            try {
                catalog.takeAll(
                        KINDS.get(index),
                        OkxInstruments.read(answer.require()),
                        context.engine().nanos());
            } catch (RuntimeException e) {
                again(
                        answer.verdict(),
                        "the instruments (" + KINDS.get(index) + ")",
                        e.getMessage(),
                        () -> instruments(index));
                return;
            }
            attempts = 0;
            instruments(index + 1);
        });
    }

    private void config() {
        rest.ask(() -> requests.account().config(), answer -> {
            JsonNode config = answer.data();
            @Nullable String objection;
            @Nullable OkxAccount read;
            PositionMode mode = PositionMode.NETTING;
            try {
                objection = OkxAccount.objection(answer.require(), context.settings());
                read = objection == null ? new OkxAccount(context, rest, catalog, config) : null;
                if (read != null) {
                    mode = OkxAccounts.positionMode(config);
                }
            } catch (RuntimeException e) {
                again(answer.verdict(), "the configuration of the account", e.getMessage(), this::config);
                return;
            }
            if (read == null) {
                context.failed(String.valueOf(objection));
                return;
            }
            attempts = 0;
            setUp(read, mode);
        });
    }

    /** All that is known of the account follows from its position mode, so that after a change it is read anew. */
    private void setUp(OkxAccount read, PositionMode mode) {
        String unlisted = context.settings().setup().unlisted(this::isDerivative, OkxInstruments.VENUE);
        if (!unlisted.isEmpty()) {
            context.failed(unlisted);
            return;
        }
        List<AccountSetting> anotherMode = setup.positionMode(mode);
        if (anotherMode.isEmpty()) {
            settle(setup.leverage(mode), () -> {
                account = read;
                holdings(read);
            });
        } else {
            settle(anotherMode, this::config);
        }
    }

    private boolean isDerivative(String symbol) {
        Instrument found = catalog.find(symbol);
        return found != null && found.kind().isDerivative();
    }

    private void settle(List<AccountSetting> wanted, Runnable next) {
        if (wanted.isEmpty()) {
            next.run();
            return;
        }
        Reply<String> reply = new Reply<>() {
            @Override
            public void answered(String objection) {
                attempts = 0;
                if (objection.isEmpty()) {
                    next.run();
                } else {
                    context.failed(objection);
                }
            }

            @Override
            public void failed(Verdict verdict) {
                again(verdict, "the settings of the account", verdict.message(), () -> settle(wanted, next));
            }
        };
        new SettingRounds(OkxInstruments.VENUE, context.engine(), wanted, reply).begin();
    }

    private void holdings(OkxAccount of) {
        of.audit.read(new Reply<>() {
            @Override
            public void answered(AccountSnapshot value) {
                Duration wait = FundingBook.untilPaid(value.tsEvent());
                if (value.positions().isEmpty() || wait.isZero()) {
                    snapshot = value;
                    done();
                } else {
                    LOG.info("Funding is being paid: the account is read again in {} s", wait.toSeconds() + 1);
                    context.engine().schedule(wait, () -> holdings(of));
                }
            }

            @Override
            public void failed(Verdict verdict) {
                again(verdict, "what the account holds", verdict.message(), () -> holdings(of));
            }
        });
    }

    private void done() {
        isDone = true;
        whenDone.run();
    }

    /** Asks again after a while, unless that is pointless. */
    private void again(Verdict verdict, String what, @Nullable String why, Runnable step) {
        attempts++;
        boolean isPointless = verdict.codeClass() == CodeClass.FATAL || verdict.codeClass() == CodeClass.REJECTED;
        if (isPointless || attempts >= MOST_ATTEMPTS) {
            context.failed("okx does not give " + what + ": " + why);
            return;
        }
        context.engine().schedule(FIRST_WAIT.multipliedBy(1L << (attempts - 1)), step);
    }
}
