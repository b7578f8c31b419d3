package io.ttquant.exchanges.emulator.exchange;

/** A refusal on its way to the door of the exchange; never leaves it. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    Refused(RefusalReason reason, String text) {
        super(text, null, false, false);
        refusal = new Refusal(reason, text);
    }

    Refusal refusal() {
        return refusal;
    }
}
