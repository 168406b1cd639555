package io.leadloop.salesforce;

import java.util.ArrayList;
import java.util.List;

/** Cuts literals into lists that fit a statement: it may have 100,000 characters (salesforce.md 4.2). */
final class Chunks {

    private static final int MOST_LITERALS = 1_000;
    private static final int MOST_CHARACTERS = 60_000;

    private Chunks() {}

    static List<List<String>> of(List<String> literals) {
        List<List<String>> chunks = new ArrayList<>();
        List<String> chunk = new ArrayList<>();
        int characters = 0;
        for (String literal : literals) {
            if (!chunk.isEmpty()
                    && (chunk.size() == MOST_LITERALS || characters + literal.length() > MOST_CHARACTERS)) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                characters = 0;
            }
            chunk.add(literal);
            characters += literal.length() + 2;
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}
