package io.ttquant.backtest.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the methods of a test class a {@link WrittenMarket}, a {@link BacktestRunner}, an {@link io.ttquant.api.market.Instrument} and a {@link SimulatedClock} (also
 * as a plain {@link io.ttquant.api.time.Clock}), which the runner's runs move, as parameters. When a test fails, for whatever reason, what its runs did is attached to the failure.
 *
 * <pre>{@code
 * @SimulatedMarket(tick = "0.01", cash = "1000 USDT")
 * class CrossTest {
 *     @Test
 *     void buysOnce(WrittenMarket market, BacktestRunner runner) {
 *         TestRun run = runner.run(new Cross(market.instrument().id()), market.closes("100 101 102"));
 *         assertThat(run).hasOrders(1);
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(SimulatedMarketExtension.class)
public @interface SimulatedMarket {
    /** Venue and symbol of the instrument, a spot pair. */
    String instrument() default "test:BTCUSDT";

    /** Its base currency. */
    String base() default "BTC";

    /** Its quote currency. */
    String quote() default "USDT";

    /** The smallest step of its price. */
    String tick() default "0.01";

    /** The smallest step of a quantity. */
    String lot() default "0.001";

    /** How long bars last. */
    String bars() default "1m";

    /** The start balance; the first is the currency of equity. */
    String[] cash() default "10000 USDT";

    /** The fee of resting orders, as a part of the value. */
    String makerFee() default "0";

    /** The fee of orders that take, as a part of the value. */
    String takerFee() default "0";
}
