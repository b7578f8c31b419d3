package io.ttquant.api.indicator;

/** The last values of something, by their age. */
public final class History {
    private final Window window;

    private History(int size) {
        this.window = new Window(size);
    }

    /**
     * Of {@code size} values.
     *
     * @throws IllegalArgumentException if that is below 1
     */
    public static History of(int size) {
        return new History(size);
    }

    /** Adds a value; the oldest falls out of a full history. NaN, of an indicator not ready, is left out. */
    public void add(double value) {
        if (!Double.isNaN(value)) {
            window.add(value);
        }
    }

    /**
     * The value {@code age} additions ago, 0 the latest.
     *
     * @throws IndexOutOfBoundsException if it is not kept; see {@link #size()}
     */
    public double ago(int age) {
        if (age < 0 || age >= window.size()) {
            throw new IndexOutOfBoundsException(
                    "value of age " + age + " is not kept: there are " + window.size() + ", the latest of age 0");
        }
        return window.ago(age);
    }

    /** Values kept now. */
    public int size() {
        return window.size();
    }

    /** Forgets them. */
    public void reset() {
        window.reset();
    }
}
