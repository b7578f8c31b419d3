package io.ttquant.core.storage.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Where spool files are: a folder that nobody else uses meanwhile, or in tests one that fails on purpose. */
public interface SpoolDisk extends AutoCloseable {
    /** What it is called, for messages. */
    String name();

    /** The names of its files, sorted. */
    List<String> list() throws IOException;

    /** A new file, to be written from its beginning. */
    SpoolFile create(String name) throws IOException;

    /** How long a file is, in bytes. */
    long size(String name) throws IOException;

    /** Fills the buffer from a place in a file; less if the file ends before. Leaves it ready to be read. */
    void read(String name, long from, ByteBuffer into) throws IOException;

    /** Renames a file in one step; one that has the name already is gone then. */
    void rename(String name, String to) throws IOException;

    /** Deletes a file; one that is not there is no error. */
    void delete(String name) throws IOException;

    /** Lets others use the folder. */
    @Override
    void close();
}
