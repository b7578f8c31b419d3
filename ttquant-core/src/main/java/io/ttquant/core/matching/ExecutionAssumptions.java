package io.ttquant.core.matching;

import io.ttquant.core.assumption.Assumption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the execution of a run assumes: of its models, those that its data lets count. */
final class ExecutionAssumptions {
    private final SimulationConfig config;
    private final Set<ExecutionSource> sources;
    private final boolean isOnBars;
    private final boolean isOnTicks;
    private final boolean isOnBook;
    private final boolean hasDepthModel;
    private final List<Assumption> rows = new ArrayList<>();

    ExecutionAssumptions(SimulationConfig config, Set<ExecutionSource> sources) {
        this.config = config;
        this.sources = sources;
        this.isOnBars = sources.contains(ExecutionSource.BARS);
        this.isOnTicks = sources.contains(ExecutionSource.TRADES) || sources.contains(ExecutionSource.QUOTES);
        this.isOnBook = sources.contains(ExecutionSource.BOOK) || sources.contains(ExecutionSource.BOOK_BY_ORDER);
        this.hasDepthModel = !config.depth().equals(DepthModel.nextTick());
    }

    List<Assumption> list() {
        prices();
        marketOrders();
        path();
        limitOrders();
        stopOrders();
        add(
                "Order kinds",
                "all are at the exchange: triggers, trailing stops and groups act there without delay; the exits of a bracket"
                        + " are sent when its entry fills",
                "Where a venue lacks a kind, the engine holds such orders itself and sends them when their trigger is seen. That"
                        + " is later by a latency, so for such a venue this flatters.");
        add(
                "Fees",
                config.fees().describe(),
                "Rates below those of the real account flatter, and the more so the more is traded; rates above them hurt.");
        slippage();
        latency();
        volume();
        depth();
        queue();
        protection();
        impact();
        refusals();
        add(
                "Random draws",
                "by the seed " + config.seed(),
                "The same seed gives the same result. Where latencies or touches are drawn, another seed gives another one;"
                        + " several of them show how much of it is luck.");
        return rows;
    }

    private void refusals() {
        if (config.refusals() != VenueRefusals.NONE) {
            add(
                    "Refusals",
                    "some orders are refused for reasons that were made up",
                    "This is a test of what the strategy makes of them, not a result.");
        }
    }

    private void add(String topic, String model, String explanation) {
        rows.add(new Assumption(topic, model, explanation));
    }

    private void prices() {
        String text = sources.stream().map(ExecutionSource::text).collect(Collectors.joining("; "));
        add("Execution", text.isEmpty() ? "nothing: no price came" : "against " + text, pricesMean());
    }

    private String pricesMean() {
        if (isOnBars) {
            return "Only four prices of a bar are known. What happened between them is assumed, which may flatter or hurt; finer data"
                    + " says more.";
        } else if (sources.equals(EnumSet.of(ExecutionSource.TRADES))) {
            return "Trades do not show what was offered beside them. Takers get the last price although the other side was a"
                    + " spread away, which flatters them unless a depth model adds it.";
        } else if (isOnTicks) {
            return "The best bid and ask are known. What lies behind them is assumed, which flatters large orders.";
        }
        return "The book is what the venue displayed. Hidden orders are missing in it, which rather hurts takers, and flatters makers.";
    }

    private void marketOrders() {
        boolean isNext = config.timing() == ExecutionTiming.NEXT_TICK;
        List<String> parts = new ArrayList<>();
        if (isOnBars) {
            parts.add("on bars " + config.timing().text());
        }
        if (isOnTicks || isOnBook) {
            parts.add((isOnBook ? "on trades, quotes and books " : "on trades and quotes ")
                    + (isNext ? "at the next one after they arrive" : "when they arrive, at what is there"));
        }
        String mean = isOnBars && config.timing() == ExecutionTiming.CURRENT_CLOSE
                ? "The close on which a strategy decides is a price that it could hardly have had: this flatters."
                : isNext
                        ? "The price moves on until then, in either direction; that is cautious rather than flattering."
                        : "That price comes after the decision, so nothing is known too early; with no latency it is still had"
                                + " sooner than in reality, which flatters a little.";
        add("Market orders", parts.isEmpty() ? "wait: no price came" : String.join("; ", parts), mean);
    }

    private void path() {
        if (isOnBars) {
            add(
                    "Path inside a bar",
                    config.path().text() + ", in straight lines without jumps",
                    "Nobody knows whether high or low came first. Where a stop and a target lie in one bar, this decides which of them"
                            + " counts, and may flatter or hurt; the interval of the result says how much hangs on it.");
        }
    }

    private void limitOrders() {
        double touch = config.fills().touchProbability();
        List<String> parts = new ArrayList<>();
        if (isOnBars || isOnTicks || !isOnBook) {
            parts.add(
                    touch == 0
                            ? "fill when the price trades through them; a touch is not enough"
                            : "fill when the price trades through them; a touch fills with probability " + touch);
        }
        if (isOnBook) {
            parts.add("on a book fill when their turn in the queue comes");
        }
        String mean = touch > 0 && (isOnBars || isOnTicks)
                ? "A touch does not say whether our turn in the queue had come: the more of them fill, the more it flatters makers."
                : isOnBook && !isOnBars && !isOnTicks
                        ? "It is as good as the estimate of the queue, which has a line of its own."
                        : "Some orders that were only touched would have filled, so this hurts makers rather than flatters them.";
        add("Resting limit orders", String.join("; ", parts), mean);
    }

    private void stopOrders() {
        List<String> parts = new ArrayList<>();
        if (isOnBars) {
            parts.add("on bars fill at their trigger, or at the open if a gap jumped past it");
        }
        if (isOnTicks) {
            parts.add("on trades and quotes fill at the price that triggers them, or at the quote if that is worse");
        }
        if (isOnBook) {
            parts.add("on a book fill against what is displayed when they are triggered");
        }
        parts.add(
                config.rejectPassedStops()
                        ? "rejected if already passed on arrival"
                        : "trigger at once if already passed on arrival");
        add(
                "Stop orders",
                String.join("; ", parts),
                config.slippage().equals(SlippageModel.NONE) && !hasDepthModel && !isOnBook
                        ? "Real stops fill worse in a fast market. There is neither slippage nor a depth model here, so stops look better"
                                + " than they are: this flatters."
                        : "Real stops fill worse in a fast market, since all triggers at one price come together: this rather flatters.");
    }

    private void slippage() {
        add(
                "Slippage",
                config.slippage().describe(),
                config.slippage().equals(SlippageModel.NONE)
                        ? "Takers get the prices that were there before their order. That flatters whoever takes often or in a hurry."
                        : "Less than takers really lose flatters whoever takes often; more hurts.");
    }

    private void latency() {
        add(
                "Order latency",
                config.latency().describe(),
                config.latency().equals(LatencyModel.NONE)
                        ? "Orders and answers take no time, which flatters strategies that race others to a price."
                        : "Less than the real one flatters strategies that race others to a price; more hurts them.");
    }

    private void volume() {
        List<String> parts = new ArrayList<>();
        boolean isWhole = config.participation().compareTo(BigDecimal.ONE) == 0;
        if (isOnBars) {
            parts.add(
                    isWhole
                            ? "bars have no limit: our orders are assumed small"
                            : "our fills take at most " + percent(config.participation()) + "% of a bar's volume");
        }
        if (isOnTicks || isOnBook) {
            parts.add("all our resting orders together fill by a trade's quantity at most");
        }
        if (!parts.isEmpty()) {
            add(
                    "Volume",
                    String.join("; ", parts),
                    isOnBars && isWhole
                            ? "An order of any size is filled whole, which flatters large ones."
                            : "Others had traded that volume, and would not have left all of it to us: a large part flatters.");
        }
    }

    private static String percent(BigDecimal part) {
        return part.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private void depth() {
        if (isOnBars || isOnTicks) {
            add(
                    "Depth without a book",
                    config.depth().describe(),
                    "What stands behind the best price is not in the data. More than there was flatters large orders; less hurts"
                            + " them.");
        }
    }

    private void queue() {
        if (!isOnBook) {
            return;
        }
        List<String> parts = new ArrayList<>();
        if (sources.contains(ExecutionSource.BOOK_BY_ORDER)) {
            parts.add("true places where executions name their orders: ours stand behind those that came before");
        }
        if (sources.contains(ExecutionSource.BOOK)) {
            parts.add(config.queue().describe());
        }
        add(
                "Queue on a book",
                String.join("; by price level ", parts),
                config.queue().equals(QueueModel.riskAverse()) || !sources.contains(ExecutionSource.BOOK)
                        ? "Fills come late rather than early, so this hurts makers rather than flatters them."
                        : "A queue that is assumed to move faster than the real one flatters makers; a slower one hurts them.");
    }

    private void protection() {
        if (!isOnBook && !hasDepthModel) {
            return;
        }
        int ticks = config.priceProtectionTicks();
        add(
                "Price protection",
                ticks == 0
                        ? "none: market orders take at any price"
                        : "market orders take nothing farther than " + ticks + (ticks == 1 ? " tick" : " ticks")
                                + " from the best price",
                ticks == 0
                        ? "Venues cancel what would fill too far from the market. Without that large orders do worse, which hurts."
                        : "What is cancelled is not paid for dearly. A band tighter than the venue's flatters the fills, and leaves more"
                                + " undone.");
    }

    private void impact() {
        List<String> parts = new ArrayList<>();
        if (isOnBars || isOnTicks || !isOnBook) {
            parts.add(
                    hasDepthModel
                            ? "takers pay what the depth model lays out, until the next price"
                            : sources.contains(ExecutionSource.QUOTES)
                                    ? "what a taker took of a quote is gone until the next one"
                                    : "none: our orders do not move the price");
        }
        if (isOnBook) {
            parts.add(
                    "on a book takers pay its levels, and what they took is gone until the venue displays another quantity");
        }
        add(
                "Market impact",
                String.join("; ", parts) + "; what others do next stays as it was recorded",
                "Others do not react to our orders. That flatters orders that are large beside the volume of the market.");
    }
}
