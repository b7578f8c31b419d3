package io.ttquant.exchanges.binance;

/**
 * An answer to a request over a socket: to a subscription, or of the WebSocket API.
 *
 * @param id the request's id as text, without quotes; empty if the answer has none
 * @param status HTTP-like status of the WebSocket API; 200 for a subscription that worked, 0 if there is none
 * @param code the venue's code of an error; 0 if it is none
 * @param message the venue's words; empty if there are none
 */
public record BinanceAnswer(String id, int status, long code, String message) {
    /** Whether the venue says that it is an error. Without one, a status that is not 2xx is an error too. */
    public boolean isError() {
        return code != 0 || (status != 0 && status / 100 != 2);
    }
}
