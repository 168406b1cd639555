package io.leadloop.app.http;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What was sent as an answer.
 *
 * @param order whether it is an answer, takes back what the same author said, or undoes it
 */
record AnswerBody(
        Order order,
        Answer.Kind kind,
        Optional<ReasonCode> reason,
        String comment,
        Optional<LocalDate> revisitOn,
        String by,
        String name) {

    enum Order {
        GIVE,
        CORRECT,
        UNDO
    }

    static final List<String> FIELDS = List.of("answer", "to", "reason", "comment", "revisitOn", "by");

    private static final int LONGEST_COMMENT = 4_000;
    private static final int LONGEST_NAME = 80;

    /** @throws Refused BAD_REQUEST with every mistake */
    static AnswerBody read(JsonNode body) {
        return new Reader(body).read(Optional.empty());
    }

    /**
     * Where the request itself tells who answers.
     *
     * @param name what people call them
     * @throws Refused BAD_REQUEST with every mistake
     */
    static AnswerBody read(JsonNode body, String by, String name) {
        return new Reader(body).read(Optional.of(by)).named(name);
    }

    private AnswerBody named(String called) {
        return new AnswerBody(order, kind, reason, comment, revisitOn, by, called);
    }

    Answer said(Instant at) {
        return new Answer(kind, reason, comment, revisitOn, by, name, at, "api");
    }

    private static final class Reader {
        private final JsonNode body;
        private final List<Problem.Mistake> mistakes = new ArrayList<>();

        Reader(JsonNode body) {
            this.body = body;
        }

        AnswerBody read(Optional<String> known) {
            String answer = word("answer", List.of("accept", "reject", "correct", "undo"), true);
            boolean corrects = answer.equals("correct");
            String to = word("to", List.of("accept", "reject"), corrects);
            if (!corrects && !to.isEmpty()) {
                mistake("/to", "'to' goes with a correction only", "Remove it, or write \"answer\": \"correct\"");
            }
            boolean rejects = (corrects ? to : answer).equals("reject");
            String reason = text("reason", LONGEST_NAME, rejects);
            if (!rejects && !reason.isEmpty()) {
                mistake("/reason", "A reason goes with a no only", "Remove it");
            }
            String comment = text("comment", LONGEST_COMMENT, false);
            Optional<LocalDate> revisitOn = day();
            String by = known.orElseGet(() -> text("by", LONGEST_NAME, true));
            if (!mistakes.isEmpty()) {
                throw Refused.of(Code.BAD_REQUEST, mistakes);
            }
            return new AnswerBody(
                    corrects ? Order.CORRECT : answer.equals("undo") ? Order.UNDO : Order.GIVE,
                    rejects ? Answer.Kind.DECLINE : Answer.Kind.ACCEPT,
                    reason.isEmpty() ? Optional.empty() : Optional.of(new ReasonCode(reason)),
                    comment,
                    revisitOn,
                    by,
                    by);
        }

        private String word(String name, List<String> words, boolean needed) {
            String word = text(name, LONGEST_NAME, needed);
            if (!word.isEmpty() && !words.contains(word)) {
                mistake("/" + name, "'" + name + "' is none of its words", "Write " + String.join(", ", words));
            }
            return word;
        }

        private String text(String name, int longest, boolean needed) {
            JsonNode node = body.path(name);
            boolean absent = node.isMissingNode() || node.isNull();
            if (!absent && !node.isString()) {
                mistake("/" + name, "'" + name + "' is no text", "Write it as a JSON string");
                return "";
            }
            String text = absent ? "" : node.asString().strip();
            if (text.isEmpty() && needed) {
                mistake("/" + name, "'" + name + "' is missing", "Add it");
            }
            boolean readable = text.codePoints()
                    .noneMatch(point -> Character.getType(point) == Character.SURROGATE
                            || (Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t'));
            if (text.length() > longest || !readable) {
                mistake(
                        "/" + name,
                        "'" + name + "' is too long or not readable",
                        "Write at most " + longest + " characters");
            }
            return text;
        }

        private Optional<LocalDate> day() {
            String text = text("revisitOn", LONGEST_NAME, false);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() >= 2000 && day.getYear() < 2200) {
                    return Optional.of(day);
                }
            } catch (DateTimeParseException e) {
                // reported below, with the others
            }
            mistake("/revisitOn", "'revisitOn' is no day", "Write it as 2026-12-01");
            return Optional.empty();
        }

        private void mistake(String where, String what, String fix) {
            mistakes.add(new Problem.Mistake(where, what, fix));
        }
    }
}
