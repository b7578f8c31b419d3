package io.ttquant.core.storage.spool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** A disk that knows what was forced, and that can be full, fail to force, and lose its power. */
public final class MemoryDisk implements SpoolDisk {
    private final Map<String, Stored> files = new TreeMap<>();
    private long room = Long.MAX_VALUE;
    private boolean failsToForce;
    private volatile CountDownLatch standing = new CountDownLatch(0);

    /** It has room for so many bytes more. */
    public synchronized void room(long bytes) {
        room = bytes;
    }

    /** Whether forcing fails from now on. */
    public synchronized void failToForce(boolean fails) {
        failsToForce = fails;
    }

    /** It stands still when it is forced, until the latch goes down. */
    public void standStill(CountDownLatch until) {
        standing = until;
    }

    /** The power goes: of each file stays what was forced, and so many bytes of the rest. */
    public synchronized MemoryDisk afterLossOfPower(int unforcedBytesKept) {
        MemoryDisk after = new MemoryDisk();
        files.forEach((name, file) -> {
            byte[] all = file.bytes.toByteArray();
            int kept = (int) Math.min(all.length, file.forced + (long) unforcedBytesKept);
            after.files.put(name, new Stored(Arrays.copyOf(all, kept)));
        });
        return after;
    }

    /** A copy with one bit of one byte of a file flipped. */
    public synchronized MemoryDisk withFlippedBit(String name, int at) {
        MemoryDisk after = new MemoryDisk();
        files.forEach((other, file) -> {
            byte[] all = file.bytes.toByteArray();
            if (other.equals(name)) {
                all[at] ^= 1;
            }
            after.files.put(other, new Stored(all));
        });
        return after;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public synchronized List<String> list() {
        return List.copyOf(files.keySet());
    }

    @Override
    public synchronized SpoolFile create(String name) throws IOException {
        if (files.containsKey(name)) {
            throw new IOException(name + " is there already");
        }
        Stored file = new Stored(new byte[0]);
        files.put(name, file);
        return new SpoolFile() {
            @Override
            public void append(ByteBuffer bytes) throws IOException {
                write(file, bytes);
            }

            @Override
            public void force() throws IOException {
                try {
                    standing.await();
                } catch (InterruptedException e) {
                    throw new IOException("interrupted", e);
                }
                MemoryDisk.this.force(file);
            }

            @Override
            public void close() {}
        };
    }

    private synchronized void write(Stored file, ByteBuffer bytes) throws IOException {
        int possible = (int) Math.min(room, bytes.remaining());
        byte[] some = new byte[possible];
        bytes.get(some);
        file.bytes.writeBytes(some);
        room -= room == Long.MAX_VALUE ? 0 : possible;
        if (bytes.hasRemaining()) {
            throw new IOException("No space left on device");
        }
    }

    private synchronized void force(Stored file) throws IOException {
        if (failsToForce) {
            throw new IOException("Input/output error");
        }
        file.forced = file.bytes.size();
    }

    @Override
    public synchronized long size(String name) {
        return stored(name).bytes.size();
    }

    @Override
    public synchronized void read(String name, long from, ByteBuffer into) {
        byte[] all = stored(name).bytes.toByteArray();
        int length = (int) Math.max(0, Math.min(into.remaining(), all.length - from));
        into.put(all, (int) Math.min(from, all.length), length);
        into.flip();
    }

    private Stored stored(String name) {
        Stored file = files.get(name);
        if (file == null) {
            throw new IllegalStateException("there is no " + name);
        }
        return file;
    }

    @Override
    public synchronized void rename(String name, String to) {
        files.put(to, stored(name));
        files.remove(name);
    }

    @Override
    public synchronized void delete(String name) {
        Stored file = files.remove(name);
        if (file != null && room != Long.MAX_VALUE) {
            room += file.bytes.size();
        }
    }

    @Override
    public void close() {}

    private static final class Stored {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long forced;

        Stored(byte[] first) {
            bytes.writeBytes(first);
            forced = first.length;
        }
    }
}
