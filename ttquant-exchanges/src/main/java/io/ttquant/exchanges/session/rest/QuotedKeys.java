package io.ttquant.exchanges.session.rest;

import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an answer quotes of the key and passphrase that came with its request, as gateways do when they refuse one: its words go into lines and logs. */
final class QuotedKeys {
    private static final QuotedKeys NONE = new QuotedKeys(List.of());
    /** Refusals are short; of what is longer, a list or a page, no more than the head is ever shown. */
    private static final int MOST_BYTES = 8_192;

    private final List<byte[]> values;

    private QuotedKeys(List<byte[]> values) {
        this.values = values;
    }

    /** Those of a request. */
    static QuotedKeys of(RestRequest request) {
        List<byte[]> values = new ArrayList<>();
        request.identity((name, value) -> values.add(value.getBytes(StandardCharsets.UTF_8)));
        return values.isEmpty() ? NONE : new QuotedKeys(values);
    }

    /** The answer with stars in the place of them. */
    HttpResponse hiddenIn(HttpResponse response) {
        byte[] body = response.body();
        byte[] hidden = body;
        for (byte[] value : values) {
            hidden = hidden(hidden, value);
        }
        return hidden == body ? response : HttpResponse.of(response.status(), response.headers(), hidden);
    }

    /** Looks for those that begin in the head, so that none is shown in part. */
    private static byte[] hidden(byte[] body, byte[] value) {
        byte[] hidden = body;
        int end = Math.min(body.length - value.length, MOST_BYTES - 1);
        for (int at = 0; at <= end; at++) {
            if (body[at] == value[0] && Arrays.equals(body, at, at + value.length, value, 0, value.length)) {
                hidden = hidden == body ? body.clone() : hidden;
                Arrays.fill(hidden, at, at + value.length, (byte) '*');
            }
        }
        return hidden;
    }
}
