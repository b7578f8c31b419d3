package io.ttquant.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.matching.LatencyModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("l.csv"), text);
    }

    private void isRefused(String text, String message) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> LatencyFile.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + message);
    }

    @Test
    void readsRowsWithOrWithoutNames() throws IOException {
        for (String head : new String[] {"", "request,exchange,response\n", "req_ts,exch_ts,resp_ts\r\n"}) {
            LatencyModel model = LatencyFile.read(file(head + "1000,1010,1040\n\n2000, 0, 2400\r\n3000,3050,3060"));
            assertThat(model.entryNanos(1000, 0, 0)).isEqualTo(10);
            assertThat(model.entryNanos(2000, 0, 0)).isEqualTo(-400);
            assertThat(model.acknowledgementNanos(3050, 0, 0)).isEqualTo(10);
        }
    }

    @Test
    void readsMoreRowsThanItFirstHasRoomFor() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 5_000; i++) {
            text.append(i * 1_000)
                    .append(',')
                    .append(i * 1_000 + i)
                    .append(',')
                    .append(i * 1_000 + i)
                    .append('\n');
        }
        LatencyModel model = LatencyFile.read(file(text.toString()));

        assertThat(model.entryNanos(5_000_000, 0, 0)).isEqualTo(5_000);
        assertThat(model.describe()).startsWith("recorded with 5000 orders");
    }

    @Test
    void aLineThatIsNoRowIsRefusedWithItsNumber() throws IOException {
        isRefused("1000,1010\n", ", line 1: has 2 columns; write request,exchange,response in epoch nanoseconds");
        isRefused(
                "1000,1010,1040\n1.5,2,3\n",
                ", line 2: '1.5' is no time in epoch nanoseconds, a whole number such as 1700000000000000000");
        isRefused(
                "1000,1010,1040\nrequest,exchange,response\n",
                ", line 2: 'request' is no time in epoch nanoseconds, a whole number such as 1700000000000000000");
        isRefused(
                "1,2," + "9".repeat(60) + "\n",
                ", line 1: '" + "9".repeat(40)
                        + "…' is no time in epoch nanoseconds, a whole number such as 1700000000000000000");
    }

    @Test
    void rowsThatCannotBeAreRefused() throws IOException {
        isRefused("", ": recorded latency has no order that reached the exchange among 0 rows; record at least one");
        isRefused(
                "1000,990,1040\n",
                ": recorded latency, row 1: exchange time 990 is before the request at 1000; take the difference of the two"
                        + " clocks out of the recording first");
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws IOException {
        Path missing = folder.resolve("none.csv");
        assertThatThrownBy(() -> LatencyFile.read(missing))
                .isInstanceOf(DataException.class)
                .hasMessage(missing + ": there is no such file of recorded latencies; check the path");
        Path binary = Files.write(folder.resolve("b.csv"), new byte[] {(byte) 0xC3, 0x28});
        assertThatThrownBy(() -> LatencyFile.read(binary))
                .hasMessage(binary + ": is no UTF-8 text; give the recorded latencies as plain CSV");
        Path latin = Files.write(folder.resolve("c.csv"), "1,2,é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> LatencyFile.read(latin)).hasMessageContaining("is no UTF-8 text");
        assertThatThrownBy(() -> LatencyFile.read(folder)).hasMessageContaining(": cannot be read: ");
    }
}
