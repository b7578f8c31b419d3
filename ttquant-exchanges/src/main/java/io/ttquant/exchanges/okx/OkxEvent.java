package io.ttquant.exchanges.okx;

/**
 * What the venue says of the connection.
 *
 * @param event {@code subscribe}, {@code unsubscribe}, {@code login}, {@code error}, {@code notice}, {@code channel-conn-count} or a new one
 * @param code the venue's code; {@code 0} or empty if all is well
 * @param message the venue's words; empty if there are none
 * @param channel the channel it is about; empty if it does not say
 * @param instrument {@code instId} it is about; empty if it does not say
 * @param instrumentType {@code instType} it is about; empty if it does not say
 * @param id the request's id; empty if there is none
 * @param connection the venue's id of the connection; empty if there is none
 */
public record OkxEvent(
        String event,
        String code,
        String message,
        String channel,
        String instrument,
        String instrumentType,
        String id,
        String connection) {
    /** Whether the venue refuses something. */
    public boolean isError() {
        return event.endsWith("error") || !(code.isEmpty() || code.equals("0") || event.equals("notice"));
    }
}
