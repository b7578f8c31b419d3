package io.ttquant.examples.store;

import io.ttquant.api.storage.StorageProvider;
import io.ttquant.core.provider.Providers;
import io.ttquant.core.storage.DatabaseStorage;
import io.ttquant.examples.job.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a store is, as one writes it: {@code sqlite:FILE}, {@code duckdb:FILE}, {@code postgresql://HOST:PORT/DATABASE}.
 *
 * @param id the provider's
 * @param settings what it is told; never a password, since they come from a command line
 */
record StorePlace(String id, Map<String, String> settings) {
    private static final String SERVER = "postgresql";
    private static final String PASSWORD = "password";
    private static final String FILE = "file";

    StorePlace {
        settings = Map.copyOf(settings);
    }

    static StorePlace parse(String text, Map<String, String> more) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            throw new UsageException("'" + text + "' names no store; write sqlite:market.db, duckdb:market.duckdb or"
                    + " postgresql://localhost/ttquant");
        }
        if (more.containsKey(PASSWORD)) {
            throw new UsageException(
                    "--set password is refused, since every user of this computer can see a command line;"
                            + " write the password into a file that only you can read and give --set password_file=FILE, or keep it"
                            + " in ~/.pgpass");
        }
        String id = text.substring(0, colon);
        Map<String, String> settings = new LinkedHashMap<>(more);
        if (id.equals(SERVER)) {
            settings.put("url", "jdbc:" + text);
            if (!settings.containsKey("keep_days") && !settings.containsKey("compress_after_days")) {
                // Looking at a store must not undo what its engine has set.
                settings.putIfAbsent("policies", "leave");
            }
        } else {
            settings.put(FILE, text.substring(colon + 1));
        }
        return new StorePlace(id, settings);
    }

    /**
     * Opens a store that is there: a name with a mistake in it must not make a store that is empty, of which nothing is wrong.
     *
     * @throws UsageException if its file is not there
     */
    DatabaseStorage openKnown(Providers<StorageProvider> providers) {
        String file = settings.get(FILE);
        if (file != null && Files.notExists(Path.of(file))) {
            throw new UsageException("there is no file " + file + "; look at its name (only import makes a store)");
        }
        return open(providers);
    }

    DatabaseStorage open(Providers<StorageProvider> providers) {
        if (providers.get(id).open(settings) instanceof DatabaseStorage storage) {
            return storage;
        }
        throw new UsageException("the storage " + id + " is none of TTQuant's databases, which these commands are for");
    }
}
