package io.ttquant.core.storage.read;

import io.ttquant.core.storage.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** Says that a database could not be read. */
final class Unreadable {
    private Unreadable() {}

    static UncheckedIOException of(Database database, SQLException e) {
        String sentence = database.name() + " cannot be read: " + e.getMessage();
        return new UncheckedIOException(sentence, new IOException(sentence, e));
    }
}
