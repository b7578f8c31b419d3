package io.ttquant.exchanges.okx.session;

import io.ttquant.exchanges.request.JsonFields;

/** The name that a channel has here: its word, then its instrument or its kind of instruments, as {@code trades BTC-USDT} or {@code orders /ANY}. */
final class ChannelName {
    private ChannelName() {}

    static String of(String channel, String instrument, String kind) {
        return channel + (instrument.isEmpty() ? "" : " " + instrument) + (kind.isEmpty() ? "" : " /" + kind);
    }

    /** Writes it as an argument of a subscription. */
    static void write(JsonFields json, String name) {
        int space = name.indexOf(' ');
        json.open().text("channel", space < 0 ? name : name.substring(0, space));
        if (space >= 0) {
            String rest = name.substring(space + 1);
            boolean isKind = rest.charAt(0) == '/';
            json.text(isKind ? "instType" : "instId", isKind ? rest.substring(1) : rest);
        }
        json.close();
    }
}
