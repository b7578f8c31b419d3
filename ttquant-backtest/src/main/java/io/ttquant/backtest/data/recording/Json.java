package io.ttquant.backtest.data.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.backtest.data.DataException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Walks the JSON of one line. Values are read where they stand, without a tree. */
final class Json implements AutoCloseable {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LONGEST_NUMBER = 64;

    private final Line line;
    private final JsonParser parser;
    private final byte[] digits = new byte[LONGEST_NUMBER + 1];

    /** The JSON of a line from a place on. */
    Json(Line line, int from) {
        this.line = line;
        try {
            this.parser = FACTORY.createParser(line.bytes, from, line.end - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonToken next() {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw cutShort();
            }
            return token;
        } catch (JsonEOFException | EOFException e) {
            throw cutShort();
        } catch (JsonParseException e) {
            throw line.refuse("is no JSON message: " + e.getOriginalMessage() + "; mend the line or remove it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataException cutShort() {
        return line.refuse("ends inside its JSON message; the file was cut short, download it again");
    }

    /** Begins an object; refused if there is none. */
    Json object() {
        if (next() != JsonToken.START_OBJECT) {
            throw line.refuse("holds no JSON object where one belongs; mend the line or remove it");
        }
        return this;
    }

    /** The next field of the object, or null at its end. Its value is the current token then. */
    @Nullable
    String field() {
        if (next() == JsonToken.END_OBJECT) {
            return null;
        }
        try {
            String name = parser.currentName();
            next();
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins the next element of an array, whatever it is; false at its end. */
    boolean element() {
        return next() != JsonToken.END_ARRAY;
    }

    boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    void skip() {
        try {
            parser.skipChildren();
        } catch (JsonEOFException | EOFException e) {
            throw cutShort();
        } catch (IOException e) {
            throw line.refuse("is no JSON message: " + e.getMessage() + "; mend the line or remove it");
        }
    }

    String text() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw line.refuse("holds text that cannot be read; mend the line or remove it");
        }
    }

    /** Whether it is a text of no letters, by which OKX says that a side of a book is empty. */
    boolean isEmpty() {
        return text().isEmpty();
    }

    /** The side of a taker, {@code buy} or {@code sell}. */
    AggressorSide aggressor() {
        return switch (text()) {
            case "buy" -> AggressorSide.BUYER;
            case "sell" -> AggressorSide.SELLER;
            default ->
                throw line.refuse(
                        "has the side '" + text() + "', which must be buy or sell; mend the line or remove it");
        };
    }

    boolean isTrue() {
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    /** A whole number, with or without quotes. */
    long integer() {
        try {
            return Long.parseLong(text());
        } catch (NumberFormatException e) {
            throw line.refuse("has '" + text() + "' where a whole number belongs; mend the line or remove it");
        }
    }

    /** A time in milliseconds or finer, epoch nanoseconds. */
    long time() {
        try {
            return Stamps.nanos(integer());
        } catch (NumberFormatException e) {
            throw line.refuse(
                    "has the time '" + text() + "', which " + e.getMessage() + "; mend the line or remove it");
        }
    }

    long price(Tape tape) {
        return decimal(tape, true);
    }

    long quantity(Tape tape) {
        return decimal(tape, false);
    }

    /** A decimal that went through binary floating point on its way, as in 1.7885566900000001: its first 15 digits are meant. */
    long noisy(Tape tape, boolean isPrice) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return decimal(tape, isPrice);
        }
        return line.meant(tape, isPrice, text());
    }

    private long decimal(Tape tape, boolean isPrice) {
        try {
            int length = parser.getTextLength();
            if (length > LONGEST_NUMBER) {
                throw line.refuse("has a number of " + length + " characters, and it may have " + LONGEST_NUMBER
                        + "; mend the line or remove it");
            }
            char[] characters = parser.getTextCharacters();
            int from = parser.getTextOffset();
            for (int i = 0; i < length; i++) {
                // No other letter may pass for the digit with which it shares its lower byte.
                char c = characters[from + i];
                digits[i] = c < 0x80 ? (byte) c : (byte) '?';
            }
            return line.decimal(tape, isPrice, digits, 0, length);
        } catch (IOException e) {
            throw line.refuse("holds a number that cannot be read; mend the line or remove it");
        }
    }

    /** Levels of a side, each an array of price, quantity and perhaps more, into the tape's open message. */
    void levels(Tape tape, boolean isBid) {
        while (element()) {
            next();
            long price = price(tape);
            next();
            long quantity = quantity(tape);
            while (element()) {
                skip();
            }
            if (isBid) {
                tape.bid(price, quantity);
            } else {
                tape.ask(price, quantity);
            }
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
