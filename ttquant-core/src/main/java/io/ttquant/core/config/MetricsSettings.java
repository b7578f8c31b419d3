package io.ttquant.core.config;

import io.ttquant.api.strategy.Default;
import io.ttquant.core.metrics.MetricsOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Section {@code [metrics]}: whether and where a run on paper or live shows its figures.
 *
 * @param provider id of what shows them, such as {@code prometheus}; nothing is measured unless it is given
 * @param host where an endpoint listens
 * @param port at which port it listens; 0 for one that is free
 * @param expose whether others than this computer may read it
 * @param returns the period of the returns from which Sharpe ratio and value at risk are made
 * @param window how far back they look
 * @param maxSeries the most values of a label
 */
public record MetricsSettings(
        Optional<String> provider,
        Optional<String> host,
        Optional<Integer> port,
        Optional<Boolean> expose,
        @Default("1h") Duration returns,
        @Default("720h") Duration window,
        @Default("200") int maxSeries) {
    /** Checks the values. */
    public MetricsSettings {
        new MetricsOptions(returns, window, maxSeries);
    }

    /** What is measured how. */
    public MetricsOptions options() {
        return new MetricsOptions(returns, window, maxSeries);
    }

    /** The same with another provider. */
    public MetricsSettings withProvider(String id) {
        return new MetricsSettings(Optional.of(id), host, port, expose, returns, window, maxSeries);
    }

    /** The same at another port. */
    public MetricsSettings withPort(int number) {
        return new MetricsSettings(provider, host, Optional.of(number), expose, returns, window, maxSeries);
    }

    /** What the provider is bound with: of the settings of an endpoint those that are given. */
    public Map<String, String> binding() {
        Map<String, String> given = new LinkedHashMap<>();
        host.ifPresent(value -> given.put("host", value));
        port.ifPresent(value -> given.put("port", Integer.toString(value)));
        expose.ifPresent(value -> given.put("expose", Boolean.toString(value)));
        return given;
    }
}
