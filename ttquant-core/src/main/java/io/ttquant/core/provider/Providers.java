package io.ttquant.core.provider;

import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.metrics.MetricsProvider;
import io.ttquant.api.storage.StorageProvider;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The providers of one kind by id: those that {@link ServiceLoader} finds, and those passed in by hand.
 *
 * @param <P> the provider interface
 */
public final class Providers<P> {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final String kind;
    private final Map<String, P> byId = new TreeMap<>();

    private Providers(String kind) {
        this.kind = kind;
    }

    /**
     * Exchanges: those on the class or module path, and these.
     *
     * @throws IllegalStateException if two have one id, or an id is not lower-case letters, digits and single dashes
     */
    public static Providers<ExchangeProvider> exchanges(ExchangeProvider... byHand) {
        return of("exchange", ServiceLoader.load(ExchangeProvider.class), List.of(byHand), ExchangeProvider::id);
    }

    /**
     * Storages: those on the class or module path, and these.
     *
     * @throws IllegalStateException if two have one id, or an id is not lower-case letters, digits and single dashes
     */
    public static Providers<StorageProvider> storages(StorageProvider... byHand) {
        return of("storage", ServiceLoader.load(StorageProvider.class), List.of(byHand), StorageProvider::id);
    }

    /**
     * Metrics exports: those on the class or module path, and these.
     *
     * @throws IllegalStateException if two have one id, or an id is not lower-case letters, digits and single dashes
     */
    public static Providers<MetricsProvider> metrics(MetricsProvider... byHand) {
        return of("metrics", ServiceLoader.load(MetricsProvider.class), List.of(byHand), MetricsProvider::id);
    }

    static <P> Providers<P> of(String kind, Iterable<P> loaded, Collection<P> byHand, Function<P, String> id) {
        Providers<P> providers = new Providers<>(kind);
        loaded.forEach(provider -> providers.add(id.apply(provider), provider));
        byHand.forEach(provider -> providers.add(id.apply(provider), provider));
        return providers;
    }

    private void add(String id, P provider) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalStateException("id '" + id + "' of " + kind + " provider "
                    + provider.getClass().getName() + " must be lower-case letters, digits and single dashes");
        }
        P known = byId.putIfAbsent(id, provider);
        if (known != null) {
            throw new IllegalStateException("two " + kind + " providers have the id '" + id + "': "
                    + known.getClass().getName() + " and " + provider.getClass().getName()
                    + "; remove one from the class path, or give it an id of its own");
        }
    }

    /** The ids, sorted. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    /**
     * The provider of an id.
     *
     * @throws IllegalArgumentException if there is none; the message lists the ids there are
     */
    public P get(String id) {
        P provider = byId.get(id);
        if (provider == null) {
            throw new IllegalArgumentException("no " + kind + " provider has the id '" + id + "'; there "
                    + (byId.isEmpty()
                            ? "is none at all: is a provider's module missing from the class path?"
                            : "are " + String.join(", ", byId.keySet())));
        }
        return provider;
    }
}
