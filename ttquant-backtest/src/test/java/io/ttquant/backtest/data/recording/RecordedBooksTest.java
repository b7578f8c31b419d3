package io.ttquant.backtest.data.recording;

import io.ttquant.backtest.SharedData;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RecordedBooksTest {
    @Test
    void look() {
        for (String p : new String[] {
            "book/binance-raw/usdm",
            "book/binance-raw/spot",
            "book/binance-raw/cm",
            "capture/BINANCE-spot-ws-2021-10-12.log.gz"
        }) {
            Path path = SharedData.file(p);
            long t = System.nanoTime();
            var i = Recordings.of(path).inspect();
            i.files().forEach(System.out::println);
            i.quality().forEach(q -> {
                System.out.println(q);
                q.findings().forEach(f -> System.out.println("    " + f));
            });
            System.out.println((System.nanoTime() - t) / 1_000_000 + " ms");
        }
    }
}
