package io.leadloop.canonical;

import java.util.Locale;
import java.util.Map;

/** Our codes in the words of those who read them. What is no code of ours is said as it stands. */
public final class Spoken {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("ORGANIC_SEARCH", "search engine"),
            Map.entry("PAID_SEARCH", "search ad"),
            Map.entry("EMAIL_MARKETING", "e-mail"),
            Map.entry("SOCIAL_MEDIA", "social media"),
            Map.entry("PAID_SOCIAL", "social media ad"),
            Map.entry("REFERRALS", "link on another site"),
            Map.entry("OTHER_CAMPAIGNS", "campaign"),
            Map.entry("DIRECT_TRAFFIC", "address typed in"),
            Map.entry("OFFLINE", "offline"),
            Map.entry("AI_REFERRALS", "AI assistant"),
            Map.entry("DECIDER", "decides"),
            Map.entry("INFLUENCER", "has a say"),
            Map.entry("OTHER", "no buying role"),
            Map.entry("CONTENT_DOWNLOAD", "content download"),
            Map.entry("WEBINAR_ATTENDED", "webinar"),
            Map.entry("PAGE_PRICING", "visit of the pricing page"),
            Map.entry("PAGE_DOCS", "visit of the documentation"),
            Map.entry("DEMO_REQUEST", "demo request"),
            Map.entry("CONTACT_SALES", "request to talk to sales"),
            Map.entry("FORM_SUBMITTED", "form"),
            Map.entry("roleClass", "buying role"));
    private static final String CODE = "[A-Z][A-Z0-9]*(_[A-Z0-9]+)+";

    private Spoken() {}

    /** A value. One that is not known and looks like a code, with an underscore, loses its capitals. */
    public static String value(String value) {
        String known = WORDS.get(value);
        if (known != null) {
            return known;
        }
        return value.matches(CODE) ? value.toLowerCase(Locale.ROOT).replace('_', ' ') : value;
    }

    /** Whether a value needs no word beside it that says what it is of. */
    public static boolean isWhole(String value) {
        return WORDS.containsKey(value);
    }

    /** A field's name: {@code jobTitle} is job title. */
    public static String field(String name) {
        String known = WORDS.get(name);
        return known == null ? name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT) : known;
    }

    /** An id as a heading: {@code job-level} is Job level. */
    public static String heading(String id) {
        String spaced = id.replaceAll("[._-]+", " ");
        return spaced.isEmpty() ? "" : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** So many of a thing: {@code 2 visits of the pricing page}. */
    public static String count(long number, String type) {
        String one = value(type);
        if (number == 1) {
            return "1 " + one;
        }
        int end = one.indexOf(' ') > 0 && (one.contains(" of ") || one.contains(" to "))
                ? one.indexOf(' ')
                : one.length();
        return number + " " + one.substring(0, end) + "s" + one.substring(end);
    }
}
