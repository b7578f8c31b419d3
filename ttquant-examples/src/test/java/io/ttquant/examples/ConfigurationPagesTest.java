package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.Breakout;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Money;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.ConfigurationException;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.Finding;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.StrategyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the pages show is what happens. */
class ConfigurationPagesTest {
    @Test
    void everyFileOnThePagesLoads() {
        for (String page : List.of("configuration.md", "from-the-original.md", "live.md")) {
            List<String> files = blocks(page, "toml");
            assertThat(files).as(page).isNotEmpty();
            assertThat(files)
                    .as(page)
                    .allSatisfy(toml -> assertThat(read(toml).strategies()).isNotEmpty());
        }
    }

    @Test
    void theMistakesOnThePageAreThoseOfItsFile() {
        String wrong = blocks("configuration.md", "toml wrong").get(0);

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(blocks("configuration.md", "text").get(0).strip());
    }

    @Test
    void theWarningsOnThePageAreThoseOfItsFile() {
        RunConfiguration run = read(blocks("from-the-original.md", "toml").get(0));

        assertThat(run.warnings())
                .extracting(Finding::toString)
                .containsExactly(
                        blocks("from-the-original.md", "text").get(0).strip().split("\n"));
    }

    @Test
    void theClassesOnThePageOfOrdersAreThoseThatAreCompiled() throws IOException {
        List<String> classes = blocks("concepts/orders.md", "java").stream()
                .filter(block -> block.startsWith("public final class"))
                .toList();

        assertThat(classes).hasSize(2);
        assertThat(Files.readString(Path.of("src", "test", "java", "com", "example", "Pullback.java")))
                .endsWith(classes.get(0));
        assertThat(Files.readString(Path.of("src", "test", "java", "com", "example", "AtTheClose.java")))
                .endsWith(classes.get(1));
    }

    @Test
    void theStrategyOnThePageIsTheOneThatIsCompiled() throws IOException {
        String compiled = Files.readString(Path.of("src", "test", "java", "com", "example", "Breakout.java"));

        assertThat(blocks("configuration.md", "java"))
                .filteredOn(block -> block.startsWith("public final class"))
                .singleElement()
                .satisfies(block -> assertThat(compiled).endsWith(block));
    }

    @Test
    void theStrategyOnThePageIsMadeOfItsFile() {
        String toml = blocks("configuration.md", "toml").stream()
                .filter(block -> block.contains("com.example.Breakout"))
                .findFirst()
                .orElseThrow();
        ConfiguredStrategy byClass = read(toml).strategies().get(0);
        ConfiguredStrategy byName = RunConfiguration.read(
                        ConfigText.of("t", toml.replace("com.example.Breakout", "breakout")),
                        ExampleStrategies.catalogue()
                                .with(StrategyType.of("breakout", Breakout.Params.class, Breakout::new)))
                .strategies()
                .get(0);

        assertThat(byClass.create()).isInstanceOf(Breakout.class);
        assertThat(byClass.parameters()).isEqualTo(byName.parameters());
        Breakout.Params params = (Breakout.Params) byClass.parameters();
        assertThat(params.instrument()).isEqualTo(InstrumentId.parse("binance:BTCUSDT"));
        assertThat(params.widthPercent()).isEqualTo(2.0);
        assertThat(params.orderValue()).isEqualTo(Money.of("250", "USDT"));
    }

    @Test
    void theBundledFileStandsOnThePage() {
        assertThat(blocks("configuration.md", "toml"))
                .last()
                .isEqualTo(BundledConfigurationTest.resource("strategies.toml").text());
    }

    private static RunConfiguration read(String toml) {
        return RunConfiguration.read(ConfigText.of("strategies.toml", toml), ExampleStrategies.catalogue());
    }

    private static List<String> blocks(String page, String language) {
        return Pages.blocks(Pages.DOCS.resolve(page), language);
    }
}
