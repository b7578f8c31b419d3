package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Bill;
import io.ttquant.exchanges.emulator.exchange.BillKind;
import io.ttquant.exchanges.emulator.exchange.Fill;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.PositionSide;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bills as OKX writes them. */
final class BillViews {
    private static final String FUNDING_ACCOUNT = "6";
    private static final String TRADING_ACCOUNT = "18";
    private static final int FUNDINGS = 1_000;

    private final OkxVenue venue;

    BillViews(OkxVenue venue) {
        this.venue = venue;
    }

    /**
     * A bill, of one or more entries of the exchange's ledger.
     *
     * @param first the first of them, whose id is the bill's
     * @param change of the balance, signed
     * @param fee part of the change that is a fee, negative if charged
     * @param gain part of the change that is profit, loss or funding
     * @param total balance after it
     */
    record Row(Bill first, BigDecimal change, BigDecimal fee, BigDecimal gain, BigDecimal total) {
        static Row of(Bill bill) {
            BigDecimal none = BigDecimal.ZERO;
            return new Row(bill, none, none, none, none).with(bill);
        }

        boolean isOfTrade(Bill bill) {
            return bill.tradeId() != 0
                    && bill.tradeId() == first.tradeId()
                    && bill.orderId() == first.orderId()
                    && Objects.equals(bill.symbol(), first.symbol());
        }

        boolean isOneWith(Bill bill) {
            return isOfTrade(bill) && bill.asset().equals(first.asset());
        }

        Row with(Bill bill) {
            boolean isGain = bill.kind() == BillKind.REALIZED || bill.kind() == BillKind.FUNDING;
            return new Row(
                    first,
                    change.add(bill.amount()),
                    bill.kind() == BillKind.FEE ? fee.add(bill.amount()) : fee,
                    isGain ? gain.add(bill.amount()) : gain,
                    bill.total());
        }

        long id() {
            return first.id();
        }

        String asset() {
            return first.asset();
        }

        String symbol() {
            return first.symbol() == null ? "" : first.symbol();
        }

        long millis() {
            return Math.floorDiv(first.time(), 1_000_000L);
        }
    }

    String type(Row row) {
        return switch (row.first().kind()) {
            case DEPOSIT, WITHDRAWAL, TRANSFER -> "1";
            case TRADE, FEE, REALIZED -> isLiquidation(row) ? "5" : isTaken(row) ? (isSwap(row) ? "9" : "3") : "2";
            case FUNDING -> "8";
            case INSURANCE -> "10";
        };
    }

    String subType(Row row) {
        boolean isIn = row.change().signum() > 0;
        return switch (row.first().kind()) {
            case DEPOSIT, WITHDRAWAL, TRANSFER -> isIn ? "11" : "12";
            case TRADE, FEE, REALIZED -> isTaken(row) ? (isSwap(row) ? "127" : "112") : traded(row);
            case FUNDING -> isIn ? "174" : "173";
            case INSURANCE -> "108";
        };
    }

    /** Without a trade: delivered, or taken over to cover others. */
    private static boolean isTaken(Row row) {
        return row.first().kind() == BillKind.REALIZED && row.first().tradeId() == 0;
    }

    private static boolean isSwap(Row row) {
        return row.symbol().endsWith("-SWAP");
    }

    private boolean isLiquidation(Row row) {
        Order order = order(row);
        return order != null && "liquidation".equals(order.request().tag());
    }

    private String traded(Row row) {
        Order order = order(row);
        if (order == null) {
            return "";
        }
        boolean isBuy = order.side() == Side.BUY;
        PositionSide side = order.request().positionSide();
        boolean isNet = !venue.market(order.symbol()).isContract() || side == PositionSide.NET;
        if (isLiquidation(row)) {
            return isNet ? (isBuy ? "106" : "107") : (isBuy ? "105" : "104");
        }
        if (isNet) {
            return isBuy ? "1" : "2";
        }
        return side == PositionSide.LONG ? (isBuy ? "3" : "5") : (isBuy ? "6" : "4");
    }

    private @Nullable Order order(Row row) {
        Bill bill = row.first();
        return bill.orderId() == 0 || bill.symbol() == null
                ? null
                : venue.exchange
                        .accounts()
                        .order(bill.account(), bill.symbol(), OrderRef.id(bill.orderId()))
                        .orElse(null);
    }

    private @Nullable Fill fill(Row row) {
        Bill bill = row.first();
        return bill.tradeId() == 0
                ? null
                : venue.exchange.accounts().fills(bill.account(), 0).stream()
                        .filter(fill -> fill.tradeId() == bill.tradeId() && fill.orderId() == bill.orderId())
                        .findFirst()
                        .orElse(null);
    }

    String kind(Row row) {
        return row.symbol().isEmpty() ? "" : Texts.instrumentType(venue.market(row.symbol()));
    }

    /** Cash, cross or isolated; empty if no trade made it and no position had it. */
    String mode(Row row) {
        if (row.symbol().isEmpty()) {
            return "";
        }
        Market market = venue.market(row.symbol());
        Order order = order(row);
        return Texts.marginMode(order == null ? null : order.request().marginMode(), market);
    }

    ObjectNode view(Row row) {
        Fill fill = fill(row);
        Order order = order(row);
        boolean isTransfer = type(row).equals("1");
        boolean isIn = row.change().signum() > 0;
        return Json.object()
                .put("bal", Texts.figure(row.total()))
                .put("balChg", Texts.figure(row.change()))
                .put("billId", Long.toString(row.id()))
                .put("ccy", row.asset())
                .put("clOrdId", order == null || order.clientId() == null ? "" : order.clientId())
                .put("earnAmt", "")
                .put("earnApr", "")
                .put("execType", fill == null ? "" : fill.maker() ? "M" : "T")
                .put("fee", Texts.figure(row.fee()))
                .put("fillFwdPx", "")
                .put("fillIdxPx", "")
                .put("fillMarkPx", "")
                .put("fillMarkVol", "")
                .put("fillPxUsd", "")
                .put("fillPxVol", "")
                .put("fillTime", fill == null ? "" : Texts.millis(fill.time()))
                .put("from", isTransfer ? (isIn ? FUNDING_ACCOUNT : TRADING_ACCOUNT) : "")
                .put("instId", row.symbol())
                .put("instType", kind(row))
                .put("interest", "0")
                .put("mgnMode", mode(row))
                .put("notes", "")
                .put(
                        "ordId",
                        row.first().orderId() == 0
                                ? ""
                                : Long.toString(row.first().orderId()))
                .put("pnl", Texts.figure(row.gain()))
                .put("posBal", "0")
                .put("posBalChg", "0")
                .put("px", price(row, fill))
                .put("subType", subType(row))
                .put("sz", size(row, fill))
                .put("tag", "")
                .put("to", isTransfer ? (isIn ? TRADING_ACCOUNT : FUNDING_ACCOUNT) : "")
                .put(
                        "tradeId",
                        row.first().tradeId() == 0
                                ? ""
                                : Long.toString(row.first().tradeId()))
                .put("ts", Long.toString(row.millis()))
                .put("type", type(row));
    }

    /** Of the trade, or the mark price at which a position paid funding. */
    private String price(Row row, @Nullable Fill fill) {
        if (fill != null) {
            return Texts.figure(fill.price());
        }
        if (row.first().kind() != BillKind.FUNDING) {
            return "";
        }
        return venue.exchange.marketData().fundings(row.symbol(), FUNDINGS).stream()
                .filter(paid -> paid.time() == row.first().time())
                .map(paid -> Texts.figure(paid.mark()))
                .findFirst()
                .orElse("");
    }

    /** Contracts of a trade in contracts, else the change in its own currency; never negative. */
    private String size(Row row, @Nullable Fill fill) {
        boolean isContract =
                !row.symbol().isEmpty() && venue.market(row.symbol()).isContract();
        if (fill != null && isContract) {
            return Texts.figure(fill.quantity());
        }
        return Texts.figure(row.change().subtract(row.fee()).abs());
    }
}
