package io.ttquant.exchanges.scenario;

import io.ttquant.exchanges.emulator.fault.RequestFault;
import io.ttquant.exchanges.emulator.server.Reply;
import java.time.Duration;

/** What can become of a command to OKX, so that whoever sent it does not know whether it had its effect. */
enum OkxCommandFault {
    REQUEST_LOST(false, new RequestFault.LoseRequest()),
    ANSWER_LOST(true, new RequestFault.LoseAnswer()),
    ANSWER_AFTER_TIMEOUT(true, new RequestFault.DelayAnswer(Duration.ofSeconds(20))),
    ARRIVES_LATE_IN_ITS_WINDOW(true, new RequestFault.DelayRequest(Duration.ofSeconds(3))),
    ARRIVES_AFTER_ITS_DEADLINE(false, new RequestFault.DelayRequest(Duration.ofSeconds(8))),
    GATEWAY_FAILS_BEFORE(false, RequestFault.status(502)),
    GATEWAY_TIMES_OUT_AFTER(true, RequestFault.statusAfterEffect(504)),
    ENDPOINT_TIMES_OUT_BEFORE(false, answer(400, error("50004", "API endpoint request timeout."), false)),
    ENDPOINT_TIMES_OUT_AFTER(true, answer(400, error("50004", "API endpoint request timeout."), true)),
    ORDER_TIMES_OUT_BEFORE(false, answer(500, error("51149", "Order timed out. Please try again later."), false)),
    ORDER_TIMES_OUT_AFTER(true, answer(500, error("51149", "Order timed out. Please try again later."), true)),
    REQUEST_TIMES_OUT_AFTER(true, answer(500, error("51054", "Request timed out. Please try again."), true)),
    SYSTEM_ERROR_AFTER(true, answer(500, error("50026", "System error. Try again later"), true)),
    ITEM_TIMES_OUT_AFTER(true, answer(200, item("51149", "Order timed out."), true)),
    CODE_OF_NO_TABLE_AFTER(true, answer(200, error("59876", "Something that nobody has seen."), true)),
    PAGE_INSTEAD_OF_JSON_AFTER(true, RequestFault.statusAfterEffect(200)),
    EMPTY_BODY_AFTER(true, answer(200, "", true)),
    CUT_BODY_AFTER(true, answer(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ordId\":\"17", true)),
    NO_ITEM_AFTER(true, answer(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}", true)),
    ANSWER_OF_ANOTHER_AFTER(
            true,
            answer(
                    200,
                    "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ordId\":\"9\",\"clOrdId\":\"stranger\",\"sCode\":\"51020\",\"sMsg\":\"no\"}]}",
                    true));

    private final boolean hasEffect;
    private final RequestFault fault;

    OkxCommandFault(boolean hasEffect, RequestFault fault) {
        this.hasEffect = hasEffect;
        this.fault = fault;
    }

    boolean hasEffect() {
        return hasEffect;
    }

    RequestFault fault() {
        return fault;
    }

    static RequestFault answer(int status, String body, boolean hasEffect) {
        return new RequestFault.Answer(Reply.json(status, body), hasEffect);
    }

    /** An error of the whole. */
    static String error(String code, String message) {
        return "{\"code\":\"" + code + "\",\"msg\":\"" + message + "\",\"data\":[]}";
    }

    /** A refusal inside a success: the only order of the request has a code of its own. */
    static String item(String code, String message) {
        return "{\"code\":\"1\",\"msg\":\"All operations failed\",\"data\":[{\"ordId\":\"\",\"clOrdId\":\"\",\"tag\":\"\",\"sCode\":\""
                + code + "\",\"sMsg\":\"" + message + "\"}],\"inTime\":\"1\",\"outTime\":\"2\"}";
    }
}
