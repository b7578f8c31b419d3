package io.ttquant.core.matching;

/** The way the price is assumed to take inside a bar. Between its points it moves without jumps. */
public enum BarPath {
    /** Open, then the extreme that is nearer to the open, the other one, close. A tie goes to the low first. */
    ADAPTIVE("open, nearer extreme first, other extreme, close"),
    /** Open, high, low, close. */
    OHLC("open, high, low, close"),
    /** Open, low, high, close. */
    OLHC("open, low, high, close");

    private final String text;

    BarPath(String text) {
        this.text = text;
    }

    /** A phrase for people. */
    public String text() {
        return text;
    }

    boolean isHighFirst(long rawOpen, long rawHigh, long rawLow) {
        return this == OHLC || (this == ADAPTIVE && rawHigh - rawOpen < rawOpen - rawLow);
    }
}
