package io.ttquant.backtest.junit;

import static io.ttquant.backtest.junit.LookaheadCheck.assertNoLookahead;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.indicator.BarIndicator;
import io.ttquant.api.indicator.Indicator;
import io.ttquant.api.indicator.LineIndicator;
import io.ttquant.api.indicator.PairIndicator;
import io.ttquant.api.indicator.Sma;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.backtest.Walk;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Shipped indicators raise no alarm: the value of each at each bar is part of a decision. */
class IndicatorsLookAheadTest {
    private static final MarketData WALK =
            MarketData.of(Walk.bars(Walk.BTC, BarSpec.minutes(1), 150, 22).source());

    @Test
    void noShippedIndicatorRaisesAnAlarm() throws Exception {
        Map<String, Method> factories = factories();
        assertThat(factories).hasSizeGreaterThan(70);

        LookaheadCheck.of(data -> new Shown(made(factories)), WALK).times(30).assertNone();
    }

    @Test
    void anIndicatorThatIsOneBarAheadRaisesIt() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> assertNoLookahead(
                        data -> {
                            double[] closes = data.closes();
                            int[] next = {0};
                            LineIndicator ahead =
                                    LineIndicator.from(close -> closes[Math.min(++next[0], closes.length - 1)]);
                            return new Shown(Map.of("ahead", ahead));
                        },
                        WALK)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("the strategy looks ahead");
    }

    private static Map<String, Indicator> made(Map<String, Method> factories) {
        Map<String, Indicator> all = new LinkedHashMap<>();
        factories.forEach((name, factory) -> all.put(name, java.util.Objects.requireNonNull(made(factory))));
        return all;
    }

    /** Static methods that make an indicator of whole and decimal numbers. */
    private static Map<String, Method> factories() throws IOException, ClassNotFoundException {
        Map<String, Method> all = new LinkedHashMap<>();
        for (String type : typeNames()) {
            for (Method method : methods(Class.forName(Indicator.class.getPackageName() + "." + type))) {
                if (made(method) != null) {
                    all.put(type + "." + method.getName() + method.getParameterCount(), method);
                }
            }
        }
        return all;
    }

    private static List<Method> methods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(m -> Modifier.isStatic(m.getModifiers()) && Modifier.isPublic(m.getModifiers()))
                .filter(m ->
                        Modifier.isPublic(type.getModifiers()) && Indicator.class.isAssignableFrom(m.getReturnType()))
                .filter(m -> Stream.of(m.getParameterTypes()).allMatch(p -> p == int.class || p == double.class))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private static List<String> typeNames() throws IOException {
        var place = Sma.class.getResource("Sma.class");
        assertThat(place).isNotNull();
        if (place.getProtocol().equals("jar")) {
            try (var jar = FileSystems.newFileSystem(
                    java.net.URI.create(place.toString().split("!")[0]), Map.of())) {
                return names(jar.getPath("/io/ttquant/api/indicator"));
            }
        }
        return names(Path.of(java.net.URI.create(place.toString())).getParent());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("package"))
                    .map(name -> name.substring(0, name.length() - 6))
                    .sorted()
                    .toList();
        }
    }

    private static @Nullable Indicator made(Method factory) {
        for (int direction : new int[] {1, -1}) {
            Object[] arguments = new Object[factory.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                boolean isWhole = factory.getParameterTypes()[i] == int.class;
                arguments[i] = isWhole ? (Object) (12 + direction * i * 2) : (Object) 0.5;
            }
            try {
                return (Indicator) factory.invoke(null, arguments);
            } catch (InvocationTargetException | IllegalAccessException e) {
                // It wants its periods the other way round, or other numbers.
            }
        }
        return null;
    }

    /** Orders at every bar, far from the market, with the values of indicators as its tag. */
    private static final class Shown extends Strategy {
        private final Map<String, Indicator> indicators;

        Shown(Map<String, Indicator> indicators) {
            this.indicators = indicators;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(Walk.BTC.id(), BarSpec.minutes(1));
        }

        @Override
        protected void onBar(Bar bar) {
            List<String> values = new ArrayList<>();
            indicators.forEach((name, indicator) -> values.add(name + " " + updated(indicator, bar)));
            orders().buy(Walk.BTC.id())
                    .quantity("0.001")
                    .limit("0.01")
                    .tag(values.toString())
                    .submit();
        }

        private static double updated(Indicator indicator, Bar bar) {
            if (indicator instanceof BarIndicator bars) {
                return bars.update(bar);
            } else if (indicator instanceof PairIndicator pairs) {
                return pairs.update(bar.close(), bar.volume());
            }
            return ((LineIndicator) indicator).update(bar.close());
        }
    }
}
