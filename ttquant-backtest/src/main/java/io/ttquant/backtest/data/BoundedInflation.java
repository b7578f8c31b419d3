package io.ttquant.backtest.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a small file that unpacks into an enormous one: rows of market data shrink to a tenth, never to a thousandth. */
class BoundedInflation extends FilterInputStream {
    static final long LARGEST_RATIO = 400;
    static final long ALWAYS_ALLOWED = 1 << 24;

    private final String file;
    private final long limit;
    private long count;

    BoundedInflation(String file, InputStream in, long compressedBytes) {
        super(in);
        this.file = file;
        this.limit = Math.max(ALWAYS_ALLOWED, compressedBytes * LARGEST_RATIO);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        if (n > 0) {
            count(n);
        }
        return n;
    }

    private void count(int n) {
        count += n;
        if (count > limit) {
            throw new DataException(
                    file,
                    0,
                    "unpacks to more than " + LARGEST_RATIO
                            + " times its size, which market data never does; unpack it by hand and"
                            + " look at it before you use it");
        }
    }
}
