package io.ttquant.core.storage.postgresql;

import io.ttquant.core.storage.database.ClaimedRuns;
import io.ttquant.core.storage.database.Quietly;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs that this process has, as locks of a connection of their own: the server gives them back when that connection ends, however the process does. If the connection is
 * lost, the locks are taken again before the next batch is written, which is where it is looked at. Safe from several threads.
 */
final class PostgresClaims implements AutoCloseable {
    private static final String KEEP_ALIVE = """
            set tcp_keepalives_idle = 30;
            set tcp_keepalives_interval = 10;
            set tcp_keepalives_count = 3;
            set lock_timeout =\s""";
    /** Longer than it takes a server to notice that a process on its machine was killed. */
    private static final long LONGEST_WAIT_MILLIS = 5_000;

    private static final String TOO_LONG = "55P03";
    /** A run of one schema; other schemas of the same database are others' runs. */
    private static final String KEY = "hashtextextended('ttquant run ' || current_schema() || ' ' || ?, 0)";

    private static final String LOCK = "select pg_advisory_lock(" + KEY + ")";
    private static final String HOLDER = """
            select a.pid, coalesce(host(a.client_addr), 'the machine of the server'), coalesce(date_trunc('second', a.backend_start)::text, 'a time that this user may not see')
            from pg_locks l join pg_stat_activity a on a.pid = l.pid, (select %s as key) k
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
              and l.database = (select oid from pg_database where datname = current_database())
              and (l.classid::bigint << 32 | l.objid::bigint) = k.key
            """.formatted(KEY);

    /** Opens connections. */
    interface Opener {
        Connection open() throws SQLException;
    }

    private final Opener opener;
    private final String database;
    private final Duration timeout;
    private final Set<String> runs = new LinkedHashSet<>();
    private volatile @Nullable Connection holder;
    private @Nullable Backend last;
    private volatile boolean isClosed;

    /**
     * None so far.
     *
     * @param timeout of the connections that are opened
     */
    PostgresClaims(Opener opener, String database, Duration timeout) {
        this.opener = opener;
        this.database = database;
        this.timeout = timeout;
    }

    /** See {@link io.ttquant.core.storage.database.Database#claim}. */
    synchronized void claim(String run) throws SQLException {
        if (isClosed) {
            throw ClaimedRuns.closed(run, database);
        }
        renew();
        if (runs.contains(run)) {
            return;
        }
        try {
            lock(holder(), run);
        } catch (SQLException e) {
            lose();
            throw e;
        }
        runs.add(run);
    }

    /**
     * Takes again what was lost with its connection.
     *
     * @throws SQLException also if another engine has taken one meanwhile: nothing may be written to it then
     */
    synchronized void renew() throws SQLException {
        requireOpen();
        Connection known = holder;
        if (runs.isEmpty() || (known != null && known.isValid((int) timeout.toSeconds()))) {
            return;
        }
        lose();
        try {
            for (String run : runs) {
                lock(holder(), run);
            }
        } catch (IllegalStateException e) {
            lose();
            throw new SQLException(e.getMessage(), e);
        } catch (SQLException e) {
            lose();
            throw e;
        }
    }

    private Connection holder() throws SQLException {
        Connection known = holder;
        if (known != null) {
            return known;
        }
        requireOpen();
        Connection opened = opener.open();
        try (Statement statement = opened.createStatement()) {
            statement.execute(KEEP_ALIVE + Math.min(LONGEST_WAIT_MILLIS, timeout.toMillis() / 2));
            Backend before = last;
            if (before != null) {
                before.end(opened);
            }
            last = Backend.of(opened);
        } catch (SQLException | RuntimeException e) {
            Quietly.close(opened);
            throw e;
        }
        holder = opened;
        requireOpen();
        return opened;
    }

    private void requireOpen() throws SQLException {
        if (isClosed) {
            throw new SQLException(database + " is closed, and its runs are others' from now on");
        }
    }

    private void lose() {
        Quietly.close(holder);
        holder = null;
    }

    private void lock(Connection over, String run) throws SQLException {
        try (PreparedStatement lock = over.prepareStatement(LOCK)) {
            lock.setString(1, run);
            lock.executeQuery().close();
        } catch (SQLException e) {
            if (!TOO_LONG.equals(e.getSQLState())) {
                throw e;
            }
            throw ClaimedRuns.taken(run, database, who(over, run));
        }
    }

    private static String who(Connection over, String run) throws SQLException {
        try (PreparedStatement ask = over.prepareStatement(HOLDER)) {
            ask.setString(1, run);
            try (ResultSet found = ask.executeQuery()) {
                return found.next()
                        ? "another engine (process " + found.getInt(1) + " of the server, from " + found.getString(2)
                                + ", since " + found.getString(3)
                                + "; if that engine is gone, the server notices within a minute)"
                        : "another engine";
            }
        }
    }

    /** Does not wait for a thread that waits for a server that says nothing: what that thread has opened by then ends with this, and what it opens later it closes itself. */
    @Override
    public void close() {
        isClosed = true;
        lose();
    }
}
