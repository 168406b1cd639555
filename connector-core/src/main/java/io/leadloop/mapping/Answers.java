package io.leadloop.mapping;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.FieldValue;
import io.leadloop.language.Location;
import java.util.Map;
import java.util.Optional;

/**
 * Which vendor values of a row are an answer of sales.
 *
 * @param byValue the vendor's text, with the place of the line that says so
 * @param any what any value is an answer of, if so
 * @param converted where it says that a converted record is an answer
 */
public record Answers(Map<String, Said> byValue, Optional<Said> any, Optional<Said> converted) {

    static final Answers NONE = new Answers(Map.of(), Optional.empty(), Optional.empty());

    public record Said(Answer.Kind kind, Location where) {}

    public Answers {
        byValue = Map.copyOf(byValue);
    }

    Optional<AnswerSignal> signal(FieldValue vendor, boolean isConverted) {
        if (isConverted && converted.isPresent()) {
            return converted.map(said -> new AnswerSignal(said.kind(), vendor.text(), said.where()));
        }
        if (vendor.isBlank()) {
            return Optional.empty();
        }
        return Optional.ofNullable(byValue.get(vendor.text()))
                .or(() -> any)
                .map(said -> new AnswerSignal(said.kind(), vendor.text(), said.where()));
    }

    public boolean isEmpty() {
        return byValue.isEmpty() && any.isEmpty() && converted.isEmpty();
    }
}
