package io.ttquant.core.config;

/** A place in a text: line and column in characters, both from 1. */
record Position(int line, int column) {
    static final Position START = new Position(1, 1);
}
