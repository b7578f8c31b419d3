package io.ttquant.exchanges.transport.okhttp;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sees to it that a request goes out once. OkHttp resends by itself after a 503 with {@code Retry-After: 0}, a 407 or a 421, which for an
 * order would be a second order.
 */
final class SentOnce implements Interceptor {
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER = "Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        CallTrace trace = request.tag(CallTrace.class);
        if (trace != null && !trace.claim()) {
            throw new IOException("the request was sent already");
        }
        Response response = chain.proceed(request);
        String retryAfter = response.header(RETRY_AFTER);
        if (trace == null || retryAfter == null || response.code() != UNAVAILABLE) {
            return response;
        }
        trace.takeOff(retryAfter);
        return response.newBuilder().removeHeader(RETRY_AFTER).build();
    }
}
