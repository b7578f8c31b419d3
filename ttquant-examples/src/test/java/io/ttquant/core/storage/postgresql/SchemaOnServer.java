package io.ttquant.core.storage.postgresql;

import io.ttquant.core.storage.schema.Schema;
import java.sql.SQLException;
import java.util.Map;

/** Makes the tables and views of the store on a server, as an engine does when it starts. */
public final class SchemaOnServer {
    private SchemaOnServer() {}

    /** Makes them, as this user. */
    public static void make(String url, String user) throws SQLException {
        new PostgresDatabase(PostgresSettings.of(Map.of("url", url, "user", user))).migrate(Schema.CURRENT);
    }
}
