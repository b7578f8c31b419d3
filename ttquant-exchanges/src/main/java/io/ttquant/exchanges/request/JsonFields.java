package io.ttquant.exchanges.request;

/** Fields of a JSON object. Decimals are strings, as both venues want them. */
public final class JsonFields implements Fields {
    private final WireBuffer out;
    private boolean isFirst = true;

    /** Writes at the end of a buffer. */
    public JsonFields(WireBuffer out) {
        this.out = out;
    }

    /** Opens an object. */
    public JsonFields open() {
        out.put('{');
        isFirst = true;
        return this;
    }

    /** Closes it. */
    public JsonFields close() {
        out.put('}');
        isFirst = false;
        return this;
    }

    /** Begins a field whose value the caller writes into the buffer. */
    public WireBuffer field(String name) {
        if (!isFirst) {
            out.put(',');
        }
        isFirst = false;
        return out.put('"').put(name).put("\":");
    }

    @Override
    public void text(String name, String value) {
        field(name).json(value);
    }

    @Override
    public void number(String name, long value) {
        field(name).put(value);
    }

    @Override
    public void decimal(String name, long raw, int scale) {
        field(name).put('"').decimal(raw, scale).put('"');
    }

    @Override
    public void flag(String name, boolean value) {
        field(name).put(value ? "true" : "false");
    }
}
