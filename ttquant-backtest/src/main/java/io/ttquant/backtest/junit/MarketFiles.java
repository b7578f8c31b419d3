package io.ttquant.backtest.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Repeats a {@code @ParameterizedTest} over data from files: a {@link MarketData} for each pattern, loaded when its turn comes, under the pattern's name. The
 * instrument is the one that the files are of: {@link MarketData#instruments()}.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @MarketFiles({"BTCUSDT-1m-*.zip", "ETHUSDT-1m-*.zip"})
 * void survives(MarketData data) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ArgumentsSource(MarketFilesProvider.class)
public @interface MarketFiles {
    /** Patterns of files, a data set each, as of {@link io.ttquant.backtest.data.DataFiles#of}. At least one. */
    String[] value();
}
