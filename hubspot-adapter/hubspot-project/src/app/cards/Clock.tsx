import { Flex, Tag, Text } from '@hubspot/ui-extensions';
import { type Place, dayAndTime, instant, lasting } from './moments.ts';
import { CLOCK } from './words.ts';

const SOON = 3_600_000;

interface Props {
  standing: string;
  answerBy: string;
  now: number;
  place: Place;
}

/* The words say it; the colour repeats it. */
export function Clock({ standing, answerBy, now, place }: Props) {
  if (standing !== 'pending') {
    return CLOCK[standing] === undefined ? null : <Text format={{ fontWeight: 'bold' }}>{CLOCK[standing]}</Text>;
  }
  const due = instant(answerBy);
  if (due === undefined) {
    return <Text format={{ fontWeight: 'bold' }}>Waiting for your answer</Text>;
  }
  const left = due - now;
  const variant = left < 0 ? 'error' : left < SOON ? 'warning' : 'success';
  return (
    <Flex direction="column" gap="flush">
      <Tag variant={variant}>{left < 0 ? `Overdue by ${lasting(-left)}` : `${lasting(left)} left to answer`}</Tag>
      <Text variant="microcopy">Answer by {dayAndTime(due, place)}</Text>
    </Flex>
  );
}
