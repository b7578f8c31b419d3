package io.ttquant.core.storage;

import io.ttquant.api.storage.MarketWriter;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageMeter;
import io.ttquant.api.storage.StorageReader;
import io.ttquant.api.storage.StorageState;
import io.ttquant.core.storage.database.Database;
import io.ttquant.core.storage.read.DatabaseReader;
import io.ttquant.core.storage.schema.Schema;
import io.ttquant.core.storage.spool.FolderDisk;
import io.ttquant.core.storage.spool.LeftEntries;
import io.ttquant.core.storage.spool.Spool;
import io.ttquant.core.storage.spool.SpoolDisk;
import io.ttquant.core.storage.spool.SpoolOwner;
import io.ttquant.core.storage.write.StoreWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A storage in a database of any kind: the schema, the background writer with its spool, and the reader. */
public final class DatabaseStorage implements Storage {
    private final Database database;
    private final String spool;
    private final Set<String> spoolFolders;
    private final SpoolOwner owner;
    private final StoreWriter writer;
    private final DatabaseReader reader;
    private final Map<String, RunRecord> runs = new HashMap<>();
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();

    private DatabaseStorage(
            Database database, String spool, Set<String> spoolFolders, SpoolOwner owner, StoreWriter writer) {
        this.database = database;
        this.spool = spool;
        this.spoolFolders = spoolFolders;
        this.owner = owner;
        this.writer = writer;
        reader = new DatabaseReader(database);
    }

    /**
     * Opens it: brings the database to the schema of this code, then begins to write, first what an earlier process left in the spool. The database is closed with
     * the storage, and also if opening fails.
     *
     * @throws UncheckedIOException if the database does not answer, or the spool cannot be used
     * @throws IllegalStateException if the database or the spool is newer than this code, or the spool has what waits for another database
     */
    public static DatabaseStorage open(Database database, StoreSettings settings) {
        List<SpoolDisk> disks = List.of();
        try {
            database.migrate(Schema.CURRENT);
            disks = FolderDisk.free(settings.spool());
            SpoolOwner owner = new SpoolOwner(database.identity(), database.name());
            owner.take(disks);
            Spool spool = Spool.open(disks, Schema.CURRENT, settings.spoolBytes(), settings.reserveBytes());
            Set<String> folders = disks.stream().map(SpoolDisk::name).collect(Collectors.toSet());
            StoreWriter writer = StoreWriter.start(database, spool, settings.writer());
            return new DatabaseStorage(database, settings.spool(), folders, owner, writer);
        } catch (SQLException | IOException e) {
            disks.forEach(SpoolDisk::close);
            database.close();
            String sentence = database.name() + " cannot be opened: " + e.getMessage();
            throw new UncheckedIOException(sentence, new IOException(sentence, e));
        } catch (RuntimeException e) {
            disks.forEach(SpoolDisk::close);
            database.close();
            throw e;
        }
    }

    @Override
    public MarketWriter market() {
        return writer.market();
    }

    @Override
    public synchronized RunWriter run(RunRecord run) {
        take(run.id());
        RunRecord known = runs.get(run.id());
        for (RunRecord kept : known == null ? reader.run(run.id()) : List.of(known)) {
            if (kept.kind() != run.kind() || kept.startNanos() != run.startNanos()) {
                throw new IllegalArgumentException("the run " + run.id() + " is known in " + database.name() + " as "
                        + kept.kind() + " since " + kept.startNanos() + ", but was given as " + run.kind() + " since "
                        + run.startNanos() + "; go on with a run as it was, or give this one another id");
            }
        }
        RunWriter lane = writer.run(run);
        runs.put(run.id(), run);
        return lane;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if another engine has it, or had it and left entries in a spool folder when it ended, which nobody has taken, or another storage
     *     is still writing
     */
    @Override
    public void claim(String run) {
        take(run);
        if (claimed.contains(run)) {
            return;
        }
        // Only now that nobody else writes the run: what another storage has of it in its spool is what an ended engine
        // left.
        LeftEntries left = LeftEntries.of(spool, owner, spoolFolders, run);
        if (!left.unused().isEmpty()) {
            throw new IllegalStateException("an engine that wrote into " + database.name()
                    + " has ended since this storage was opened, and its last entries are in "
                    + String.join(", ", left.unused()) + "; start again, so that they are written before the run " + run
                    + " is read");
        }
        if (!left.inUse().isEmpty()) {
            throw new IllegalStateException("an engine that wrote the run " + run + " into " + database.name()
                    + " has ended, and another one that spools beside it has not written all of its last entries yet, in "
                    + String.join(", ", left.inUse()) + "; start again once these are written");
        }
        claimed.add(run);
    }

    private void take(String run) {
        try {
            database.claim(run);
        } catch (SQLException e) {
            String sentence =
                    database.name() + " does not say whether another engine has the run " + run + ": " + e.getMessage();
            throw new UncheckedIOException(sentence, new IOException(sentence, e));
        }
    }

    @Override
    public StorageReader read() {
        return reader;
    }

    /** The database, for plain questions. */
    public Database database() {
        return database;
    }

    @Override
    public StorageState state() {
        return writer.state();
    }

    @Override
    public StorageMeter meter() {
        return writer.meter();
    }

    @Override
    public boolean awaitRoom(Duration atMost) {
        return writer.awaitRoom(atMost);
    }

    @Override
    public boolean flush(Duration atMost) {
        return writer.flush(atMost);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } finally {
            database.close();
        }
    }
}
