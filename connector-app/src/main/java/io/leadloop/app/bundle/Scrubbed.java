package io.leadloop.app.bundle;

import java.util.regex.Pattern;

/** Text without mail addresses, web addresses' hosts and what looks like a secret. Our logs hold none; this makes sure. */
final class Scrubbed {

    private static final Pattern MAIL = Pattern.compile("[\\p{L}0-9._%+'-]+@[\\p{L}0-9-]+(?:\\.[\\p{L}0-9-]+)*");
    private static final Pattern HOST = Pattern.compile("(https?://|jdbc:[a-z0-9:]*//)[^/\\s\"',)]+");
    private static final Pattern SECRET =
            Pattern.compile("(?i)(?:bearer\\s+\\S+|\\bpat-[A-Za-z0-9-]{4,}|\\b00D[A-Za-z0-9]{12,15}![^\\s\"']+"
                    + "|(?<=(?:secret|token|password|assertion|session)[=:]\\s?)[^\\s,;&\"']+"
                    + "|\\beyJ[A-Za-z0-9_.-]{20,})");

    private Scrubbed() {}

    static String of(String text) {
        String without = SECRET.matcher(text).replaceAll("***");
        without = MAIL.matcher(without).replaceAll("***@***");
        return HOST.matcher(without).replaceAll("$1***");
    }
}
