package io.leadloop.canonical;

import java.util.Locale;

/**
 * A coarse place of a record among those of its kind. Vendors number records as they are made, in decimal digits or with
 * letters; ids of equal length keep their order here, and some that follow each other share a place.
 */
final class VendorOrder {

    /** Salesforce's ids repeat themselves after this many characters, as a check. */
    private static final int TELLING = 15;

    private static final int SHARED = 2;
    private static final int COUNTED = 8;
    private static final int BASE = 62;
    private static final int RADIX = 36;
    private static final int DIGITS = 10;

    private VendorOrder() {}

    /** Ten characters of {@code 0-9a-z} whose order is the order of ids; any text is allowed. */
    static String of(String id) {
        int end = Math.max(0, Math.min(id.length(), TELLING) - SHARED);
        long place = 0;
        for (int i = Math.max(0, end - COUNTED); i < end; i++) {
            place = place * BASE + digit(id.charAt(i));
        }
        return String.format(Locale.ROOT, "%" + DIGITS + "s", Long.toString(place, RADIX))
                .replace(' ', '0');
    }

    private static int digit(char letter) {
        if (letter >= '0' && letter <= '9') {
            return letter - '0';
        }
        if (letter >= 'A' && letter <= 'Z') {
            return letter - 'A' + 10;
        }
        return letter >= 'a' && letter <= 'z' ? letter - 'a' + 36 : 0;
    }
}
