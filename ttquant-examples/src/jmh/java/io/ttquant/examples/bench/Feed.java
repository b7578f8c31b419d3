package io.ttquant.examples.bench;

import io.ttquant.api.indicator.BarIndicator;
import io.ttquant.api.indicator.Indicator;
import io.ttquant.api.indicator.LineIndicator;
import io.ttquant.api.indicator.PairIndicator;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.function.ToDoubleBiFunction;

/**
 * The loops that feed an indicator, in a class of which copies can be made. In loops that many classes of indicators went through, each call looks its method up; in a
 * copy that only one went through, the compiler knows it, as it does where a strategy keeps an indicator in a field of the indicator's own class.
 */
final class Feed implements ToDoubleBiFunction<Indicator, Prices> {
    private static final ToDoubleBiFunction<Indicator, Prices> SHARED = new Feed();

    Feed() {}

    static ToDoubleBiFunction<Indicator, Prices> shared() {
        return SHARED;
    }

    @SuppressWarnings("unchecked")
    static ToDoubleBiFunction<Indicator, Prices> copy() {
        try (InputStream in = Feed.class.getResourceAsStream("Feed.class")) {
            MethodHandles.Lookup copy = MethodHandles.lookup().defineHiddenClass(in.readAllBytes(), true);
            return (ToDoubleBiFunction<Indicator, Prices>)
                    copy.lookupClass().getDeclaredConstructor().newInstance();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public double applyAsDouble(Indicator indicator, Prices prices) {
        if (indicator instanceof LineIndicator line) {
            return feedLine(line, prices.close());
        } else if (indicator instanceof PairIndicator pair) {
            return feedPair(pair, prices.close(), prices.open());
        }
        return feedBars((BarIndicator) indicator, prices);
    }

    private static double feedLine(LineIndicator line, double[] close) {
        double last = 0;
        for (double price : close) {
            last = line.update(price);
        }
        return last;
    }

    private static double feedPair(PairIndicator pair, double[] close, double[] open) {
        double last = 0;
        for (int i = 0; i < close.length; i++) {
            last = pair.update(close[i], open[i]);
        }
        return last;
    }

    private static double feedBars(BarIndicator bars, Prices prices) {
        double[] open = prices.open();
        double[] high = prices.high();
        double[] low = prices.low();
        double[] close = prices.close();
        double[] volume = prices.volume();
        double last = 0;
        for (int i = 0; i < close.length; i++) {
            last = bars.update(open[i], high[i], low[i], close[i], volume[i]);
        }
        return last;
    }
}
