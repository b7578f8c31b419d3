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
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.paper.PaperExecution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session on paper, and an ordinary backtest of the market data that it had: the same orders and the same fills, byte for byte. */
class BacktestParityTest {
    private static final Pattern CREATED = Pattern.compile("(\\S+) +> created #\\d+ (\\S+) \\S+ (.*)");
    private static final Pattern FILLED = Pattern.compile("(\\S+) +> event #\\d+ (\\S+) Filled (\\S+) @(\\S+)");
    private static final Pattern QUANTITY = Pattern.compile(" [0-9]+\\.[0-9]+ ");
    private static final Pattern STOPPED = Pattern.compile("(\\S+) +< strategies stopped.*");

    @ParameterizedTest
    @CsvSource({"BINANCE,21", "BINANCE_USDM,22", "OKX,23"})
    void aBacktestOfWhatASessionOnPaperSawHasItsOrdersAndFills(VenueKind kind, long seed) {
        ParityVenue venue = new ParityVenue(kind, seed).latency(Duration.ofMillis(1), Duration.ofMillis(5));
        ParityRun run = new ParityRun(venue, "paper", Duration.ofMinutes(3));
        List<String> session = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        JournalText.print(run.journal.reader(), line -> line(line, session, ends));

        BacktestResult result = backtest(run, EpochNanos.parse(ends.get(0)));
        List<String> backtest = lines(result);
        Set<String> children = new HashSet<>();
        result.orders().stream()
                .filter(order -> order.parent() != null)
                .forEach(order -> children.add(order.clientId()));

        assertThat(session).as("seed %d", seed).hasSizeGreaterThan(150);
        assertSame(seed, filled(session), filled(backtest));
        assertSame(seed, created(session, children), created(backtest, children));
    }

    /** Line by line, so that what is told is the first difference. */
    private static void assertSame(long seed, List<String> session, List<String> backtest) {
        for (int i = 0; i < Math.min(session.size(), backtest.size()); i++) {
            assertThat(backtest.get(i)).as("seed %d, line %d", seed, i).isEqualTo(session.get(i));
        }
        assertThat(backtest).as("seed %d", seed).hasSameSizeAs(session);
    }

    /** The quantity of a child follows the fills of its parent: a result has the last one, the journal the first. */
    private static List<String> created(List<String> lines, Set<String> children) {
        return lines.stream()
                .filter(line -> !line.contains(" filled "))
                .map(line -> children.contains(line.split(" ", -1)[1])
                        ? QUANTITY.matcher(line).replaceFirst(" ? ")
                        : line)
                .toList();
    }

    private static List<String> filled(List<String> lines) {
        return lines.stream().filter(line -> line.contains(" filled ")).toList();
    }

    private static void line(String line, List<String> lines, List<String> ends) {
        var created = CREATED.matcher(line);
        var filled = FILLED.matcher(line);
        var stopped = STOPPED.matcher(line);
        if (stopped.matches()) {
            ends.add(stopped.group(1));
        } else if (ends.isEmpty() && created.matches()) {
            lines.add(created.group(1) + " " + created.group(2) + " " + created.group(3));
        } else if (ends.isEmpty() && filled.matches()) {
            lines.add(
                    filled.group(1) + " " + filled.group(2) + " filled " + filled.group(3) + " at " + filled.group(4));
        }
    }

    private static BacktestResult backtest(ParityRun run, long endNanos) {
        RunConfiguration c = run.configuration;
        JournalReader reader = run.journal.reader();
        String venue = reader.header().facts().get("venue");
        long start = reader.header().startNanos();
        Backtest backtest = Backtest.of(JournalSource.of(run.journal::reader))
                .cash(Money.parse("100000 USDT"))
                .simulation(PaperExecution.of(c, venue))
                .funds(c.funds())
                .account(c.account().config())
                .positions(c.account().positionMode())
                .dayZone(c.backtest().days())
                .seed(c.backtest().seed())
                .risk(c.limits().withLiveDefaults())
                .clientIds("t" + Long.toString(start / EpochNanos.MILLISECOND, 36))
                .from(EpochNanos.toInstant(start))
                .to(EpochNanos.toInstant(endNanos));
        reader.header().instruments().forEach(each -> backtest.bookSequence(each.id(), rule(venue)));
        for (ConfiguredStrategy strategy : c.enabledStrategies()) {
            backtest.strategy(strategy.id(), strategy.create());
        }
        return backtest.run();
    }

    private static Supplier<SequenceRule> rule(String venue) {
        return venue.equals("okx") ? SequenceRule::okx : SequenceRule::trusted;
    }

    private static List<String> lines(BacktestResult result) {
        List<String> lines = new ArrayList<>();
        for (Order order : result.orders()) {
            lines.add(EpochNanos.format(order.createdNanos()) + " " + order.clientId() + " " + order.strategyId() + " "
                    + JournalText.words(order.request()));
        }
        for (Fill fill : result.fills()) {
            lines.add(EpochNanos.format(fill.tsInit()) + " " + fill.order().clientId() + " filled "
                    + fill.order().instrument().formatQuantity(fill.rawQuantity()) + " at "
                    + fill.order().instrument().formatPrice(fill.rawPrice()));
        }
        return lines;
    }
}
