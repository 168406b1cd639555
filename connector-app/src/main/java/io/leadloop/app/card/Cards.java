package io.leadloop.app.card;

import io.leadloop.app.explain.HandoffSearch;
import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.canonical.Touchpoint;
import io.leadloop.feedback.Reason;
import io.leadloop.feedback.ReasonCatalogue;
import io.leadloop.lifecycle.Decision;
import io.leadloop.lifecycle.Event;
import io.leadloop.lifecycle.Lifecycle;
import io.leadloop.lifecycle.LifecyclePolicy;
import io.leadloop.lifecycle.Phase;
import io.leadloop.pipeline.Content;
import io.leadloop.state.AggregateState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes cards of persons. */
public final class Cards {

    private static final int TIMELINE_LINES = 50;

    private final ReasonCatalogue reasons;
    private final Lifecycle lifecycle;
    private final LifecyclePolicy policy;

    public Cards(ReasonCatalogue reasons, Lifecycle lifecycle) {
        this.reasons = reasons;
        this.lifecycle = lifecycle;
        this.policy = lifecycle.policy();
    }

    /** Of somebody whom nobody was ever asked about. */
    public Card none(Instant now) {
        return new Card(
                Standing.NONE.word(),
                now,
                Optional.empty(),
                0,
                "",
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                Phase.BEFORE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * @param viewer under whose name an answer would be kept
     * @param written what became of the answer that was asked about
     */
    public Card of(AggregateState person, String viewer, Optional<String> written, Instant now) {
        Optional<Handoff> latest = person.journey().latest();
        if (latest.isEmpty() || Standing.of(latest.get()) == Standing.NONE) {
            return none(now);
        }
        Handoff handoff = latest.get();
        List<Handoff> earlier = person.journey().handoffs().stream()
                .filter(each -> each.cycle() < handoff.cycle())
                .sorted(Comparator.comparingInt(Handoff::cycle).reversed())
                .toList();
        List<Card.Engagement> timeline = person.touches().stream()
                .sorted(Touchpoint.ORDER.reversed())
                .limit(TIMELINE_LINES)
                .map(touch -> new Card.Engagement(
                        touch.occurredAt().atZone(policy.calendar().zone()).toLocalDate(), touch.said()))
                .toList();
        List<Reason> offered = Stream.of(Phase.BEFORE, Phase.AFTER)
                .flatMap(phase -> reasons.choices(phase).stream())
                .filter(Suggestions::offered)
                .distinct()
                .sorted(Comparator.comparing(reason -> reason.code().equals(ReasonCode.NO_REASON)))
                .toList();
        Suggestions suggestions = new Suggestions(handoff.evidence(), timeline, earlier, now);
        return new Card(
                Standing.of(handoff).word(),
                now,
                Optional.of(HandoffSearch.id(person.id(), handoff.cycle())),
                handoff.cycle(),
                handoff.definition(),
                handoff.why(),
                handoff.evidence(),
                timeline,
                handoff.answerBy(),
                handoff.acceptedAt().isPresent() ? Phase.AFTER : Phase.BEFORE,
                handoff.answer().map(answer -> given(person, handoff, answer, viewer, now)),
                written,
                Content.of(person).stream()
                        .map(title -> new Card.Used(title, Content.vote(person, title)))
                        .toList(),
                earlier.stream().map(this::earlier).toList(),
                offered.stream().map(Cards::choice).toList(),
                Stream.of(Phase.BEFORE, Phase.AFTER)
                        .flatMap(phase -> suggestions.of(offered, phase).stream())
                        .toList());
    }

    private Card.Given given(AggregateState person, Handoff handoff, Answer answer, String viewer, Instant now) {
        Phase phase = handoff.acceptedAt().isPresent() ? Phase.AFTER : Phase.BEFORE;
        boolean no = answer.kind() == Answer.Kind.DECLINE;
        LifecycleState state = person.journey().state();
        boolean open = no
                ? state != LifecycleState.SUPPRESSED
                : answer.kind() == Answer.Kind.ACCEPT && state == LifecycleState.ACCEPTED;
        return new Card.Given(
                answer.kind(),
                answer.reason().map(ReasonCode::value),
                label(answer),
                Optional.of(answer.comment()).filter(text -> !text.isEmpty()),
                answer.revisitOn(),
                answer.called(),
                answer.at(),
                no ? Optional.of(reasons.followUp(answer, phase, policy).receipt()) : Optional.empty(),
                open && answer.by().equals(viewer)
                        ? Optional.of(answer.at().plus(policy.correctionWindow()))
                        : Optional.empty(),
                lifecycle.undo(person.journey(), viewer, now).events().stream()
                        .noneMatch(Event.Refused.class::isInstance));
    }

    private Card.Earlier earlier(Handoff handoff) {
        Optional<Answer> answer = handoff.answer();
        return new Card.Earlier(
                handoff.cycle(),
                Decision.of(handoff).name().toLowerCase(Locale.ROOT),
                handoff.reason().map(ReasonCode::value),
                answer.flatMap(this::label),
                answer.map(Answer::comment).filter(text -> !text.isEmpty()),
                answer.map(Answer::called).filter(text -> !text.isEmpty()),
                answer.map(Answer::at).or(handoff::closedAt));
    }

    private Optional<String> label(Answer answer) {
        return answer.reason().flatMap(reasons::find).map(Reason::label);
    }

    private static Card.Choice choice(Reason reason) {
        return new Card.Choice(
                reason.code().value(),
                reason.label(),
                reason.hint(),
                reason.group(),
                Stream.of(Phase.BEFORE, Phase.AFTER).filter(reason::legalIn).toList(),
                reason.asks().stream().sorted().toList());
    }
}
