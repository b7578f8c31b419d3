package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.request.Cost;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.request.HttpMethod;

/** A REST endpoint of Binance with what it asks for and costs. */
record Endpoint(HttpMethod method, HostKind host, String path, Security security, Cost cost) {
    /** The budget that all requests of an address share. */
    static final String IP = "ip";

    enum Security {
        NONE,
        KEY,
        SIGNED
    }

    static Endpoint open(String path, int weight) {
        return new Endpoint(HttpMethod.GET, HostKind.REST, path, Security.NONE, Cost.of(IP, weight));
    }

    static Endpoint read(String path, int weight) {
        return new Endpoint(HttpMethod.GET, HostKind.REST, path, Security.SIGNED, Cost.of(IP, weight));
    }

    static Endpoint change(HttpMethod method, String path, int weight) {
        return new Endpoint(method, HostKind.REST, path, Security.SIGNED, Cost.of(IP, weight));
    }

    static Endpoint order(HttpMethod method, String path, int weight) {
        return new Endpoint(method, HostKind.REST, path, Security.SIGNED, Cost.ofOrders(IP, weight, 1));
    }

    static Endpoint cancel(HttpMethod method, String path, int weight) {
        return new Endpoint(method, HostKind.REST, path, Security.SIGNED, Cost.reducing(IP, weight));
    }

    static Endpoint keyed(HttpMethod method, String path, int weight) {
        return new Endpoint(method, HostKind.REST, path, Security.KEY, Cost.of(IP, weight));
    }

    Endpoint at(HostKind other) {
        return new Endpoint(method, other, path, security, cost);
    }

    /** The same where the weight depends on what is asked. */
    Endpoint weighing(int weight) {
        return new Endpoint(method, host, path, security, cost.weighing(weight));
    }
}
