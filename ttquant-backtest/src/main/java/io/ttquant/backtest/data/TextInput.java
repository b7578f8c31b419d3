package io.ttquant.backtest.data;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Files as bytes of text, for readers of formats of your own. */
public final class TextInput {
    private TextInput() {}

    /**
     * Opens a file that is plain, gz, or a zip with one text in it: its first bytes say which. What is read is bounded in relation to the
     * size of a packed file.
     *
     * @throws DataException if it does not exist, cannot be read, is empty, or is of a kind that is no text
     */
    public static InputStream open(Path file) {
        return InputFile.of(file).recorded();
    }

    /**
     * The files that a user names: files, directories with all that is below them, and patterns such as {@code data/BTC*.zip}.
     *
     * @throws DataException if a place leads to no file, saying where it looked
     */
    public static List<Path> find(List<Path> places) {
        return FileFinder.findMessages(places);
    }
}
