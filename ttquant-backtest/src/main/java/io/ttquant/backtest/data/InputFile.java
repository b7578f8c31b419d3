package io.ttquant.backtest.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A file that holds rows of text: plain, gz, or a zip with one csv in it. Which of them it is is told from its first bytes.
 *
 * @param path the file
 * @param name how messages call it
 */
record InputFile(Path path, String name) {
    private static final int BUFFER = 1 << 16;
    private static final List<String> TEXTS = List.of(".csv", ".txt", ".data", ".log", ".json", ".jsonl");

    static InputFile of(Path path) {
        return new InputFile(path, path.toString());
    }

    /** Opens the text. */
    TextChunks open() {
        try {
            return new TextChunks(name, text());
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Bytes of text, or an estimate of them from the size of a gz file. */
    long textBytes() {
        try {
            long size = Files.size(path);
            return switch (Container.of(magic())) {
                case ZIP -> zipTextBytes();
                case GZIP -> size * 6;
                default -> size;
            };
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private long zipTextBytes() throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return onlyText(zip).getSize();
        }
    }

    private InputStream text() throws IOException {
        byte[] magic = magic();
        if (magic.length == 0) {
            throw new DataException(name, 0, "is empty; download it again, or leave it out");
        }
        Container container = Container.of(magic);
        return switch (container) {
            case PLAIN -> Files.newInputStream(path);
            case GZIP ->
                new BoundedInflation(name, new GZIPInputStream(Files.newInputStream(path), BUFFER), Files.size(path));
            case ZIP -> zipText();
            default -> throw new DataException(name, 0, container.refusal());
        };
    }

    /** The bytes of a recording: as {@link #open}, but it may be JSON, and a zip's entry may have any name. */
    InputStream recorded() {
        try {
            Container container = Container.of(magic());
            boolean isJson = container == Container.JSON_OBJECT || container == Container.JSON_ARRAY;
            return isJson ? Files.newInputStream(path) : text();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private byte[] magic() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(8);
        }
    }

    private InputStream zipText() throws IOException {
        ZipFile zip = new ZipFile(path.toFile());
        try {
            ZipEntry entry = onlyText(zip);
            InputStream inflated = new BufferedInputStream(zip.getInputStream(entry), BUFFER);
            return new BoundedInflation(name, inflated, Math.max(1, entry.getCompressedSize())) {
                @Override
                public void close() throws IOException {
                    super.close();
                    zip.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private ZipEntry onlyText(ZipFile zip) {
        List<ZipEntry> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            names.add(entry.getName());
            if (!entry.isDirectory() && isText(entry.getName())) {
                texts.add(entry);
            }
        }
        if (names.contains("[Content_Types].xml")) {
            throw new DataException(name, 0, "is a spreadsheet or office document; save it as csv and give that file");
        }
        if (texts.size() != 1) {
            throw new DataException(
                    name,
                    0,
                    "holds " + texts.size() + " csv files, and must hold one; its entries are " + shortened(names)
                            + (texts.isEmpty() ? "" : ". Unpack it and give the files themselves"));
        }
        return texts.get(0);
    }

    private static String shortened(List<String> names) {
        return names.size() <= 8 ? names.toString() : names.subList(0, 8) + " and " + (names.size() - 8) + " more";
    }

    private static boolean isText(String entry) {
        String lower = entry.toLowerCase(Locale.ROOT);
        boolean isHidden = lower.startsWith("__macosx/")
                || lower.substring(lower.lastIndexOf('/') + 1).startsWith(".");
        return !isHidden && TEXTS.stream().anyMatch(lower::endsWith);
    }

    static DataException unreadable(String file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new DataException(file, "does not exist", e);
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            return new DataException(file, "is cut short or damaged (" + e.getMessage() + "); download it again", e);
        }
        return new DataException(file, "cannot be read: " + e, e);
    }
}
