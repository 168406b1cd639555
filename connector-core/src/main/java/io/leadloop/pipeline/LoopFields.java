package io.leadloop.pipeline;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.CriterionResult;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.canonical.Role;
import io.leadloop.canonical.Spoken;
import io.leadloop.canonical.Touchpoint;
import io.leadloop.feedback.Reason;
import io.leadloop.feedback.ReasonCatalogue;
import io.leadloop.lifecycle.LifecyclePolicy;
import io.leadloop.lifecycle.Phase;
import io.leadloop.state.AggregateState;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The canonical fields of a person that the loop computes: what the journey says, in values that can be written. */
final class LoopFields {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final int TIMELINE_LINES = 50;
    private static final int LONGEST_NAME = 80;

    private final ReasonCatalogue reasons;
    private final LifecyclePolicy policy;

    LoopFields(ReasonCatalogue reasons, LifecyclePolicy policy) {
        this.reasons = reasons;
        this.policy = policy;
    }

    /** Empty while the person never had a hand-off. What is absent is left alone. */
    Map<String, FieldValue> of(AggregateState person, String key, Role reader) {
        Journey journey = person.journey();
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        Optional<Handoff> published = published(journey, reader);
        if (published.isEmpty()) {
            return fields;
        }
        Handoff handoff = published.get();
        fields.put("key", new FieldValue.Text(key));
        fields.put("cycle", number(handoff.cycle()));
        fields.put("definition", new FieldValue.Text(handoff.definition()));
        fields.put("evidence", new FieldValue.Text(evidence(handoff)));
        fields.put("timeline", FieldValue.ofText(timeline(person.touches())));
        fields.put("handedOffAt", moment(handoff.deliveredAt()));
        fields.put("answerBy", moment(handoff.answerBy()));
        answer(fields, handoff, reader);
        previous(journey, handoff)
                .ifPresent(reason -> fields.put("previousReason", new FieldValue.Text(reason.value())));
        fields.put("leadStatus", new FieldValue.Text(journey.state().name()));
        return fields;
    }

    /** The CRM learns of a hand-off while it is being delivered, the marketing side once it is. */
    private static Optional<Handoff> published(Journey journey, Role reader) {
        return journey.latest()
                .filter(handoff -> reader == Role.CRM || handoff.deliveredAt().isPresent() || !handoff.isOpen());
    }

    private void answer(Map<String, FieldValue> fields, Handoff handoff, Role reader) {
        Optional<Answer> answer = handoff.answer();
        Optional<ReasonCode> code = handoff.reason();
        boolean said = code.filter(reason -> !reason.equals(ReasonCode.NO_REASON) && !reason.equals(ReasonCode.EXPIRED))
                .isPresent();
        if (answer.isEmpty()) {
            for (String cleared : List.of("reason", "comment", "revisitOn", "receipt")) {
                fields.put(cleared, FieldValue.BLANK);
            }
            if (reader == Role.MARKETING) {
                fields.put("reasonGroup", FieldValue.BLANK);
                fields.put("decidedAt", FieldValue.BLANK);
            }
            return;
        }
        Answer counts = answer.get();
        boolean takenBack = counts.kind() != Answer.Kind.DECLINE;
        if (said || takenBack || reader == Role.MARKETING) {
            fields.put(
                    "reason",
                    code.map(reason -> FieldValue.ofText(reason.value())).orElse(FieldValue.BLANK));
        }
        fields.put("comment", FieldValue.ofText(counts.comment()));
        fields.put(
                "revisitOn",
                counts.revisitOn().<FieldValue>map(FieldValue.Day::new).orElse(FieldValue.BLANK));
        fields.put("decidedAt", new FieldValue.Moment(counts.at()));
        fields.put(
                "reasonGroup",
                code.flatMap(reasons::find)
                        .map(reason -> FieldValue.ofText(reason.group()))
                        .orElse(FieldValue.BLANK));
        if (takenBack) {
            fields.put("receipt", FieldValue.BLANK);
        } else {
            Phase phase = handoff.acceptedAt().isPresent() ? Phase.AFTER : Phase.BEFORE;
            fields.put(
                    "receipt",
                    new FieldValue.Text(reasons.followUp(counts, phase, policy).receipt()));
        }
    }

    /** The reason of the cycle before this one. */
    private static Optional<ReasonCode> previous(Journey journey, Handoff handoff) {
        return journey.handoffs().stream()
                .filter(earlier -> earlier.cycle() == handoff.cycle() - 1)
                .findFirst()
                .flatMap(Handoff::reason);
    }

    /** The fields of one hand-off's own row, without the ids of the records that it names. */
    Map<String, FieldValue> row(Handoff handoff, String key) {
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        fields.put("key", new FieldValue.Text(key));
        fields.put("cycle", number(handoff.cycle()));
        fields.put("definition", new FieldValue.Text(handoff.definition()));
        fields.put("evidence", new FieldValue.Text(evidence(handoff)));
        fields.put("state", new FieldValue.Text(handoff.state().name()));
        fields.put("handedOffAt", moment(handoff.deliveredAt()));
        fields.put("answerBy", moment(handoff.answerBy()));
        Optional<Answer> answer = handoff.answer();
        fields.put("answeredAt", moment(answer.map(Answer::at)));
        fields.put("answeredBy", FieldValue.ofText(answer.map(LoopFields::who).orElse("")));
        fields.put(
                "reason",
                FieldValue.ofText(handoff.reason().map(ReasonCode::value).orElse("")));
        fields.put("comment", FieldValue.ofText(answer.map(Answer::comment).orElse("")));
        fields.put(
                "revisitOn",
                answer.flatMap(Answer::revisitOn)
                        .<FieldValue>map(FieldValue.Day::new)
                        .orElse(FieldValue.BLANK));
        fields.put("answers", FieldValue.ofText(earlier(handoff)));
        fields.put("why", new FieldValue.Text(handoff.why()));
        return fields;
    }

    /** The row has room for {@value #LONGEST_NAME} characters. */
    private static String who(Answer answer) {
        String called = answer.called();
        return called.substring(0, Math.min(called.length(), LONGEST_NAME));
    }

    private String earlier(Handoff handoff) {
        List<Answer> answers = handoff.answers();
        return answers.subList(0, Math.max(0, answers.size() - 1)).stream()
                .map(answer -> day(answer.at()) + " " + word(answer.kind())
                        + answer.reason().map(code -> ": " + label(code)).orElse(""))
                .collect(Collectors.joining("\n"));
    }

    private static String word(Answer.Kind kind) {
        return switch (kind) {
            case ACCEPT -> "accepted";
            case WORK -> "in work";
            case DECLINE -> "declined";
            case CONVERTED -> "converted";
        };
    }

    private String label(ReasonCode code) {
        return reasons.find(code).map(Reason::label).orElse(code.value());
    }

    private String evidence(Handoff handoff) {
        return Stream.concat(
                        Stream.of(handoff.why()), handoff.evidence().stream().map(LoopFields::line))
                .collect(Collectors.joining("\n"));
    }

    private static String line(CriterionResult criterion) {
        String result = switch (criterion.result()) {
            case TRUE -> "yes";
            case FALSE -> "no";
            case UNKNOWN -> "unknown";
        };
        String points = criterion.points() == 0
                ? ""
                : " ("
                        + new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))
                                .format(criterion.points())
                        + " points)";
        boolean named = !criterion.called().equals(Spoken.heading(criterion.id()));
        String name = named ? criterion.called() + " (" + criterion.id() + ")" : criterion.id();
        return name + ": " + result + ", " + criterion.seen() + points;
    }

    private String timeline(List<Touchpoint> touches) {
        return touches.stream()
                .sorted(Touchpoint.ORDER.reversed())
                .limit(TIMELINE_LINES)
                .map(touch -> day(touch.occurredAt()) + "  " + touch.said())
                .collect(Collectors.joining("\n"));
    }

    private String day(Instant at) {
        ZoneId zone = policy.calendar().zone();
        return DAY.format(at.atZone(zone));
    }

    private static FieldValue number(long value) {
        return new FieldValue.Number(BigDecimal.valueOf(value));
    }

    private static FieldValue moment(Optional<Instant> at) {
        return at.<FieldValue>map(FieldValue.Moment::new).orElse(FieldValue.BLANK);
    }
}
