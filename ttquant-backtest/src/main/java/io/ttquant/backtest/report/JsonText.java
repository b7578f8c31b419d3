package io.ttquant.backtest.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The JSON of this package: decimals as exact text, what is not a number as null, safe inside a script element. */
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** A generator that escapes whatever could end a script element or open a comment in HTML. */
    static JsonGenerator generator(Writer out) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setCharacterEscapes(new HtmlEscapes());
        return json;
    }

    static void decimal(JsonGenerator json, String name, @Nullable BigDecimal value) throws IOException {
        json.writeStringField(name, value == null ? null : value.toPlainString());
    }

    static void decimal(JsonGenerator json, @Nullable BigDecimal value) throws IOException {
        json.writeString(value == null ? null : value.toPlainString());
    }

    static void number(JsonGenerator json, String name, double value) throws IOException {
        json.writeFieldName(name);
        number(json, value);
    }

    static void number(JsonGenerator json, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    static void figure(JsonGenerator json, Figure figure) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", figure.name());
        json.writeStringField("key", figure.key());
        json.writeStringField("value", figure.value());
        json.writeStringField("unit", figure.unit());
        json.writeStringField("tone", figure.tone().name());
        number(json, "number", figure.number());
        json.writeStringField("formula", figure.formula());
        json.writeStringField("reason", figure.reason());
        json.writeEndObject();
    }

    static void time(JsonGenerator json, String name, long nanos) throws IOException {
        String iso = Times.iso(nanos);
        json.writeStringField(name, iso.isEmpty() ? null : iso);
        json.writeFieldName(name + "Nanos");
        if (iso.isEmpty()) {
            json.writeNull();
        } else {
            json.writeNumber(nanos);
        }
    }

    private static final class HtmlEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final char LINE_SEPARATOR = '\u2028';
        private static final char PARAGRAPH_SEPARATOR = '\u2029';

        private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

        HtmlEscapes() {
            ascii['<'] = CharacterEscapes.ESCAPE_STANDARD;
            ascii['>'] = CharacterEscapes.ESCAPE_STANDARD;
            ascii['&'] = CharacterEscapes.ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return character == LINE_SEPARATOR || character == PARAGRAPH_SEPARATOR
                    ? new SerializedString(String.format("\\u%04x", character))
                    : null;
        }
    }
}
