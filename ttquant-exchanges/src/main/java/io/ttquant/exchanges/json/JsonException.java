package io.ttquant.exchanges.json;

/** A message that is no JSON, or not what its kind should hold. It says where, and shows a few bytes around that place, never a whole message. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int RADIUS = 12;
    private static final int SHARE = 4;

    private final String problem;
    private final int offset;

    JsonException(String problem, byte[] bytes, int from, int at, int end) {
        this(problem + " at byte " + (at - from) + " of " + (end - from), excerpt(bytes, from, at, end), at - from);
    }

    private JsonException(String problem, String excerpt, int offset) {
        super(problem + ", near " + excerpt);
        this.problem = problem;
        this.offset = offset;
    }

    /** Where, in bytes from the start of the message. */
    public int offset() {
        return offset;
    }

    /** What is wrong and where, without a byte of the message: for messages that are not to be shown, as an account's. */
    public String withoutExcerpt() {
        return problem;
    }

    private static String excerpt(byte[] bytes, int from, int at, int end) {
        int radius = Math.min(RADIUS, (end - from) / SHARE);
        int start = Math.max(from, at - radius);
        int stop = Math.min(end, at + radius);
        StringBuilder text = new StringBuilder("\u00ab");
        for (int i = start; i < stop; i++) {
            text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '?');
        }
        return text.append('\u00bb').toString();
    }
}
