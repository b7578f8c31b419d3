package io.ttquant.exchanges.scenario;

import io.ttquant.exchanges.emulator.fault.RequestFault;
import io.ttquant.exchanges.emulator.server.Reply;
import java.time.Duration;

/** What can become of a command, so that whoever sent it does not know whether it had its effect. */
enum CommandFault {
    REQUEST_LOST(false, new RequestFault.LoseRequest()),
    ANSWER_LOST(true, new RequestFault.LoseAnswer()),
    ANSWER_AFTER_TIMEOUT(true, new RequestFault.DelayAnswer(Duration.ofSeconds(20))),
    ARRIVES_LATE_IN_ITS_WINDOW(true, new RequestFault.DelayRequest(Duration.ofSeconds(3))),
    ARRIVES_AFTER_ITS_WINDOW(false, new RequestFault.DelayRequest(Duration.ofSeconds(8))),
    GATEWAY_FAILS_BEFORE(false, RequestFault.status(502)),
    GATEWAY_FAILS_AFTER(true, RequestFault.statusAfterEffect(502)),
    GATEWAY_TIMES_OUT_AFTER(true, RequestFault.statusAfterEffect(504)),
    VENUE_DOES_NOT_KNOW_BEFORE(false, json(408, unknown(), false)),
    VENUE_DOES_NOT_KNOW_AFTER(true, json(408, unknown(), true)),
    UNEXPECTED_RESPONSE_AFTER(true, json(500, code(-1006, "An unexpected response was received."), true)),
    PAGE_INSTEAD_OF_JSON_AFTER(true, RequestFault.statusAfterEffect(200)),
    EMPTY_BODY_AFTER(true, json(200, "", true)),
    CUT_BODY_AFTER(true, json(200, "{\"symbol\":\"BTCUSDT\",\"orderId\":28", true)),
    CODE_OF_NO_TABLE_AFTER(true, json(400, code(-98765, "Something that nobody has seen."), true));

    private final boolean hasEffect;
    private final RequestFault fault;

    CommandFault(boolean hasEffect, RequestFault fault) {
        this.hasEffect = hasEffect;
        this.fault = fault;
    }

    boolean hasEffect() {
        return hasEffect;
    }

    RequestFault fault() {
        return fault;
    }

    static RequestFault json(int status, String body, boolean hasEffect) {
        return new RequestFault.Answer(Reply.json(status, body), hasEffect);
    }

    static String code(int code, String message) {
        return "{\"code\":" + code + ",\"msg\":\"" + message + "\"}";
    }

    private static String unknown() {
        return code(
                -1007,
                "Timeout waiting for response from backend server. Send status unknown; execution status unknown.");
    }
}
