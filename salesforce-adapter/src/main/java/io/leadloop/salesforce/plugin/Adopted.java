package io.leadloop.salesforce.plugin;

import io.leadloop.spi.Adoption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The package beside a reason field of the org: ours is left out where theirs is, and what named ours names theirs. The
 * components learn its words from a table that is written into one of them.
 */
final class Adopted {

    static final String OURS = "LeadLoop_Reason__c";

    private static final String TABLE = "lwc/leadLoopAdopted/leadLoopAdopted.js";

    private final Adoption adoption;
    private final Set<String> objects;

    /** @param objects of Lead and Contact those that have the field */
    Adopted(Adoption adoption, Set<String> objects) {
        this.adoption = adoption;
        this.objects = new TreeSet<>(objects);
    }

    Set<String> fields() {
        return objects.stream().map(object -> object + "." + adoption.field()).collect(Collectors.toSet());
    }

    SourceTree of(SourceTree tree) {
        SourceTree changed = tree;
        for (String object : objects) {
            changed = changed.without("objects/" + object + "/fields/" + OURS + ".field-meta.xml");
            for (String path : changed.paths("objects/" + object + "/", "-meta.xml")) {
                changed = changed.with(path, changed.text(path).replace(OURS, adoption.field()));
            }
            for (String path : allThatName(changed)) {
                changed = changed.with(
                        path, changed.text(path).replace(object + "." + OURS, object + "." + adoption.field()));
            }
        }
        return changed.files().containsKey(TABLE) ? changed.with(TABLE, table(changed.text(TABLE))) : changed;
    }

    private static List<String> allThatName(SourceTree tree) {
        List<String> paths = new ArrayList<>(tree.paths("permissionsets/", "-meta.xml"));
        paths.addAll(tree.paths("lwc/", ".js"));
        return paths;
    }

    /** Replaces the two constants that the file begins with. */
    private String table(String text) {
        Map<String, String> reasons = new TreeMap<>(adoption.reasons());
        String rows = reasons.entrySet().stream()
                .map(each -> "    " + quoted(each.getKey()) + ": " + quoted(each.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
        String where = objects.stream()
                .map(object -> object + ": " + quoted(adoption.field()))
                .collect(Collectors.joining(", ", "{ ", " }"));
        return text.replace("export const FIELDS = {};", "export const FIELDS = " + where + ";")
                .replace("export const CODES = {};", "export const CODES = " + rows + ";");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replaceAll("[\\r\\n]", " ") + "'";
    }
}
