package io.ttquant.core.storage.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.storage.schema.Schema;
import io.ttquant.storage.RealPostgres;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of TimescaleDB, by functions that stand in for its own on a real server and keep policies as it does: one that is there is never changed by adding it. */
class TimescaleTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final String STAND_INS = """
            create schema ext;
            create schema timescaledb_information;
            create table timescaledb_information.dimensions(
              hypertable_schema name, hypertable_name name, integer_interval bigint);
            create table ext.asked(relation regclass, chunk bigint);
            create table ext.policies(kind text, relation regclass, age bigint, primary key (kind, relation));
            create function ext.create_hypertable(
              relation regclass, time_column_name name, chunk_time_interval bigint, if_not_exists boolean, migrate_data boolean)
            returns text language sql as $$
              insert into ext.asked values ($1, $3);
              insert into timescaledb_information.dimensions
              select relnamespace::regnamespace::text, relname, chunk_time_interval from pg_class c where c.oid = relation
                and not exists (select 1 from timescaledb_information.dimensions where hypertable_name = relname);
              select ''::text $$;
            create function ext.set_chunk_time_interval(hypertable regclass, chunk_time_interval bigint)
            returns void language sql as $$
              update timescaledb_information.dimensions d set integer_interval = $2
              from pg_class c where c.oid = $1 and relname = hypertable_name $$;
            create function ext.set_integer_now_func(hypertable regclass, integer_now_func regproc, replace_if_exists boolean)
            returns void language sql as $$ select $$;
            create function ext.add(kind text, relation regclass, age bigint) returns integer language plpgsql as $$
              begin
                if exists (select 1 from ext.policies p where p.kind = $1 and p.relation = $2) then
                  raise warning 'policy already exists with different arguments';
                  return -1;
                end if;
                insert into ext.policies values ($1, $2, $3);
                return 1000;
              end $$;
            create function ext.add_retention_policy(relation regclass, drop_after bigint, if_not_exists boolean)
            returns integer language sql as $$ select ext.add('drop', $1, $2) $$;
            create function ext.add_compression_policy(hypertable regclass, compress_after bigint, if_not_exists boolean)
            returns integer language sql as $$ select ext.add('compress', $1, $2) $$;
            create function ext.remove_retention_policy(relation regclass, if_exists boolean)
            returns void language sql as $$ delete from ext.policies p where kind = 'drop' and p.relation = $1 $$;
            create function ext.remove_compression_policy(hypertable regclass, if_exists boolean)
            returns void language sql as $$ delete from ext.policies p where kind = 'compress' and p.relation = $1 $$;
            insert into pg_extension(oid, extname, extowner, extnamespace, extrelocatable, extversion)
            select 999999, 'timescaledb', 10, 'ext'::regnamespace, false, '2'
            """;

    private static RealPostgres server;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger(Timescale.class.getName());
    private final Handler handler = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            said.add(line.getLevel() + " " + formatter.formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

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

    @BeforeEach
    void listen() {
        server.execute("drop schema if exists ext, timescaledb_information, store cascade;"
                + " delete from pg_extension where extname = 'timescaledb'");
        logger.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(handler);
    }

    private static void open(String... settings) throws SQLException {
        Map<String, String> all = new HashMap<>(Map.of("url", server.url(), "schema", "store"));
        for (String setting : settings) {
            String[] parts = setting.split("=");
            all.put(parts[0], parts[1]);
        }
        try (PostgresDatabase database = new PostgresDatabase(PostgresSettings.of(all))) {
            database.migrate(Schema.CURRENT);
        }
    }

    /** Kind, table and days of each. */
    private static List<String> policies() {
        return server.query("select kind, relname, age / " + DAY
                + " from ext.policies p join pg_class c on c.oid = p.relation" + " order by kind, relname");
    }

    @Test
    void aDatabaseWithoutTheExtensionIsLeftAlone() throws SQLException {
        open("keep_days=30");

        assertThat(server.query("select count(*) from store.bars")).containsExactly("0");
        assertThat(said).isEmpty();
    }

    @Test
    void ticksAreInChunksOfADayAndBarsOfAYearAlsoWhereOlderCodeHadADayForThem() throws SQLException {
        server.execute(STAND_INS);
        server.execute("insert into timescaledb_information.dimensions values ('store', 'bars', " + DAY
                + "), ('store', 'books', " + 7 * DAY + ")");

        open();

        assertThat(server.query("select relation::text, chunk / " + DAY + " from ext.asked order by 1"))
                .containsExactly("store.bars|365", "store.books|1", "store.quote_ticks|1", "store.trade_ticks|1");
        assertThat(server.query("select hypertable_name, integer_interval / " + DAY
                        + " from timescaledb_information.dimensions order by 1"))
                .containsExactly("bars|365", "books|7", "quote_ticks|1", "trade_ticks|1");
    }

    @Test
    void anAgeThatIsSetOtherwiseCountsFromTheNextStart() throws SQLException {
        server.execute(STAND_INS);

        open("keep_days=30");
        assertThat(policies())
                .containsExactly(
                        "compress|bars|7",
                        "compress|books|7",
                        "compress|quote_ticks|7",
                        "compress|trade_ticks|7",
                        "drop|books|30",
                        "drop|quote_ticks|30",
                        "drop|trade_ticks|30");

        open("keep_days=90", "compress_after_days=14");
        assertThat(policies())
                .containsExactly(
                        "compress|bars|14",
                        "compress|books|14",
                        "compress|quote_ticks|14",
                        "compress|trade_ticks|14",
                        "drop|books|90",
                        "drop|quote_ticks|90",
                        "drop|trade_ticks|90");
    }

    @Test
    void zeroAndASettingThatWasTakenOutMeanNever() throws SQLException {
        server.execute(STAND_INS);
        open("keep_days=30");

        open("keep_days=0", "compress_after_days=0");
        assertThat(policies()).isEmpty();

        open("keep_days=30", "compress_after_days=0");
        open("compress_after_days=0");
        assertThat(policies()).isEmpty();
    }

    @Test
    void whoeverLeavesPoliciesChangesNone() throws SQLException {
        server.execute(STAND_INS);
        open("keep_days=30");
        List<String> before = policies();

        open("policies=leave");

        assertThat(policies()).isEqualTo(before);
    }

    @Test
    void aStepThatFailsIsAWarningAndTheOthersAreDone() throws SQLException {
        server.execute(STAND_INS);
        server.execute("create or replace function ext.add_retention_policy(relation regclass, drop_after bigint,"
                + " if_not_exists boolean) returns integer language plpgsql as"
                + " $$ begin raise exception 'must be owner'; end $$");

        open("keep_days=30");

        assertThat(policies()).hasSize(4);
        assertThat(said)
                .filteredOn(line -> line.contains("add_retention_policy"))
                .hasSize(3)
                .allMatch(line -> line.startsWith("WARNING TimescaleDB would not do this, and it is used without it: ")
                        && line.contains("must be owner"));
        // The server itself does not know this clause.
        assertThat(said)
                .filteredOn(line -> line.contains("timescaledb.compress_segmentby"))
                .hasSize(4);
        assertThat(said).hasSize(7);
    }

    @Test
    void aPolicyThatCannotBeRemovedIsAWarningThatSaysWhatGoesOn() throws SQLException {
        server.execute(STAND_INS);
        fail("42501");

        open("compress_after_days=0");

        assertThat(said)
                .hasSize(3)
                .allMatch(
                        line -> line.startsWith("WARNING TimescaleDB would not do this, and the server goes on with an"
                                + " older policy if there is one, which drops old rows: remove_retention_policy('"));
    }

    @Test
    void anEditionWithoutPoliciesHasNoneToRemove() throws SQLException {
        server.execute(STAND_INS);
        fail("0A000");

        open("compress_after_days=0");

        assertThat(said).isEmpty();
    }

    private static void fail(String state) {
        server.execute("create or replace function ext.remove_retention_policy(relation regclass, if_exists boolean)"
                + " returns void language plpgsql as $$ begin raise exception 'refused' using errcode = '"
                + state + "'; end $$");
    }
}
