package io.ttquant.core.storage.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.storage.RealPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class CopyRowsOnServerTest {
    private static final int ROWS = Integer.getInteger("ttquant.copy.rows", 2_000);
    private static final int LONGEST = 60;

    @Test
    void theServerReadsEveryValueAsItWasGiven() throws SQLException, IOException {
        long seed = 20240101;
        Random random = new Random(seed);
        CopyRows rows = new CopyRows();
        List<String> given = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            given.add(add(rows, i, random));
        }
        rows.end();
        try (RealPostgres server = RealPostgres.start()) {
            server.execute("create table t(i bigint, s smallint, l bigint, d double precision, n numeric, x text)");
            copy(server, rows);

            assertThat(server.query("select i, s, l, d, n, x from t order by i"))
                    .as("seed %d", seed)
                    .isEqualTo(given);
        }
    }

    private static void copy(RealPostgres server, CopyRows rows) throws SQLException, IOException {
        try (Connection connection = server.connect()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy t from stdin (format binary)",
                            new ByteArrayInputStream(rows.bytes(), 0, rows.size()));
        }
    }

    /** Adds a row, and says how the server is to show it. */
    private static String add(CopyRows rows, int i, Random random) {
        short small = (short) random.nextInt();
        long whole = random.nextLong() >> random.nextInt(Long.SIZE);
        double real = random.nextInt(1 << 20) / 64.0 + 0.5;
        BigDecimal decimal = new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(LONGEST) - 10);
        String plain = (random.nextBoolean() ? decimal.negate() : decimal).toPlainString();
        String text = text(random);
        rows.row(6);
        rows.whole(i);
        rows.small(small);
        rows.whole(whole);
        rows.real(real);
        rows.decimal(plain);
        if (text.isEmpty()) {
            rows.nothing();
        } else {
            rows.text(text);
        }
        return i + "|" + small + "|" + whole + "|" + shown(real) + "|" + plain + "|" + (text.isEmpty() ? "null" : text);
    }

    private static String shown(double real) {
        return new BigDecimal(real).stripTrailingZeros().toPlainString();
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(20), 1, Character.MAX_CODE_POINT + 1)
                .filter(code -> code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
