package io.ttquant.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.money.Currency;
import io.ttquant.core.risk.Guard;
import io.ttquant.core.risk.RiskRecord;
import io.ttquant.core.risk.RiskRecord.Held;
import io.ttquant.core.risk.RiskRecord.Losses;
import io.ttquant.core.risk.RiskRecord.OfScope;
import io.ttquant.core.risk.RiskRecordText;
import io.ttquant.core.risk.TradingStage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskMemoryFileTest {
    private static final RiskRecord HALTED = state(TradingStage.HALTED);
    private static final RiskRecord REDUCING = state(TradingStage.REDUCING);

    @TempDir
    Path folder;

    private Path path;
    private RiskMemoryFile file;

    private static RiskRecord state(TradingStage stage) {
        return new RiskRecord(
                Currency.of("USD", 2),
                List.of(new OfScope(
                        "", new Losses(1, 2, 3), 4, List.of(new Held(Guard.DRAWDOWN, stage, false, "much")), null)));
    }

    @BeforeEach
    void name() {
        path = folder.resolve("okx-live.risk");
        file = RiskMemoryFile.at(path);
    }

    @Test
    void nothingWasKeptBeforeTheFirstTime() {
        assertThat(file.load()).isNull();
        assertThat(path).doesNotExist();
    }

    @Test
    void remembersTheLastState() {
        file.save(HALTED);
        assertThat(RiskMemoryFile.at(path).load()).isEqualTo(HALTED);
        file.save(REDUCING);
        assertThat(RiskMemoryFile.at(path).load()).isEqualTo(REDUCING);
        assertThat(folder).isDirectoryContaining("glob:**.risk");
        assertThat(folder.toFile().list()).containsExactly("okx-live.risk");
    }

    @Test
    void aProcessThatEndsWhileItWritesLeavesTheStateOfBefore() throws IOException {
        file.save(HALTED);
        byte[] next = RiskRecordText.format(REDUCING).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int length = 0; length <= next.length; length += 7) {
            Files.write(folder.resolve("okx-live.risk.new"), java.util.Arrays.copyOf(next, length));
            assertThat(RiskMemoryFile.at(path).load()).isEqualTo(HALTED);
        }
        RiskMemoryFile.at(path).save(REDUCING);
        assertThat(RiskMemoryFile.at(path).load()).isEqualTo(REDUCING);
    }

    @Test
    void whatCannotBeWrittenIsToldAndLeavesTheStateOfBefore() throws IOException {
        file.save(HALTED);
        Files.createDirectory(folder.resolve("okx-live.risk.new"));
        assertThatThrownBy(() -> file.save(REDUCING))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the state of risk cannot be written to " + path);
        assertThat(file.load()).isEqualTo(HALTED);
    }

    @Test
    void aFileThatIsNotAsItWasWrittenIsRefusedWithItsNameTheRuleAndARemedy() throws IOException {
        for (String text : List.of("", "nonsense", RiskRecordText.format(HALTED).replace("HALTED", "ACTIVE"))) {
            Files.writeString(path, text);
            assertThatThrownBy(file::load)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll(path.toString(), "daily_loss", "move the file away");
        }
        Files.write(path, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(file::load).isInstanceOf(IllegalStateException.class).hasMessageContaining("cannot be read");
    }

    @Test
    void aFileOfANewerProgramIsRefused() throws IOException {
        Files.writeString(path, RiskRecordText.format(HALTED).replace("ttquant-risk\t1", "ttquant-risk\t2"));
        assertThatThrownBy(file::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(path.toString(), "has version 2", "start the program that wrote it");
    }

    @Test
    void whereItsFolderIsGoneNobodyCanTell() {
        assertThatThrownBy(() ->
                        RiskMemoryFile.at(folder.resolve("gone/okx-live.risk")).load())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not there, so nobody can tell what was lost");
    }
}
