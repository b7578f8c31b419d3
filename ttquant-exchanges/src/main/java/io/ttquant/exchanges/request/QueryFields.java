package io.ttquant.exchanges.request;

/** Fields of a query or a form: {@code a=1&b=x%20y}, values percent-encoded. */
public final class QueryFields implements Fields {
    private final WireBuffer out;
    private boolean isFirst = true;

    /** Writes at the end of a buffer. */
    public QueryFields(WireBuffer out) {
        this.out = out;
    }

    /** Begins anew, at the end of the buffer as it is. */
    public void restart() {
        isFirst = true;
    }

    @Override
    public void text(String name, String value) {
        name(name);
        out.percent(value);
    }

    @Override
    public void number(String name, long value) {
        name(name);
        out.put(value);
    }

    @Override
    public void decimal(String name, long raw, int scale) {
        name(name);
        out.decimal(raw, scale);
    }

    @Override
    public void flag(String name, boolean value) {
        name(name);
        out.put(value ? "true" : "false");
    }

    private void name(String name) {
        if (!isFirst) {
            out.put('&');
        }
        isFirst = false;
        out.put(name).put('=');
    }
}
