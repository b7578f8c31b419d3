package io.ttquant.examples.indicators;

import io.ttquant.api.indicator.BarIndicator;
import io.ttquant.api.indicator.Indicator;
import io.ttquant.api.indicator.LineIndicator;
import io.ttquant.api.market.Bar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** An indicator on the sample: lines over the prices, lines in a pane of their own, or both. */
final class Picture {
    private static final double TOP = 17;
    private static final double GAP = 19;
    private static final double TALL = 165;
    private static final double LOW = 95;

    private final String code;
    private final Indicator indicator;
    private final List<Feed> feeds = new ArrayList<>();
    private final List<Curve> over = new ArrayList<>();
    private final List<Curve> below = new ArrayList<>();
    private List<BigDecimal> levels = List.of();
    private Runnable start = () -> {};
    private boolean isOfTwoMarkets;

    private record Curve(String name, Series.Style style, DoubleSupplier figure, double[] values) {
        static Curve of(String name, Series.Style style, DoubleSupplier figure) {
            return new Curve(name, style, figure, new double[Sample.DRAWN]);
        }

        Series series() {
            return new Series(name, style, values);
        }
    }

    private Picture(String code, Indicator indicator, Feed feed) {
        this.code = code;
        this.indicator = indicator;
        feeds.add(feed);
    }

    static Picture of(String code, Indicator indicator) {
        return new Picture(code, indicator, Feed.of(indicator));
    }

    static Picture of(String code, Indicator indicator, Feed feed) {
        return new Picture(code, indicator, feed);
    }

    /** Of an average or so: its value over the prices. */
    static Picture over(String code, LineIndicator indicator) {
        return of(code, indicator).over("value", indicator::value);
    }

    /** Of an oscillator or so: its value in a pane of its own. */
    static Picture below(String code, Indicator indicator) {
        return of(code, indicator).below("value", indicator::value);
    }

    Picture over(String name, DoubleSupplier figure) {
        return over(name, Series.Style.LINE, figure);
    }

    Picture over(String name, Series.Style style, DoubleSupplier figure) {
        over.add(Curve.of(name, style, figure));
        return this;
    }

    Picture below(String name, DoubleSupplier figure) {
        return below(name, Series.Style.LINE, figure);
    }

    Picture below(String name, Series.Style style, DoubleSupplier figure) {
        below.add(Curve.of(name, style, figure));
        return this;
    }

    /** Its value over the prices, drawn so. */
    Picture value(Series.Style style) {
        return over("value", style, indicator::value);
    }

    /** Marks these figures in the lower pane in place of round ones. */
    Picture levels(String... figures) {
        levels = Arrays.stream(figures).map(BigDecimal::new).toList();
        return this;
    }

    /** Another one that hears the same. */
    Picture beside(Indicator other) {
        feeds.add(Feed.of(other));
        return this;
    }

    /** Done before the first bar that is drawn. */
    Picture atStart(Runnable act) {
        start = act;
        return this;
    }

    /** Draws the second market below the first. */
    Picture ofTwoMarkets() {
        isOfTwoMarkets = true;
        return this;
    }

    String code() {
        return code;
    }

    int warmUp() {
        return indicator.warmUp();
    }

    /** The name of the indicator's class. */
    String name() {
        return indicator.getClass().getSimpleName();
    }

    String file() {
        return name().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".svg";
    }

    String svg(Sample sample) {
        run(sample);
        double bottom = TOP + (below.isEmpty() ? TALL : LOW);
        StringBuilder panes = new StringBuilder(prices(sample, bottom));
        if (!below.isEmpty()) {
            panes.append(figures(bottom + GAP, bottom + GAP + LOW));
            bottom += GAP + LOW;
        }
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 0 %d %s" width="%d" role="img">
                <title>%s</title>
                <g fill="none" stroke="#888" font-family="sans-serif" font-size="11">
                %s</g>
                </svg>
                """, Pane.WIDTH + 44, Scale.tenths(bottom + 3), Pane.WIDTH + 44, code, panes);
    }

    private void run(Sample sample) {
        for (int i = 0; i < Sample.BEFORE + Sample.DRAWN; i++) {
            if (i == Sample.BEFORE) {
                start.run();
            }
            for (Feed feed : feeds) {
                feed.bar(sample, i);
            }
            int drawn = i - Sample.BEFORE;
            if (drawn >= 0) {
                over.forEach(line -> line.values()[drawn] = line.figure().getAsDouble());
                below.forEach(line -> line.values()[drawn] = line.figure().getAsDouble());
            }
        }
    }

    private String prices(Sample sample, double bottom) {
        List<Bar> bars = sample.drawn();
        List<Series> lines = new ArrayList<>(over.stream().map(Curve::series).toList());
        if (isOfTwoMarkets) {
            double[] others =
                    sample.othersDrawn().stream().mapToDouble(Bar::close).toArray();
            lines.add(new Series("second market", Series.Style.LINE, others));
        }
        Pane pane = new Pane(lines, range(bars), TOP, bottom).axes(List.of());
        return (hasRanges() ? pane.ranges(bars) : pane.closes(bars))
                .lines()
                .title(code)
                .legend()
                .svg();
    }

    private boolean hasRanges() {
        return indicator instanceof BarIndicator;
    }

    private DoubleStream range(List<Bar> bars) {
        return hasRanges()
                ? bars.stream().flatMapToDouble(bar -> DoubleStream.of(bar.low(), bar.high()))
                : bars.stream().mapToDouble(Bar::close);
    }

    private String figures(double top, double bottom) {
        List<Series> lines = below.stream().map(Curve::series).toList();
        DoubleStream marked = levels.stream().mapToDouble(BigDecimal::doubleValue);
        return new Pane(lines, marked, top, bottom)
                .axes(levels)
                .lines()
                .legend()
                .svg();
    }
}
