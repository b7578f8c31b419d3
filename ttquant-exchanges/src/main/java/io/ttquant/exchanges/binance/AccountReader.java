package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.json.Fields;
import io.ttquant.exchanges.json.JsonCursor;

/** Reads news of balances, positions and lists of orders. */
final class AccountReader {
    private final Fields balances = new Fields("B", "u", "E");
    private final Fields balance = new Fields("a", "f", "l");
    private final Fields change = new Fields("a", "d", "T", "E");
    private final Fields account = new Fields("m", "B", "P");
    private final Fields wallet = new Fields("a", "wb", "cw", "bc");
    private final Fields position = new Fields("s", "ps", "pa", "ep", "bep", "up", "mt", "iw");
    private final Fields list = new Fields("s", "g", "c", "l", "L", "r", "C", "O", "T", "E");
    private final Fields member = new Fields("s", "i", "c");

    BinanceBalances balances(JsonCursor c) {
        balances.read(c);
        return new BinanceBalances(
                balances.each(c, 0, balance, this::balance), balances.timeOrZero(c, 1), balances.timeOrZero(c, 2));
    }

    private BinanceBalances.Balance balance(JsonCursor c) {
        return new BinanceBalances.Balance(balance.text(c, 0), balance.amount(c, 1), balance.amount(c, 2));
    }

    BinanceBalanceChange change(JsonCursor c) {
        change.read(c);
        return new BinanceBalanceChange(
                change.text(c, 0), change.amount(c, 1), change.timeOrZero(c, 2), change.timeOrZero(c, 3));
    }

    BinanceAccountUpdate account(JsonCursor c, long tsTransaction, long tsEvent) {
        account.read(c);
        return new BinanceAccountUpdate(
                account.text(c, 0),
                account.each(c, 1, wallet, this::wallet),
                account.each(c, 2, position, this::position),
                tsTransaction,
                tsEvent);
    }

    private BinanceAccountUpdate.Wallet wallet(JsonCursor c) {
        return new BinanceAccountUpdate.Wallet(
                wallet.text(c, 0), wallet.amount(c, 1), wallet.amount(c, 2), wallet.big(c, 3));
    }

    private BinanceAccountUpdate.Position position(JsonCursor c) {
        Fields f = position;
        return new BinanceAccountUpdate.Position(
                f.text(c, 0),
                f.text(c, 1),
                f.amount(c, 2),
                f.bigOrZero(c, 3),
                f.big(c, 4),
                f.bigOrZero(c, 5),
                f.text(c, 6),
                f.bigOrZero(c, 7));
    }

    BinanceListStatus list(JsonCursor c) {
        Fields f = list;
        f.read(c);
        return new BinanceListStatus(
                f.text(c, 0),
                f.at(c, 1).integer(),
                f.text(c, 2),
                f.text(c, 3),
                f.text(c, 4),
                f.text(c, 5),
                f.text(c, 6),
                f.each(c, 7, member, this::member),
                f.timeOrZero(c, 8),
                f.timeOrZero(c, 9));
    }

    private BinanceListStatus.Member member(JsonCursor c) {
        return new BinanceListStatus.Member(member.text(c, 0), member.at(c, 1).integer(), member.text(c, 2));
    }
}
