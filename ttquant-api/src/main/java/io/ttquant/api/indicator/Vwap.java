package io.ttquant.api.indicator;

import io.ttquant.api.market.Bar;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Volume-weighted average price since an anchor: Σ price × volume / Σ volume, the price being the typical one of bars, (high + low + close) / 3.
 * The latest price while nothing was traded. Ready after one bar. The rolling form is {@link Vwma} of {@link Source#HLC3}: {@link #rolling}.
 * Berkowitz, Logue and Noser, 1988.
 */
public final class Vwap extends Figure implements BarIndicator {
    private final Sessions sessions;
    private double volumes;
    private double average;

    private Vwap(Sessions sessions) {
        super(1);
        this.sessions = sessions;
    }

    /** Since the first bar, or since {@link #anchor}. */
    public static Vwap anchored() {
        return new Vwap(Sessions.none());
    }

    /**
     * Anew each day at this local time: the bar whose interval begins there or later is the first. Bars given as numbers carry no time and
     * continue the session at hand.
     */
    public static Vwap session(LocalTime start, ZoneId zone) {
        return new Vwap(Sessions.daily(start, zone));
    }

    /** Over the last {@code period} bars. */
    public static Vwma rolling(int period) {
        return Vwma.of(period, Source.HLC3);
    }

    /** Begins anew with the next bar; the value stays until then. */
    public void anchor() {
        volumes = 0;
    }

    @Override
    public double update(Bar bar) {
        if (sessions.isNew(bar.tsOpen())) {
            anchor();
        }
        return update(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }

    @Override
    public double update(double open, double high, double low, double close, double volume) {
        Observation.finite(high, low, close);
        return update((high + low + close) / 3, volume);
    }

    /** Takes a price and what was traded at it. */
    public double update(double price, double volume) {
        Observation.finite(price);
        volumes += Observation.volume(volume);
        if (volumes == 0 || volumes == volume) {
            average = price;
        } else {
            average += (price - average) * (volume / volumes);
        }
        return set(average);
    }

    @Override
    public void reset() {
        super.reset();
        sessions.reset();
        volumes = 0;
        average = 0;
    }
}
