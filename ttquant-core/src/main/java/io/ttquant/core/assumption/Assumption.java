package io.ttquant.core.assumption;

/**
 * One thing that a simulated run takes for granted.
 *
 * @param topic what it is about, such as {@code Fees}; each topic is there once in a run
 * @param model the model and its parameters, such as {@code maker 0.1%, taker 0.1% of a fill's value}
 * @param explanation what that means for the result, and in which direction it may be wrong
 */
public record Assumption(String topic, String model, String explanation) {
    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException if a text is blank
     */
    public Assumption {
        require("topic", topic, topic);
        require("model", model, topic);
        require("explanation", explanation, topic);
    }

    private static void require(String what, String text, String topic) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("assumption '" + topic + "' has no " + what
                    + "; say what is assumed and what it does to the result");
        }
    }
}
