package io.ttquant.backtest.data;

/**
 * What moves a whole sample market, minute by minute: spells of rising, falling and idle prices, quiet and nervous times, one crash with half
 * a recovery, and one outage of the exchange after which the price is another. Instruments that share a seed share it, as coins do.
 */
final class SampleWeather {
    private static final int DAY = 1_440;
    private static final int CRASH_MINUTES = 40;
    private static final int RECOVERY_MINUTES = 300;
    private static final double CRASH = -0.16;
    private static final double JUMP = 0.015;
    private static final double CALM = 0.04;
    private static final double MEMORY = 0.86;
    private static final double NEWS = 0.10;
    private static final double MOST_VARIANCE = 12;

    private final SampleRandom random;
    private final int crashAt;
    private final int outageAt;
    private final int outageMinutes;
    private int minute = -1;
    private int spellEnd;
    private double drift;
    private double variance = 1;
    private double factor;

    SampleWeather(long seed, int days) {
        this.random = new SampleRandom(seed);
        int minutes = days * DAY;
        this.crashAt = minutes * 55 / 100 + random.between(0, DAY / 2);
        this.outageAt = minutes * 30 / 100 + random.between(0, DAY / 2);
        this.outageMinutes = random.between(35, 75);
    }

    /** Moves on by a minute. */
    void next() {
        minute++;
        if (minute >= spellEnd) {
            spellEnd = minute + random.between(DAY / 4, 3 * DAY);
            double kind = random.uniform();
            double strength = 0.02 + 0.05 * random.uniform();
            drift = (kind < 0.38 ? strength : kind < 0.68 ? -strength : 0) / DAY;
        }
        factor = random.normal();
        // GARCH(1,1) with mean 1: a large move makes the next ones large.
        variance = Math.min(MOST_VARIANCE, CALM + (MEMORY + NEWS * factor * factor) * variance);
    }

    /** Whether the exchange is down. */
    boolean isOutage() {
        return minute >= outageAt && minute < outageAt + outageMinutes;
    }

    /** The shock that all instruments feel, of deviation 1. */
    double factor() {
        return factor;
    }

    /** How nervous the market is; 1 on average. */
    double nervousness() {
        return isCrash() ? 4 : Math.sqrt(variance);
    }

    /** The part of a minute's return that is no chance. */
    double drift() {
        if (minute >= crashAt && minute < crashAt + CRASH_MINUTES) {
            return CRASH / CRASH_MINUTES;
        }
        int recovered = minute - crashAt - CRASH_MINUTES;
        if (recovered >= 0 && recovered < RECOVERY_MINUTES) {
            return -CRASH / 2 / RECOVERY_MINUTES;
        }
        return minute == outageAt + outageMinutes ? JUMP : drift;
    }

    private boolean isCrash() {
        return minute >= crashAt && minute < crashAt + CRASH_MINUTES + 60;
    }

    /** How busy the hour is, from 0.5 at night to 1.5 in the afternoon. */
    double busyness() {
        int ofDay = Math.floorMod(minute - 180, DAY);
        return 0.5 + Math.abs(ofDay < DAY / 2 ? ofDay : DAY - ofDay) / (DAY / 2.0);
    }
}
