package io.ttquant.backtest.data;

import java.nio.charset.StandardCharsets;

/** What the first bytes of a file say about the rest. */
enum Container {
    PLAIN("", ""),
    GZIP("", "\u001f\u008b"),
    ZIP("", "PK\u0003\u0004"),
    EMPTY_ZIP("is a zip with nothing in it; download it again", "PK\u0005\u0006"),
    ZSTD("is compressed with zstd, which is not read; unpack it, or pack it as gz or zip", "(\u00b5/\u00fd"),
    XZ("is compressed with xz, which is not read; unpack it, or pack it as gz or zip", "\u00fd7zXZ"),
    BZIP2("is compressed with bzip2, which is not read; unpack it, or pack it as gz or zip", "BZh"),
    SEVEN_ZIP("is a 7z archive, which is not read; unpack it", "7z\u00bc\u00af"),
    PARQUET("is a parquet file, which is not read; export it as csv", "PAR1"),
    ARROW("is an Arrow or Feather file, which is not read; export it as csv", "ARROW1"),
    UTF_16_LITTLE("is UTF-16 text; save it as UTF-8", "\u00ff\u00fe"),
    UTF_16_BIG("is UTF-16 text; save it as UTF-8", "\u00fe\u00ff"),
    HTML("is a web page, perhaps an error that was saved in place of the data; download it again", "<"),
    JSON_OBJECT("is JSON, which is not read; export it as csv", "{"),
    JSON_ARRAY("is JSON, which is not read; export it as csv", "[");

    private final String refusal;
    private final String magic;

    Container(String refusal, String magic) {
        this.refusal = refusal;
        this.magic = magic;
    }

    /** Why it is not read. */
    String refusal() {
        return refusal;
    }

    static Container of(byte[] first) {
        String start = new String(first, StandardCharsets.ISO_8859_1);
        for (Container container : values()) {
            if (!container.magic.isEmpty() && start.startsWith(container.magic)) {
                return container;
            }
        }
        return PLAIN;
    }
}
