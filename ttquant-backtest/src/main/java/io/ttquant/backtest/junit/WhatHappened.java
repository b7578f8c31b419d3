package io.ttquant.backtest.junit;

import java.util.List;

/** Attached to the failure of a test: what a run of it did. It has no stack trace, since nothing was thrown there. */
final class WhatHappened extends RuntimeException {
    private static final long serialVersionUID = 1;

    WhatHappened(List<String> lines) {
        super(new Story(lines).atTheEnd(), null, false, false);
    }
}
