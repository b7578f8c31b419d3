package io.ttquant.exchanges.okx.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.account.PositionMode;
import io.ttquant.exchanges.okx.OkxAccounts;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.okx.TradeMode;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.Reply;
import io.ttquant.exchanges.session.setup.AccountSetting;
import io.ttquant.exchanges.session.setup.AccountSetup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the settings of an account that are wanted are asked for at the venue. How derivatives are margined is said with each order. */
final class OkxSetup {
    private final OkxSettings settings;
    private final OkxRequests requests;
    private final OkxRest rest;

    OkxSetup(OkxSettings settings, OkxRequests requests, OkxRest rest) {
        this.settings = settings;
        this.requests = requests;
        this.rest = rest;
    }

    /** The position mode, if another one is wanted than the account has. */
    List<AccountSetting> positionMode(PositionMode now) {
        PositionMode wanted = settings.setup().positionMode();
        return wanted == null || wanted == now
                ? List.of()
                : List.of(setting(
                        "the position mode",
                        AccountSetup.word(wanted),
                        "it can be changed while nothing is open in any derivative: cancel the orders and close the positions, or"
                                + " leave " + AccountSetup.POSITION_MODE + " out",
                        () -> requests.account().config(),
                        config -> AccountSetup.word(OkxAccounts.positionMode(config)),
                        () -> requests.account().setPositionMode(wanted == PositionMode.HEDGING)));
    }

    /** Leverage. A long and a short position with margin of their own have leverage of their own. */
    List<AccountSetting> leverage(PositionMode mode) {
        boolean isBySide = mode == PositionMode.HEDGING && settings.derivativesMode() == TradeMode.ISOLATED;
        List<@Nullable String> sides = isBySide ? List.of("long", "short") : Arrays.asList((String) null);
        List<AccountSetting> all = new ArrayList<>();
        settings.setup()
                .leverage()
                .forEach((symbol, leverage) -> sides.forEach(side -> all.add(leverage(symbol, leverage, side))));
        return all;
    }

    private AccountSetting leverage(String symbol, int leverage, @Nullable String side) {
        TradeMode mode = settings.derivativesMode();
        return setting(
                "the leverage of " + symbol + (side == null ? "" : " " + side),
                Integer.toString(leverage),
                "write one that the venue allows for the instrument, the account and what it holds there, or leave "
                        + symbol + " out of " + AccountSetup.LEVERAGE,
                () -> requests.account().leverage(symbol, mode),
                answer -> OkxAccounts.leverage(answer, side),
                () -> requests.account().setLeverage(symbol, leverage, mode, side));
    }

    private AccountSetting setting(
            String name,
            String value,
            String remedy,
            Supplier<RestRequest> question,
            Function<JsonNode, String> reader,
            Supplier<RestRequest> command) {
        return new AccountSetting(
                name,
                value,
                remedy,
                reply -> read(question, reader, reply),
                heard -> rest.ask(command, answer -> heard.accept(answer.verdict())));
    }

    private void read(Supplier<RestRequest> question, Function<JsonNode, String> reader, Reply<String> reply) {
        rest.ask(question, answer -> {
            String now = OkxReading.of(answer, reader, reply);
            if (now != null) {
                reply.answered(now);
            }
        });
    }
}
