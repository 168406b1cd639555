package io.leadloop.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of a file that stand for one of a closed list: {@code only-if-blank} for {@code ONLY_IF_BLANK}. */
public final class Words {

    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E read(YamlNode.Scalar scalar, Class<E> type, E otherwise, Problems problems) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(scalar.text())) {
                return constant;
            }
        }
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
        problems.add(
                "'" + scalar.text() + "' is none of " + String.join(", ", known),
                scalar.where(),
                Spelling.fix(scalar.text(), known, "Write one of " + String.join(", ", known)));
        return otherwise;
    }
}
