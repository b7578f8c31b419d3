package io.ttquant.exchanges.session.setup;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.session.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that an account is set as wanted: reads all settings, asks the venue for those that differ, and reads again until none does. So an answer
 * that was lost is settled by reading, and what is as wanted already costs nothing but the question. What the venue refuses ends it at once.
 */
public final class SettingRounds {
    private static final Logger LOG = LoggerFactory.getLogger(SettingRounds.class);
    private static final int MOST_ROUNDS = 8;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final String venue;
    private final EngineThread thread;
    private final List<AccountSetting> settings;
    private final Reply<String> reply;
    private final Set<AccountSetting> accepted = new HashSet<>();
    private String lastWord = "";
    private int rounds;

    /** What an account has where it should have something else. */
    private record Difference(AccountSetting setting, String now) {}

    /**
     * Rounds that have not begun.
     *
     * @param settings in the order in which they are asked for
     * @param reply gets the reason why trading must not begin, which is empty if all is as wanted; or fails if the venue could not be asked
     */
    public SettingRounds(String venue, EngineThread thread, List<AccountSetting> settings, Reply<String> reply) {
        this.venue = venue;
        this.thread = thread;
        this.settings = List.copyOf(settings);
        this.reply = reply;
    }

    /** Begins. */
    public void begin() {
        read(settings.iterator(), new ArrayList<>());
    }

    private void read(Iterator<AccountSetting> rest, List<Difference> found) {
        if (!rest.hasNext()) {
            judge(found);
            return;
        }
        AccountSetting setting = rest.next();
        setting.reading().accept(new Reply<>() {
            @Override
            public void answered(String now) {
                if (!now.equals(setting.wanted())) {
                    found.add(new Difference(setting, now));
                } else if (accepted.contains(setting)) {
                    LOG.info("{} at {} is {} now", setting.name(), venue, now);
                }
                read(rest, found);
            }

            @Override
            public void failed(Verdict verdict) {
                reply.failed(verdict);
            }
        });
    }

    private void judge(List<Difference> found) {
        if (found.isEmpty()) {
            reply.answered("");
        } else if (rounds == MOST_ROUNDS) {
            reply.answered(given(found.get(0)));
        } else {
            rounds++;
            change(found.iterator());
        }
    }

    private void change(Iterator<Difference> rest) {
        if (!rest.hasNext()) {
            Duration wait = rounds == 1 ? Duration.ZERO : FIRST_WAIT.multipliedBy(1L << (rounds - 2));
            thread.schedule(wait, this::begin);
            return;
        }
        Difference next = rest.next();
        // What was accepted may show late; if it never does, something else holds it, and asking again would be a
        // fight.
        if (accepted.contains(next.setting)) {
            change(rest);
        } else {
            next.setting.change().accept(verdict -> changed(next, verdict, rest));
        }
    }

    private void changed(Difference difference, Verdict verdict, Iterator<Difference> rest) {
        CodeClass said = verdict.codeClass();
        if (said == CodeClass.REJECTED || said == CodeClass.FATAL) {
            reply.answered(refused(difference, verdict));
            return;
        }
        if (said == CodeClass.ACCEPTED) {
            accepted.add(difference.setting);
        } else {
            lastWord = words(verdict);
        }
        change(rest);
    }

    private String refused(Difference difference, Verdict verdict) {
        AccountSetting setting = difference.setting;
        return setting.name() + " is " + difference.now + " at " + venue + ", which refuses to make it "
                + setting.wanted() + ": " + words(verdict) + "; " + setting.remedy();
    }

    private String given(Difference difference) {
        AccountSetting setting = difference.setting;
        String why = accepted.contains(setting)
                ? venue + " accepted it, but something else holds it: another setting, or another program"
                : "it is not known what became of it" + (lastWord.isEmpty() ? "" : " (" + lastWord + ")");
        return setting.name() + " is " + difference.now + " at " + venue + " and not " + setting.wanted() + " after "
                + rounds + " attempts: " + why + "; " + setting.remedy();
    }

    private static String words(Verdict verdict) {
        return (verdict.code() + " " + verdict.message()).strip();
    }
}
