package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.exchanges.answer.PublicTrade;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.feed.TradeTaker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the trades of one instrument on, each once and in order: those that were missed while the connection was away are asked for, and what comes meanwhile
 * waits for them. They have the times at which they happened, and are known now. Where too many were missed, or the venue does not tell them, that is said and
 * the stream goes on. To be used on the engine's thread.
 */
public final class SteadyTrades implements TradeTaker {
    /** More than that are not asked for. */
    public static final int MOST_MISSED = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(SteadyTrades.class);
    private static final long NONE = SymbolFeed.NO_ID;
    private static final int MOST_HELD = 20_000;
    private static final int MOST_QUESTIONS = 4;
    private static final int MOST_VAIN = 3;
    /** How long the venue's list may be behind its stream. */
    private static final Duration LAG = Duration.ofSeconds(1);

    /** The way to trades that were missed. */
    @FunctionalInterface
    public interface Past {
        /**
         * Asks for the trades after one.
         *
         * @param afterId its id
         * @param most after how many of them to stop
         * @param reply all of them, oldest first; more than {@code most} if there are too many
         */
        void after(long afterId, int most, Reply<List<PublicTrade>> reply);
    }

    /** How a venue numbers the trades of an instrument. */
    public enum Ids {
        /** They rise by one: a gap in them is a trade that was missed. */
        GAPLESS,
        /**
         * They rise by one in all that was seen, which the venue does not promise: a gap is asked for, and where the
         * venue's list goes on behind it and has nothing in it, nothing was missed. After three such holes in a row none
         * is asked for any more.
         */
        GAPLESS_SO_FAR
    }

    private record Held(
            long firstId, long id, long tsEvent, long rawPrice, long rawQuantity, AggressorSide aggressor) {}

    private final Instrument instrument;
    private final SymbolFeed feed;
    private final EngineThread thread;
    private final Past past;
    private final boolean isGapless;
    private final Runnable gap;
    private final Deque<Held> held = new ArrayDeque<>();
    private long last = NONE;
    private boolean isAway;
    private boolean isFilling;
    /** Nothing came since the connection was lost. */
    private boolean isUntouched;
    /** What is asked for was missed while the connection was up. */
    private boolean isInStream;

    private int questions;
    private int vain;
    private long round;

    /**
     * Trades from a feed to its sink.
     *
     * @param gap told when trades were missed on a connection that is up
     */
    public SteadyTrades(Instrument instrument, SymbolFeed feed, EngineThread thread, Past past, Ids ids, Runnable gap) {
        this.instrument = instrument;
        this.feed = feed;
        this.thread = thread;
        this.past = past;
        this.isGapless = ids == Ids.GAPLESS;
        this.gap = gap;
    }

    /** The connection is gone: what happens from now on is missed. */
    public void lost() {
        if (last != NONE) {
            isAway = true;
            isUntouched = true;
            isFilling = false;
            held.clear();
            round++;
        }
    }

    /** Trades come again: those between are asked for. */
    public void live() {
        if (isAway && !isFilling) {
            begin();
        }
    }

    @Override
    public void trade(
            long firstId,
            long id,
            long tsEvent,
            long tsInit,
            long rawPrice,
            long rawQuantity,
            AggressorSide aggressor) {
        if (!isFilling && !isAway && !isGap(firstId)) {
            pass(id, tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
            return;
        }
        held.add(new Held(firstId, id, tsEvent, rawPrice, rawQuantity, aggressor));
        if (!isFilling) {
            begin();
        } else if (held.size() > MOST_HELD) {
            giveUp("more than " + MOST_HELD + " came meanwhile");
        }
    }

    private boolean isGap(long firstId) {
        return last != NONE && firstId > last + 1 && vain < MOST_VAIN;
    }

    private void pass(long id, long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        if (isGapless && isUntouched && id <= last) {
            // A new connection tells new trades only: the venue's ids begin anew.
            feed.restartTrades();
            last = NONE;
        }
        isUntouched = false;
        last = Math.max(last, id);
        if (feed.isNewTrade(id)) {
            feed.market().trade(tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
        }
    }

    /** After a loss a list that is behind looks complete, unless ids say otherwise or something came since. */
    private void begin() {
        boolean wasAway = isAway;
        isFilling = true;
        isAway = false;
        questions = 0;
        isInStream = !wasAway;
        if (isGapless || !wasAway) {
            ask();
        } else {
            askIn(LAG);
        }
    }

    private void askIn(Duration wait) {
        long mine = round;
        thread.schedule(wait, () -> {
            if (mine == round && isFilling) {
                ask();
            }
        });
    }

    private void ask() {
        long mine = ++round;
        questions++;
        boolean isCounted = isGapless || isInStream;
        long missing = held.isEmpty() || !isCounted ? 0 : held.getFirst().firstId - last - 1;
        if (missing > MOST_MISSED) {
            vain += isGapless ? 0 : 1;
            giveUp(missing + " were missed, and not more than " + MOST_MISSED + " are asked for");
            return;
        }
        past.after(last, MOST_MISSED, new Reply<>() {
            @Override
            public void answered(List<PublicTrade> trades) {
                if (mine == round && isFilling) {
                    take(trades);
                }
            }

            @Override
            public void failed(Verdict verdict) {
                if (mine != round || !isFilling) {
                    return;
                }
                if (questions < MOST_QUESTIONS) {
                    askIn(LAG.multipliedBy(questions));
                } else {
                    giveUp("they could not be asked for: " + verdict.code() + " " + verdict.message());
                }
            }
        });
    }

    private void take(List<PublicTrade> trades) {
        if (trades.size() > MOST_MISSED) {
            giveUp("more than " + MOST_MISSED + " were missed, which are not asked for");
            return;
        }
        long before = last;
        try {
            for (PublicTrade trade : trades) {
                if (trade.id() > last && (held.isEmpty() || trade.id() < held.getFirst().firstId)) {
                    past(trade);
                }
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            giveUp("one of them does not fit the instrument: " + e.getMessage());
            return;
        }
        boolean isIncomplete = !held.isEmpty() && held.getFirst().firstId > last + 1 && !isRestart(held.getFirst());
        if (!isIncomplete) {
            vain = 0;
            filled(before);
        } else if (!isGapless && isBeyond(trades)) {
            vain = last > before ? 0 : vain + 1;
            filled(before);
        } else if (questions < MOST_QUESTIONS) {
            askIn(LAG);
        } else {
            vain += before == last ? 1 : 0;
            giveUp("the venue does not list them");
        }
    }

    /** Whether a list goes on behind the gap, so that it has all that is in it. */
    private boolean isBeyond(List<PublicTrade> trades) {
        return trades.stream().anyMatch(trade -> trade.id() >= held.getFirst().firstId);
    }

    private void filled(long before) {
        if (isInStream && last > before) {
            LOG.warn(
                    "Trades of {} after id {} did not come, though the connection is up; they were asked for",
                    instrument,
                    before);
            gap.run();
        } else if (vain == MOST_VAIN) {
            LOG.info(
                    "Ids of trades of {} have holes; what is missed while the connection is up is not looked for",
                    instrument);
        }
        flush();
    }

    private boolean isRestart(Held first) {
        return isUntouched && first.id <= last;
    }

    private void past(PublicTrade trade) {
        late(
                trade.id(),
                Math.min(trade.tsEvent(), thread.nanos()),
                FixedPoint.toRaw(trade.price(), instrument.priceScale()),
                FixedPoint.toRaw(trade.quantity(), instrument.quantityScale()),
                trade.aggressor());
    }

    /** Passes a trade on that is known now. */
    private void late(long id, long tsEvent, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        feed.market().catchingUp(true);
        try {
            pass(id, tsEvent, thread.nanos(), rawPrice, rawQuantity, aggressor);
        } finally {
            feed.market().catchingUp(false);
        }
    }

    private void giveUp(String why) {
        if (isInStream) {
            gap.run();
        }
        LOG.warn(
                "Trades of {} after id {} are left out: {}; bars and indicators that are made of trades lack them",
                instrument,
                last,
                why);
        flush();
    }

    /** What came meanwhile; known now, since time must not go back. Before another gap in it that is asked for. */
    private void flush() {
        round++;
        isFilling = false;
        boolean isFirst = true;
        while (!held.isEmpty()) {
            if (!isFirst && isGap(held.getFirst().firstId)) {
                begin();
                return;
            }
            isFirst = false;
            Held next = held.removeFirst();
            late(next.id, next.tsEvent, next.rawPrice, next.rawQuantity, next.aggressor);
        }
    }
}
