package io.ttquant.exchanges.codes;

import java.util.List;

/**
 * A line of a table: codes that mean the same.
 *
 * @param section the heading under which it stands
 * @param codes the venue's codes
 * @param rule what they mean
 */
public record CodeGroup(String section, List<String> codes, CodeRule rule) {
    /** Copies the codes. */
    public CodeGroup {
        codes = List.copyOf(codes);
    }
}
