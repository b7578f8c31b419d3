package io.ttquant.backtest.data.recording;

import java.util.List;

/** The formats that are known, in the order in which they are asked. */
final class RecordingFormats {
    static final List<RecordingFormat> ALL = List.of(
            new OwnRecording(),
            new BinanceCapture(),
            new OkxCapture(),
            new OkxInstruments(),
            new BitstampFeed(),
            new BitstampOrders(),
            new BybitDepth(),
            new CoinbaseSnapshot(),
            new BinanceBookTicker(),
            new BinanceDepth(),
            new TardisQuotes(),
            new TardisBook(),
            new LeanBars(true),
            new LeanBars(false),
            new LeanTrades(),
            new LeanQuotes(),
            new LeanForex());

    private RecordingFormats() {}
}
