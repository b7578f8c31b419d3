package io.ttquant.exchanges.transport.simulated;

import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A server of requests, in a line. */
@FunctionalInterface
public interface HttpHandler {
    /** Answers a request when it arrives; null never answers, though the request had its effect. */
    @Nullable
    HttpResponse handle(HttpRequest request);

    /** Answers a request when it arrives, or later, or never. */
    default void handle(HttpRequest request, Consumer<HttpResponse> answer) {
        HttpResponse response = handle(request);
        if (response != null) {
            answer.accept(response);
        }
    }
}
