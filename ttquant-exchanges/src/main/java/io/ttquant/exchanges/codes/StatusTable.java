package io.ttquant.exchanges.codes;

import io.ttquant.api.order.OrderStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that a venue uses for what became of an order: statuses, sources of a cancel, kinds of executions. Immutable. */
public final class StatusTable {
    /**
     * What a word means.
     *
     * @param kind which field of the venue's messages holds it
     * @param word the venue's word
     * @param status the order's status; null if the word alone says none
     * @param note what it means, in our words
     */
    public record Meaning(
            String kind, String word, @Nullable OrderStatus status, String note) {}

    private final Map<String, Map<String, Meaning>> byKind;

    private StatusTable(Map<String, Map<String, Meaning>> byKind) {
        this.byKind = byKind;
    }

    /**
     * Reads a table that lies beside a class.
     *
     * @throws IllegalStateException if it is missing or a line cannot be read
     */
    public static StatusTable load(Class<?> beside, String resource) {
        Map<String, Map<String, Meaning>> byKind = new LinkedHashMap<>();
        for (TableText.Line line : TableText.read(beside, resource)) {
            OrderStatus status = line.head().isEmpty() || line.head().get(0).equals("-")
                    ? null
                    : OrderStatus.valueOf(line.head().get(0));
            Map<String, Meaning> words = byKind.computeIfAbsent(line.section(), k -> new LinkedHashMap<>());
            for (String word : line.words()) {
                if (words.put(word, new Meaning(line.section(), word, status, line.note())) != null) {
                    throw new IllegalStateException(line.section() + " " + word + " is in the table twice");
                }
            }
        }
        return new StatusTable(byKind);
    }

    /** What a word of a kind means; null if it is not listed, so that nothing is known from it. */
    public @Nullable Meaning meaning(String kind, String word) {
        Map<String, Meaning> words = byKind.get(kind);
        return words == null ? null : words.get(word);
    }

    /** The status that a word of a kind stands for; null if it is not listed or says none. */
    public @Nullable OrderStatus status(String kind, String word) {
        Meaning meaning = meaning(kind, word);
        return meaning == null ? null : meaning.status();
    }

    /** All of it, in the order of the table. */
    public List<Meaning> meanings() {
        List<Meaning> all = new ArrayList<>();
        byKind.values().forEach(words -> all.addAll(words.values()));
        return all;
    }
}
