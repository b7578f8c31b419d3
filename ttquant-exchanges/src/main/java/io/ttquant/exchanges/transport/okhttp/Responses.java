package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.exchanges.transport.HttpHeaders;
import okhttp3.Headers;
import okhttp3.Response;

/** Answers in our words. */
final class Responses {
    private Responses() {}

    /** The headers; a character that is none of a header's becomes {@code ?}. */
    static HttpHeaders headers(Response response) {
        Headers theirs = response.headers();
        String[] pairs = new String[theirs.size() * 2];
        for (int i = 0; i < theirs.size(); i++) {
            pairs[2 * i] = theirs.name(i);
            pairs[2 * i + 1] = printable(theirs.value(i));
        }
        return HttpHeaders.of(pairs);
    }

    private static String printable(String value) {
        StringBuilder text = new StringBuilder(value.length());
        value.chars().forEach(c -> text.append(c >= ' ' && c <= '~' ? (char) c : '?'));
        return text.toString();
    }
}
