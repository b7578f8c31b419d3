package io.ttquant.examples.live;

import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.backtest.data.recording.LiveRecording;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Market data in files that a backtest reads. */
record FileRecording(Path folder, LiveRecording files) implements Recording {
    static FileRecording into(Path folder, List<Instrument> instruments) {
        return new FileRecording(folder, LiveRecording.into(folder, instruments));
    }

    @Override
    public MarketDataSink sink() {
        return files;
    }

    @Override
    public String place() {
        return folder.toAbsolutePath().toString();
    }

    @Override
    public long messages() {
        return files.messages();
    }

    @Override
    public String flush() {
        files.flush();
        return "";
    }

    @Override
    public List<String> end() {
        files.close();
        int count = files.files().size();
        return Stream.concat(
                        files.files().stream().map(file -> "wrote " + file),
                        Stream.of("stopped: " + messages() + " messages in "
                                + (count == 1 ? "1 file" : count + " files")))
                .toList();
    }
}
