package io.ttquant.core.matching;

/** Reads the name of a queue model. */
final class QueueModelText {
    private QueueModelText() {}

    static QueueModel parse(String text) {
        int space = text.indexOf(' ');
        String name = space < 0 ? text : text.substring(0, space);
        String exponent = space < 0 ? "" : text.substring(space + 1);
        for (CancelChance chance : CancelChance.values()) {
            if (chance.text.equals(name) && chance.hasExponent()) {
                return new ProbabilisticQueue(
                        chance, CancelChance.requireExponent(name, exponentOf(text, name, exponent)));
            }
        }
        return switch (text) {
            case "risk_averse" -> QueueModel.riskAverse();
            case "trades_only" -> QueueModel.tradesOnly();
            case "log" -> QueueModel.log();
            case "log_2" -> QueueModel.log2();
            default ->
                throw new IllegalArgumentException("queue model '" + text + "' is not known; give risk_averse,"
                        + " trades_only, log, log_2, or power, power_2 or power_3 with an exponent, as in 'power 3'");
        };
    }

    private static double exponentOf(String text, String name, String exponent) {
        if (!exponent.matches("[0-9]{1,3}(\\.[0-9]{1,6})?")) {
            throw new IllegalArgumentException("queue model '" + text + "' needs an exponent after " + name
                    + ", a number above 0 and at most 100, as in '" + name + " 3'");
        }
        return Double.parseDouble(exponent);
    }
}
