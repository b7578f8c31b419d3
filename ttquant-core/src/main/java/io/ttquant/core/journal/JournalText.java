package io.ttquant.core.journal;

import io.ttquant.api.order.OrderRequest;
import java.util.function.Consumer;

/** A journal as text for people: a line for each entry, with the engine's clock; inputs behind {@code <}, what the engine did behind {@code >}. */
public final class JournalText {
    private JournalText() {}

    /** What an order asks for, as in these lines. */
    public static String words(OrderRequest request) {
        return EntryText.request(request);
    }

    /**
     * Writes all lines.
     *
     * @param journal just opened
     * @throws JournalException if it is damaged; the lines before are written
     */
    public static void print(JournalReader journal, Consumer<String> lines) {
        JournalHeader header = journal.header();
        header.facts().forEach((name, value) -> lines.accept("# " + name + ": " + value));
        header.instruments().forEach(each -> lines.accept("# instrument: " + each));
        EntryText texts = new EntryText();
        for (Entry entry = journal.next(); entry != null; entry = journal.next()) {
            lines.accept(texts.of(entry));
        }
        if (journal.cutBytes() > 0) {
            lines.accept("# " + journal.cutBytes() + " bytes at the end are no whole entry");
        }
        if (!journal.isClosedInOrder()) {
            lines.accept("# the journal was not closed in order");
        }
    }
}
