package io.ttquant.core.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a strategy keeps for after a restart, and what it kept before the last one. */
final class KeptTexts {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 10_000;
    private static final String ENGINE = "engine.";

    private final Engine engine;
    private final String strategyId;
    private final Map<String, String> texts;

    KeptTexts(Engine engine, String strategyId, Map<String, String> before) {
        this.engine = engine;
        this.strategyId = strategyId;
        this.texts = new LinkedHashMap<>(before);
    }

    void keep(String name, String text) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.startsWith(ENGINE)) {
            throw new IllegalArgumentException("strategy " + strategyId + " cannot keep a text under '" + name
                    + "': a name has 1 to " + LONGEST_NAME + " characters and does not begin with '" + ENGINE + "'");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("strategy " + strategyId + " cannot keep " + text.length()
                    + " characters under '" + name + "': " + LONGEST_TEXT
                    + " are the most; keep what cannot be asked for, and data elsewhere");
        }
        if (!text.equals(texts.getOrDefault(name, ""))) {
            if (text.isEmpty()) {
                texts.remove(name);
            } else {
                texts.put(name, text);
            }
            engine.taps().kept(strategyId, name, text, engine.now());
        }
    }

    Optional<String> of(String name) {
        return Optional.ofNullable(texts.get(name));
    }
}
