package io.ttquant.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page on orders says what the code does. */
class OrdersPageTest {
    private static final String BEGIN = "<!-- transitions: begin -->\n";
    private static final String END = "<!-- transitions: end -->\n";

    @Test
    void theTableOfStatesIsTheOneOfTheCode() throws IOException {
        String page = page();
        assertThat(page).containsOnlyOnce(BEGIN).containsOnlyOnce(END);

        assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
                .as("put OrderTransitions.toMarkdown() between the two markers:%n%s", OrderTransitions.toMarkdown())
                .isEqualTo(OrderTransitions.toMarkdown());
    }

    @Test
    void everyReasonOfARefusalHasOneLine() throws IOException {
        List<String> lines = page().lines().toList();

        for (RejectReason reason : RejectReason.values()) {
            assertThat(lines)
                    .as("lines of the page that begin with | `%s` |", reason)
                    .filteredOn(line -> line.startsWith("| `" + reason + "` | "))
                    .hasSize(1);
        }
    }

    @Test
    void everyTypeTimeInForceAndEventHasItsLine() throws IOException {
        String page = page();

        assertThat(Arrays.asList(OrderType.values()))
                .allSatisfy(type -> assertThat(page).contains("| `" + type + "` | "));
        assertThat(Arrays.asList(TimeInForce.values()))
                .allSatisfy(tif -> assertThat(page).contains("| `" + tif + "` | "));
        assertThat(Arrays.asList(GroupKind.values()))
                .allSatisfy(kind -> assertThat(page).contains("| `" + kind + "` | "));
        assertThat(OrderEvent.class.getPermittedSubclasses())
                .allSatisfy(event -> assertThat(page).contains("| `" + event.getSimpleName() + "` | "));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "concepts", "orders.md")).replace("\r\n", "\n");
    }
}
