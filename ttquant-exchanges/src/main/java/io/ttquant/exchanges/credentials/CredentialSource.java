package io.ttquant.exchanges.credentials;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where secrets come from, by name. A secret {@code OKX_SECRET_KEY} is either the variable of that name, or the content of the protected file that
 * the variable {@code OKX_SECRET_KEY_FILE} names.
 */
public final class CredentialSource {
    private static final String FILE_SUFFIX = "_FILE";

    private final String name;
    private final Function<String, @Nullable String> variables;

    private CredentialSource(String name, Function<String, @Nullable String> variables) {
        this.name = name;
        this.variables = variables;
    }

    /** Variables of the process. */
    public static CredentialSource environment() {
        return of("the environment", System::getenv);
    }

    /** Variables from anywhere; {@code name} says in messages where that is. */
    public static CredentialSource of(String name, Function<String, @Nullable String> variables) {
        return new CredentialSource(name, variables);
    }

    /**
     * A file of lines {@code NAME=value}, such as {@code .env}.
     *
     * @throws IllegalArgumentException if it cannot be read, others than its owner may read it, or a line has another shape
     */
    public static CredentialSource file(Path file) {
        Map<String, String> lines = DotEnv.parse(file, ProtectedFile.read(file));
        return of(file.toString(), lines::get);
    }

    /** This source, and where it lacks a name, the other. */
    public CredentialSource orElse(CredentialSource other) {
        return of(name + " or " + other.name, variable -> {
            String value = variables.apply(variable);
            return value != null && !value.isBlank() ? value : other.variables.apply(variable);
        });
    }

    /** Key, secret and passphrase of OKX: {@code OKX_API_KEY}, {@code OKX_SECRET_KEY}, {@code OKX_PASSPHRASE}. */
    public Credentials okx() {
        return Credentials.of(secret("OKX_API_KEY"), secret("OKX_SECRET_KEY"), secret("OKX_PASSPHRASE"));
    }

    /** Key and secret of Binance: {@code BINANCE_API_KEY}, {@code BINANCE_API_SECRET}. */
    public Credentials binance() {
        return Credentials.of(secret("BINANCE_API_KEY"), secret("BINANCE_API_SECRET"));
    }

    /**
     * A secret by its name.
     *
     * @throws IllegalArgumentException if neither it nor a file for it is there; the message holds names, never values
     */
    public Secret secret(String variable) {
        String value = variables.apply(variable);
        if (value != null && !value.isBlank()) {
            return Secret.of(value.strip());
        }
        String file = variables.apply(variable + FILE_SUFFIX);
        if (file != null && !file.isBlank()) {
            return Secret.of(ProtectedFile.read(Path.of(file.strip())).strip());
        }
        throw new IllegalArgumentException(variable + " is not set in " + name + "; set it, or set " + variable
                + FILE_SUFFIX + " to a file that only you can read");
    }

    /** Where it reads, without values. */
    @Override
    public String toString() {
        return name;
    }
}
