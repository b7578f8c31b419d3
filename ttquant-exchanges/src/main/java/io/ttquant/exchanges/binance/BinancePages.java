package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.Page;

/** A part of a history, in the words of Binance. */
final class BinancePages {
    private BinancePages() {}

    static void write(Fields f, Page page, String idName) {
        f.numberIf(idName, page.fromId());
        times(f, page);
    }

    static void times(Fields f, Page page) {
        f.numberIf("startTime", page.startMillis());
        f.numberIf("endTime", page.endMillis());
        f.number("limit", page.limit());
    }
}
