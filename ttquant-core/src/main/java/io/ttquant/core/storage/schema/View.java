package io.ttquant.core.storage.schema;

import org.jooq.Select;

/**
 * A view for people.
 *
 * @param name in lower case, with underscores
 * @param meaning a sentence for people
 * @param select what it shows
 */
public record View(String name, String meaning, Select<?> select) {}
