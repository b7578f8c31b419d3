package io.ttquant.exchanges.transport;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be said of an address, and which ones may be used. */
public final class Addresses {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern LOOPBACK_QUAD = Pattern.compile("127(\\." + OCTET + "){3}");

    private Addresses() {}

    /** Scheme, host and path of an address: queries hold signatures, user parts hold passwords. */
    public static String withoutQuery(URI uri) {
        StringBuilder text = new StringBuilder();
        text.append(uri.getScheme()).append("://").append(uri.getHost());
        if (uri.getPort() >= 0) {
            text.append(':').append(uri.getPort());
        }
        return text.append(uri.getRawPath()).toString();
    }

    /**
     * Refuses an address that would leave this machine in the clear, or that is not whole.
     *
     * @param secure {@code https} or {@code wss}
     * @throws IllegalArgumentException if it is refused; the message holds neither query nor user part
     */
    public static void require(URI uri, String secure) {
        String scheme = uri.getScheme();
        String plain = secure.substring(0, secure.length() - 1);
        if (scheme == null || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "an address lacks its scheme or its host: write it as " + secure + "://host/path");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(withoutQuery(uri) + " has a user part or a fragment: leave it out");
        }
        String lower = scheme.toLowerCase(Locale.ROOT);
        if (lower.equals(secure)) {
            return;
        }
        if (!lower.equals(plain)) {
            throw new IllegalArgumentException(withoutQuery(uri) + " has the scheme " + scheme + ", but only " + secure
                    + " is sent: use " + secure);
        }
        if (!isLoopback(uri.getHost())) {
            throw new IllegalArgumentException(
                    withoutQuery(uri) + " would be sent in the clear, which is for loopback only (127.0.0.1, [::1],"
                            + " localhost): use " + secure);
        }
    }

    /** Whether a host, as written, is this machine: 127.x.x.x, ::1, localhost. */
    public static boolean isLoopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.equals("::1") || isLoopbackQuad(host);
    }

    /** Four decimal numbers up to 255, the first 127: nothing that a resolver could take for a name. */
    private static boolean isLoopbackQuad(String host) {
        return LOOPBACK_QUAD.matcher(host).matches();
    }
}
