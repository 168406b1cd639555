import { Alert, Button, Divider, Flex, Heading, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { type Rejection, Answering } from './Answering.tsx';
import type { Answer } from './calls.ts';
import { Clock } from './Clock.tsx';
import type { CardData } from './data.ts';
import { Content } from './Content.tsx';
import { Earlier } from './Earlier.tsx';
import { type Place, instant } from './moments.ts';
import { Receipt } from './Receipt.tsx';
import { Timeline } from './Timeline.tsx';
import { useCard } from './useCard.ts';
import { Why } from './Why.tsx';
import { NOTHING, NO_REASON_YET, UNDONE, UNREACHABLE_SAVING } from './words.ts';

interface Props {
  contact: string;
  place: Place;
  /** After an answer was taken: HubSpot may show the contact's properties anew. */
  onAnswered: (said: string) => void;
}

function headline(card: CardData): string {
  if (card.standing === 'answered') {
    const word = card.phase === 'AFTER' ? 'Disqualified' : 'Rejected';
    return card.answer?.label && card.answer.reason !== '' ? `${word}: ${card.answer.label}` : NO_REASON_YET;
  }
  return card.standing === 'accepted' && card.answer ? 'Accepted' : '';
}

function rejection(said: Rejection): Answer {
  return {
    answer: 'reject',
    reason: said.reason,
    ...(said.comment === '' ? {} : { comment: said.comment }),
    ...(said.revisitOn === '' ? {} : { revisitOn: said.revisitOn }),
  };
}

export function LeadLoopCard({ contact, place, onAnswered }: Props) {
  const { card, fault, busy, now, reload, send } = useCard(contact);
  const [isChanging, setChanging] = useState(false);
  if (!card) {
    return fault === '' ? (
      <LoadingSpinner label="Loading" showLabel />
    ) : (
      <Flex direction="column" gap="sm">
        <Alert title="Not shown" variant="warning">
          {fault}
        </Alert>
        <Button size="xs" onClick={() => void reload()}>
          Try again
        </Button>
      </Flex>
    );
  }
  if (card.standing === 'none' || card.handoff === '') {
    return <Text>{NOTHING}</Text>;
  }
  const mine = card.answer !== undefined && (instant(card.answer.changeUntil) ?? 0) > now;
  const isGiven = card.standing === 'answered' || card.standing === 'accepted';
  const changes = isChanging && mine;
  /* Who takes an acceptance back stands where it was given. */
  const phase = changes && card.answer?.kind === 'ACCEPT' ? 'BEFORE' : card.phase;
  const title = headline(card);
  const give = async (answer: Answer, said: string) => {
    const sent = changes
      ? { ...answer, answer: 'correct' as const, to: answer.answer === 'accept' ? ('accept' as const) : ('reject' as const) }
      : answer;
    if (await send(sent)) {
      setChanging(false);
      onAnswered(said);
    }
  };
  const comments = async (comment: string) => {
    const { reason = '', revisitOn = '' } = card.answer ?? {};
    if (await send({ ...rejection({ reason, comment, revisitOn }), answer: 'correct', to: 'reject' })) {
      onAnswered('Comment saved');
    }
  };
  const undo = async () => {
    if (await send({ answer: 'undo' })) {
      onAnswered(UNDONE);
    }
  };
  return (
    <Flex direction="column" gap="md">
      {card.cycle > 1 && <Heading>Cycle {card.cycle}</Heading>}
      <Clock standing={card.standing} answerBy={card.answerBy} now={now} place={place} />
      {fault !== '' && (
        <Alert title={fault === UNREACHABLE_SAVING ? 'Not confirmed' : 'Not saved'} variant="error">
          {fault}
        </Alert>
      )}
      {title !== '' && card.answer && !changes && (
        <Receipt
          headline={title}
          answer={card.answer}
          written={card.written}
          busy={busy}
          canUndo={isGiven && mine && card.answer.undoable}
          canChange={isGiven && mine}
          canComment={card.standing === 'answered' && mine && card.answer.reason !== ''}
          onUndo={() => void undo()}
          onChange={() => setChanging(true)}
          onComment={(comment) => void comments(comment)}
        />
      )}
      {(card.standing === 'pending' || card.standing === 'accepted' || changes) && (
        <Answering
          key={`${card.handoff}-${card.standing}-${changes}`}
          phase={phase}
          reasons={card.reasons.filter((reason) => reason.phases.includes(phase))}
          suggested={card.suggested.filter((each) => each.phase === phase)}
          canAccept={card.standing === 'pending' || (changes && card.standing === 'answered')}
          isChanging={changes}
          busy={busy}
          now={now}
          onAccept={() => void give({ answer: 'accept' }, 'Accepted')}
          onReject={(said) => void give(rejection(said), 'Saved')}
          onLeave={() => setChanging(false)}
        />
      )}
      <Divider />
      <Why why={card.why} evidence={card.evidence} definition={card.definition} />
      <Content items={card.content} busy={busy} onVote={(content, helped) => void send({ answer: 'vote', content, helped })} />
      <Timeline entries={card.timeline} place={place} />
      <Earlier cycles={card.earlier} place={place} />
    </Flex>
  );
}
