package io.ttquant.backtest.report;

/** How a figure reads at a glance. The page never shows it by colour alone: the figure has its sign. */
public enum Tone {
    /** A gain. */
    GOOD,
    /** A loss. */
    BAD,
    /** Neither. */
    NEUTRAL;

    /** The tone of a signed number; zero and not-a-number are neutral. */
    public static Tone of(double number) {
        return number > 0 ? GOOD : number < 0 ? BAD : NEUTRAL;
    }
}
