package io.ttquant.exchanges.binance.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.account.PositionMode;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.Unreadable;
import io.ttquant.exchanges.binance.BinanceAccounts;
import io.ttquant.exchanges.binance.UsdmRequests;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.Reply;
import io.ttquant.exchanges.session.setup.AccountSetting;
import io.ttquant.exchanges.session.setup.AccountSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** How the settings of a futures account that are wanted are asked for at the venue: first the modes, then leverage. */
final class UsdmSetup {
    private final AccountSetup wanted;
    private final UsdmRequests requests;
    private final BinanceLink link;

    UsdmSetup(AccountSetup wanted, UsdmRequests requests, BinanceLink link) {
        this.wanted = wanted;
        this.requests = requests;
        this.link = link;
    }

    List<AccountSetting> settings() {
        List<AccountSetting> all = new ArrayList<>();
        PositionMode mode = wanted.positionMode();
        if (mode != null) {
            all.add(positionMode(mode));
        }
        wanted.isolated().forEach((symbol, isIsolated) -> all.add(margin(symbol, isIsolated)));
        wanted.leverage().forEach((symbol, leverage) -> all.add(leverage(symbol, leverage)));
        return all;
    }

    private AccountSetting positionMode(PositionMode mode) {
        return setting(
                "the position mode",
                AccountSetup.word(mode),
                "it can be changed while nothing is open in any contract: cancel the orders and close the positions, or leave "
                        + AccountSetup.POSITION_MODE + " out",
                () -> requests.account().positionMode(),
                answer -> AccountSetup.word(BinanceAccounts.positionMode(answer)),
                () -> requests.account().setPositionMode(mode == PositionMode.HEDGING));
    }

    private AccountSetting margin(String symbol, boolean isIsolated) {
        return setting(
                "the margin mode of " + symbol,
                isIsolated ? "isolated" : "cross",
                "it can be changed while nothing is open in " + symbol
                        + ": cancel the orders and close the position, or leave it out of " + AccountSetup.MARGIN,
                () -> requests.account().symbolConfig(symbol),
                answer -> marginMode(row(answer, symbol)),
                () -> requests.account().setMarginMode(symbol, isIsolated));
    }

    private AccountSetting leverage(String symbol, int leverage) {
        return setting(
                "the leverage of " + symbol,
                Integer.toString(leverage),
                "write one that the venue allows for the symbol, the account and what it holds there, or leave "
                        + symbol + " out of " + AccountSetup.LEVERAGE,
                () -> requests.account().symbolConfig(symbol),
                answer -> Json.required(row(answer, symbol), "leverage")
                        .stripTrailingZeros()
                        .toPlainString(),
                () -> requests.account().setLeverage(symbol, leverage));
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
                reply -> link.questions().ask(question, reader, reply),
                heard -> link.questions().ask(command, answer -> answer, verdictOf(heard)));
    }

    private static Reply<JsonNode> verdictOf(Consumer<Verdict> heard) {
        return new Reply<>() {
            @Override
            public void answered(JsonNode value) {
                heard.accept(Verdict.ACCEPTED);
            }

            @Override
            public void failed(Verdict verdict) {
                heard.accept(verdict);
            }
        };
    }

    private static JsonNode row(JsonNode answer, String symbol) {
        for (JsonNode row : Json.rows(answer, "symbols")) {
            if (Json.text(row, "symbol").equals(symbol)) {
                return row;
            }
        }
        throw new Unreadable("the answer has nothing of " + symbol + "; ask again");
    }

    private static String marginMode(JsonNode row) {
        String word = Json.text(row, "marginType");
        return switch (word) {
            case "ISOLATED" -> "isolated";
            case "CROSSED" -> "cross";
            default -> throw new Unreadable("margin type '" + word + "' is neither ISOLATED nor CROSSED");
        };
    }
}
