package io.ttquant.core.storage.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.storage.schema.Migration;
import io.ttquant.core.storage.schema.Schema;
import io.ttquant.storage.RealPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Views of others that stand on ours. */
class PostgresViewsTest {
    private static RealPostgres server;

    @BeforeAll
    static void start() {
        server = RealPostgres.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aMigrationThatAViewOfAnotherHoldsUpIsRefusedByItsNameAndNothingIsLost() throws SQLException {
        List<Migration> more = new ArrayList<>(Schema.CURRENT.migrations());
        more.add(new Migration(more.size() + 1, "one of a test", List.of()));
        Schema next = Schema.of(more);
        try (PostgresDatabase database = new PostgresDatabase(PostgresSettings.of(Map.of("url", server.url())))) {
            database.migrate(Schema.CURRENT);
            server.execute("create view of_mine as select * from positions_now");

            assertThatThrownBy(() -> database.migrate(next))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageMatching("the views of postgresql://\\S+ are made anew for the schema version "
                            + next.version() + ", but"
                            + " others stand on them: view of_mine depends on view positions_now; drop those first, and"
                            + " make them again after the start")
                    .hasMessageNotContaining("CASCADE");
            assertThat(server.query("select max(version) from schema_versions"))
                    .containsExactly(Integer.toString(Schema.CURRENT.version()));

            server.execute("drop view of_mine");
            database.migrate(next);
            server.execute("create view of_mine as select * from positions_now");
            database.migrate(next);
        }
    }
}
