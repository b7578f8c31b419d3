package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.credentials.Credentials;

/** Credentials for tests of other packages. */
public final class Keys {
    /** Any. */
    public static final Credentials ANY = OkxSamples.credentials();

    private Keys() {}
}
