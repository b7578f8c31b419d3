package io.ttquant.core.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the sections {@code [exchange.NAME]}. Which settings a provider has is checked by the provider, when its session is opened. */
final class ExchangeReader {
    private static final Set<String> SECRETS =
            Set.of("key", "secret", "passphrase", "api_key", "secret_key", "private_key", "password", "proxy_password");

    private final Findings findings;
    private final Map<String, String> nameOf = new LinkedHashMap<>();

    ExchangeReader(Findings findings) {
        this.findings = findings;
    }

    List<ExchangeSettings> read(Section section) {
        List<ExchangeSettings> all = new ArrayList<>();
        for (Node node : section.nodes().values()) {
            if (node.value() instanceof Section own) {
                all.add(read(node, own));
            } else {
                findings.mistake(
                        node.valueAt(),
                        node.path(),
                        "must be a table such as [exchange.binance], not " + node.describe());
            }
        }
        return all;
    }

    private ExchangeSettings read(Node table, Section own) {
        String name = table.path().substring(table.path().indexOf('.') + 1);
        Map<String, String> settings = new LinkedHashMap<>();
        own.nodes().forEach((key, node) -> settings.put(key, text(key, node)));
        String given = settings.remove("provider");
        String provider = given == null ? name : given;
        String other = nameOf.putIfAbsent(provider, name);
        if (other != null) {
            findings.mistake(
                    table.keyAt(),
                    table.path(),
                    "a second connection to " + provider + ", beside [exchange." + other
                            + "]; a run has one account at a venue: write a file of its own for the other");
        }
        return new ExchangeSettings(name, provider, settings);
    }

    private String text(String key, Node node) {
        if (SECRETS.contains(key)) {
            // The value is not shown: it may be real.
            findings.mistake(
                    node.keyAt(),
                    node.path(),
                    "secrets do not belong in this file; set the environment variable, or a line in .env, that"
                            + " docs/exchanges/keys.md names");
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
