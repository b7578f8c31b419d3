package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks for an account until its parts belong together. */
final class AccountQuestion {
    private static final int MOST_ATTEMPTS = 4;

    private final BinanceLink link;
    private final AccountReading reading;
    private int attempts;
    private long moment;

    AccountQuestion(BinanceLink link, AccountReading reading) {
        this.link = link;
        this.reading = reading;
    }

    void ask(Reply<AccountSnapshot> reply) {
        attempts++;
        moment = link.venueNanos();
        link.questions()
                .askAll(
                        requests(),
                        answers -> Optional.ofNullable(reading.read(answers, moment)),
                        new Reply<Optional<AccountSnapshot>>() {
                            @Override
                            public void answered(Optional<AccountSnapshot> read) {
                                if (read.isPresent()) {
                                    reply.answered(read.get());
                                } else if (attempts < MOST_ATTEMPTS) {
                                    ask(reply);
                                } else {
                                    reply.failed(Verdict.of(
                                            CodeClass.UNKNOWN,
                                            "orders or balances changed during each of " + attempts + " looks at the account"));
                                }
                            }

                            @Override
                            public void failed(Verdict verdict) {
                                reply.failed(verdict);
                            }
                        });
    }

    private List<Supplier<RestRequest>> requests() {
        List<Supplier<RestRequest>> requests = reading.requests();
        Supplier<RestRequest> middle = requests.get(reading.moment());
        requests.set(reading.moment(), () -> {
            moment = link.venueNanos();
            return middle.get();
        });
        return requests;
    }
}
