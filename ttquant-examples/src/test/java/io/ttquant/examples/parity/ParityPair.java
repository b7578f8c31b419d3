package io.ttquant.examples.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.money.Money;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.backtest.data.JournalSource;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.journal.JournalReader;
import io.ttquant.core.journal.JournalText;
import io.ttquant.exchanges.paper.PaperExecution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A session as its journal tells it, and an ordinary backtest of the market data that it had: each as lines of orders and of fills. */
final class ParityPair {
    private static final Pattern CREATED = Pattern.compile("(\\S+) +> created #\\d+ (\\S+) \\S+ (.*)");
    private static final Pattern FILLED = Pattern.compile("(\\S+) +> event #\\d+ (\\S+) Filled (\\S+) @(\\S+)");
    private static final Pattern QUANTITY = Pattern.compile(" [0-9]+\\.[0-9]+ ");
    /** The first line of an order in a log of decisions. */
    private static final Pattern DECIDED = Pattern.compile("(?m)^\\S+  \\S+  #(\\d+) (?:BUY|SELL) ([0-9.]+) ");

    private static final Pattern STOPPED = Pattern.compile("(\\S+) +< strategies stopped.*");

    final List<String> session = new ArrayList<>();
    final List<String> backtest = new ArrayList<>();
    final BacktestResult result;
    private long endNanos = EpochNanos.NEVER;

    ParityPair(ParityRun run) {
        JournalText.print(run.journal.reader(), this::take);
        StringBuilder decisions = new StringBuilder();
        result = backtest(run, decisions);
        take(firstQuantities(decisions));
    }

    private void take(String line) {
        var created = CREATED.matcher(line);
        var filled = FILLED.matcher(line);
        var stopped = STOPPED.matcher(line);
        boolean isOver = endNanos != EpochNanos.NEVER;
        if (stopped.matches()) {
            endNanos = EpochNanos.parse(stopped.group(1));
        } else if (!isOver && created.matches()) {
            session.add(created.group(1) + " " + created.group(2) + " " + created.group(3));
        } else if (!isOver && filled.matches()) {
            session.add(
                    filled.group(1) + " " + filled.group(2) + " filled " + filled.group(3) + " at " + filled.group(4));
        }
    }

    private BacktestResult backtest(ParityRun run, Appendable decisions) {
        RunConfiguration c = run.configuration;
        JournalReader reader = run.journal.reader();
        String venue = reader.header().facts().get("venue");
        long start = reader.header().startNanos();
        Backtest its = Backtest.of(JournalSource.of(run.journal::reader))
                .cash(Money.parse("100000 USDT"))
                .simulation(PaperExecution.of(c, venue))
                .funds(c.funds())
                .account(c.account().config())
                .positions(c.account().positionMode())
                .dayZone(c.backtest().days())
                .seed(c.backtest().seed())
                .risk(c.limits().withLiveDefaults())
                .decisions(decisions)
                .clientIds("t" + Long.toString(start / EpochNanos.MILLISECOND, 36))
                .from(EpochNanos.toInstant(start))
                .to(EpochNanos.toInstant(endNanos));
        reader.header().instruments().forEach(each -> its.bookSequence(each.id(), rule(venue)));
        for (ConfiguredStrategy strategy : c.enabledStrategies()) {
            its.strategy(strategy.id(), strategy.create());
        }
        return its.run();
    }

    private static Supplier<SequenceRule> rule(String venue) {
        return venue.equals("okx") ? SequenceRule::okx : SequenceRule::trusted;
    }

    /** The quantity that each order had when it was made, by its number: that of a child follows the fills of its parent, and a result has the last one. */
    private static Map<Long, String> firstQuantities(CharSequence decisions) {
        Map<Long, String> first = new HashMap<>();
        DECIDED.matcher(decisions)
                .results()
                .forEach(each -> first.putIfAbsent(Long.valueOf(each.group(1)), each.group(2)));
        return first;
    }

    private void take(Map<Long, String> firstQuantities) {
        for (Order order : result.orders()) {
            String words = JournalText.words(order.request());
            String first = order.parent() == null
                    ? words
                    : QUANTITY.matcher(words).replaceFirst(" " + firstQuantities.get(order.sequence()) + " ");
            backtest.add(EpochNanos.format(order.createdNanos()) + " " + order.clientId() + " " + order.strategyId()
                    + " " + first);
        }
        for (Fill fill : result.fills()) {
            backtest.add(EpochNanos.format(fill.tsInit()) + " " + fill.order().clientId() + " filled "
                    + fill.order().instrument().formatQuantity(fill.rawQuantity()) + " at "
                    + fill.order().instrument().formatPrice(fill.rawPrice()));
        }
    }

    /** Requires the same fills, line by line, so that what is told is the first difference. */
    void requireSameFills(long seed) {
        requireSame(seed, of(session, true), of(backtest, true));
    }

    /** Requires the same orders, as {@link #requireSameFills}. */
    void requireSameOrders(long seed) {
        requireSame(seed, of(session, false), of(backtest, false));
    }

    private static List<String> of(List<String> lines, boolean isFilled) {
        return lines.stream()
                .filter(line -> line.contains(" filled ") == isFilled)
                .toList();
    }

    private static void requireSame(long seed, List<String> session, List<String> backtest) {
        for (int i = 0; i < Math.min(session.size(), backtest.size()); i++) {
            assertThat(backtest.get(i)).as("seed %d, line %d", seed, i).isEqualTo(session.get(i));
        }
        assertThat(backtest).as("seed %d", seed).hasSameSizeAs(session);
    }
}
