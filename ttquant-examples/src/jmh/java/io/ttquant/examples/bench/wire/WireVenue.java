package io.ttquant.examples.bench.wire;

import io.ttquant.examples.bench.wire.VenueConnection.Incoming;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/**
 * As much of Binance Spot on this machine as a client needs to get prices and to send orders. It sends no order to a market: each ends at once, unfilled,
 * as an order does that is immediate or cancelled.
 */
final class WireVenue {
    /** An order that came in: the price it names, and when its last byte was read. */
    record Arrival(String price, long nanos, boolean isCancel) {}

    private static final String INFO = "{\"timezone\":\"UTC\",\"serverTime\":0,\"rateLimits\":["
            + "{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,\"limit\":100000000},"
            + "{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\",\"intervalNum\":10,\"limit\":100000000}],"
            + "\"exchangeFilters\":[],\"symbols\":[{\"symbol\":\"BTCUSDT\",\"status\":\"TRADING\",\"baseAsset\":\"BTC\","
            + "\"baseAssetPrecision\":8,\"quoteAsset\":\"USDT\",\"quotePrecision\":8,\"orderTypes\":[\"LIMIT\",\"MARKET\"],\"filters\":["
            + "{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.01\",\"maxPrice\":\"1000000\",\"tickSize\":\"0.01\"},"
            + "{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.00001\",\"maxQty\":\"1000\",\"stepSize\":\"0.00001\"}]}]}";
    private static final String KEY =
            "{\"ipRestrict\":true,\"enableReading\":true,\"enableWithdrawals\":false,\"enableSpotAndMarginTrading\":true}";
    private static final String ACCOUNT =
            "{\"makerCommission\":10,\"takerCommission\":10,\"canTrade\":true,\"balances\":["
                    + "{\"asset\":\"USDT\",\"free\":\"1000000\",\"locked\":\"0\"},{\"asset\":\"BTC\",\"free\":\"0\",\"locked\":\"0\"}]}";

    private final ServerSocket server;
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(1 << 16);
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private volatile VenueConnection prices;
    private long lastId;

    WireVenue() throws IOException {
        server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    BlockingQueue<Arrival> arrivals() {
        return arrivals;
    }

    void awaitSubscription() throws InterruptedException {
        subscribed.await();
    }

    /** Puts bytes on the socket of prices. */
    void send(byte[] frame) throws IOException {
        prices.write(frame);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            VenueConnection connection = new VenueConnection(socket);
            while (true) {
                Incoming request = connection.request();
                if (request.isUpgrade()) {
                    connection.upgrade(request);
                    stream(connection, request.target());
                    return;
                }
                connection.answer(answer(request, System.nanoTime()));
            }
        } catch (IOException e) {
            // The client went.
        }
    }

    private void stream(VenueConnection connection, String target) throws IOException {
        if (target.contains("streams=")) {
            subscribed(connection);
        }
        while (true) {
            String text = connection.message();
            if (text.contains("userDataStream")) {
                connection.send("{\"id\":" + id(text) + ",\"status\":200,\"result\":{\"subscriptionId\":0}}");
            } else if (text.contains("ping")) {
                connection.send("{\"id\":" + id(text) + ",\"status\":200,\"result\":{}}");
            } else if (!text.isEmpty()) {
                connection.send("{\"result\":null,\"id\":" + id(text) + "}");
                if (text.contains("@bookTicker")) {
                    subscribed(connection);
                }
            }
        }
    }

    private void subscribed(VenueConnection connection) {
        prices = connection;
        subscribed.countDown();
    }

    private static String id(String text) {
        int start = text.indexOf("\"id\":") + 5;
        int end = start;
        while (text.charAt(end) != ',' && text.charAt(end) != '}') {
            end++;
        }
        return text.substring(start, end);
    }

    private String answer(Incoming request, long nanos) {
        String path = request.target().indexOf('?') < 0
                ? request.target()
                : request.target().substring(0, request.target().indexOf('?'));
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "time" -> "{\"serverTime\":" + System.currentTimeMillis() + "}";
            case "exchangeInfo" -> INFO;
            case "apiRestrictions" -> KEY;
            case "account" -> ACCOUNT;
            case "assetDetail" -> "{}";
            case "order" -> order(request, nanos);
            default -> "[]";
        };
    }

    private synchronized String order(Incoming request, long nanos) {
        if (!request.method().equals("GET")) {
            arrivals.add(new Arrival(
                    request.parameter("price"), nanos, request.method().equals("DELETE")));
        }
        String status = request.method().equals("DELETE")
                ? "CANCELED"
                : request.parameter("timeInForce").equals("IOC") ? "EXPIRED" : "NEW";
        long now = System.currentTimeMillis();
        String client = request.method().equals("POST") ? "newClientOrderId" : "origClientOrderId";
        return "{\"symbol\":\"BTCUSDT\",\"orderId\":" + ++lastId + ",\"clientOrderId\":\"" + request.parameter(client)
                + "\",\"origClientOrderId\":\"" + request.parameter(client) + "\",\"price\":\""
                + number(request, "price")
                + "\",\"origQty\":\"" + number(request, "quantity")
                + "\",\"executedQty\":\"0\",\"cummulativeQuoteQty\":\"0\",\"status\":\"" + status
                + "\",\"timeInForce\":\"GTC\",\"type\":\"LIMIT\",\"side\":\"BUY\",\"stopPrice\":\"0\",\"transactTime\":"
                + now
                + ",\"time\":" + now + ",\"updateTime\":" + now + ",\"fills\":[]}";
    }

    private static String number(Incoming request, String name) {
        String value = request.parameter(name);
        return value.isEmpty() ? "0" : value;
    }
}
