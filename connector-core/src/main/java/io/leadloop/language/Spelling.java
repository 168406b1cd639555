package io.leadloop.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What was probably meant. */
public final class Spelling {

    private Spelling() {}

    /** "Write 'jobTitle'" if something known is near, else {@code otherwise}. */
    public static String fix(String written, Collection<String> known, String otherwise) {
        return nearest(written, known).map(name -> "Write '" + name + "'").orElse(otherwise);
    }

    /** The known word that differs least, if it differs little; the first of equals in alphabetical order. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        String low = written.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, (written.length() + 1) / 3);
        return known.stream()
                .sorted()
                .min(Comparator.comparingInt(name -> distance(low, name.toLowerCase(Locale.ROOT))))
                .filter(name -> distance(low, name.toLowerCase(Locale.ROOT)) <= limit);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
