package io.ttquant.backtest.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Repeats a {@code @ParameterizedTest} over the markets of {@link DataSets#shapes}, of the instrument of {@link SimulatedMarket}. The first parameter of the method is
 * a {@link MarketData}; those after it are given as to any other test.
 *
 * <pre>{@code
 * @SimulatedMarket(cash = "1000 USDT")
 * class CrossTest {
 *     @ParameterizedTest
 *     @MarketShapes
 *     void losesLittle(MarketData data, BacktestRunner runner, Instrument btc) {
 *         assertThat(runner.run(new Cross(btc.id()), data)).equity().neverBelow("850");
 *     }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ArgumentsSource(MarketShapesProvider.class)
public @interface MarketShapes {}
