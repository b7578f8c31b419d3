package io.ttquant.core.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code [store]}. Which settings a provider has is checked by the provider, when it is opened. */
final class StoreReader {
    private static final Set<String> SECRETS = Set.of("password", "secret", "passphrase");

    private final Findings findings;

    StoreReader(Findings findings) {
        this.findings = findings;
    }

    StorageSettings read(Section section) {
        Map<String, String> settings = new LinkedHashMap<>();
        section.nodes().forEach((key, node) -> settings.put(key, text(key, node)));
        String provider = settings.remove("provider");
        String run = settings.remove("run");
        StorageSettings usual = StorageSettings.DEFAULT;
        return new StorageSettings(
                provider == null ? usual.provider() : provider,
                run == null ? usual.run() : run,
                age(section.get("max_age"), settings.remove("max_age")),
                settings);
    }

    private Duration age(@Nullable Node node, @Nullable String text) {
        if (node == null || text == null) {
            return StorageSettings.DEFAULT.maxAge();
        }
        try {
            Duration age = Durations.parse(text);
            if (!age.isNegative() && !age.isZero()) {
                return age;
            }
            findings.mistake(node.valueAt(), node.path(), "must be above zero; write for example \"60s\"");
        } catch (IllegalArgumentException | ArithmeticException e) {
            findings.mistake(node.valueAt(), node.path(), String.valueOf(e.getMessage()));
        }
        return StorageSettings.DEFAULT.maxAge();
    }

    private String text(String key, Node node) {
        if (SECRETS.contains(key)) {
            // The value is not shown: it may be real.
            findings.mistake(
                    node.keyAt(),
                    node.path(),
                    "secrets do not belong in this file; docs/storage.md says where a password comes from");
            return "";
        }
        Object value = node.value();
        if (value instanceof String || value instanceof Long || value instanceof Boolean) {
            return value.toString();
        } else if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        findings.mistake(
                node.valueAt(), node.path(), "must be a text, a number or a truth value, not " + node.describe());
        return "";
    }
}
