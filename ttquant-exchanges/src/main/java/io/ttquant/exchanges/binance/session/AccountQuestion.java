package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.session.Reply;
import java.util.Optional;

/** Asks for an account until its parts belong together. */
final class AccountQuestion {
    private static final int MOST_ATTEMPTS = 4;

    private final BinanceLink link;
    private final AccountReading reading;
    private int attempts;

    AccountQuestion(BinanceLink link, AccountReading reading) {
        this.link = link;
        this.reading = reading;
    }

    void ask(Reply<AccountSnapshot> reply) {
        attempts++;
        long began = link.venueNanos();
        link.questions()
                .askAll(
                        reading.requests(),
                        answers -> Optional.ofNullable(reading.read(answers, began)),
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
                                            "orders changed during each of " + attempts + " looks at the account"));
                                }
                            }

                            @Override
                            public void failed(Verdict verdict) {
                                reply.failed(verdict);
                            }
                        });
    }
}
