package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Funding on futures of Binance and swaps of OKX: whatever is lost, late or told again, each payment is booked once, and none as a transfer. */
class FundingTest {
    /** Both venues. */
    enum Venue {
        BINANCE(BinanceVenues.USDM, "0.03", "/income", "/account", "FUNDING_FEE", "[]"),
        OKX(
                OkxVenues.SWAP,
                "3",
                "/account/bills",
                "/account/balance",
                "funding_fee",
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}");

        final ScenarioVenue venue;
        final String quantity;
        private final String list;
        private final String account;
        final String news;
        private final String nothing;

        Venue(ScenarioVenue venue, String quantity, String list, String account, String news, String nothing) {
            this.venue = venue;
            this.quantity = quantity;
            this.list = list;
            this.account = account;
            this.news = news;
            this.nothing = nothing;
        }

        boolean isList(Call call) {
            return call.path().endsWith(list);
        }

        boolean isAccount(Call call) {
            return call.method().equals("GET") && call.path().endsWith(account);
        }

        Reply nothing() {
            return Reply.json(200, nothing);
        }
    }

    /** What goes wrong around a payment. */
    enum Mishap {
        NONE((s, v) -> {}),
        NEWS_LOST((s, v) -> s.faults().frames(v.news, new FrameFault.Lose(), 1)),
        NEWS_TWICE((s, v) -> s.faults().frames(v.news, new FrameFault.Twice(), 1)),
        LIST_FAILS((s, v) -> s.faults().requests(v::isList, RequestFault.status(503), 3)),
        LIST_UNANSWERED((s, v) -> s.faults().requests(v::isList, new RequestFault.LoseAnswer(), 2)),
        LISTED_LATER((s, v) -> s.faults().requests(v::isList, new RequestFault.Answer(v.nothing(), false), 2)),
        SOCKETS_CUT((s, v) -> {
            s.faults().refuseHandshakes(6);
            s.faults().cutSockets();
            s.millis(100);
        });

        private interface Doing {
            void at(Scenario s, Venue venue);
        }

        private final Doing doing;

        Mishap(Doing doing) {
            this.doing = doing;
        }
    }

    private static Scenario holding(Venue venue) {
        Scenario s = Scenario.at(venue.venue).begin();
        s.exchange().operator().fundingRate(s.symbol(), new BigDecimal("0.0004"));
        s.buy(venue.quantity);
        return s.seconds(2);
    }

    private static long paid(Scenario s) {
        return s.life().record.flows.stream()
                .filter(flow -> flow.kind() == CashFlow.Kind.FUNDING)
                .count();
    }

    private static Scenario untilHour(Scenario s) {
        long hour = Duration.ofHours(1).toNanos();
        return s.pass(Duration.ofNanos(hour - s.exchange().now() % hour));
    }

    @Row({"F3", "A11"})
    @ParameterizedTest
    @CsvSource({
        "BINANCE, NONE", "BINANCE, NEWS_LOST", "BINANCE, NEWS_TWICE", "BINANCE, LIST_FAILS", "BINANCE, LIST_UNANSWERED",
        "BINANCE, LISTED_LATER", "BINANCE, SOCKETS_CUT", "OKX, NONE", "OKX, NEWS_LOST", "OKX, NEWS_TWICE",
        "OKX, LIST_FAILS", "OKX, LIST_UNANSWERED", "OKX, LISTED_LATER", "OKX, SOCKETS_CUT"
    })
    void aPaymentIsBookedOnceAsFundingWhateverGoesWrong(Venue venue, Mishap mishap) {
        Scenario s = holding(venue);
        mishap.doing.at(s, venue);
        s.exchange().operator().payFunding(s.symbol());
        s.settle().agree();
        assertThat(paid(s)).isEqualTo(1);
    }

    @Row("F3")
    @ParameterizedTest
    @EnumSource
    void paymentsOfAllPositionsAndHoursAreBookedEachForItsOwn(Venue venue) {
        Scenario s = holding(venue);
        s.exchange().operator().fundingRate(other(s), new BigDecimal("-0.0001"));
        s.byHand(OrderRequest.market(other(s), Side.SELL, new BigDecimal("1")));
        for (int i = 0; i < 3; i++) {
            s.exchange().operator().payFunding(s.symbol());
            s.exchange().operator().payFunding(other(s));
            s.pass(Duration.ofMinutes(7));
        }
        s.settle().agree();
    }

    private static String other(Scenario s) {
        return s.traded().get(1).symbol();
    }

    /** The account counts the payment at once, the list has it a minute and a half later, and no news of it comes. */
    @Row({"F3", "A8"})
    @ParameterizedTest
    @EnumSource
    void aPaymentAtItsHourThatIsListedLateIsNoTransferMeanwhile(Venue venue) {
        Scenario s = holding(venue);
        untilHour(s);
        long listed = s.exchange().now() + Duration.ofSeconds(90).toNanos();
        s.faults().frames(venue.news, new FrameFault.Lose(), 1);
        s.faults()
                .requests(
                        call -> venue.isList(call) && s.exchange().now() < listed,
                        new RequestFault.Answer(venue.nothing(), false),
                        1_000);
        s.exchange().operator().payFunding(s.symbol());
        s.faults().cutSockets();
        s.seconds(90);
        s.faults().clear();
        s.settle().agree();
        assertThat(paid(s)).isEqualTo(1);
    }

    /** The answer to the question for the account comes after the payment, and was made before it, or the other way about. */
    @Row({"F3", "F9"})
    @ParameterizedTest
    @CsvSource({"BINANCE, true", "BINANCE, false", "OKX, true", "OKX, false"})
    void aPaymentWhileTheAccountIsReadCountsOnce(Venue venue, boolean isAnswerLate) {
        Scenario s = holding(venue);
        s.faults()
                .requests(
                        venue::isAccount,
                        isAnswerLate
                                ? new RequestFault.DelayAnswer(Duration.ofSeconds(3))
                                : new RequestFault.DelayRequest(Duration.ofSeconds(3)),
                        1);
        s.until(
                "the account is asked for",
                Duration.ofMinutes(6),
                () -> s.faults().armed() == 0);
        s.seconds(1);
        s.exchange().operator().payFunding(s.symbol());
        s.settle().agree();
        assertThat(paid(s)).isEqualTo(1);
    }

    @Row({"F3", "A12"})
    @ParameterizedTest
    @EnumSource
    void aPaymentBeforeARestartIsInTheAccountOfTheNextRunAndOneAfterItIsBooked(Venue venue) {
        Scenario s = holding(venue);
        s.exchange().operator().payFunding(s.symbol());
        s.seconds(20);
        assertThat(paid(s)).isEqualTo(1);
        s.kill();
        s.seconds(30);
        s.exchange().operator().payFunding(s.symbol());
        s.seconds(1);
        s.start().untilTrading();
        s.settle().agree();
        assertThat(paid(s)).as("what was paid before is in the account").isZero();
        s.exchange().operator().payFunding(s.symbol());
        s.settle().agree();
        assertThat(paid(s)).isEqualTo(1);
    }

    @Row({"F3", "F9"})
    @ParameterizedTest
    @CsvSource({"BINANCE, true", "BINANCE, false", "OKX, true", "OKX, false"})
    void aPaymentWhileTheNextRunReadsTheAccountCountsOnce(Venue venue, boolean isAnswerLate) {
        Scenario s = holding(venue);
        s.kill();
        s.faults()
                .requests(
                        venue::isAccount,
                        isAnswerLate
                                ? new RequestFault.DelayAnswer(Duration.ofSeconds(3))
                                : new RequestFault.DelayRequest(Duration.ofSeconds(3)),
                        1);
        s.start();
        s.until("the account is asked for", () -> s.faults().armed() == 0);
        s.seconds(1);
        s.exchange().operator().payFunding(s.symbol());
        s.untilTrading();
        s.settle().agree();
    }

    /** At its hour it cannot be known whether an account has it yet: the next run begins a little later. */
    @Row("F3")
    @ParameterizedTest
    @EnumSource
    void aRunThatStartsAtTheHourWaitsUntilFundingIsPaid(Venue venue) {
        Scenario s = holding(venue);
        s.kill();
        untilHour(s);
        s.start();
        s.seconds(12);
        s.exchange().operator().payFunding(s.symbol());
        assertThat(s.life().engine).isNull();
        s.untilTrading();
        s.settle().agree();
        assertThat(paid(s)).isZero();
    }
}
