package io.leadloop.salesforce.plugin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

/** What to do about a problem that Salesforce names. Only words for people depend on its text. */
final class Advice {

    private static final Map<String, String> BY_WORD = new LinkedHashMap<>();

    static {
        BY_WORD.put("referenced elsewhere", "Take it out of what names it in your org, then run this again");
        BY_WORD.put("in use", "Take it out of what uses it in your org, then run this again");
        BY_WORD.put("type from", "Rename or delete your field of that name: LeadLoop does not change its type");
        BY_WORD.put("already a", "Rename or delete what has this name in your org");
        BY_WORD.put("assigned to", "Take the permission set from all users, then run this again");
        BY_WORD.put("No CustomField", "Look whether the field is in the org and the user may see it");
        BY_WORD.put(
                "Not available for deploy",
                "Turn the feature on in the org's Setup (Campaign Influence), or run this without --with campaign-influence");
        BY_WORD.put("limit", "Make room in the org: a limit of its edition is reached");
    }

    private Advice() {}

    static String on(String problem) {
        return BY_WORD.entrySet().stream()
                .filter(each -> problem.contains(each.getKey()))
                .map(Entry::getValue)
                .findFirst()
                .orElse("Correct it in the org or in the package, then run this again: nothing was applied");
    }
}
