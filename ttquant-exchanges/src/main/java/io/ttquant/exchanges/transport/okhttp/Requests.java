package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.WebSocketRequest;
import java.net.URI;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Requests in OkHttp's words. */
final class Requests {
    private Requests() {}

    static Request http(HttpRequest request, CallTrace trace) {
        Request.Builder builder = new Request.Builder().url(url(request.uri()));
        add(request.headers(), builder);
        return builder.method(request.method(), body(request))
                .tag(CallTrace.class, trace)
                .build();
    }

    static Request webSocket(WebSocketRequest request) {
        Request.Builder builder = new Request.Builder().url(url(request.uri()));
        add(request.headers(), builder);
        return builder.build();
    }

    private static void add(HttpHeaders headers, Request.Builder builder) {
        headers.forEach(builder::addHeader);
    }

    private static @Nullable RequestBody body(HttpRequest request) {
        byte[] body = request.body();
        boolean needsBody = request.method().equals("POST") || request.method().equals("PUT");
        // Without a type, so that the header of the request stays.
        return body.length == 0 && !needsBody ? null : RequestBody.create(body, null, 0, body.length);
    }

    /** OkHttp writes some characters in another way than they came; what is signed must go out as it is. */
    private static HttpUrl url(URI uri) {
        boolean isPlain =
                uri.getScheme().equalsIgnoreCase("http") || uri.getScheme().equalsIgnoreCase("ws");
        String scheme = isPlain ? "http" : "https";
        HttpUrl url = HttpUrl.parse(scheme + ":" + uri.getRawSchemeSpecificPart());
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        if (url == null || !url.encodedPath().equals(path) || !Objects.equals(url.encodedQuery(), uri.getRawQuery())) {
            throw new IllegalArgumentException("path or query of an address at " + uri.getHost()
                    + " would not be sent as written: percent-encode it as RFC 3986 says, without . and .. in"
                    + " the path");
        }
        return url;
    }
}
