package io.ttquant.exchanges.run;

import io.ttquant.core.engine.Engine;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether all is kept that must be: while one of those who keep something cannot, nothing is sent that adds risk. */
final class AllKept {
    private final Map<Object, String> unkept = new LinkedHashMap<>();

    /**
     * One of them says how it stands.
     *
     * @param words why it is so
     */
    void says(Object who, boolean isKept, String words, Engine engine) {
        if (isKept) {
            unkept.remove(who);
        } else {
            unkept.put(who, words);
        }
        engine.risk().keeping(unkept.isEmpty(), unkept.isEmpty() ? words : String.join("; ", unkept.values()));
    }
}
