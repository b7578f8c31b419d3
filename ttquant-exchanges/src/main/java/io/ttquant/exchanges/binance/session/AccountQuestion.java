package io.ttquant.exchanges.binance.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.QuietSpan;
import io.ttquant.exchanges.session.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks for an account until its parts belong together. */
final class AccountQuestion {
    private static final int MOST_ATTEMPTS = 4;

    private final BinanceLink link;
    private final AccountReading reading;
    private final Reply<AccountSnapshot> reply;
    private int attempts;

    AccountQuestion(BinanceLink link, AccountReading reading, Reply<AccountSnapshot> reply) {
        this.link = link;
        this.reading = reading;
        this.reply = reply;
    }

    void ask() {
        attempts++;
        ask(reading.holdingRequests(), answers -> answers, first -> {
            long from = link.venueNanos();
            ask(reading.requestsBetween(), answers -> answers, between -> {
                Duration since = Duration.ofNanos(link.venueNanos() - from);
                Duration wait = QuietSpan.stillToWait(since, link.clockError());
                link.later(wait, () -> again(first, between, from));
            });
        });
    }

    private void again(List<JsonNode> first, List<JsonNode> between, long from) {
        // What is known of the venue's clock may have become better meanwhile, and earlier.
        QuietSpan span = new QuietSpan(from, Math.max(from, link.venueNanos()));
        ask(
                reading.holdingRequests(),
                last -> Optional.ofNullable(reading.read(first, between, last, span)),
                this::take);
    }

    private void take(Optional<AccountSnapshot> read) {
        if (read.isPresent()) {
            reply.answered(read.get());
        } else if (attempts < MOST_ATTEMPTS) {
            ask();
        } else {
            reply.failed(Verdict.of(
                    CodeClass.UNKNOWN, "something changed during each of " + attempts + " looks at the account"));
        }
    }

    private <T> void ask(List<Supplier<RestRequest>> requests, Function<List<JsonNode>, T> reader, Consumer<T> take) {
        link.questions().askAll(requests, reader, new Reply<T>() {
            @Override
            public void answered(T read) {
                take.accept(read);
            }

            @Override
            public void failed(Verdict verdict) {
                reply.failed(verdict);
            }
        });
    }
}
