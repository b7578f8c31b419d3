package io.ttquant.exchanges.emulator.junit;

import io.ttquant.exchanges.emulator.VenueKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test a {@link io.ttquant.exchanges.emulator.LocalExchange} of its own, as a parameter, and closes it afterwards. A test fails too if money was
 * made or lost at one of its venues.
 *
 * <pre>{@code
 * @WithLocalExchange(VenueKind.BINANCE)
 * class MyClientTest {
 *     @Test
 *     void placesAnOrder(LocalExchange local) {
 *         String address = local.venue(VenueKind.BINANCE).http();
 *     }
 * }
 * }</pre>
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LocalExchangeExtension.class)
public @interface WithLocalExchange {
    /** The venues to start. */
    VenueKind[] value();

    /** The seed of the other traders. */
    long seed() default 1;
}
