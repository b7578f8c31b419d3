package io.ttquant.exchanges.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pages that are made from the tables. {@code -Dttquant.update=true} writes them anew. */
public final class CodePage {
    private final StringBuilder text = new StringBuilder();

    /** A page with its title and a first paragraph. */
    public CodePage(String title, String intro) {
        text.append("# ")
                .append(title)
                .append("\n\n")
                .append(intro)
                .append("\n\n## Classes\n\n| Class | Meaning |\n|---|---|\n");
        for (CodeClass c : CodeClass.values()) {
            text.append("| `").append(c).append("` | ").append(c.text()).append(" |\n");
        }
    }

    /** A table of codes under a heading. */
    public CodePage codes(String heading, CodeTable table) {
        text.append("\n## ").append(heading).append('\n');
        String section = "";
        for (CodeGroup group : table.groups()) {
            if (!group.section().equals(section)) {
                section = group.section();
                text.append("\n### ")
                        .append(section)
                        .append("\n\n| Codes | Class | Reason | What is the matter |\n|---|---|---|---|\n");
            }
            CodeRule rule = group.rule();
            text.append("| ").append(String.join(" ", group.codes()));
            if (!rule.messagePart().isEmpty()) {
                text.append(" with \"").append(rule.messagePart()).append('"');
            }
            text.append(" | `")
                    .append(rule.codeClass())
                    .append("` | `")
                    .append(rule.reason())
                    .append("` | ")
                    .append(rule.note())
                    .append(" |\n");
        }
        return this;
    }

    /** A table of statuses under a heading. */
    public CodePage statuses(String heading, StatusTable table) {
        text.append("\n## ").append(heading).append('\n');
        String kind = "";
        for (StatusTable.Meaning m : table.meanings()) {
            if (!m.kind().equals(kind)) {
                kind = m.kind();
                text.append("\n### ").append(kind).append("\n\n| Word | Status | Meaning |\n|---|---|---|\n");
            }
            text.append("| `").append(m.word()).append("` | ").append(m.status() == null ? "" : "`" + m.status() + "`");
            text.append(" | ").append(m.note()).append(" |\n");
        }
        return this;
    }

    /** Fails if the page in {@code docs/exchanges} is another, or writes it if that is asked for. */
    public void check(String file) {
        Path page = Path.of("..", "docs", "exchanges", file);
        try {
            if (Boolean.getBoolean("ttquant.update")) {
                Files.createDirectories(page.getParent());
                Files.writeString(page, text);
            }
            assertThat(Files.readString(page).replace("\r\n", "\n"))
                    .as("docs/exchanges/%s is made from the tables; run this test with -Dttquant.update=true", file)
                    .isEqualTo(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
